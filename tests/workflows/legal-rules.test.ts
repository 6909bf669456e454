// The legal rules as the municipality changes them: by whom, what is kept, from which day they hold, and what an assessment makes of them.
import fc from 'fast-check';
import { rulesInForce, regimes } from '../../src/domain/legal-rules';
import { changedRules, noChanges, numberOf, thresholdsOf, type RuleChange } from '../../src/domain/rule-changes';
import { legalRules } from '../../src/reference/legal-rules';
import { answerAssessment } from '../../src/workflows/answer-assessment';
import { changeLegalRules, ChangeLegalRulesInput, rulesInRecord } from '../../src/workflows/change-legal-rules';
import type { Answer } from '../../src/workflows/context';
import { openTrack } from '../../src/workflows/open-track';
import { reportIncident } from '../../src/workflows/report-incident';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

let commands = 0;
const by = <I>(who: Who, input: I, command = `command-${(commands += 1)}`) => ({ command, actor: actor(who), input });

const receiver = {
  kind: 'receiver',
  regime: 'cybersecurity',
  name: 'Nya myndigheten',
  portal: 'https://portal.example',
  source: 'SFS 2026:999',
  validFrom: '2026-11-01',
  isRead: true
} as const satisfies ChangeLegalRulesInput;

const words = { sv: 'Mer än 2 timmar.', en: 'More than 2 hours.', fi: 'Yli 2 tuntia.' };
const threshold = {
  kind: 'threshold',
  regime: 'cybersecurity',
  rule: 'csl-limited',
  number: 2,
  words,
  source: 'MCFFS 2026:20 3 §',
  validFrom: '2026-11-01',
  isRead: false
} as const satisfies ChangeLegalRulesInput;

const change = (context: MemoryContext, input: ChangeLegalRulesInput, who: Who = 'securityOfficer', command?: string) =>
  changeLegalRules(context, legalRules, by(who, input, command));
const outcome = (answer: Answer<unknown, string>): string => (answer.ok ? 'done' : answer.reason);

/** What holds for cybersäkerhetslagen on a day. */
async function on(context: MemoryContext, day: string) {
  return rulesInForce((await rulesInRecord(context, legalRules)).cybersecurity, `${day}T12:00:00Z`);
}
const limited = ({ duties }: Awaited<ReturnType<typeof on>>) => duties.filter(({ id }) => id === 'csl-limited').map(numberOf);

test('without a change the rules are those that are shipped', async () => {
  expect(await rulesInRecord(memoryContext(), legalRules)).toBe(legalRules);
  expect(changedRules(legalRules, noChanges)).toEqual(legalRules);
});

test('another receiver holds from its day on, and the one before until the day before', async () => {
  const context = memoryContext();
  expect(await change(context, receiver)).toMatchObject({ ok: true, notices: [] });
  expect((await on(context, '2026-10-31')).receivers.map(({ name }) => name)).toEqual(['Nationellt cybersäkerhetscenter (NCSC), CERT-SE']);
  expect((await on(context, '2026-11-01')).receivers).toEqual([
    { name: 'Nya myndigheten', portal: 'https://portal.example', source: 'SFS 2026:999', validFrom: '2026-11-01', checked: 'primary' }
  ]);
});

test('another threshold holds from its day on, in its words too, and whoever has not read the source says so', async () => {
  const context = memoryContext();
  await change(context, threshold);
  expect(limited(await on(context, '2026-10-31'))).toEqual([12]);
  expect(limited(await on(context, '2026-11-01'))).toEqual([2]);
  const changed = (await on(context, '2026-11-01')).duties.find(({ id }) => id === 'csl-limited');
  expect(changed).toEqual({
    id: 'csl-limited',
    words,
    when: [{ question: 'limited-hours', moreThan: 2 }],
    source: 'MCFFS 2026:20 3 §',
    validFrom: '2026-11-01',
    checked: 'check'
  });
});

test('a change from an earlier day leaves what was changed from a later one, and one from the same day replaces it', async () => {
  const context = memoryContext();
  await change(context, { ...threshold, number: 3, validFrom: '2027-01-01' });
  await change(context, { ...threshold, number: 6 });
  await change(context, { ...threshold, number: 5 });
  const numbers = ['2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01'].map(async (day) => limited(await on(context, day)));
  expect(await Promise.all(numbers)).toEqual([[12], [5], [5], [3]]);
});

