// How long people wait for an answer, and how often what failed is tried again. Milliseconds.

export interface Pace {
  /** Teams gives up on a press after 5 seconds (platform.md 2): by then the person has been answered. */
  readonly answerWithin: number;
  /** A command in hand that has neither ended nor failed after this is taken up again. */
  readonly takeUpAfter: number;
  /** The state is looked through this often, whatever is said to be due: another instance may have died, or a word from it been lost. */
  readonly lookAgainAfter: number;
  readonly firstRetryAfter: number;
  readonly longestRetryAfter: number;
}

export const usualPace: Pace = {
  answerWithin: 3_000,
  takeUpAfter: 30_000,
  lookAgainAfter: 60_000,
  firstRetryAfter: 2_000,
  longestRetryAfter: 60_000
};

/** When to try again after `attempts` failures: twice as long each time, up to a limit, the later half of it by chance so that not all come at once. */
export function retryAt(now: Date, attempts: number, { firstRetryAfter, longestRetryAfter }: Pace): string {
  const longest = Math.min(longestRetryAfter, firstRetryAfter * 2 ** Math.min(attempts - 1, 30));
  return later(now, longest * (0.5 + Math.random() / 2));
}

/** UTC, ISO 8601, milliseconds kept: the service's own times are compared with each other. */
export function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}

/** UTC, ISO 8601, whole seconds: the record's times. */
export function wholeSeconds(moment: Date): string {
  return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
