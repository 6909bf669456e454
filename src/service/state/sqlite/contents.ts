// All that a SQLite state holds, read in one snapshot and added in one transaction.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Contents } from '../service-state';
import { StateRecord } from '../state-record';
import { asynchronous } from './asynchronous';

/** Each query gives the columns of one kind of record, by the names they have there. */
const queries = {
  'waiting-command': `
    SELECT command, name, actor, input, received_at AS receivedAt, attempts, next_attempt_at AS takeUpAt
    FROM inbox WHERE settled_at IS NULL ORDER BY received_at, command`,
  'settled-command': `
    SELECT command, name, actor, received_at AS receivedAt, outcome, settled_at AS settledAt
    FROM inbox WHERE settled_at IS NOT NULL ORDER BY received_at, command`,
  'unsent-notice': `
    SELECT key AS id, at, ordinal AS "order", notice FROM outbox WHERE at IS NOT NULL ORDER BY at, ordinal, key`,
  'sent-notice': 'SELECT key AS id, person, sent_at AS sentAt FROM outbox WHERE sent_at IS NOT NULL ORDER BY sent_at, key',
  conversation: `
    SELECT person AS personId, service_url AS serviceUrl, conversation_id AS conversationId, tenant_id AS tenantId, bot_id AS botId, locale
    FROM conversations ORDER BY person`,
  language: 'SELECT person, language FROM chosen_languages ORDER BY person',
  'shown-card': `
    SELECT conversation_id AS conversationId, reference, activity_id AS activityId, says FROM shown_cards ORDER BY conversation_id, reference`,
  job: 'SELECT job, done_due AS due, done_at AS doneAt FROM jobs WHERE done_due IS NOT NULL ORDER BY job'
} as const satisfies Readonly<Record<StateRecord['kind'], string>>;

const inserts = {
  'waiting-command': `
    INSERT INTO inbox (command, name, actor, input, received_at, attempts, next_attempt_at)
    VALUES (:command, :name, :actor, :input, :receivedAt, :attempts, :takeUpAt)`,
  'settled-command': `
    INSERT INTO inbox (command, name, actor, received_at, outcome, settled_at)
    VALUES (:command, :name, :actor, :receivedAt, :outcome, :settledAt)`,
  'unsent-notice': 'INSERT INTO outbox (key, person, notice, at, ordinal) VALUES (:id, :person, :notice, :at, :order)',
  'sent-notice': 'INSERT INTO outbox (key, person, sent_at) VALUES (:id, :person, :sentAt)',
  conversation: `
    INSERT INTO conversations (person, service_url, conversation_id, tenant_id, bot_id, locale)
    VALUES (:personId, :serviceUrl, :conversationId, :tenantId, :botId, :locale)`,
  language: 'INSERT INTO chosen_languages (person, language) VALUES (:person, :language)',
  'shown-card': `
    INSERT INTO shown_cards (conversation_id, reference, activity_id, says) VALUES (:conversationId, :reference, :activityId, :says)`,
  job: `
    INSERT INTO jobs (job, done_due, done_at) VALUES (:job, :due, :doneAt)
    ON CONFLICT (job) DO UPDATE SET done_due = :due, done_at = :doneAt WHERE done_due IS NULL`
} as const satisfies Readonly<Record<StateRecord['kind'], string>>;

const kinds = Object.keys(queries) as readonly StateRecord['kind'][];
const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export function contentsIn(database: Database.Database): Contents {
  const all = database.transaction(() =>
    kinds.flatMap((kind) =>
      database
        .prepare(queries[kind])
        .all()
        .map((found) => recordOf(kind, found))
    )
  );
  const add = database.transaction((records: readonly StateRecord[]) => {
    for (const record of records) database.prepare(inserts[record.kind]).run(rowOf(record));
  });
  return {
    all: asynchronous(() => all()),
    add: asynchronous((records) => {
      add.immediate(records);
    })
  };
}

function recordOf(kind: StateRecord['kind'], found: unknown): StateRecord {
  const present = Object.entries(row.parse(found)).filter(([, value]) => value !== null);
  const fields = present.map(([name, value]) => [name, isJson(name) ? (JSON.parse(String(value)) as unknown) : value]);
  return StateRecord.parse({ kind, ...Object.fromEntries(fields) });
}

function rowOf(record: StateRecord): Readonly<Record<string, unknown>> {
  const person = record.kind === 'unsent-notice' ? { person: record.notice.to } : {};
  const absent = record.kind === 'settled-command' ? { actor: null } : record.kind === 'conversation' ? { locale: null } : {};
  const { kind: _kind, ...fields } = record;
  const given = Object.entries(fields).map(([name, value]) => [name, isJson(name) ? JSON.stringify(value) : value] as const);
  return { ...absent, ...person, ...Object.fromEntries(given) };
}

function isJson(name: string): boolean {
  return name === 'input' || name === 'notice';
}
