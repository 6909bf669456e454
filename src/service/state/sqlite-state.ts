// The service's state in one SQLite file: each commit is on disk (WAL, synchronous=FULL) before anybody is answered.
import Database from 'better-sqlite3';
import { closeSync, openSync } from 'node:fs';
import { z } from 'zod';
import { languages } from '../../domain/language';
import { Notice } from '../../domain/notice';
import type { Conversations, Inbox, Outbox, ServiceState, Settlement } from './service-state';

/** Opens the file, making it, readable by the service's own account only, when it is missing. `:memory:` keeps nothing. */
export function openSqliteState(path: string): ServiceState {
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // Erased content is overwritten, not just unlinked.
  database.pragma('secure_delete = ON');
  database.exec(tables);
  return {
    inbox: inboxIn(database),
    outbox: outboxIn(database),
    conversations: conversationsIn(database),
    close: asynchronous(() => {
      database.close();
    })
  };
}

const tables = `
  CREATE TABLE IF NOT EXISTS inbox (
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
  CREATE INDEX IF NOT EXISTS outbox_next_attempt ON outbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;`;

/** As many as are taken up in one round. */
const roundSize = 50;

const waitingRow = z
  .object({ command: z.string(), name: z.string(), actor: z.string(), input: z.string(), received_at: z.string(), attempts: z.int() })
  .transform(({ input, received_at, ...row }) => ({ ...row, input: JSON.parse(input) as unknown, receivedAt: received_at }));

const nextRow = z.object({ at: z.string().nullable() });

function inboxIn(database: Database.Database): Inbox {
  const owner = database.prepare('SELECT name, actor FROM inbox WHERE command = ?');
  const insert = database.prepare(`
    INSERT INTO inbox (command, name, actor, input, received_at, next_attempt_at)
    VALUES (:command, :name, :actor, :input, :receivedAt, :takeUpAt)
    ON CONFLICT (command) DO UPDATE SET actor = :actor, input = :input, received_at = :receivedAt, next_attempt_at = :takeUpAt,
      attempts = 0, outcome = NULL, settled_at = NULL
    WHERE settled_at IS NOT NULL`);
  const due = database.prepare(`
    SELECT command, name, actor, input, received_at, attempts FROM inbox WHERE next_attempt_at <= ? ORDER BY received_at LIMIT ${roundSize}`);
  const next = database.prepare('SELECT min(next_attempt_at) AS at FROM inbox');
  const postpone = database.prepare(
    'UPDATE inbox SET attempts = :attempts, next_attempt_at = :at WHERE command = :command AND settled_at IS NULL'
  );
  const takeUpAll = database.prepare('UPDATE inbox SET next_attempt_at = ? WHERE settled_at IS NULL');
  const settle = database.prepare(`
    UPDATE inbox SET outcome = :outcome, settled_at = :at, input = NULL, next_attempt_at = NULL, actor = iif(:forgetActor, NULL, actor)
    WHERE command = :command`);
  const addNotice = database.prepare('INSERT OR IGNORE INTO outbox (key, person, notice, next_attempt_at) VALUES (?, ?, ?, ?)');
  const forgetSettled = database.prepare('DELETE FROM inbox WHERE settled_at < ?');
  const forgetSent = database.prepare('DELETE FROM outbox WHERE sent_at < ?');
  const put = database.transaction(({ input, ...given }: Parameters<Inbox['put']>[0]) => {
    const known = ownerRow.optional().parse(owner.get(given.command));
    if (known !== undefined && (known.name !== given.name || (known.actor ?? given.actor) !== given.actor)) return 'foreign-key';
    insert.run({ ...given, input: JSON.stringify(input) });
    return 'kept';
  });
  const settleWithNotices = database.transaction(({ notices, forgetActor, ...settlement }: Settlement) => {
    settle.run({ ...settlement, forgetActor: forgetActor ? 1 : 0 });
    for (const notice of notices) addNotice.run(noticeKey(settlement.command, notice), notice.to, JSON.stringify(notice), settlement.at);
  });
  return {
    put: asynchronous((given) => put.immediate(given)),
    due: asynchronous((now) => waitingRow.array().parse(due.all(now))),
    nextDue: asynchronous(() => nextRow.parse(next.get()).at ?? undefined),
    postpone: asynchronous((command, { attempts, at }) => {
      postpone.run({ command, attempts, at });
    }),
    takeUpAll: asynchronous((now) => {
      takeUpAll.run(now);
    }),
    settle: asynchronous((settlement) => {
      settleWithNotices.immediate(settlement);
    }),
    forget: asynchronous((settledBefore) => {
      forgetSettled.run(settledBefore);
      forgetSent.run(settledBefore);
      // What was erased leaves the write-ahead log as well.
      database.pragma('wal_checkpoint(TRUNCATE)');
    })
  };
}

