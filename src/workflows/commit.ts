// Log first, then the item (design 4): how every command writes, and how what a crash left half done is mended.
import { genesisHash, seal, type EventCode, type LogEntry } from '../domain/log';
import type { Actor } from '../domain/person';
import { laterNumber, nextNumber, numberPrefix, numbersFrom, type Series } from '../domain/reference-number';
import type { Context, Overtaken, Page, Register, Shown } from './context';

/** One step of one aggregate. `nobody`: the entry names no actor (H52). `service`: it is done by the service itself. `at` (UTC): when the state says it happened, where it says so; otherwise now. */
export interface Change<S> {
  readonly event: EventCode;
  readonly command: string;
  readonly actor: Actor | 'nobody' | 'service';
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
  readonly at?: string;
  readonly state: S;
}

export interface Committed<S> {
  readonly ok: true;
  readonly state: S;
}

/** An aggregate as a command has read it. `last`: the entry it rests on. `shown`: its item, when that showed this page already. */
export interface Standing<S> extends Page<S> {
  readonly last: LogEntry;
  readonly shown?: Shown;
}

/** What this command did when it was first carried out, or `undefined` when it never was. Its item shows it afterwards. */
export async function alreadyDone<S>(context: Context, register: Register<S>, command: string): Promise<S | undefined> {
  const entry = await context.log.byCommand(command);
  if (entry === undefined) return undefined;
  await readMended(context, register, entry.aggregate);
  return register.parse(entry.state);
}

/** What the log says of an aggregate. An item that a crash left behind is brought up to date first; one edited around us is not believed (design 2). */
export async function readMended<S>(context: Context, register: Register<S>, reference: string): Promise<Standing<S> | undefined> {
  // The item first: read in this order, it is never ahead of the log because somebody wrote in between.
  const [shown, latest] = await Promise.all([register.shows(reference), context.log.latest(reference)]);
  if (latest === undefined) return undefined;
  const page = pageOf(register, latest);
  await register.write(page, shown ?? 'nothing');
  return { ...page, last: latest, ...(shown?.hash === page.hash && { shown }) };
}

/** The next entry of an aggregate, and then its item. A second writer loses on the unique key and is told who won. */
export async function commit<S>(
  context: Context,
  register: Register<S>,
  aggregate: string,
  standing: Standing<S>,
  change: Change<S>
): Promise<Committed<S> | Overtaken> {
  const recorded = await record(context, register, aggregate, standing, change);
  if (!recorded.ok) return recorded;
  await register.write(recorded.page, standing.shown);
  return { ok: true, state: recorded.page.state };
}

/** The first entry of an aggregate whose reference is the only one of its kind, and its item. */
export async function commitFirst<S>(
  context: Context,
  register: Register<S>,
  aggregate: string,
  change: Change<S>
): Promise<Committed<S> | Overtaken> {
  const entry = sealed(context, aggregate, undefined, change);
  const recorded = await recordedAs(context, register, entry, await context.log.append(entry));
  if (!recorded.ok) return recorded;
  await register.write(recorded.page);
  return { ok: true, state: recorded.page.state };
}

interface Recorded<S> {
  readonly ok: true;
  readonly page: Page<S>;
}

/** As `commit`, but the item is left to the caller: until it is written, the log alone knows. */
export async function record<S>(
  context: Context,
  register: Register<S>,
  aggregate: string,
  standing: Standing<S>,
  change: Change<S>
): Promise<Recorded<S> | Overtaken> {
  const entry = sealed(context, aggregate, standing, change);
  const [outcome] = await Promise.all([context.log.append(entry), register.prepare(change.state)]);
  return recordedAs(context, register, entry, outcome);
}

/**
 * As `commit`, but entry and item are written at once: for what follows from a decision that already stands in the log, so that repeating its command
 * completes it. An item that came to show an entry the log refused differs from it by its hash, and is mended when next read (docs/decisions/0009).
 */
export async function carryThrough<S>(
  context: Context,
  register: Register<S>,
  aggregate: string,
  standing: Standing<S>,
  change: Change<S>
): Promise<Committed<S> | Overtaken> {
  const entry = sealed(context, aggregate, standing, change);
  const [outcome] = await Promise.all([context.log.append(entry), register.write(pageOf(register, entry), standing.shown)]);
  const recorded = await recordedAs(context, register, entry, outcome);
  return recorded.ok ? { ok: true, state: recorded.page.state } : recorded;
}

/** The page that the log now holds for this command. */
async function recordedAs<S>(
  { log }: Context,
  register: Register<S>,
  entry: LogEntry,
  outcome: Awaited<ReturnType<Context['log']['append']>>
): Promise<Recorded<S> | Overtaken> {
  if (outcome === 'key-taken') return overtakenBy(await log.latest(entry.aggregate));
  const standing = outcome === 'command-known' ? await log.byCommand(entry.command) : undefined;
  return { ok: true, page: pageOf(register, standing ?? entry) };
}

