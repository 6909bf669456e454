// Webhook subscriptions of lists.
import { latestChangeNumber } from './change-log';
import type { Connection } from './database';
import { all, run } from './database';

export interface Subscription {
  readonly guid: string;
  readonly listGuid: string;
  readonly clientState: string | null;
  readonly notificationUrl: string;
  /** ISO 8601, UTC, to the second. */
  readonly expires: string;
}

/** A subscription with what a notice of it says. */
export interface DueSubscription extends Subscription {
  readonly sitePath: string;
  readonly webGuid: string;
}

const columns = 'u.guid, u.list_guid AS listGuid, u.client_state AS clientState, u.notification_url AS notificationUrl, u.expires';

/** Those that have not expired. */
export function subscriptionsOf(database: Connection, listGuid: string, now: string): Subscription[] {
  return all<Subscription>(database, `SELECT ${columns} FROM subscription u WHERE u.list_guid = ? AND u.expires > ? ORDER BY u.rowid`, [
    listGuid,
    now
  ]);
}

/** It is told of changes from now on. */
export function insertSubscription(database: Connection, given: Subscription): void {
  run(database, 'INSERT INTO subscription (guid, list_guid, client_state, notification_url, expires, notified) VALUES (?, ?, ?, ?, ?, ?)', [
    given.guid,
    given.listGuid,
    given.clientState,
    given.notificationUrl,
    given.expires,
    latestChangeNumber(database)
  ]);
}

export function updateSubscription(database: Connection, { guid, clientState, notificationUrl, expires }: Subscription): void {
  run(database, 'UPDATE subscription SET client_state = ?, notification_url = ?, expires = ? WHERE guid = ?', [
    clientState,
    notificationUrl,
    expires,
    guid
  ]);
}

export function deleteSubscription(database: Connection, guid: string): void {
  run(database, 'DELETE FROM subscription WHERE guid = ?', [guid]);
}

/** Drops what has expired, gives those whose list's items have changed since they were last told, and counts them as told. */
export function takeDueSubscriptions(database: Connection, now: string): DueSubscription[] {
  run(database, 'DELETE FROM subscription WHERE expires <= ?', [now]);
  const due = all<DueSubscription>(
    database,
    `SELECT ${columns}, s.path AS sitePath, s.web_guid AS webGuid FROM subscription u
     JOIN list l ON l.guid = u.list_guid JOIN site s ON s.id = l.site_id
     WHERE EXISTS (SELECT 1 FROM change c WHERE c.list_guid = u.list_guid AND c.number > u.notified AND c.kind = 'Item') ORDER BY u.rowid`
  );
  const latest = latestChangeNumber(database);
  for (const { guid } of due) run(database, 'UPDATE subscription SET notified = ? WHERE guid = ?', [latest, guid]);
  return due;
}
