// Messages in an Azure Storage queue that wake one instance when something is due: hints, for the table is the truth.
import type { QueueClient } from '@azure/storage-queue';

export interface WakeUps {
  /** Some instance is woken at `at` (UTC, ISO 8601), should nothing go wrong. */
  readonly ring: (at: string) => void;
  /** As `ring`, once whoever has just written at `at` has had time to do by themselves what comes next. */
  readonly ringForTheNext: (at: string) => void;
  readonly listen: (wake: () => void) => void;
  /** Resolves when nothing is being sent or received. */
  readonly stop: () => Promise<void>;
}

export interface WakeUpsOptions {
  readonly queue: QueueClient;
  readonly now: () => Date;
  /** Milliseconds between two looks in the queue. */
  readonly lookEvery: number;
  /** A message that could not be sent or received: what was due is found all the same, only later. */
  readonly lost: (error: unknown) => void;
}

/** Seconds. What is due later than this is looked for anyway by then. */
const longestDelay = 3_600;
const headStart = 10;
const mostMessages = 32;

export function openWakeUps({ queue, now, lookEvery, lost }: WakeUpsOptions): WakeUps {
  const listeners: (() => void)[] = [];
  const inHand = new Set<Promise<void>>();

  function begin(work: Promise<unknown>): void {
    const done = work.then(() => undefined, lost).finally(() => inHand.delete(done));
    inHand.add(done);
  }

  function send(at: string, extra: number): void {
    const wait = Math.ceil((new Date(at).getTime() - now().getTime()) / 1000) + extra;
    const visibilityTimeout = Math.min(longestDelay, Math.max(0, wait));
    begin(queue.sendMessage('due', { visibilityTimeout, messageTimeToLive: visibilityTimeout + longestDelay }));
  }

  async function look(): Promise<void> {
    const { receivedMessageItems: received } = await queue.receiveMessages({ numberOfMessages: mostMessages });
    if (received.length > 0) for (const wake of listeners) wake();
    await Promise.all(received.map(({ messageId, popReceipt }) => queue.deleteMessage(messageId, popReceipt)));
  }

  const timer = setInterval(() => {
    if (listeners.length > 0) begin(look());
  }, lookEvery);
  return {
    ring: (at) => send(at, 0),
    ringForTheNext: (at) => send(at, headStart),
    listen: (wake) => void listeners.push(wake),
    stop: async () => {
      clearInterval(timer);
      await Promise.all(inHand);
    }
  };
}
