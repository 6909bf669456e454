// Many new aggregates at once: their numbers in one round, their log entries in one, their items in one; each as if it had been committed alone (design 4).
import { numbersFrom } from '../domain/reference-number';
import { appendOnce, freeNumber, mostRaces, pageOf, type Appended, type Change, type NewNumber } from './commit';
import type { Context, Register } from './context';

/** What the first entry of a new thing says, under the number it is given. */
export type Making<S> = (reference: string) => Change<S>;

/** Their states, in the order given. What a command made before stands as it was made then: the same again makes nothing twice, and mends items left unwritten. */
export async function commitManyNew<S>(
  context: Context,
  register: Register<S>,
  number: NewNumber,
  makings: readonly Making<S>[]
): Promise<readonly S[]> {
  const appended = await appendMany(context, register, number, makings);
  return Promise.all(
    appended.map(async ({ entry, isOurs }) => {
      const page = pageOf(register, entry);
      await register.write(page, isOurs ? 'nothing' : undefined);
      return page.state;
    })
  );
}

/** Those who lost their number to somebody else take new ones, all together. */
async function appendMany<S>(
  context: Context,
  register: Register<S>,
  { series, reference: first }: NewNumber,
  makings: readonly Making<S>[]
): Promise<readonly Appended[]> {
  const appended = new Map<number, Appended>();
  let from = first;
  for (let races = 0; races < mostRaces; races += 1) {
    const left = [...makings.entries()].filter(([at]) => !appended.has(at));
    if (left.length === 0) return makings.flatMap((_, at) => appended.get(at) ?? []);
    const numbers = numbersFrom(from, left.length);
    const made = left.map(([, making], nth) => appendOnce(context, numbers[nth] ?? from, making, register.prepare));
    const outcomes = await Promise.all(made);
    left.forEach(([at], nth) => {
      const outcome = outcomes[nth];
      if (outcome !== undefined) appended.set(at, outcome);
    });
    if (appended.size < makings.length) from = await freeNumber(context, series, numbers.at(-1) ?? from);
  }
  throw new Error(`No free numbers found in series ${series} after ${mostRaces} tries; the log list does not show its own entries.`);
}
