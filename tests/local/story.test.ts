// What the example municipality shows a newcomer of legal tracks, of measures and of requirements.
import { isLate, clocksOf } from '../../src/domain/legal-clock';
import { Asset } from '../../src/domain/asset';
import { isAnswerOverdue, partiesOf, RequirementAnswers, unansweredBy } from '../../src/domain/requirement-answers';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';
import { Measure } from '../../src/domain/measure';
import { rulesOf, Track } from '../../src/domain/legal-track';
import { tellStory } from '../../src/local/example/story';
import { legalRules } from '../../src/reference/legal-rules';
import { answersIn } from '../../src/workflows/inventories';
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

test('of measures one is late, the effect of another is to be checked, and of what an asset lacks one is verified, one decided and one waits', async () => {
  const context = exampleContext();
  const today = context.now();
  await tellStory(context, today, () => undefined);
  const told = new Map(
    context.entries.filter(({ aggregate }) => aggregate.startsWith('M-')).map(({ aggregate, state }) => [aggregate, Measure.parse(state)])
  );
  expect([...told.values()].map(({ state, due }) => ({ state, late: Date.parse(due) < Date.parse(today) }))).toEqual([
    { state: 'done', late: true },
    { state: 'open', late: true },
    { state: 'effective', late: true },
    { state: 'open', late: false },
    { state: 'proposed', late: false }
  ]);
});

test('the requirements on one asset are answered in part, and its supplier is late', async () => {
  const context = exampleContext();
  const today = context.now();
  await tellStory(context, today, () => undefined);
  const [record] = context.entries.filter(({ event }) => event === 'requirements-answered');
  const asset = Asset.parse((await context.assets.read(String(record?.state['asset'])))?.state);
  const numbers = await context.requirementAnswers.numbersOf(asset.reference);
  const records = await Promise.all(
    numbers.map(async (number) => RequirementAnswers.parse((await context.requirementAnswers.read(number))?.state))
  );
  const parties = partiesOf(requirementCatalogue, asset, records);
  expect(parties.map((party) => [party.actor, unansweredBy(party).length > 0, isAnswerOverdue(party, today)])).toEqual([
    ['unit', true, false],
    ['it', true, false],
    ['supplier', true, true]
  ]);
});

test('an inventory is under way: one unit is complete, one lacks something, the others have not answered', async () => {
  const context = exampleContext();
  await tellStory(context, context.now(), () => undefined);
  expect(await context.inventories.numbersOf('open')).toEqual(['N-2026-0001']);
  const answers = await answersIn(context, 'N-2026-0001');
  expect(answers.map(({ unit, state }) => [unit, state])).toEqual([
    ['KLF-IT', 'complete'],
    ['KLF-KAN', 'asked'],
    ['SOC-HEM', 'missing'],
    ['BUF-GR', 'asked'],
    ['SBF-VA', 'asked']
  ]);
});

test('the årshjul has marks in months that have gone, the last ones have none, and one change is proposed', async () => {
  const context = exampleContext();
  await tellStory(context, context.now(), () => undefined);
  const marks = (await context.yearly.read('Y-2026'))?.state.marks ?? [];
  expect([...new Set(marks.map(({ month }) => month))]).toEqual([6, 9]);
  for (const { at, month } of marks) expect(Number(at.slice(5, 7))).toBe(month);
  const [proposal] = context.entries.filter(({ aggregate }) => aggregate.startsWith('F-'));
  expect(proposal).toMatchObject({ aggregate: 'F-2026-0001', to: 'proposed', state: { subject: 'requirements', state: 'proposed' } });
});
