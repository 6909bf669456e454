// What the example municipality shows a newcomer of legal tracks and of measures.
import { isLate, clocksOf } from '../../src/domain/legal-clock';
import { Measure } from '../../src/domain/measure';
import { rulesOf, Track } from '../../src/domain/legal-track';
import { tellStory } from '../../src/local/example/story';
import { legalRules } from '../../src/reference/legal-rules';
import { exampleContext } from './example-context';

async function tracksTold(): Promise<{ readonly tracks: readonly Track[]; readonly today: string }> {
  const context = exampleContext();
  const today = context.now();
  await tellStory(context, today, () => undefined);
  const told = new Map(
    context.entries.filter(({ aggregate }) => aggregate.startsWith('R-')).map(({ aggregate, state }) => [aggregate, state])
  );
  return { tracks: [...told.values()].map((state) => Track.parse(state)), today };
}

test('one track is assessed and in time, another is to be reported and late', async () => {
  const { tracks, today } = await tracksTold();
  const anHourLater = new Date(Date.parse(today) + 3_600_000).toISOString();
  const standing = tracks.map((track) => {
    const [first] = clocksOf(track, rulesOf(track, legalRules[track.regime]).stages);
    return { state: track.state, suggests: track.assessment?.suggests, late: first !== undefined && isLate(first, anHourLater) };
  });
  expect(standing).toEqual([
    { state: 'to-report', suggests: true, late: true },
    { state: 'assessing', suggests: false, late: false }
  ]);
});

test('one measure is late, and the effect of another is to be checked', async () => {
  const context = exampleContext();
  const today = context.now();
  await tellStory(context, today, () => undefined);
  const told = new Map(
    context.entries.filter(({ aggregate }) => aggregate.startsWith('M-')).map(({ aggregate, state }) => [aggregate, Measure.parse(state)])
  );
  expect([...told.values()].map(({ state, due }) => ({ state, late: Date.parse(due) < Date.parse(today) }))).toEqual([
    { state: 'done', late: true },
    { state: 'open', late: true }
  ]);
});
