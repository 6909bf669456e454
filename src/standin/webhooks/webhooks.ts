// Webhooks: asks an address whether it wants notices, and sends it one when something has changed; never what has changed.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../store/database';
import { one } from '../store/database';
import type { DueSubscription } from '../store/subscriptions';
import { takeDueSubscriptions } from '../store/subscriptions';

export interface WebhookTiming {
  /** Milliseconds in which changes are collected into one notice; about a minute in SharePoint, 1,000 when absent. */
  readonly collect?: number;
  /** Milliseconds between two attempts; five minutes in SharePoint and when absent. */
  readonly retry?: number;
}

export interface Webhooks {
  /** Whether the address echoes a token as SharePoint asks: POST with `validationtoken`, 200 and the token as plain text, within 5 seconds. */
  readonly validate: (notificationUrl: string) => Promise<boolean>;
  /** Something may have been written: what is due is sent after a moment. Keeps no process alive. */
  readonly wake: () => void;
  /** Drops what is on its way. */
  readonly close: () => void;
}

interface WebhookOptions extends WebhookTiming {
  readonly database: Connection;
  readonly clock: () => Date;
  readonly tenantId: string;
}

/** Attempts and waits are Microsoft's ("Overview of SharePoint webhooks"); the five seconds are its notes on validation. */
const attempts = 5;
const answerMilliseconds = 5000;

export function openWebhooks(options: WebhookOptions): Webhooks {
  const { database, clock, collect = 1000 } = options;
  const closing = new AbortController();
  let waiting: NodeJS.Timeout | undefined;
  const send = (): void => {
    waiting = undefined;
    const due = database.transaction(() => takeDueSubscriptions(database, clock().toISOString()))();
    for (const [url, subscriptions] of byUrl(due)) void deliver({ url, subscriptions, signal: closing.signal }, options);
  };
  return {
    validate: (notificationUrl) => validates(notificationUrl, closing.signal),
    wake: () => {
      if (waiting !== undefined || closing.signal.aborted || !hasSubscriptions(database)) return;
      waiting = setTimeout(send, collect).unref();
    },
    close: () => {
      clearTimeout(waiting);
      closing.abort();
    }
  };
}

function hasSubscriptions(database: Connection): boolean {
  return one(database, 'SELECT 1 FROM subscription LIMIT 1') !== undefined;
}

async function validates(notificationUrl: string, signal: AbortSignal): Promise<boolean> {
  const token = randomUUID();
  const url = new URL(notificationUrl);
  url.searchParams.set('validationtoken', token);
  const answer = await posted(url.href, '', signal);
  return answer?.status === 200 && answer.contentType.startsWith('text/plain') && answer.text === token;
}

interface Delivery {
  readonly url: string;
  readonly subscriptions: readonly DueSubscription[];
  readonly signal: AbortSignal;
}

/** Tries until the address takes it or the attempts are used up; then the notice is dropped, and the next change makes a new one. */
async function deliver({ url, subscriptions, signal }: Delivery, { tenantId, retry = 300_000 }: WebhookOptions): Promise<void> {
  const body = JSON.stringify({ value: subscriptions.map((subscription) => noticeOf(subscription, tenantId)) });
  for (let attempt = 1; attempt <= attempts && !signal.aborted; attempt += 1) {
    const answer = await posted(url, body, signal);
    if (answer !== undefined && answer.status >= 200 && answer.status < 300) return;
    await pause(retry, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Members and forms as in Microsoft's "Overview of SharePoint webhooks". */
function noticeOf({ guid, clientState, expires, listGuid, sitePath, webGuid }: DueSubscription, tenantId: string): Record<string, string> {
  return {
    subscriptionId: guid,
    ...(clientState !== null && { clientState }),
    expirationDateTime: expires.replace(/Z$/, '.0000000Z'),
    resource: listGuid,
    tenantId,
    siteUrl: sitePath,
    webId: webGuid
  };
}

interface Posted {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Undefined when nobody answers in time. Redirects are not followed: only the address that was given is called. */
async function posted(url: string, body: string, closing: AbortSignal): Promise<Posted | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(answerMilliseconds)]),
      ...(body !== '' && { headers: { 'content-type': 'application/json' }, body })
    });
    return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', text: await answer.text() };
  } catch {
    return undefined;
  }
}

function byUrl(due: readonly DueSubscription[]): Map<string, DueSubscription[]> {
  const found = new Map<string, DueSubscription[]>();
  for (const subscription of due)
    found.set(subscription.notificationUrl, [...(found.get(subscription.notificationUrl) ?? []), subscription]);
  return found;
}
