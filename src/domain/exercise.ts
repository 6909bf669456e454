// The mark of an exercise (ÖVNING): put on when it is reported, by those who handle incidents, and neither put on nor taken off afterwards (domain.md 4, 26).
import { z } from 'zod';

/** Of an incident and of all that comes of it. Absent of what has really happened. */
export const exerciseMark = { exercise: z.literal(true).optional() } as const;

export interface Marked {
  readonly exercise?: true | undefined;
}

/** The mark alone, to be handed on to what comes of it. */
export function markOf({ exercise }: Marked): Marked {
  return exercise === true ? { exercise } : {};
}

const prefix = 'ÖVNING: ';

/** A text in Swedish, as lists, documents and reports have it, with ÖVNING first when it is of an exercise; once, however often it is marked. */
export function markedText({ exercise }: Marked, said: string): string {
  return exercise === true && !said.startsWith(prefix) ? `${prefix}${said}` : said;
}

/** The text before it was marked; nothing when it is of an exercise and somebody has taken the mark off. */
export function unmarkedText({ exercise }: Marked, said: string): string | undefined {
  if (exercise !== true) return said;
  return said.startsWith(prefix) ? said.slice(prefix.length) : undefined;
}
