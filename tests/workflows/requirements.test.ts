// Requirements on an asset: who answers what, what a supplier is sent and when it is late, and what a changed class does to the answers.
import type { Asset } from '../../src/domain/asset';
import type { Profile } from '../../src/domain/classification';
import {
  complianceOf,
  isAnswerOverdue,
  partiesOf,
  priorityOf,
  standingsOf,
  unansweredBy,
  type AskedParty,
  type RequirementAnswers
} from '../../src/domain/requirement-answers';
import { requirementsOf } from '../../src/domain/requirements';
import { requirementCatalogue as catalogue } from '../../src/reference/requirement-catalogue';
import { answerRequirements, AnswerRequirementsInput } from '../../src/workflows/answer-requirements';
import { commit, commitNew, type Change, newNumber, readMended } from '../../src/workflows/commit';
import type { Request } from '../../src/workflows/context';
import { sendRequirements } from '../../src/workflows/send-requirements';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const asset = 'T-2026-0001';
const flat = (level: Profile['integrity']): Profile => ({
  confidentiality: level,
  integrity: level,
  availability: level,
  traceability: level
});

let commands = 0;
const by = <I>(who: Who, input: I): Request<I> => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });

async function registered(profile: Profile = flat('moderate')): Promise<MemoryContext> {
  const context = memoryContext();
  await commitNew(
    context,
    context.assets,
    await newNumber(context, 'T'),
    (reference): Change<Asset> => ({
      event: 'asset-registered',
      command: 'before',
      actor: actor('manager'),
      from: '',
      to: 'active',
      state: {
        reference,
        name: 'Hemtjänstens planering',
        description: '',
        carriers: ['system'],
        unit: 'SOC-HEM',
        unitName: 'Hemtjänsten',
        informationOwner: people.manager,
        objectOwner: people.objectOwner,
        custodian: people.custodian,
        state: 'active',
        profile
      }
    })
  );
  return context;
}

async function classed(context: MemoryContext, profile: Profile): Promise<void> {
  const page = await readMended(context, context.assets, asset);
  if (page === undefined) throw new Error('There is no asset.');
  await commit(context, context.assets, asset, page, {
    event: 'asset-class-decided',
    command: `class ${profile.integrity}`,
    actor: actor('objectOwner'),
    from: 'active',
    to: 'active',
    state: { ...page.state, profile }
  });
}

const said = (...codes: readonly string[]) => codes.map((code) => ({ code, answer: 'met', proof: 'Se rutinen' }) as const);

async function records(context: MemoryContext): Promise<readonly RequirementAnswers[]> {
  const numbers = await context.requirementAnswers.numbersOf(asset);
  const pages = await Promise.all(numbers.map((number) => context.requirementAnswers.read(number)));
  return pages.flatMap((page) => (page === undefined ? [] : [page.state]));
}

async function parties(context: MemoryContext): Promise<readonly AskedParty[]> {
  const page = await context.assets.read(asset);
  if (page === undefined) throw new Error('There is no asset.');
  return partiesOf(catalogue, page.state, await records(context));
}

async function party(context: MemoryContext, who: AskedParty['actor']): Promise<AskedParty> {
  const found = (await parties(context)).find((one) => one.actor === who);
  if (found === undefined) throw new Error(`Nothing is asked of ${who}.`);
  return found;
}

const toIt = { asset, actor: 'it' } as const;
const toUnit = { asset, actor: 'unit' } as const;
const toSupplier = { asset, actor: 'supplier', supplier: 'Nordvårdssystem AB', saidBy: 'Säkerhetschefen' } as const;

