// What a workflow is given: the log, the registers of items, the people, the clock, and who asks.
import type { Asset } from '../domain/asset';
import type { ChangeProposal } from '../domain/change-proposal';
import type { Classification } from '../domain/classification';
import type { CrisisPlan } from '../domain/crisis-staff';
import type { Delegation } from '../domain/delegation';
import type { Shift } from '../domain/duty';
import type { Incident } from '../domain/incident';
import type { Inventory, UnitAnswer } from '../domain/inventory';
import type { Track } from '../domain/legal-track';
import type { Measure } from '../domain/measure';
import type { EventCode, LogEntry } from '../domain/log';
import { markedNotices, type Notice } from '../domain/notice';
import type { Done, Refused } from '../domain/outcome';
import type { Actor, Person, Role, Unit } from '../domain/person';
import type { RequirementAnswers } from '../domain/requirement-answers';
import type { RuleChanges } from '../domain/rule-changes';
import type { YearlyMarks } from '../domain/yearly-tasks';

/** The log list. Both the key `<aggregate>:<sequence>` and the command are unique there, so of two writers one wins and is known. */
export interface Log {
  readonly latest: (aggregate: string) => Promise<LogEntry | undefined>;
  readonly entry: (aggregate: string, sequence: number) => Promise<LogEntry | undefined>;
  readonly byCommand: (command: string) => Promise<LogEntry | undefined>;
  /** The highest number given in a series and year, e.g. for `I-2026-`. */
  readonly latestNumber: (prefix: string) => Promise<string | undefined>;
  /**
   * The highest number this process has itself appended a first entry under, in a series and year: where a run of numbers may well go on, without asking.
   * Others may have gone further; only `append` tells.
   */
  readonly highestAppended: (prefix: string) => string | undefined;
  /** `key-taken`: another command wrote this sequence first. `command-known`: this command already stands in the log. Throws when neither could be learnt. */
  readonly append: (entry: LogEntry) => Promise<'appended' | 'key-taken' | 'command-known'>;
}

/** One item: its state, and the log entry it shows, by sequence and hash. */
export interface Page<S> {
  readonly state: S;
  readonly sequence: number;
  readonly hash: string;
}

/** How an item stands in its list: the log entry it shows, and what a write needs in order not to look again. */
export interface Shown extends Omit<Page<unknown>, 'state'> {
  readonly id: number;
  readonly etag: string;
  /** The site's numbers of those who may read this item; `as-list` when it has no readers of its own. */
  readonly readers: readonly number[] | 'as-list';
}

/** One list whose items are the latest pages of their logs. What they say is for people to read: commands build on the log, which is the truth. */
export interface Register<S> {
  /** `undefined` when there is no item. What could not be read throws. */
  readonly shows: (reference: string) => Promise<Shown | undefined>;
  /** Finds out what writing this state will need to know, while something else is under way. Nothing depends on it. */
  readonly prepare: (state: S) => Promise<void>;
  /**
   * Makes the item show this page, to all who are to read it. An item that already does, or shows a later page, is left alone, so it is safe to repeat.
   * `shown`: the item as the caller has just read it, or that there is none; without it the list is looked at first.
   */
  readonly write: (page: Page<S>, shown?: Shown | 'nothing') => Promise<void>;
  /** The state that a log entry carries. Throws when it does not hold one. */
  readonly parse: (state: unknown) => S;
}

/** A register that can also be asked which numbers concern a person (Entra id) or a thing. It answers what the list says; only the log knows whether it is so. */
export interface SearchableRegister<S> extends Register<S> {
  readonly numbersOf: (id: string) => Promise<readonly string[]>;
}

/** People and the line organisation: Graph, the site's groups and the list Organisation. */
export interface Directory {
  /** By object id or user principal name. */
  readonly person: (idOrUpn: string) => Promise<Person | undefined>;
  /** Graph's manager, else the head of the person's unit (H31, H40). */
  readonly nearestManager: (person: Person) => Promise<Person | undefined>;
  readonly membersOf: (role: Role) => Promise<readonly Person[]>;
  readonly unitOf: (person: Person) => Promise<Unit | undefined>;
  readonly unit: (code: string) => Promise<Unit | undefined>;
  /** The whole line organisation. */
  readonly units: () => Promise<readonly Unit[]>;
  /** The shifts of the duty roster that have not ended. */
  readonly roster: () => Promise<readonly Shift[]>;
  /** Who belongs to the krisstab, in the order they are rung, as the list says at this moment. */
  readonly crisisPlan: () => Promise<CrisisPlan>;
}

/** `now` is UTC, ISO 8601, whole seconds. Assets are found by their objektägare, delegations that have not been ended by whoever made them, tracks and measures by their incident, answers to requirements by their asset, inventories by their state, what units answer by its inventory. */
export interface Context {
  readonly log: Log;
  readonly assets: SearchableRegister<Asset>;
  readonly classifications: Register<Classification>;
  readonly incidents: Register<Incident>;
  readonly delegations: SearchableRegister<Delegation>;
  readonly tracks: SearchableRegister<Track>;
  readonly measures: SearchableRegister<Measure>;
  readonly requirementAnswers: SearchableRegister<RequirementAnswers>;
  readonly inventories: SearchableRegister<Inventory>;
  readonly unitAnswers: SearchableRegister<UnitAnswer>;
  readonly rules: Register<RuleChanges>;
  readonly changeProposals: Register<ChangeProposal>;
  readonly yearly: Register<YearlyMarks>;
  readonly directory: Directory;
  readonly now: () => string;
}

/** `command` is the key made when the form was shown; it makes a repeated submit the same command. `actor` comes from a verified token. */
export interface Request<I> {
  readonly command: string;
  readonly actor: Actor;
  readonly input: I;
}

/** What was done, and whom to tell. The same command again gives the same. */
export interface Told<V> extends Done<V> {
  readonly notices: readonly Notice[];
}

/** Somebody else changed the same thing first: who, when (UTC), and what they did. Empty and absent when the log does not tell. */
export interface Overtaken extends Refused<'overtaken'> {
  readonly by: string;
  readonly at: string;
  readonly event?: EventCode;
}

/** A refusal that says what it is about: numbers and names of the record, never what somebody wrote. */
export interface RefusedNaming<R extends string> extends Refused<R> {
  readonly named: string;
}

export type Answer<V, R extends string> = Told<V> | Refused<R> | RefusedNaming<R> | Overtaken;

/** Of an exercise everybody is told that it is one. */
export function told<V extends object>(value: V, notices: readonly Notice[] = []): Told<V> {
  return { ok: true, value, notices: markedNotices(value, notices) };
}
