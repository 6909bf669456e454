// Holds the record against its log: broken chains, entries taken away, and items that say something else than their log (H13, design 2 and 4).
import type { SPFI } from '@pnp/sp';
import { contentHash, type Json } from '../domain/hash';
import { chainDeviations, type ChainFault, type LogEntry } from '../domain/log';
import { assetRegister, readAssets } from '../lists/assets';
import { classificationRegister, readClassifications } from '../lists/classifications';
import { incidentRegister, readIncidents } from '../lists/incidents';
import { readLog } from '../lists/log';
import type { ListRegister } from '../lists/register';
import type { Row } from '../lists/rows';
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
  const items = [
    ...(await itemDeviations(chains, { series: 'T', register: assetRegister(sp), rows: await readAssets(sp) })),
    ...(await itemDeviations(chains, { series: 'K', register: classificationRegister(sp), rows: await readClassifications(sp) })),
    ...(await itemDeviations(chains, { series: 'I', register: incidentRegister(sp), rows: await readIncidents(sp) }))
  ];
  const inChains = [...chains.values()].flatMap((chain) => chainDeviations(chain));
  return { entries: rows.length, deviations: [...unreadable('Handelselogg', rows), ...inChains, ...items] };
}

type Chains = ReadonlyMap<string, readonly LogEntry[]>;

function chainsOf(rows: readonly Row<LogEntry>[]): Chains {
  const chains = new Map<string, LogEntry[]>();
  for (const row of rows) {
    if (row.broken) continue;
    const chain = chains.get(row.state.aggregate) ?? [];
    chains.set(row.state.aggregate, [...chain, row.state]);
  }
  return new Map([...chains].map(([aggregate, chain]) => [aggregate, chain.sort((a, b) => a.sequence - b.sequence)]));
}

interface Items<S> {
  readonly series: 'T' | 'K' | 'I';
  readonly register: ListRegister<S>;
  readonly rows: readonly Row<S>[];
}

async function itemDeviations<S extends { readonly reference: string }>(
  chains: Chains,
  { series, register, rows }: Items<S>
): Promise<Deviation[]> {
  const heads = [...chains].flatMap(([aggregate, chain]) => (aggregate.startsWith(`${series}-`) ? chain.slice(-1) : []));
  const strangers = rows.flatMap((row) =>
    row.broken || chains.has(row.state.reference)
      ? []
      : [{ aggregate: row.state.reference, sequence: 0, at: '', fault: 'not-in-log' as const }]
  );
  const found: Deviation[] = [];
  for (const head of heads) {
    const fault = await faultOfItem(head, register);
    if (fault !== undefined) found.push({ aggregate: head.aggregate, sequence: head.sequence, at: head.at, fault });
  }
  return [...strangers, ...found];
}

async function faultOfItem<S>(head: LogEntry, register: ListRegister<S>): Promise<Fault | undefined> {
  const page = await readable(() => register.read(head.aggregate));
  if (page === 'unreadable') return 'unreadable';
  if (page === undefined) return 'item-missing';
  if (page.sequence > head.sequence) return 'tail-missing';
  if (page.sequence < head.sequence) return 'item-behind';
  return fingerprint(page.state) === fingerprint(register.parse(head.state)) ? undefined : 'item-differs';
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