/** The refusal for whoever came too late: `winner` is the entry that was written instead. */
export function overtakenBy(winner: LogEntry | undefined): Overtaken {
  if (winner === undefined) return { ok: false, reason: 'overtaken', by: '', at: '' };
  const { actorName: by, at, event } = winner;
  return { ok: false, reason: 'overtaken', by, at, event };
}

/** The first entry of a new aggregate, under the next free number of its series, and its item. */
export async function commitNew<S>(
  context: Context,
  register: Register<S>,
  number: NewNumber,
  change: (reference: string) => Change<S>
): Promise<S> {
  const { entry, isOurs } = await appendNew(context, number, change, (state) => register.prepare(state));
  const page = pageOf(register, entry);
  await register.write(page, isOurs ? 'nothing' : undefined);
  return page.state;
}

/** A number to try first, and its series. */
export interface NewNumber {
  readonly series: Series;
  readonly reference: string;
}

/** As `newNumber`, without asking where this process has given numbers itself: whoever is wrong loses the race for it, and asks then. */
export async function likelyNumber(context: Pick<Context, 'log' | 'now'>, series: Series): Promise<NewNumber> {
  const prefix = numberPrefix(series, context.now());
  const highest = context.log.highestAppended(prefix);
  return highest === undefined ? newNumber(context, series) : { series, reference: nextNumber(prefix, highest) };
}

/** The next free number of a series. Whoever loses the race for it takes the one after. */
export async function newNumber(context: Pick<Context, 'log' | 'now'>, series: Series): Promise<NewNumber> {
  const prefix = numberPrefix(series, context.now());
  return { series, reference: nextNumber(prefix, await context.log.latestNumber(prefix)) };
}

export interface Appended {
  readonly entry: LogEntry;
  /** False when the command turned out to have been carried out before. */
  readonly isOurs: boolean;
}

/** As `commitNew` for an aggregate that stands in the log alone. `meanwhile` is begun together with the first try. */
export async function appendNew<S>(
  context: Pick<Context, 'log' | 'now'>,
  number: NewNumber,
  change: (reference: string) => Change<S>,
  meanwhile: (state: S) => Promise<void> = () => Promise.resolve()
): Promise<Appended> {
  let { reference } = number;
  for (let races = 0; races < mostRaces; races += 1) {
    const appended = await appendOnce(context, reference, change, races === 0 ? meanwhile : undefined);
    if (appended !== undefined) return appended;
    reference = await freeNumber(context, number.series, reference);
  }
  throw new Error(`No free number found in series ${number.series} after ${mostRaces} tries; the log list does not show its own entries.`);
}

/** Tries one number; `undefined` when it was taken. `meanwhile` is begun together with it. */
export async function appendOnce<S>(
  context: Pick<Context, 'log' | 'now'>,
  reference: string,
  change: (reference: string) => Change<S>,
  meanwhile?: (state: S) => Promise<void>
): Promise<Appended | undefined> {
  const made = change(reference);
  const entry = sealed(context, reference, undefined, made);
  const [outcome] = await Promise.all([context.log.append(entry), meanwhile?.(made.state)]);
  if (outcome === 'appended') return { entry, isOurs: true };
  const known = outcome === 'command-known' ? await context.log.byCommand(entry.command) : undefined;
  return known && { entry: known, isOurs: false };
}

/** The next number after one that was tried in vain. What was made together may stand in the list in another order than its numbers, so that the latest is not the highest. */
export async function freeNumber(context: Pick<Context, 'log' | 'now'>, series: Series, tried: string): Promise<string> {
  const { reference } = await newNumber(context, series);
  return laterNumber(reference, numbersFrom(tried, 2)[1] ?? reference);
}

export const mostRaces = 100;

export function pageOf<S>(register: Register<S>, { state, sequence, hash }: LogEntry): Page<S> {
  return { state: register.parse(state), sequence, hash };
}

function sealed<S>(
  context: Pick<Context, 'now'>,
  aggregate: string,
  before: Pick<Page<S>, 'sequence' | 'hash'> | undefined,
  change: Change<S>
): LogEntry {
  const { actor, reason = '', at = context.now(), state, ...said } = change;
  return seal({
    ...said,
    aggregate,
    reason,
    sequence: (before?.sequence ?? 0) + 1,
    at,
    ...namedAs(actor),
    state: JSON.parse(JSON.stringify(state)) as Record<string, unknown>,
    previousHash: before?.hash ?? genesisHash
  });
}

function namedAs(actor: Change<unknown>['actor']): Pick<LogEntry, 'actorId' | 'actorName'> {
  if (actor === 'nobody') return { actorId: 'none', actorName: '' };
  return actor === 'service' ? { actorId: 'service', actorName: '' } : { actorId: actor.person.id, actorName: actor.person.name };
}
