// Holds the record against its log: broken chains, entries taken away, and items that say something else than their log (H13, design 2 and 4).
import type { SPFI } from '@pnp/sp';
import { contentHash, type Json } from '../domain/hash';
import { chainDeviations, type ChainFault, type LogEntry } from '../domain/log';
import { assetRegister } from '../lists/assets';
import { classificationRegister } from '../lists/classifications';
import { delegationRegister } from '../lists/delegations';
import { incidentRegister } from '../lists/incidents';
import { readLog } from '../lists/log';
import type { ListRegister, Page } from '../lists/register';
import { unlessBroken, type Row } from '../lists/rows';
import { isSharePointError } from '../lists/sharepoint-error';

/**
 * `unreadable`: the row is not what the schema says. `tail-missing`: the item shows an entry later than any in the log. `item-behind`: the item shows an
 * earlier entry, as after a crash, and is brought up to date when next used. `item-differs`: it says something else than the entry it shows.
 * `item-missing`: the log has it, the list has not. `not-in-log`: the list has it, the log has not.
 */
export type Fault = ChainFault | 'unreadable' | 'tail-missing' | 'item-behind' | 'item-differs' | 'item-missing' | 'not-in-log';

/** `aggregate` is a reference number, or the list and row of what cannot be read. `at` is UTC, empty when it is not known. */
export interface Deviation {
  readonly aggregate: string;
  readonly sequence: number;
  readonly at: string;
  readonly fault: Fault;
}

export interface Verification {
  readonly entries: number;
  readonly deviations: readonly Deviation[];
}

/** Reads the whole log and every item. Throws when something could not be read: then nothing is said about the record. */
export async function verifyLog(sp: SPFI): Promise<Verification> {
  const rows = await readLog(sp);
  const chains = chainsOf(rows);
  const items = await Promise.all([
    itemDeviations(sp, chains, { series: 'T', list: 'Informationstillgangar', register: assetRegister(sp) }),
    itemDeviations(sp, chains, { series: 'K', list: 'Klassningar', register: classificationRegister(sp) }),
    itemDeviations(sp, chains, { series: 'I', list: 'Incidenter', register: incidentRegister(sp) }),
    itemDeviations(sp, chains, { series: 'D', list: 'Delegeringar', register: delegationRegister(sp) })
  ]);
  const inChains = [...chains.values()].flatMap((chain) => chainDeviations(chain));
  return { entries: rows.length, deviations: [...unreadable('Handelselogg', rows), ...inChains, ...items.flat()] };
}

type Chains = ReadonlyMap<string, readonly LogEntry[]>;

function chainsOf(rows: readonly Row<LogEntry>[]): Chains {
  const chains = new Map<string, LogEntry[]>();
  for (const row of rows) {
    if (row.broken) continue;
    const chain = chains.get(row.state.aggregate);
    if (chain === undefined) chains.set(row.state.aggregate, [row.state]);
    else chain.push(row.state);
  }
  for (const chain of chains.values()) chain.sort((a, b) => a.sequence - b.sequence);
  return chains;
}

interface Items<S> {
  readonly series: 'T' | 'K' | 'I' | 'D';
  /** Last part of the list's address. */
  readonly list: string;
  readonly register: ListRegister<S>;
}

/** What seems wrong is looked at once more, alone: what was written while the rest was being read is no deviation. */
async function itemDeviations<S>(sp: SPFI, chains: Chains, { series, list, register }: Items<S>): Promise<Deviation[]> {
  const rows = await register.all();
  const items = new Map(rows.flatMap((row) => (row.broken ? [] : [[row.state.reference, row.state.page] as const])));
  const inLog = [...chains.keys()].filter((aggregate) => aggregate.startsWith(`${series}-`));
  const suspects = [...new Set([...inLog, ...items.keys()])].filter(
    (aggregate) => faultOfItem(chains.get(aggregate)?.at(-1), items.get(aggregate), register) !== undefined
  );
  const found = await Promise.all(suspects.map((aggregate) => lookedAtAgain(sp, aggregate, register)));
  return [...unreadable(list, rows), ...found.flat()];
}

async function lookedAtAgain<S>(sp: SPFI, aggregate: string, register: ListRegister<S>): Promise<Deviation[]> {
  // The item first: the log can then only be ahead of it, by what came in between.
  const page = await readable(() => register.read(aggregate));
  const head = chainsOf(await readLog(sp, aggregate))
    .get(aggregate)
    ?.at(-1);
  const fault = faultOfItem(head, page, register);
  return fault === undefined ? [] : [{ aggregate, sequence: head?.sequence ?? 0, at: head?.at ?? '', fault }];
}

function faultOfItem<S>(
  head: LogEntry | undefined,
  page: Page<S> | 'unreadable' | undefined,
  register: ListRegister<S>
): Fault | undefined {
  if (page === 'unreadable') return 'unreadable';
  if (head === undefined) return page && 'not-in-log';
  if (page === undefined) return 'item-missing';
  if (page.sequence > head.sequence) return 'tail-missing';
  if (page.sequence < head.sequence) return 'item-behind';
  const logged = unlessBroken(() => ({ state: register.parse(head.state) }));
  return logged !== undefined && fingerprint(page.state) === fingerprint(logged.state) ? undefined : 'item-differs';
}

/** A row that is not what the schema says is a finding; no answer from SharePoint is not. */
async function readable<V>(read: () => Promise<V>): Promise<V | 'unreadable'> {
  try {
    return await read();
  } catch (error) {
    if (isSharePointError(error, 'unexpected') && error.status === undefined) return 'unreadable';
    throw error;
  }
}

function fingerprint(state: unknown): string {
  return contentHash(JSON.parse(JSON.stringify(state)) as Json);
}

function unreadable(list: string, rows: readonly Row<unknown>[]): Deviation[] {
  return rows.flatMap(({ broken, id }) =>
    broken ? [{ aggregate: `${list} #${id}`, sequence: 0, at: '', fault: 'unreadable' as const }] : []
  );
}
