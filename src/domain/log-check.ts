// What a check of the record against its log can find, and what is kept of it (H13).
import { Temporal } from 'temporal-polyfill';
import type { LogEntry } from './log';

/**
 * In the log. `altered`: an entry says something else than when it was sealed. `missing`: an entry before this one is gone. `broken-link`: it was not
 * sealed to the one before. `inserted`: another entry has its sequence. `out-of-order`: it stands before an earlier one. `unreadable`: a row that does not
 * say which entry it is, or not what an item needs. `by-hand`: a person made
 * its row, not the service. `tail-missing`: the latest entries are gone. `all-missing`: every entry of the aggregate is gone. `not-as-anchored`: it is
 * another entry than the one an anchor knows. `day-without-anchor`: a Swedish calendar day of which no anchor stands.
 *
 * In the lists. `item-missing`: the log has it, the list has not. `item-behind`: the item shows an earlier entry, as after a crash, and is brought up to
 * date when next used. `item-differs`: it says something else than the entry it shows. `readers-missing`: not all who are to read it can. `readers-left`: somebody can who had to leave. `file-missing`:
 * a file that was added to it is not beside it. `file-not-in-log`: a file is beside it that nobody has added through the service, or that a crash left there. `not-in-log`: the list has it, the log has not.
 */
export const faults = [
  'altered',
  'missing',
  'broken-link',
  'inserted',
  'out-of-order',
  'unreadable',
  'by-hand',
  'tail-missing',
  'all-missing',
  'not-as-anchored',
  'day-without-anchor',
  'item-missing',
  'item-behind',
  'item-differs',
  'readers-missing',
  'readers-left',
  'file-missing',
  'file-not-in-log',
  'not-in-log'
] as const;
export type Fault = (typeof faults)[number];

/**
 * A place where the record is not what its log says. `aggregate` is a reference number, or the list and row of what has none; `sequence` 0 when it is not
 * about one entry. `at` is UTC, empty when it is not known; of a day without an anchor it is that day.
 */
export interface Deviation {
  readonly aggregate: string;
  readonly sequence: number;
  readonly at: string;
  readonly fault: Fault;
}

/** Who had the check made: the service by itself, or whoever runs the service. */
export const checkers = ['service', 'operator'] as const;
export type Checker = (typeof checkers)[number];

/** What is kept of a check. It says where, never what: no content, and nobody's name. */
export interface LogCheck {
  /** UTC, ISO 8601, whole seconds. */
  readonly at: string;
  readonly by: Checker;
  /** Entries in the log. */
  readonly entries: number;
  /** How many deviations there were, also when there were too many to keep them all. */
  readonly found: number;
  readonly deviations: readonly Deviation[];
  /** The latest entry of the anchors that the check saw. */
  readonly anchor?: Pick<LogEntry, 'aggregate' | 'sequence' | 'at' | 'hash'> | undefined;
}

/** The most deviations that are kept of one check. */
export const mostKept = 200;

/** A check is made each day; after this many days without one, something is amiss. */
const oldAfterDays = 3;

/** Whether the check is older than it should be. `now` is UTC, ISO 8601. */
export function isOldCheck({ at }: Pick<LogCheck, 'at'>, now: string): boolean {
  return Temporal.Instant.from(now).since(Temporal.Instant.from(at)).total({ unit: 'hour' }) > oldAfterDays * 24;
}
