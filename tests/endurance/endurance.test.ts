// The endurance runs in their short form: killed at random in bad weather, and two instances side by side. The long form is `main.ts` beside this.
import { race } from './races';
import { endure } from './run';
import { faultsOf } from './table';

const kills = 12;
const rounds = 20;
const seed = 2_026;
const longest = 900_000;

test(
  'what people were answered stands in the record once, and those concerned are told, however often the service is killed',
  async () => {
    const outcome = await endure({ kills, seed, say: () => undefined });
    expect(faultsOf(outcome)).toEqual([]);
    const { promises, killedAt, struck, notices, incidents } = outcome;
    expect([...killedAt.values()].reduce((sum, times) => sum + times, 0)).toBe(kills);
    // Otherwise it has proved nothing.
    for (const count of [promises.reports.length, promises.repeats, struck.size, notices.owed, incidents]) expect(count).toBeGreaterThan(5);
  },
  longest
);

test(
  'of two who do the same at the same moment, through two instances, one wins and the other is told who, when and what',
  async () => {
    const { wins, faults } = await race({ rounds, seed, say: () => undefined });
    expect(faults).toEqual([]);
    expect(wins[0] + wins[1]).toBe(2 * rounds);
    for (const won of wins) expect(won).toBeGreaterThan(0);
  },
  longest
);
