// Sends what waits in the outbox to people in Teams: at least once, and once in practice.
import type { Logger } from 'pino';
import type { Notice } from '../domain/notice';
import { faultOf } from './log';
import { later, retryAt, type Pace } from './pace';
import { startRounds, type Rounds } from './rounds';
import type { HeldNotices, NextAttempt, ServiceState } from './state/service-state';

/** `outdated`: it is no longer so, and nobody was told. `unreachable`: the person is no longer reached where they were. `throttled`: Teams asks for a pause. Throws when the send may succeed later. */
export type SendNotice = (notice: Notice) => Promise<SendOutcome>;
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'outdated' }
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

/** As many as are told before it is asked whether the service is to stop. */
const roundSize = 50;

/** To one person one at a time, in order; when one fails, what comes after it to the same person waits as long. */
export function startSending(options: SendingOptions): Rounds {
  const { state, now, pace, log } = options;
  return startRounds({
    now,
    shortestPause: pace.firstRetryAfter / 4,
    longestPause: pace.lookAgainAfter,
    pauseAfterFailure: pace.longestRetryAfter,
    failed: (error) => log.error({ fault: faultOf(error) }, 'sending failed'),
    round: async () => {
      const began = now().toISOString();
      let people = 0;
      const take = (): Promise<HeldNotices | undefined> => state.outbox.take({ now: began, until: later(now(), pace.takeUpAfter) });
      const sender = async (first?: HeldNotices): Promise<void> => {
        for (let held = first ?? (await take()); held !== undefined; held = await take()) {
          await state.outbox.release(held, await sendInOrder(held, options));
          people += 1;
          if (people >= roundSize) return;
        }
      };
      // Most rounds find nobody, so only one looks at first.
      const first = await take();
      if (first !== undefined) await Promise.all([sender(first), ...Array.from({ length: peopleAtOnce - 1 }, () => sender())]);
      return state.outbox.nextDue();
    }
  });
}

/** Gives when to go on, when not all could be sent. Sends nothing once somebody else may have the person in hand. */
async function sendInOrder({ notices, attempts, until }: HeldNotices, options: SendingOptions): Promise<NextAttempt | undefined> {
  let failures = attempts;
  for (const { id, notice } of notices) {
    if (options.now().toISOString() >= until) return undefined;
    const outcome = await sendOne(notice, failures + 1, options);
    if (outcome === 'unreachable') return undefined;
    if (outcome !== 'sent') return { attempts: failures + 1, at: outcome.at };
    await options.state.outbox.sent(id, options.now().toISOString());
    failures = 0;
  }
  return undefined;
}

async function sendOne(
  notice: Notice,
  attempts: number,
  { state, send, now, pace, log }: SendingOptions
): Promise<'sent' | 'unreachable' | { readonly at: string }> {
  let outcome: SendOutcome;
  try {
    outcome = await send(notice);
  } catch (error) {
    log.warn({ notice: notice.kind, attempts, fault: faultOf(error) }, 'notice kept for later');
    return { at: retryAt(now(), attempts, pace) };
  }
  log.info({ notice: notice.kind, outcome: outcome.kind }, 'notice');
  switch (outcome.kind) {
    case 'sent':
    case 'outdated':
      return 'sent';
    case 'unreachable':
      await state.conversations.forget(notice.to);
      return 'unreachable';
    case 'throttled':
      return { at: later(now(), outcome.retryAfterSeconds * 1000) };
  }
}
