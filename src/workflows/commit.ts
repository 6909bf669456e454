// Log first, then the item (design 4): how every command writes, and how what a crash left half done is mended.
import { genesisHash, seal, type EventCode, type LogEntry } from '../domain/log';
import type { Actor } from '../domain/person';
import { nextNumber, numberPrefix, type Series } from '../domain/reference-number';
import type { Context, Overtaken, Page, Register } from './context';

/** One step of one aggregate. `nobody`: the entry names no actor (H52). */
export interface Change<S> {
  readonly event: EventCode;
  readonly command: string;
  readonly actor: Actor | 'nobody';
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
  readonly state: S;
}

export interface Committed<S> {
  readonly ok: true;
  readonly state: S;
}

/** What this command did when it was first carried out, or `undefined` when it never was. Its item shows it afterwards. */
export async function alreadyDone<S>(context: Context, register: Register<S>, command: string): Promise<S | undefined> {
  const entry = await context.log.byCommand(command);
  if (entry === undefined) return undefined;
  await readMended(context, register, entry.aggregate);
  return register.parse(entry.state);
}

/** What the log says of an aggregate. An item that a crash left behind is brought up to date first; one edited around us is not believed (design 2). */
export async function readMended<S>(context: Context, register: Register<S>, reference: string): Promise<Page<S> | undefined> {
  const [shown, latest] = await Promise.all([register.shows(reference), context.log.latest(reference)]);
  if (latest === undefined) return undefined;
  const page = { state: register.parse(latest.state), sequence: latest.sequence };
  if (shown === undefined || shown < page.sequence) await register.write(page);
  return page;
}

/** The next entry of an aggregate that was read at `page`. A second writer loses on the unique key and is told who won. */
export async function commit<S>(
  context: Context,
  register: Register<S>,
  aggregate: string,
  page: Page<S>,
  change: Change<S>
): Promise<Committed<S> | Overtaken> {
  const latest = await context.log.latest(aggregate);
  if (latest?.sequence !== page.sequence) return overtakenBy(latest);
  const entry = sealed(context, aggregate, latest, change);
  const outcome = await context.log.append(entry);
  if (outcome === 'key-taken') return overtakenBy(await context.log.latest(aggregate));
  await register.write({ state: change.state, sequence: entry.sequence });
  return { ok: true, state: change.state };
}

/** The first entry of a new aggregate, under the next free number of its series, and its item. */
export async function commitNew<S>(
  context: Context,
  register: Register<S>,
  series: Series,
  change: (reference: string) => Change<S>
): Promise<S> {
  const entry = await appendNew(context, series, change);
  const state = register.parse(entry.state);
  await register.write({ state, sequence: entry.sequence });
  return state;
}

/** As `commitNew` for an aggregate that stands in the log alone. Whoever loses the race for a number takes the one after. */
export async function appendNew<S>(
  context: Pick<Context, 'log' | 'now'>,
  series: Series,
  change: (reference: string) => Change<S>
): Promise<LogEntry> {
  const prefix = numberPrefix(series, context.now());
  for (let races = 0; races < mostRaces; races += 1) {
    const reference = nextNumber(prefix, await context.log.latestNumber(prefix));
    const entry = sealed(context, reference, undefined, change(reference));
    const outcome = await context.log.append(entry);
    if (outcome === 'appended') return entry;
    const known = outcome === 'command-known' ? await context.log.byCommand(entry.command) : undefined;
    if (known !== undefined) return known;
  }
  throw new Error(`No free number found in series ${prefix} after ${mostRaces} tries; the log list does not show its own entries.`);
}

const mostRaces = 100;

function sealed<S>(context: Pick<Context, 'now'>, aggregate: string, before: LogEntry | undefined, change: Change<S>): LogEntry {
  const { actor, reason = '', state, ...said } = change;
  return seal({
    ...said,
    aggregate,
    reason,
    sequence: (before?.sequence ?? 0) + 1,
    at: context.now(),
    actorId: actor === 'nobody' ? 'none' : actor.person.id,
    actorName: actor === 'nobody' ? '' : actor.person.name,
    state: JSON.parse(JSON.stringify(state)) as Record<string, unknown>,
    previousHash: before?.hash ?? genesisHash
  });
}

function overtakenBy(winner: LogEntry | undefined): Overtaken {
  return { ok: false, reason: 'overtaken', by: winner?.actorName ?? '', at: winner?.at ?? '' };
}
