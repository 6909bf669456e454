// Brings what waits in the inbox into the record, as soon as SharePoint answers.
import type { Logger } from 'pino';
import { isCommandName, type Commands } from './commands';
import { faultOf } from './log';
import { later, retryAt, type Pace } from './pace';
import { startRounds, type Rounds } from './rounds';
import type { Inbox, WaitingCommand } from './state/service-state';

export interface DeliveryOptions {
  readonly inbox: Inbox;
  readonly commands: Commands;
  readonly now: () => Date;
  readonly pace: Pace;
  readonly log: Logger;
}

/** How long it is remembered that a command was settled, or a notice sent, so that a repeat is known as one. */
const rememberedMilliseconds = 90 * 24 * 3_600_000;

/** Begins with everything that waits: a process that stopped had it in hand (design 4). */
export async function startDelivery({ inbox, commands, now, pace, log }: DeliveryOptions): Promise<Rounds> {
  await inbox.takeUpAll(now().toISOString());
  return startRounds({
    now,
    shortestPause: pace.firstRetryAfter / 4,
    pauseAfterFailure: pace.longestRetryAfter,
    failed: (error) => log.error({ fault: faultOf(error) }, 'delivery failed'),
    round: async () => {
      for (const waiting of await inbox.due(now().toISOString())) await deliver(waiting);
      await inbox.forget(later(now(), -rememberedMilliseconds));
      return inbox.nextDue();
    }
  });

  /** One at a time and in the order given, which is kind to a SharePoint that has just come back. One that cannot be read holds up no other. */
  async function deliver(waiting: WaitingCommand): Promise<void> {
    try {
      if (!isCommandName(commands, waiting.name)) throw new Error(`The inbox holds a command of an unknown kind: ${waiting.name}.`);
      await commands[waiting.name].deliver(waiting);
    } catch (error) {
      const attempts = waiting.attempts + 1;
      log.error({ command: waiting.name, attempts, fault: faultOf(error) }, 'waiting command cannot be read');
      await inbox.postpone(waiting.command, { attempts, at: retryAt(now(), attempts, pace) });
    }
  }
}
