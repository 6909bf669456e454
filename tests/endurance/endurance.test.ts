// The endurance run in its short form: whatever is killed and whatever breaks around it, nothing is lost, nothing happens twice, nothing is made up.
import { endure } from './run';
import { faultsOf } from './table';

const kills = 12;
const seed = 2_026;

test('what people were answered stands in the record once, and those concerned are told', async () => {
  const outcome = await endure({ kills, seed, say: () => undefined });
  expect(faultsOf(outcome)).toEqual([]);
  const { promises, killedAt, struck, notices, incidents } = outcome;
  expect([...killedAt.values()].reduce((sum, times) => sum + times, 0)).toBe(kills);
  // Otherwise it has proved nothing.
  for (const count of [promises.reports.length, promises.repeats, struck.size, notices.owed, incidents]) expect(count).toBeGreaterThan(5);
}, 900_000);
