// What a check of the record against its log can find, and what is kept of it (H13).

/**
 * In the log. `altered`: an entry says something else than when it was sealed. `missing`: an entry before this one is gone. `broken-link`: it was not
 * sealed to the one before. `inserted`: another entry has its sequence. `out-of-order`: it stands before an earlier one. `unreadable`: a row that does not
 * say which entry it is, or not what an item needs. `tail-missing`: the latest entries are gone. `all-missing`: every entry of the aggregate is gone. `not-as-anchored`: it is
 * another entry than the one an anchor knows. `day-without-anchor`: a Swedish calendar day of which no anchor stands.
 *
 * In the lists. `item-missing`: the log has it, the list has not. `item-behind`: the item shows an earlier entry, as after a crash, and is brought up to
 * date when next used. `item-differs`: it says something else than the entry it shows. `readers-missing`: not all who are to read it can. `not-in-log`: the
 * list has it, the log has not.
 */
export const faults = [
  'altered',
  'missing',
  'broken-link',
  'inserted',
  'out-of-order',
  'unreadable',
  'tail-missing',
  'all-missing',
  'not-as-anchored',
  'day-without-anchor',
  'item-missing',
  'item-behind',
  'item-differs',
  'readers-missing',
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
