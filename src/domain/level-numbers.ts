// The number that each level is shown with. It is the municipality's own setting, since sources number the same words differently (domain.md 1, fact 8).
import { levels, type Level } from './classification';
import { done, refused, type Outcome } from './outcome';

export type LevelNumbers = Readonly<Record<Level, number>>;

/** Where the municipality has set nothing. */
export const ordinaryNumbers: LevelNumbers = { negligible: 0, moderate: 1, significant: 2, serious: 3 };

/** One number from 0 to 99 for each level, from the least to the most, such as `1,2,3,4`; they rise all the way or sink all the way. */
export function levelNumbersFrom(written: string): Outcome<LevelNumbers, 'not-one-each' | 'not-in-order'> {
  const parts = written.split(',').map((part) => part.trim());
  const [negligible, moderate, significant, serious, ...more] = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : undefined));
  if (negligible === undefined || moderate === undefined || significant === undefined || serious === undefined || more.length > 0) {
    return refused('not-one-each');
  }
  const numbers = { negligible, moderate, significant, serious };
  return isInOneOrder(levels.map((level) => numbers[level])) ? done(numbers) : refused('not-in-order');
}

function isInOneOrder(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, index) => Math.sign(number - (numbers[index] ?? number)));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