const ownerRow = z.object({ name: z.string(), actor: z.string().nullable() });

/** Somebody who is both IT and the nearest manager is told in both capacities. */
function noticeKey(command: string, notice: Notice): string {
  const capacity = 'receiver' in notice ? notice.receiver : '';
  return [command, notice.to, notice.kind, capacity].join(' ');
}

const conversationRow = z
  .object({
    person: z.string(),
    service_url: z.string(),
    conversation_id: z.string(),
    tenant_id: z.string(),
    bot_id: z.string(),
    locale: z.string().nullable()
  })
  .transform((row) => ({
    personId: row.person,
    serviceUrl: row.service_url,
    conversationId: row.conversation_id,
    tenantId: row.tenant_id,
    botId: row.bot_id,
    ...(row.locale !== null && { locale: row.locale })
  }));

const languageRow = z.object({ language: z.enum(languages) });

function conversationsIn(database: Database.Database): Conversations {
  const put = database.prepare(`
    INSERT INTO conversations (person, service_url, conversation_id, tenant_id, bot_id, locale)
    VALUES (:personId, :serviceUrl, :conversationId, :tenantId, :botId, :locale)
    ON CONFLICT (person) DO UPDATE SET
      service_url = :serviceUrl, conversation_id = :conversationId, tenant_id = :tenantId, bot_id = :botId, locale = :locale`);
  const of = database.prepare('SELECT * FROM conversations WHERE person = ?');
  const forget = database.prepare('DELETE FROM conversations WHERE person = ?');
  const language = database.prepare('SELECT language FROM chosen_languages WHERE person = ?');
  const setLanguage = database.prepare(
    'INSERT INTO chosen_languages (person, language) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET language = excluded.language'
  );
  return {
    remember: asynchronous((conversation) => {
      put.run({ ...conversation, locale: conversation.locale ?? null });
    }),
    of: asynchronous((person) => conversationRow.optional().parse(of.get(person))),
    languageOf: asynchronous((person) => languageRow.optional().parse(language.get(person))?.language),
    setLanguage: asynchronous((person, chosen) => {
      setLanguage.run(person, chosen);
    }),
    forget: asynchronous((person) => {
      forget.run(person);
    })
  };
}

const outgoingRow = z
  .object({ id: z.int(), notice: z.string(), attempts: z.int() })
  .transform(({ id, notice, attempts }) => ({ id, notice: Notice.parse(JSON.parse(notice)), attempts }));

function outboxIn(database: Database.Database): Outbox {
  const reachable = 'FROM outbox o JOIN conversations c ON c.person = o.person WHERE o.next_attempt_at';
  const due = database.prepare(`SELECT o.id, o.notice, o.attempts ${reachable} <= ? ORDER BY o.id LIMIT ${roundSize}`);
  const next = database.prepare(`SELECT min(o.next_attempt_at) AS at ${reachable} IS NOT NULL`);
  const postpone = database.prepare('UPDATE outbox SET attempts = :attempts, next_attempt_at = :at WHERE id = :id AND sent_at IS NULL');
  const sent = database.prepare('UPDATE outbox SET sent_at = :at, notice = NULL, next_attempt_at = NULL WHERE id = :id');
  return {
    due: asynchronous((now) => outgoingRow.array().parse(due.all(now))),
    nextDue: asynchronous(() => nextRow.parse(next.get()).at ?? undefined),
    postpone: asynchronous((id, { attempts, at }) => {
      postpone.run({ id, attempts, at });
    }),
    sent: asynchronous((id, at) => {
      sent.run({ id, at });
    })
  };
}

/** SQLite answers at once or throws; the interface answers later, so that other keepings can. */
function asynchronous<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => Promise<R> {
  return (...args) => new Promise((resolve) => resolve(work(...args)));
}
