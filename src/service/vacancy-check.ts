// The day's look for those who answer for assets and have left: marked in the list Vakanser, and told of to whoever can name somebody new (H22).
import type { SPFI } from '@pnp/sp';
import type { Logger } from 'pino';
import { ownerRoles, type Asset } from '../domain/asset';
import { dueToTell, findVacancies, type AccountFault, type Vacancy } from '../domain/vacancy';
import { readAssets } from '../lists/assets';
import type { Row } from '../lists/rows';
import { isSharePointError } from '../lists/sharepoint-error';
import { keepVacancy, readVacancies } from '../lists/vacancies';
import { tellVacancies } from '../workflows/tell-vacancies';
import type { Telling } from '../workflows/telling';
import type { GraphPeople } from './graph-people';
import { wholeSeconds } from './pace';
import { daily, type Job } from './schedule';

export interface VacancyCheck {
  readonly sp: SPFI;
  readonly people: Pick<GraphPeople, 'accountFault'>;
  readonly telling: Pick<Telling, 'context' | 'tell'>;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Before people come to work. */
export function vacancyCheck(parts: VacancyCheck): Job {
  return { name: 'vacancies', due: daily('06:30'), run: (signal, { due }) => checkVacancies(parts, { signal, due }) };
}

/** Safe to repeat: who has been told in the round that was due then is not told again. Throws when something could not be read or written. */
export async function checkVacancies(
  { sp, people, telling, now, log }: VacancyCheck,
  { signal, due }: { readonly signal: AbortSignal; readonly due: string }
): Promise<void> {
  const kept = await keptVacancies(sp, log);
  if (kept === undefined) return;
  const assets = whole('assets', await readAssets(sp), log);
  const faults = await faultsOf(assets, people, signal);
  if (signal.aborted) return;
  const at = wholeSeconds(now());
  const { standing, changed } = findVacancies(assets, kept, (id) => faults.get(id), at);
  for (const vacancy of changed) await keepVacancy(sp, vacancy);
  const untold = dueToTell(standing, at);
  await tellVacancies(telling, withAssets(untold, assets), { key: `vacancies ${due}`, isOpen: (id) => !faults.has(id) });
  for (const vacancy of untold) await keepVacancy(sp, { ...vacancy, toldAt: at });
  log.info({ vacancies: standing.length, told: untold.length }, 'those who answer for assets are looked for');
}

/** Nothing on a site that an earlier version provisioned. */
async function keptVacancies(sp: SPFI, log: Logger): Promise<readonly Vacancy[] | undefined> {
  try {
    return whole('vacancies', await readVacancies(sp), log);
  } catch (error) {
    if (!isSharePointError(error, 'not-found')) throw error;
    log.warn('the site has no list of vacancies: provision it');
    return undefined;
  }
}

/** A row that cannot be read is told in the log and left out. */
function whole<S>(list: string, rows: readonly Row<S>[], log: Logger): readonly S[] {
  const broken = rows.filter((row) => row.broken);
  if (broken.length > 0) log.warn({ list, rows: broken.map(({ id }) => id) }, 'rows cannot be read');
  return rows.flatMap((row) => (row.broken ? [] : [row.state]));
}

/** By Entra id; each person is asked for once, one after the other. */
async function faultsOf(
  assets: readonly Asset[],
  people: VacancyCheck['people'],
  signal: AbortSignal
): Promise<ReadonlyMap<string, AccountFault>> {
  const ids = new Set(assets.flatMap((asset) => ownerRoles.flatMap((role) => asset[role]?.id ?? [])));
  const faults = new Map<string, AccountFault>();
  for (const id of ids) {
    if (signal.aborted) break;
    const fault = await people.accountFault(id);
    if (fault !== undefined) faults.set(id, fault);
  }
  return faults;
}

function withAssets(vacancies: readonly Vacancy[], assets: readonly Asset[]) {
  const byNumber = new Map(assets.map((asset) => [asset.reference, asset]));
  return vacancies.flatMap((vacancy) => {
    const asset = byNumber.get(vacancy.asset);
    return asset === undefined ? [] : [{ vacancy, asset }];
  });
}
