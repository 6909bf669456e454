// Where the service looks for what is due: the lists, in questions that begin with an index.
import type { SPFI } from '@pnp/sp';
import type { Logger } from 'pino';
import { readAssets } from '../lists/assets';
import { readClassifications } from '../lists/classifications';
import { readAwaitingIncidents, readIncidents, readSeriousIncidents } from '../lists/incidents';
import { readInventories } from '../lists/inventories';
import { readMeasuresDueFrom } from '../lists/measures';
import { readRequirementAnswers } from '../lists/requirement-answers';
import type { Row } from '../lists/rows';
import { isSharePointError } from '../lists/sharepoint-error';
import { readTracksDueFrom } from '../lists/tracks';
import { readYearlyBegan } from '../lists/yearly-marks';
import { later } from './pace';
import type { Lookout } from './reminders';

interface LookoutOptions {
  readonly sp: SPFI;
  readonly now: () => Date;
  readonly log: Logger;
}

/** How far back: nobody is reminded of what has been late for longer (src/domain/reminders.ts). */
const lateMilliseconds = 31 * 24 * 3_600_000;

/** A row that cannot be read is told in the log and left out: people are told of the others all the same. */
export function lookoutOver({ sp, now, log }: LookoutOptions): Lookout {
  const whole = <S>(list: string, rows: readonly Row<S>[]): readonly S[] => {
    const broken = rows.filter((row) => row.broken);
    if (broken.length > 0) log.warn({ list, rows: broken.map(({ id }) => id) }, 'rows cannot be read');
    return rows.flatMap((row) => (row.broken ? [] : [row.state]));
  };
  /** On a site that an earlier version provisioned there is no list yet: what else is due is told all the same. */
  const ifThere = <V>(list: string, reading: Promise<V>): Promise<V | undefined> =>
    reading.catch((error: unknown) => {
      if (!isSharePointError(error, 'not-found')) throw error;
      log.warn({ list }, 'the site has no such list: provision it');
      return undefined;
    });
  return {
    awaiting: async () => whole('incidents', await readAwaitingIncidents(sp)),
    due: async () => whole('tracks', await readTracksDueFrom(sp, later(now(), -lateMilliseconds))),
    measures: async () => whole('measures', await readMeasuresDueFrom(sp, later(now(), -lateMilliseconds))),
    inventories: async () => whole('inventories', (await ifThere('inventories', readInventories(sp, { state: 'open' }))) ?? []),
    decisions: async () => whole('classifications', await readClassifications(sp, { state: 'submitted' })),
    requirementAnswers: async () => whole('requirement answers', (await ifThere('requirement answers', readRequirementAnswers(sp))) ?? []),
    yearlyBegan: () => ifThere('årshjul', readYearlyBegan(sp)),
    all: async () => whole('incidents', await readIncidents(sp)),
    register: async () => {
      const [assets, incidents, submitted, waiting] = await Promise.all([
        readAssets(sp),
        readSeriousIncidents(sp),
        readClassifications(sp, { state: 'submitted' }),
        readClassifications(sp, { state: 'waiting' })
      ]);
      return {
        assets: whole('assets', assets),
        incidents: whole('incidents', incidents),
        proposed: whole('classifications', [...submitted, ...waiting])
      };
    }
  };
}
