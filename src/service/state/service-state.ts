// What the service keeps for itself: commands on their way into the record, notices on their way to people, and where people are reached (design 4).
import type { Conversations as KnownConversations } from '../../bot/desk';
import type { Notice } from '../../domain/notice';

/**
 * Behind one interface, so that a machine of its own and several instances can keep it differently. Times are UTC, ISO 8601.
 * Whatever resolves is durable; whatever could not be kept throws.
 */
export interface ServiceState {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly close: () => Promise<void>;
}

/** A command as a person gave it. `command` is its key, `actor` the Entra object id of whoever gave it. */
export interface GivenCommand {
  readonly command: string;
  readonly name: string;
  readonly actor: string;
  readonly input: unknown;
  readonly receivedAt: string;
  /** When it is taken up again, should it not be settled by then. */
  readonly takeUpAt: string;
}

/** A command that does not stand in the record yet. */
export interface WaitingCommand extends Omit<GivenCommand, 'takeUpAt'> {
  /** How many times carrying it out has failed. */
  readonly attempts: number;
}

/** How a command ended, with everybody who is to be told. `forgetActor` where nobody may be named (H52). */
export interface Settlement {
  readonly command: string;
  readonly outcome: 'done' | 'refused';
  readonly at: string;
  readonly notices: readonly Notice[];
  readonly forgetActor: boolean;
}

export interface Inbox {
  /**
   * Keeps a command until it is settled. One that was settled before waits once more, as its repeat is carried out again to the same effect.
   * `foreign-key`: the key belongs to another person's command, or to another kind of command; nothing is kept.
   */
  readonly put: (given: GivenCommand) => Promise<'kept' | 'foreign-key'>;
  /** The waiting commands whose next attempt is due at `now`, oldest first. */
  readonly due: (now: string) => Promise<readonly WaitingCommand[]>;
  /** When the next attempt of any waiting command is due. */
  readonly nextDue: () => Promise<string | undefined>;
  readonly postpone: (command: string, next: { readonly attempts: number; readonly at: string }) => Promise<void>;
  /** Makes every waiting command due at `now`: the process that had them in hand is gone. */
  readonly takeUpAll: (now: string) => Promise<void>;
  /** Erases the command's input, which may hold personal data, and puts its notices in the outbox: both or neither. */
  readonly settle: (settlement: Settlement) => Promise<void>;
  /** Deletes what was settled before `settledBefore`, and what was sent before it. */
  readonly forget: (settledBefore: string) => Promise<void>;
}

export interface Conversations extends KnownConversations {
  /** The person can no longer be reached there, as when they removed the app. What language they chose stays. */
  readonly forget: (personId: string) => Promise<void>;
}

export interface OutgoingNotice {
  readonly id: number;
  readonly notice: Notice;
  /** How many times sending it has failed. */
  readonly attempts: number;
}

/** One notice for each command, recipient, kind and capacity; putting it again changes nothing. Notices wait for people not yet reached. */
export interface Outbox {
  /** The unsent notices due at `now` whose recipient is reached somewhere, oldest first. */
  readonly due: (now: string) => Promise<readonly OutgoingNotice[]>;
  readonly nextDue: () => Promise<string | undefined>;
  readonly postpone: (id: number, next: { readonly attempts: number; readonly at: string }) => Promise<void>;
  /** Erases what was said; that it was said stays. */
  readonly sent: (id: number, at: string) => Promise<void>;
}
