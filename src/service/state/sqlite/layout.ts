// The tables of the service's state in SQLite, and how a file of an earlier version becomes one of this.
import type Database from 'better-sqlite3';

/** Each step is taken once, in order; `user_version` counts those that have been. A step that has been released is never changed. */
const steps: readonly string[] = [
  // Files from before the steps were counted have these already.
  `CREATE TABLE IF NOT EXISTS inbox (
    command TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    actor TEXT,
    input TEXT,
    received_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,
    outcome TEXT CHECK (outcome IN ('done', 'refused')),
    settled_at TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS inbox_next_attempt ON inbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS inbox_settled ON inbox (settled_at);
  CREATE TABLE IF NOT EXISTS conversations (
    person TEXT PRIMARY KEY,
    service_url TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    tenant_id TEXT NOT NULL,
    bot_id TEXT NOT NULL,
    locale TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS chosen_languages (
    person TEXT PRIMARY KEY,
    language TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    notice TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,
    sent_at TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS outbox_next_attempt ON outbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;`,

  // Many instances: what waits for a person is in one hand at a time, and so is a job.
  `ALTER TABLE outbox RENAME TO earlier_outbox;
  CREATE TABLE outbox (
    key TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    notice TEXT,
    at TEXT,
    ordinal INTEGER,
    sent_at TEXT,
    CHECK ((sent_at IS NULL) = (notice IS NOT NULL AND at IS NOT NULL AND ordinal IS NOT NULL))
  ) STRICT;
  INSERT INTO outbox
    SELECT key, person, notice, next_attempt_at, iif(sent_at IS NULL, id, NULL), sent_at FROM earlier_outbox;
  DROP TABLE earlier_outbox;
  CREATE INDEX outbox_unsent ON outbox (at, ordinal) WHERE at IS NOT NULL;
  CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
  CREATE TABLE holds (
    person TEXT PRIMARY KEY,
    until TEXT NOT NULL,
    attempts INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE jobs (
    job TEXT PRIMARY KEY,
    done_due TEXT,
    done_at TEXT,
    lease_due TEXT,
    lease_holder TEXT,
    lease_until TEXT
  ) STRICT;`,

  // Whoever has not been met may have thousands of notices waiting: people are looked through, not notices.
  'CREATE INDEX outbox_waiting ON outbox (person, at, ordinal, key) WHERE at IS NOT NULL;',

  // An incident is one card in the handlers' channel, kept up to date.
  `CREATE TABLE shown_cards (
    conversation_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    says TEXT NOT NULL,
    PRIMARY KEY (conversation_id, reference)
  ) STRICT, WITHOUT ROWID;`
];

/** Brings the file to this version, or throws when it is of a later one: an older service must not write what it does not understand. */
export function layOut(database: Database.Database): void {
  const takeSteps = database.transaction(() => {
    const taken = Number(database.pragma('user_version', { simple: true }));
    if (taken > steps.length) throw new Error('The state was made by a later version of Värna: start that one, or restore a backup.');
    for (const step of steps.slice(taken)) database.exec(step);
    database.pragma(`user_version = ${steps.length}`);
  });
  takeSteps.immediate();
}
