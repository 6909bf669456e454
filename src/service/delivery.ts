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

/** As many as are delivered before it is asked whether the service is to stop. */
const roundSize = 50;

/**
 * One at a time and in the order given, which is kind to a SharePoint that has just come back. What a process that died had in hand comes as soon as
 * it would have had to be done with it (design 4).
 */
export function startDelivery({ inbox, commands, now, pace, log }: DeliveryOptions): Rounds {
  return startRounds({
    now,
    shortestPause: pace.firstRetryAfter / 4,
    longestPause: pace.lookAgainAfter,
    pauseAfterFailure: pace.longestRetryAfter,
    failed: (error) => log.error({ fault: faultOf(error) }, 'delivery failed'),
    round: async () => {
      const began = now().toISOString();
      for (let taken = 0; taken < roundSize; taken += 1) {
        const waiting = await inbox.take({ now: began, until: later(now(), pace.takeUpAfter) });
        if (waiting === undefined) break;
        await deliver(waiting);
      }
      return inbox.nextDue();
    }
  });

  /** One that cannot be read holds up no other. */
  async function deliver(waiting: WaitingCommand): Promise<void> {
    try {
      if (!isCommandName(commands, waiting.name)) throw new Error(`The inbox holds a command of an unknown kind: ${waiting.name}.`);
      await commands[waiting.name].deliver(waiting);
    } catch (error) {
      const attempts = waiting.attempts + 1;
      log.error({ command: waiting.name, attempts, fault: faultOf(error) }, 'waiting command cannot be read');
      await inbox.postpone(waiting, { attempts, at: retryAt(now(), attempts, pace) });
    }
  }
}
