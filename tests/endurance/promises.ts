// What people were answered in an endurance run: each line is a promise that the record must keep.
import type { Report } from '../../src/domain/incident';
import type { Person } from '../../src/domain/person';

/**
 * What the person knows in the end. `done`: the answer said so. `kept`: saved, to be entered later. `refused`: told that nothing was changed.
 * `none`: no answer came, however often they pressed: it may have been taken in or not.
 */
export type Ending = 'done' | 'kept' | 'refused' | 'none';

/** One command that somebody gave. `command` is its identity in the log, `name` its name on the wire. */
export interface Given {
  readonly command: string;
  readonly name: string;
  readonly by: Person;
  readonly door: 'bot' | 'api';
  readonly input: unknown;
  readonly ending: Ending;
  /** What came back when it was done, or the body of a refusal. */
  readonly value?: unknown;
  /** Whether any of the answers said that it was saved for later. */
  readonly wasKept: boolean;
}

export interface GivenReport extends Given {
  readonly name: 'report-incident';
  readonly report: Report;
}

export interface Promises {
  readonly given: Given[];
  readonly reports: GivenReport[];
  /** Presses and posts that left a person's hands, repeats among them. */
  requests: number;
  repeats: number;
}

export function noPromises(): Promises {
  return { given: [], reports: [], requests: 0, repeats: 0 };
}
