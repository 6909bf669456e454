// The inbox in SQLite: a command is settled, and its notices put, in one transaction.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { GivenCommand, Inbox, Settlement } from '../service-state';
import { asynchronous } from './asynchronous';
import type { DurableWrites } from './durable-writes';
import { addNoticesIn } from './outbox';

const waitingRow = z
  .object({
    command: z.string(),
    name: z.string(),
    actor: z.string(),
    input: z.string(),
    received_at: z.string(),
    attempts: z.int(),
    next_attempt_at: z.string()
  })
  .transform(({ input, received_at, next_attempt_at, ...row }) => ({
    ...row,
    input: JSON.parse(input) as unknown,
    receivedAt: received_at,
    takeUpAt: next_attempt_at
  }));

const ownerRow = z.object({ name: z.string(), actor: z.string().nullable() });
const nextRow = z.object({ at: z.string().nullable() });

export function inboxIn(database: Database.Database, writes: DurableWrites): Inbox {
  const take = database.prepare(`
    UPDATE inbox SET next_attempt_at = :until
    WHERE command = (SELECT command FROM inbox WHERE next_attempt_at <= :now ORDER BY received_at, command LIMIT 1)
    RETURNING command, name, actor, input, received_at, attempts, next_attempt_at`);
  const next = database.prepare('SELECT min(next_attempt_at) AS at FROM inbox');
  const postpone = database.prepare(
    'UPDATE inbox SET attempts = :attempts, next_attempt_at = :at WHERE command = :command AND next_attempt_at = :takeUpAt'
  );
  return {
    put: putIn(database, writes),
    take: asynchronous((claim) => waitingRow.optional().parse(take.get(claim))),
    nextDue: asynchronous(() => nextRow.parse(next.get()).at ?? undefined),
    postpone: asynchronous(({ command, takeUpAt }, { attempts, at }) => {
      postpone.run({ command, takeUpAt, attempts, at });
    }),
    settle: settleIn(database, writes),
    forget: forgetIn(database, writes)
  };
}

function putIn(database: Database.Database, writes: DurableWrites): Inbox['put'] {
  const owner = database.prepare('SELECT name, actor FROM inbox WHERE command = ?');
  const insert = database.prepare(`
    INSERT INTO inbox (command, name, actor, input, received_at, next_attempt_at)
    VALUES (:command, :name, :actor, :input, :receivedAt, :takeUpAt)
    ON CONFLICT (command) DO UPDATE SET actor = :actor, input = :input, received_at = :receivedAt, next_attempt_at = :takeUpAt,
      attempts = 0, outcome = NULL, settled_at = NULL
    WHERE settled_at IS NOT NULL`);
  const put = ({ input, ...given }: GivenCommand): Awaited<ReturnType<Inbox['put']>> => {
    const known = ownerRow.optional().parse(owner.get(given.command));
    if (known !== undefined && (known.name !== given.name || (known.actor ?? given.actor) !== given.actor)) return 'foreign-key';
    return insert.run({ ...given, input: JSON.stringify(input) }).changes === 0 ? 'waiting' : 'kept';
  };
  return (given) => writes.write(() => put(given));
}

function settleIn(database: Database.Database, writes: DurableWrites): Inbox['settle'] {
  const settle = database.prepare(`
    UPDATE inbox SET outcome = :outcome, settled_at = :at, input = NULL, next_attempt_at = NULL, actor = iif(:forgetActor, NULL, actor)
    WHERE command = :command`);
  const addNotices = addNoticesIn(database);
  const settleWithNotices = (settlement: Settlement): void => {
    const { command, outcome, at, forgetActor } = settlement;
    const { changes } = settle.run({ command, outcome, at, forgetActor: forgetActor ? 1 : 0 });
    if (changes === 0) throw new Error('The command that was settled is not in the state.');
    addNotices(settlement);
  };
  return (settlement) => writes.erase(() => settleWithNotices(settlement));
}

function forgetIn(database: Database.Database, writes: DurableWrites): Inbox['forget'] {
  const forgetSettled = database.prepare('DELETE FROM inbox WHERE settled_at < ?');
  const forgetSent = database.prepare('DELETE FROM outbox WHERE sent_at < ?');
  return (settledBefore) =>
    writes.erase(() => {
      forgetSettled.run(settledBefore);
      forgetSent.run(settledBefore);
    });
}
