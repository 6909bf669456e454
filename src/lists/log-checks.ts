// The checks of the log that have been made, in the list Loggkontroller.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import { z } from 'zod';
import { faults, mostKept, type LogCheck } from '../domain/log-check';
import { checkerChoices, logCheckList } from '../schema/log-checks';
import { json, moment, word } from './cells';
import { leanQuery, leanRows, readRows, rowOf, type Row, type RowShape } from './rows';
import { isSharePointError } from './sharepoint-error';
import { putRow } from './writing';

/** Keeps the check under this key; the same key again is the same check, made anew. */
export function keepLogCheck(sp: SPFI, key: string, check: LogCheck): Promise<void> {
  return putRow({ sp, shape: logCheckRows, key, state: { key, ...check }, ids: () => Promise.resolve(null) });
}

/** The check that was made last; `undefined` when none has been made. */
export async function readLatestLogCheck(sp: SPFI): Promise<Row<LogCheck> | undefined> {
  const [newest] = leanRows.parse(await leanQuery(sp, logCheckRows).orderBy('Tid', false).top(1)());
  return newest && rowOf(logCheckRows, newest);
}

/** Entries of the anchors that the checks have seen; none on a site that has no such list yet. */
export async function readWitnessedAnchors(sp: SPFI): Promise<readonly NonNullable<LogCheck['anchor']>[]> {
  try {
    const rows = await readRows(sp, logCheckRows);
    return rows.flatMap((row) => (row.broken || row.state.anchor === undefined ? [] : [row.state.anchor]));
  } catch (error) {
    if (isSharePointError(error, 'not-found')) return [];
    throw error;
  }
}

interface KeptCheck extends LogCheck {
  readonly key: string;
}

const Place = z.object({ aggregate: z.string(), sequence: z.int(), at: z.string() });
const Deviations = z.array(Place.extend({ fault: z.enum(faults) }));
const AnchorSeen = Place.extend({ hash: z.string() }).optional();

const LogCheckRow = z.object({
  Nyckel: z.string(),
  Tid: moment,
  Av: word(checkerChoices),
  Poster: z.int(),
  Avvikelser: z.int(),
  Avvikelselista: json.pipe(Deviations),
  Ankare: z
    .string()
    .nullable()
    .transform((cell) => (cell === null || cell === '' ? undefined : cell))
    .pipe(z.union([z.undefined(), json.pipe(AnchorSeen)]))
});

const logCheckRows: RowShape<KeptCheck> = {
  list: logCheckList,
  key: 'Nyckel',
  read: (row) => {
    const {
      Nyckel: key,
      Tid: at,
      Av: by,
      Poster: entries,
      Avvikelser: found,
      Avvikelselista: deviations,
      Ankare: anchor
    } = LogCheckRow.parse(row);
    return { key, at, by, entries, found, deviations, anchor };
  },
  cells: ({ key, at, by, entries, found, deviations, anchor }) => ({
    Nyckel: key,
    Title: found === 0 ? 'Inga avvikelser' : `Avvikelser: ${found}`,
    Tid: at,
    Av: checkerChoices.wordOf(by),
    Poster: entries,
    Avvikelser: found,
    Avvikelselista: JSON.stringify(deviations.slice(0, mostKept)),
    Ankare: anchor === undefined ? null : JSON.stringify(anchor)
  }),
  people: () => ({})
};
