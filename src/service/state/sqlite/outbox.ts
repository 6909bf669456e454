// The outbox in SQLite: notices by person, and a row that says in whose hand a person is.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { Notice } from '../../../domain/notice';
import type { Claim, HeldNotices, Outbox } from '../service-state';
import { unsentOf, type Telling } from '../state-record';
import { asynchronous } from './asynchronous';
import type { DurableWrites } from './durable-writes';

/** As many as one person is told before others have their turn. */
const mostAtOnce = 50;

const personRow = z.object({ person: z.string(), attempts: z.int() });
const nextRow = z.object({ at: z.string().nullable() });
const outgoingRow = z
  .object({ id: z.string(), notice: z.string() })
  .transform(({ id, notice }) => ({ id, notice: Notice.parse(JSON.parse(notice)) }));

/** One row for each person who waits and is reached somewhere, found by leaps over the index `outbox_waiting`; `first` is the key of their first notice. */
const waitingPeople = `
  WITH RECURSIVE waiting (person) AS (
    SELECT min(person) FROM outbox WHERE at IS NOT NULL
    UNION ALL
    SELECT (SELECT min(person) FROM outbox WHERE at IS NOT NULL AND person > waiting.person) FROM waiting WHERE waiting.person IS NOT NULL
  ),
  reached AS (
    SELECT w.person, coalesce(h.until, '') AS until, coalesce(h.attempts, 0) AS attempts,
      (SELECT key FROM outbox WHERE person = w.person AND at IS NOT NULL ORDER BY at, ordinal, key LIMIT 1) AS first
    FROM waiting w JOIN conversations c ON c.person = w.person LEFT JOIN holds h ON h.person = w.person
  )`;

export function outboxIn(database: Database.Database, writes: DurableWrites): Outbox {
  const next = database.prepare(`${waitingPeople} SELECT min(max(o.at, r.until)) AS at FROM reached r JOIN outbox o ON o.key = r.first`);
  const sent = database.prepare('UPDATE outbox SET sent_at = :at, notice = NULL, at = NULL, ordinal = NULL WHERE key = :id');
  const letGo = database.prepare('DELETE FROM holds WHERE person = :person AND until = :until');
  const holdOff = database.prepare('UPDATE holds SET until = :at, attempts = :attempts WHERE person = :person AND until = :until');
  const addNotices = addNoticesIn(database);
  return {
    put: ({ key, at, notices }) => writes.write(() => addNotices({ command: key, at, notices })),
    take: takeIn(database),
    nextDue: asynchronous(() => nextRow.parse(next.get()).at ?? undefined),
    sent: (id, at) =>
      writes.erase(() => {
        sent.run({ id, at });
      }),
    release: asynchronous(({ person, until }, attempt) => {
      if (attempt === undefined) letGo.run({ person, until });
      else holdOff.run({ person, until, ...attempt });
    })
  };
}

/** Puts what is told in the outbox, within whatever transaction it is called in; what is there already stays as it is. */
export function addNoticesIn(database: Database.Database): (told: Telling) => void {
  const add = database.prepare(
    'INSERT OR IGNORE INTO outbox (key, person, notice, at, ordinal) VALUES (:id, :person, :notice, :at, :order)'
  );
  return (told) => {
    for (const { id, notice, at, order } of unsentOf(told)) add.run({ id, person: notice.to, notice: JSON.stringify(notice), at, order });
  };
}

function takeIn(database: Database.Database): Outbox['take'] {
  const first = database.prepare(`
    ${waitingPeople} SELECT r.person, r.attempts FROM reached r JOIN outbox o ON o.key = r.first WHERE o.at <= :now AND r.until <= :now
    ORDER BY o.at, o.ordinal, o.key LIMIT 1`);
  const hold = database.prepare(`
    INSERT INTO holds (person, until, attempts) VALUES (:person, :until, :attempts) ON CONFLICT (person) DO UPDATE SET until = :until`);
  const waiting = database.prepare(`
    SELECT key AS id, notice FROM outbox WHERE person = :person AND at <= :now ORDER BY at, ordinal, key LIMIT ${mostAtOnce}`);
  const take = database.transaction(({ now, until }: Claim): HeldNotices | undefined => {
    const person = personRow.optional().parse(first.get({ now }));
    if (person === undefined) return undefined;
    hold.run({ ...person, until });
    return { ...person, until, notices: outgoingRow.array().parse(waiting.all({ person: person.person, now })) };
  });
  return asynchronous((claim) => take.immediate(claim));
}
