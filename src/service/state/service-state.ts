// What the service keeps for itself: commands on their way into the record, notices on their way to people, where people are reached, and which scheduled work is done (design 4).
import type { Conversations } from '../../bot/desk';
import type { Notice } from '../../domain/notice';
import type { StateRecord } from './state-record';

/**
 * Behind one interface, so that a machine of its own and several instances can keep it differently. Times are UTC, ISO 8601 with milliseconds.
 * Whatever resolves is durable; whatever could not be kept throws. What is taken in hand is in nobody else's hand until `until`: a process that
 * dies holding it holds it no longer than that, so nothing is ever taken from one that lives.
 */
export interface ServiceState {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly schedule: Schedule;
  readonly contents: Contents;
  /**
   * Calls `wake` when something another instance kept may have become due. A hint, which may be lost: who listens looks for themself now and then.
   * Ends when the state is closed.
   */
  readonly listen: (wake: () => void) => void;
  readonly close: () => Promise<void>;
}

/** In hand from `now` until `until`. */
export interface Claim {
  readonly now: string;
  readonly until: string;
}

/** When to try again what has failed `attempts` times. */
export interface NextAttempt {
  readonly attempts: number;
  readonly at: string;
}

/** A command as a person gave it. `command` is its key, `actor` the Entra object id of whoever gave it. */
export interface GivenCommand {
  readonly command: string;
  readonly name: string;
  readonly actor: string;
  readonly input: unknown;
  readonly receivedAt: string;
  /** Until when it is in hand: it is taken up again then, should it be neither settled nor postponed. */
  readonly takeUpAt: string;
}

/** A command that does not stand in the record yet. */
export interface WaitingCommand extends GivenCommand {
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
   * `waiting`: it is kept since before, so somebody may have been told that it is. `foreign-key`: the key belongs to another person's command,
   * or to another kind of command; nothing is kept.
   */
  readonly put: (given: GivenCommand) => Promise<'kept' | 'waiting' | 'foreign-key'>;
  /** Takes in hand the command that was given first of those that wait and are due. */
  readonly take: (claim: Claim) => Promise<WaitingCommand | undefined>;
  /** When any waiting command is next to be taken in hand. */
  readonly nextDue: () => Promise<string | undefined>;
  /** Gives up a command that is in hand. Changes nothing when it no longer is: settled, or taken up by another. */
  readonly postpone: (held: WaitingCommand, next: NextAttempt) => Promise<void>;
  /** Erases the command's input, which may hold personal data, and puts its notices in the outbox: both or neither. */
  readonly settle: (settlement: Settlement) => Promise<void>;
  /** Deletes what was settled before `settledBefore`, and what was sent before it. */
  readonly forget: (settledBefore: string) => Promise<void>;
}

export interface OutgoingNotice {
  readonly id: string;
  readonly notice: Notice;
}

/** What waits for one person, in the order it happened: they are told by one instance at a time. */
export interface HeldNotices {
  readonly person: string;
  readonly until: string;
  /** How many times in a row sending to the person has failed. */
  readonly attempts: number;
  readonly notices: readonly OutgoingNotice[];
}

/** What the service tells by itself. `key` tells it from all else that is told, and from every command's key. */
export interface Announcement {
  readonly key: string;
  readonly at: string;
  readonly notices: readonly Notice[];
}

/** One notice for each command, recipient, kind and capacity; putting it again changes nothing. Notices wait for people not yet reached. */
export interface Outbox {
  readonly put: (announcement: Announcement) => Promise<void>;
  /** Takes in hand the person who has waited longest of those who are reached somewhere and in nobody's hand. */
  readonly take: (claim: Claim) => Promise<HeldNotices | undefined>;
  /** When any person who is reached is next to be told something. */
  readonly nextDue: () => Promise<string | undefined>;
  /** Erases what was said; that it was said stays. */
  readonly sent: (id: string, at: string) => Promise<void>;
  /** Lets go of the person, until `next.at` when sending failed. Changes nothing when they are no longer in this hand. */
  readonly release: (held: HeldNotices, next?: NextAttempt) => Promise<void>;
}

/** One run of a job: what is to be done once for the time it is due, by whichever instance holds it. */
export interface JobRun {
  readonly job: string;
  readonly due: string;
  /** Whose hand it is in: one for each process that has ever run. */
  readonly holder: string;
}

/** `after`: the time for which it was last completed, if it ever was. `in-hand` until then by another; `done` also when a later run of the job is. */
export type JobTaken =
  | { readonly kind: 'taken'; readonly after?: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'in-hand'; readonly until: string };

/** Scheduled work: a lease for each job, and which of its runs was completed last. */
export interface Schedule {
  readonly take: (run: JobRun, claim: Claim) => Promise<JobTaken>;
  /** Holds it longer. `false`: it has been taken up by another. */
  readonly renew: (run: JobRun, until: string) => Promise<boolean>;
  /** Says that it is done. `false`: it was in another's hand, so this completion does not count. */
  readonly complete: (run: JobRun, at: string) => Promise<boolean>;
}

/** All there is, for backups and for moving from one keeping to another. */
export interface Contents {
  /** Whose hand things are in is left out, as is when to try again to reach a person. While others write: a command that stands as settled has its notices. */
  readonly all: () => Promise<readonly StateRecord[]>;
  /** Throws when one of them is there already. */
  readonly add: (records: readonly StateRecord[]) => Promise<void>;
}
