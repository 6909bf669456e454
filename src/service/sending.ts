// Sends what waits in the outbox to people in Teams: at least once, and once in practice.
import type { Logger } from 'pino';
import type { Notice } from '../domain/notice';
import { faultOf } from './log';
import { later, retryAt, type Pace } from './pace';
import { startRounds, type Rounds } from './rounds';
import type { OutgoingNotice, ServiceState } from './state/service-state';

/** `unreachable`: the person is no longer reached where they were. `throttled`: Teams asks for a pause. Throws when the send may succeed later. */
export type SendNotice = (notice: Notice) => Promise<SendOutcome>;
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number };

export interface SendingOptions {
  readonly state: Pick<ServiceState, 'outbox' | 'conversations'>;
  readonly send: SendNotice;
  readonly now: () => Date;
  readonly pace: Pace;
  readonly log: Logger;
}

/** Sends are not idempotent, and Teams takes few a second from one bot (platform.md 2). */
const peopleAtOnce = 4;

/** To one person one at a time, in order; when one fails, what comes after it to the same person waits as long. */
export function startSending(options: SendingOptions): Rounds {
  const { state, now, pace, log } = options;
  return startRounds({
    now,
    shortestPause: pace.firstRetryAfter / 4,
    pauseAfterFailure: pace.longestRetryAfter,
    failed: (error) => log.error({ fault: faultOf(error) }, 'sending failed'),
    round: async () => {
      const queues = byPerson(await state.outbox.due(now().toISOString()));
      const sender = async (): Promise<void> => {
        for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) await sendInOrder(queue, options);
      };
      await Promise.all(Array.from({ length: peopleAtOnce }, sender));
      return state.outbox.nextDue();
    }
  });
}

function byPerson(due: readonly OutgoingNotice[]): OutgoingNotice[][] {
  const people = [...new Set(due.map(({ notice }) => notice.to))];
  return people.map((person) => due.filter(({ notice }) => notice.to === person));
}

async function sendInOrder(queue: readonly OutgoingNotice[], options: SendingOptions): Promise<void> {
  for (const [index, outgoing] of queue.entries()) {
    const nextAttempt = await sendOne(outgoing, options);
    if (nextAttempt === 'sent') continue;
    if (nextAttempt === 'unreachable') return;
    const { outbox } = options.state;
    await outbox.postpone(outgoing.id, { attempts: outgoing.attempts + 1, at: nextAttempt.at });
    for (const { id, attempts } of queue.slice(index + 1)) await outbox.postpone(id, { attempts, at: nextAttempt.at });
    return;
  }
}

async function sendOne(
  { id, notice, attempts }: OutgoingNotice,
  { state, send, now, pace, log }: SendingOptions
): Promise<'sent' | 'unreachable' | { readonly at: string }> {
  let outcome: SendOutcome;
  try {
    outcome = await send(notice);
  } catch (error) {
    log.warn({ notice: notice.kind, attempts: attempts + 1, fault: faultOf(error) }, 'notice kept for later');
    return { at: retryAt(now(), attempts + 1, pace) };
  }
  log.info({ notice: notice.kind, outcome: outcome.kind }, 'notice');
  switch (outcome.kind) {
    case 'sent':
      await state.outbox.sent(id, now().toISOString());
      return 'sent';
    case 'unreachable':
      await state.conversations.forget(notice.to);
      return 'unreachable';
    case 'throttled':
      return { at: later(now(), outcome.retryAfterSeconds * 1000) };
  }
}