test('IT and the unit answer each in a record of their own, which grows and keeps who said what when', async () => {
  const context = await registered();
  await answerRequirements(context, catalogue, by('it', { ...toIt, answers: said('S-01') }));
  await answerRequirements(context, catalogue, by('it', { ...toIt, answers: said('T-02') }));
  await answerRequirements(context, catalogue, by('custodian', { ...toUnit, answers: said('A-01') }));
  const given = { answer: 'met', proof: 'Se rutinen', at: '2026-11-23T14:40:00Z' };
  expect(await records(context)).toMatchObject([
    { reference: 'Q-2026-0001', actor: 'it', answers: { 'S-01': { ...given, by: people.it }, 'T-02': { ...given, by: people.it } } },
    { reference: 'Q-2026-0002', actor: 'unit', answers: { 'A-01': { ...given, by: people.custodian } } }
  ]);
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('the same submit again is one answer', async () => {
  const context = await registered();
  const request = by('it', { ...toIt, answers: said('S-01') });
  const first = await answerRequirements(context, catalogue, request);
  expect(await answerRequirements(context, catalogue, request)).toEqual(first);
  expect(context.entries.filter(({ event }) => event === 'requirements-answered')).toHaveLength(1);
});

test.each([
  { what: 'IT answers for the unit', who: 'it', input: { ...toUnit, answers: said('A-01') }, reason: 'not-allowed' },
  { what: 'the unit answers for IT', who: 'objectOwner', input: { ...toIt, answers: said('S-01') }, reason: 'not-allowed' },
  { what: 'somebody else answers', who: 'stranger', input: { ...toUnit, answers: said('A-01') }, reason: 'not-allowed' },
  {
    what: 'the asset is not there',
    who: 'it',
    input: { ...toIt, asset: 'T-2026-0009', answers: said('S-01') },
    reason: 'not-found'
  },
  { what: 'the class does not ask for it', who: 'it', input: { ...toIt, answers: said('S-01', 'S-07') }, reason: 'no-such-requirement' },
  { what: 'it is asked of another', who: 'it', input: { ...toIt, answers: said('A-01') }, reason: 'no-such-requirement' }
] as const)('is refused when $what', async ({ who, input, reason }) => {
  const context = await registered();
  expect(await answerRequirements(context, catalogue, by(who, input))).toMatchObject({ ok: false, reason });
  expect(await records(context)).toEqual([]);
});

test('nothing is answered before a class is decided', async () => {
  const context = memoryContext();
  const unclassed = await registered();
  const page = await unclassed.assets.read(asset);
  if (page === undefined) throw new Error('There is no asset.');
  const { profile: _profile, ...state } = page.state;
  await commitNew(context, context.assets, await newNumber(context, 'T'), () => ({
    event: 'asset-registered',
    command: 'before',
    actor: actor('manager'),
    from: '',
    to: 'active',
    state
  }));
  expect(await answerRequirements(context, catalogue, by('it', { ...toIt, answers: said('S-01') }))).toMatchObject({
    reason: 'not-classified'
  });
});

test.each([
  { what: 'a supplier without a name', input: { asset, actor: 'supplier', saidBy: 'Chefen', answers: said('A-02') } },
  { what: 'a supplier without who said it', input: { asset, actor: 'supplier', supplier: 'Nordvårdssystem AB', answers: said('A-02') } },
  { what: 'IT with the name of a supplier', input: { ...toIt, supplier: 'Nordvårdssystem AB', answers: said('S-01') } },
  { what: 'a proof longer than fits', input: { ...toIt, answers: [{ code: 'S-01', answer: 'met', proof: 'a'.repeat(401) }] } },
  { what: 'no answer at all', input: { ...toIt, answers: [] } }
])('$what is not taken', ({ input }) => {
  expect(AnswerRequirementsInput.safeParse(input).success).toBe(false);
});

test('a new class asks for more: what was answered stands, and the new is unanswered', async () => {
  const context = await registered();
  const asked = (await party(context, 'it')).asked.map(({ requirement: { code } }) => code);
  await answerRequirements(context, catalogue, by('it', { ...toIt, answers: said(...asked) }));
  expect(unansweredBy(await party(context, 'it'))).toEqual([]);
  await classed(context, flat('significant'));
  const after = await party(context, 'it');
  expect(after.asked.filter(({ given }) => given !== undefined).map(({ requirement: { code } }) => code)).toEqual(asked);
  expect(unansweredBy(after).map(({ code }) => code)).toContain('K-07');
});

test('a lower class asks for less, and what was answered counts again when it is raised', async () => {
  const context = await registered(flat('significant'));
  await answerRequirements(context, catalogue, by('it', { ...toIt, answers: said('K-07') }));
  await classed(context, flat('negligible'));
  expect((await party(context, 'it')).asked.map(({ requirement: { code } }) => code)).toEqual(['A-03']);
  await classed(context, flat('serious'));
  expect((await party(context, 'it')).asked.find(({ requirement: { code } }) => code === 'K-07')?.given?.answer).toBe('met');
});

test('a supplier that was sent the requirements has until its day, and is late after that until all is answered', async () => {
  const context = await registered();
  await sendRequirements(
    context,
    catalogue,
    by('objectOwner', { asset, supplier: 'Nordvårdssystem AB', to: 'Kundansvarig', due: '2026-12-18' })
  );
  const sent = await party(context, 'supplier');
  expect(sent.sent).toMatchObject({ to: 'Kundansvarig', by: people.objectOwner, due: '2026-12-18T22:59:00Z' });
  expect(isAnswerOverdue(sent, '2026-12-18T22:58:00Z')).toBe(false);
  expect(isAnswerOverdue(sent, '2026-12-18T23:00:00Z')).toBe(true);
  await answerRequirements(
    context,
    catalogue,
    by('custodian', {
      ...toSupplier,
      supplier: 'nordvårdssystem  ab',
      answers: said(...sent.asked.map(({ requirement: { code } }) => code))
    })
  );
  const answered = await party(context, 'supplier');
  expect(answered.asked[0]?.given).toMatchObject({ saidBy: 'Säkerhetschefen', by: people.custodian });
  expect(isAnswerOverdue(answered, '2026-12-18T23:00:00Z')).toBe(false);
});

test.each([
  { what: 'the day has been', profile: flat('moderate'), due: '2026-11-22', reason: 'wrong-answer-day' },
  { what: 'whoever sends does not answer for the asset', profile: flat('moderate'), due: '2026-12-18', who: 'it', reason: 'not-allowed' }
] as const)('sending is refused when $what', async ({ profile, due, reason, ...rest }) => {
  const context = await registered(profile);
  const who = 'who' in rest ? rest.who : 'objectOwner';
  const input = { asset, supplier: 'Nordvårdssystem AB', to: 'Kundansvarig', due };
  expect(await sendRequirements(context, catalogue, by(who, input))).toMatchObject({ ok: false, reason });
});

test('a requirement is met when all who are asked say so, and otherwise stands as the one that says worst', async () => {
  const context = await registered(flat('significant'));
  const standing = async (): Promise<string | undefined> =>
    [...standingsOf(await parties(context))].find(([{ code }]) => code === 'K-07')?.[1];
  expect(await standing()).toBe('unanswered');
  await answerRequirements(context, catalogue, by('it', { ...toIt, answers: said('K-07') }));
  expect(await standing()).toBe('met');
  await answerRequirements(context, catalogue, by('custodian', { ...toSupplier, answers: said('A-02') }));
  expect(await standing()).toBe('unanswered');
  const partly = [{ code: 'K-07', answer: 'partly', proof: '' }] as const;
  await answerRequirements(context, catalogue, by('custodian', { ...toSupplier, answers: partly }));
  expect(await standing()).toBe('partly');
  const no = [{ code: 'K-07', answer: 'no', proof: '' }] as const;
  await answerRequirements(context, catalogue, by('it', { ...toIt, answers: no }));
  expect(await standing()).toBe('no');
});

test('how much is met is counted aspect by aspect', async () => {
  const context = await registered(flat('moderate'));
  await answerRequirements(context, catalogue, by('it', { ...toIt, answers: said('S-01') }));
  expect((await parties(context)).map(({ actor: who }) => who)).toEqual(['unit', 'it']);
  expect(complianceOf(await parties(context)).find(({ aspect }) => aspect === 'traceability')).toEqual({
    aspect: 'traceability',
    met: 1,
    all: 1
  });
});

test('two records of one party, which two who began at once can leave, are read as one', async () => {
  const context = await registered();
  await answerRequirements(context, catalogue, by('it', { ...toIt, answers: said('S-01') }));
  const [first] = await records(context);
  if (first === undefined) throw new Error('Nothing was answered.');
  const later = {
    ...first,
    reference: 'Q-2026-0002',
    answers: { 'T-02': { ...first.answers['S-01'], answer: 'no' } }
  } as RequirementAnswers;
  const page = await context.assets.read(asset);
  if (page === undefined) throw new Error('There is no asset.');
  const it = partiesOf(catalogue, page.state, [first, later]).find(({ actor: who }) => who === 'it');
  expect(it?.asked.flatMap(({ requirement: { code }, given }) => (given === undefined ? [] : [`${code} ${given.answer}`]))).toEqual([
    'T-02 no',
    'S-01 met'
  ]);
});

test('what is worth beginning with: the highest class times what is left', async () => {
  const context = await registered({ ...flat('negligible'), availability: 'serious' });
  const it = await party(context, 'it');
  const page = await context.assets.read(asset);
  expect(priorityOf(page?.state ?? {}, it)).toBe(4 * it.asked.length);
});

test('all the requirements on an asset of the highest class, each with the longest proof, fit into its record', async () => {
  const context = await registered(flat('serious'));
  const codes = requirementsOf(catalogue, { profile: flat('serious'), carriers: ['system', 'paper', 'oral', 'medium'] }, 'unit').map(
    ({ code }) => code
  );
  expect(codes.length * (400 + 400)).toBeLessThan(60_000);
  const asked = (await party(context, 'it')).asked.map(({ requirement: { code } }) => code);
  const answers = asked.map((code) => ({ code, answer: 'partly', proof: 'å'.repeat(400) }) as const);
  expect(await answerRequirements(context, catalogue, by('it', { ...toIt, answers }))).toMatchObject({ ok: true });
});
