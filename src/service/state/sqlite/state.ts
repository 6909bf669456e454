// The service's state in one SQLite file: each commit is on disk (WAL, synchronous=FULL) before anybody is answered.
import Database from 'better-sqlite3';
import { closeSync, openSync } from 'node:fs';
import type { ServiceState } from '../service-state';
import { asynchronous } from './asynchronous';
import { durableWrites } from './durable-writes';
import { contentsIn } from './contents';
import { conversationsIn } from './conversations';
import { inboxIn } from './inbox';
import { layOut } from './layout';
import { outboxIn } from './outbox';
import { scheduleIn } from './schedule';

/** Opens the file, making it, readable by the service's own account only, when it is missing. `:memory:` keeps nothing. */
export function openSqliteState(path: string): ServiceState {
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // Erased content is overwritten, not just unlinked.
  database.pragma('secure_delete = ON');
  layOut(database);
  const writes = durableWrites(database);
  return {
    inbox: inboxIn(database, writes),
    outbox: outboxIn(database, writes),
    conversations: conversationsIn(database),
    schedule: scheduleIn(database),
    contents: contentsIn(database),
    // All who work on one file are one process, save while a new one takes over.
    listen: () => undefined,
    close: asynchronous(() => {
      writes.close();
      database.close();
    })
  };
}