test('each change stands in the log with who, when and source, is made once, and moves the version of its regime alone', async () => {
  const context = memoryContext();
  const first = await change(context, receiver, 'securityOfficer', 'pressed');
  expect(await change(context, receiver, 'securityOfficer', 'pressed')).toEqual(first);
  await change(context, threshold);
  expect(context.entries.map(({ aggregate, sequence, event, reason, actorId }) => [aggregate, sequence, event, reason, actorId])).toEqual([
    ['L-0001', 1, 'legal-rules-changed', 'SFS 2026:999', people.securityOfficer.id],
    ['L-0001', 2, 'legal-rules-changed', 'MCFFS 2026:20 3 §', people.securityOfficer.id]
  ]);
  const rules = await rulesInRecord(context, legalRules);
  expect([rules.cybersecurity.version, rules.gdpr.version]).toEqual([`${legalRules.cybersecurity.version}+2`, legalRules.gdpr.version]);
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('of two who change at the same moment one is told who was first', async () => {
  const context = memoryContext();
  const outcomes = (await Promise.all([change(context, receiver), change(context, threshold)])).map(outcome);
  expect(outcomes.sort()).toEqual(['done', 'overtaken']);
  await change(context, threshold);
  const later = await Promise.all([change(context, receiver), change(context, threshold)]);
  expect(later.map(outcome).sort()).toEqual(['done', 'overtaken']);
});

test('nobody but the informationssäkerhetsansvarig changes them, nor what is no threshold', async () => {
  const context = memoryContext();
  for (const who of ['it', 'protectionOfficer', 'privacyOfficer', 'director', 'stranger'] as const) {
    expect(outcome(await change(context, receiver, who))).toBe('not-allowed');
  }
  expect(outcome(await change(context, { ...threshold, rule: 'csl-serious-disruption' }))).toBe('unknown-rule');
  expect(outcome(await change(context, { ...threshold, regime: 'gdpr' }))).toBe('unknown-rule');
  expect(context.entries).toEqual([]);
});

test.each<[string, object]>([
  ['no source', { source: ' ' }],
  ['no day', { validFrom: '2026-02-30' }],
  ['a day before anybody could sign in', { validFrom: '1999-12-31' }],
  ['a number below nothing', { number: -1 }],
  ['half an hour', { number: 0.5 }],
  ['words in one language only', { words: { sv: 'Mer' } }]
])('a change with %s is none', (_what, changes) => {
  expect(ChangeLegalRulesInput.safeParse({ ...threshold, ...changes }).success).toBe(false);
  expect(ChangeLegalRulesInput.safeParse(threshold).success).toBe(true);
});

test('an assessment reads the rules of the day of kännedom, and a track keeps what it was assessed by', async () => {
  const context = memoryContext();
  const report = { kind: 'not-working', when: 'today', where: 'Växeln', ongoing: 'no', personalData: 'no', description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  const opening = { incident: 'I-2026-0001', regime: 'cybersecurity', controller: 'SN', decider: people.director.upn } as const;
  await openTrack(context, await rulesInRecord(context, legalRules), by('securityOfficer', opening));
  const assess = async () => {
    const answers = { 'security-sensitive': 'no', 'limited-hours': 5 };
    const input = { reference: 'R-2026-0001', answers };
    const answer = await answerAssessment(context, await rulesInRecord(context, legalRules), by('securityOfficer', input));
    return answer.ok ? answer.value.assessment : answer;
  };
  const before = await assess();
  expect(before).toMatchObject({ rules: legalRules.cybersecurity.version, because: [] });
  await change(context, threshold);
  expect((await context.tracks.read('R-2026-0001'))?.state.assessment).toEqual(before);
  expect(await assess()).toMatchObject({
    rules: `${legalRules.cybersecurity.version}+1`,
    suggests: true,
    because: [{ id: 'csl-limited', source: 'MCFFS 2026:20 3 §', validFrom: '2026-11-01' }]
  });
});

test('whatever is changed in whatever order, on each day one receiver and one number of each threshold hold, the last that was said of it', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2027-01-${String(number).padStart(2, '0')}`);
  const said = fc.record({ validFrom: day, number: fc.nat(100) });
  const asChange = ({ validFrom, number }: { validFrom: string; number: number }): RuleChange => ({
    ...threshold,
    validFrom,
    number,
    by: people.securityOfficer,
    at: '2026-11-23T14:40:00Z'
  });
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), day, (changes, at) => {
      const rules = changedRules(legalRules, { ...noChanges, changes: changes.map(asChange) }).cybersecurity;
      const [number, ...more] = rulesInForce(rules, `${at}T12:00:00Z`)
        .duties.filter(({ id }) => id === 'csl-limited')
        .map(numberOf);
      const held = changes.filter(({ validFrom }) => validFrom <= at);
      const latest = held
        .map(({ validFrom }) => validFrom)
        .sort()
        .at(-1);
      const expected = held.filter(({ validFrom }) => validFrom === latest).at(-1)?.number ?? 12;
      expect([number, more]).toEqual([expected, []]);
    })
  );
});

test('every threshold that is shipped is met by one number, so that one number can take its place', () => {
  for (const regime of regimes) {
    for (const { when } of thresholdsOf(legalRules[regime])) expect(when.filter((one) => !('is' in one))).toHaveLength(1);
  }
});
