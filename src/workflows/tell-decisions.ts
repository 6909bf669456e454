// In the morning of each working day those are told who have classifications to decide that have waited for long (H45).
import { Temporal } from 'temporal-polyfill';
import type { Classification } from '../domain/classification';
import type { Notice } from '../domain/notice';
import { municipalTimeZone } from '../domain/reference-number';
import { afterWorkingDays } from '../domain/working-days';
import type { Context } from './context';
import { deputiesFor } from './delegations';
import type { Telling } from './telling';

/** How many working days a decision may wait before it is told of. */
const patience = 2;

/** As many as are named; the rest are counted. */
const mostNamed = 5;

/**
 * One message to each, and none to those for whom nothing waits. `submitted`: what seems to wait; the log says whether it does. `due`: the moment of the
 * summary (UTC, ISO 8601), under which nobody is told twice.
 */
export async function tellDecisions(
  { context, tell }: Pick<Telling, 'context' | 'tell'>,
  submitted: readonly Classification[],
  due: string
): Promise<void> {
  const oldestFirst = [...submitted].sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  const waiting = new Map<string, readonly Classification[]>();
  for (const classification of oldestFirst) {
    if (!hasWaitedLong(classification, due) || !(await isWaiting(context, classification))) continue;
    for (const id of await decidersOf(context, classification)) waiting.set(id, [...(waiting.get(id) ?? []), classification]);
  }
  const notices = [...waiting].map(([to, all]): Notice => {
    const oldest = all.slice(0, mostNamed).map(({ reference, assetName }) => ({ reference, assetName }));
    return { kind: 'decisions-waiting', to, count: all.length, oldest };
  });
  if (notices.length > 0) await tell(`decisions ${due}`, notices);
}

function hasWaitedLong({ submittedAt }: Classification, due: string): boolean {
  const from = Temporal.Instant.from(submittedAt).toZonedDateTimeISO(municipalTimeZone);
  return Temporal.Instant.compare(afterWorkingDays(from, patience).toInstant(), Temporal.Instant.from(due)) < 0;
}

async function isWaiting({ log, classifications }: Context, { reference }: Classification): Promise<boolean> {
  const entry = await log.latest(reference);
  return entry !== undefined && classifications.parse(entry.state).state === 'submitted';
}

/** An objektägare who proposed it cannot decide it, and is not asked to. */
async function decidersOf(context: Context, classification: Classification): Promise<readonly string[]> {
  const { decider, proposer } = classification;
  const deputies = (await deputiesFor(context, classification)).map(({ id }) => id);
  return decider.id === proposer.id ? deputies : [decider.id, ...deputies];
}
