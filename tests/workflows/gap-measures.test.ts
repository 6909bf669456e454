// Measures for what an asset lacks: proposed, decided by the head of the förvaltning or declined for a time, done, checked, and who is told and reminded.
import { Temporal } from 'temporal-polyfill';
import { awaitsDecision, readersOfMeasure, type Measure } from '../../src/domain/measure';
import type { Unit } from '../../src/domain/person';
import { escalationRules } from '../../src/reference/escalation';
import { requirementCatalogue as catalogue } from '../../src/reference/requirement-catalogue';
import { checkMeasure } from '../../src/workflows/check-measure';
import { commitNew, newNumber, type Change } from '../../src/workflows/commit';
import type { Context, Request } from '../../src/workflows/context';
import { decideMeasure, declineMeasure } from '../../src/workflows/decide-measure';
import { delegateDecisions } from '../../src/workflows/delegate-decisions';
import { finishMeasure } from '../../src/workflows/finish-measure';
import { proposeMeasure, type ProposeMeasureInput } from '../../src/workflows/propose-measure';
import { remindOfMeasure } from '../../src/workflows/remind-of-measure';
import { isStillSo } from '../../src/workflows/still-so';
import type { Notice } from '../../src/domain/notice';
import { chainDeviations } from '../domain/log-rows';
import { lacking, wanted } from './lacking-asset';
import { actor, people, units, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const reference = 'M-2026-0001';

let commands = 0;
const by = <I>(who: Who, input: I): Request<I> => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });

const propose = (context: Context, who: Who = 'custodian', changes: Partial<ProposeMeasureInput> = {}) =>
  proposeMeasure(context, catalogue, by(who, { ...wanted, ...changes }));

async function standing(context: MemoryContext): Promise<Measure> {
  const page = await context.measures.read(reference);
  if (page === undefined) throw new Error('There is no measure.');
  return page.state;
}

const inShort = (notices: readonly Notice[]): string[] =>
  notices.map((notice) => `${notice.kind} ${'step' in notice ? notice.step : ''} ${nameOf(notice.to)}`.replace('  ', ' '));
const nameOf = (id: string): string => Object.entries(people).find(([, person]) => person.id === id)?.[0] ?? id;

/** The context with another line organisation. */
function organised(context: MemoryContext, others: readonly Unit[]): Context {
  return { ...context, directory: { ...context.directory, unit: (code) => Promise.resolve(others.find((unit) => unit.code === code)) } };
}

test('a gap becomes a proposal that the head of the förvaltning is told to decide on', async () => {
  const context = await lacking();
  const answer = await propose(context);
  expect(answer).toMatchObject({ ok: true, value: { reference, state: 'proposed', requirement: 'K-07', cost: 120_000 } });
  expect(answer.ok && inShort(answer.notices)).toEqual(['measure-moved proposed director']);
  expect(await standing(context)).toMatchObject({
    asset: wanted.asset,
    assetName: 'Arkivets register',
    decider: people.director,
    addedBy: people.custodian
  });
  expect(awaitsDecision(await standing(context), context.now())).toBe(true);
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('everybody with a role reads it, as they read the register', async () => {
  const context = await lacking();
  await propose(context);
  expect(readersOfMeasure(await standing(context))).toMatchObject({
    roles: ['accountable', 'it', 'information-security', 'data-protection', 'security-protection', 'leadership'],
    left: { roles: [], people: [] }
  });
});

test.each([
  { what: 'the requirement is met', changes: { requirement: 'R-07' }, reason: 'no-such-gap' },
  { what: 'the requirement is not answered', changes: { requirement: 'S-03' }, reason: 'no-such-gap' },
  { what: 'the class does not ask for it', changes: { requirement: 'S-07' }, reason: 'no-such-gap' },
  { what: 'the day has been', changes: { due: '2026-11-20' }, reason: 'wrong-measure-days' },
  { what: 'nobody has that name', changes: { owner: 'ingen@haparanda.example' }, reason: 'unknown-person' },
  { what: 'there is no such asset', changes: { asset: 'T-2026-0009' }, reason: 'not-found' },
  { what: 'they have nothing to do with the asset', who: 'stranger', changes: {}, reason: 'not-allowed' }
] as const)('a proposal is refused when $what', async ({ changes, reason, ...rest }) => {
  const context = await lacking();
  expect(await propose(context, 'who' in rest ? rest.who : 'custodian', changes)).toMatchObject({ ok: false, reason });
  expect(await context.measures.read(reference)).toBeUndefined();
});

describe('who decides', () => {
  const without = units.map(({ head: _head, ...unit }) => unit);

  test('where no head is known, the manager of the objektägare', async () => {
    const context = await lacking({ objectOwner: people.employee });
    expect(await propose(organised(context, without))).toMatchObject({ ok: true, value: { decider: people.manager } });
  });

  test('never whoever proposes it', async () => {
    const context = await lacking({ objectOwner: people.employee, custodian: people.director });
    expect(await propose(context, 'director')).toMatchObject({ ok: true, value: { decider: people.manager } });
  });

  test('never the dataskyddsombud, who is independent', async () => {
    const led = units.map((unit) => (unit.kind === 'department' ? { ...unit, head: people.privacyOfficer } : unit));
    const context = await lacking({ objectOwner: people.employee });
    expect(await propose(organised(context, led))).toMatchObject({ ok: true, value: { decider: people.manager } });
  });

  test('with nobody to decide the proposal is refused', async () => {
    expect(await propose(organised(await lacking(), without))).toMatchObject({ ok: false, reason: 'no-decider' });
  });
});

test('decided, done and checked: the owner and the proposer are told on the way', async () => {
  const context = await lacking();
  await propose(context);
  const decided = await decideMeasure(context, by('director', { reference, text: '' }));
  expect(decided.ok && inShort(decided.notices)).toEqual(['measure-moved given it', 'measure-moved approved custodian']);
  expect(await standing(context)).toMatchObject({ state: 'open', decisions: [{ by: people.director, approved: true }] });
  const finished = await finishMeasure(context, by('it', { reference, text: 'Inkopplat' }));
  expect(finished.ok && inShort(finished.notices)).toEqual(['measure-moved done director', 'measure-moved done custodian']);
  expect(await checkMeasure(context, by('director', { reference, hadEffect: true, text: 'Alla loggar in så' }))).toMatchObject({
    ok: true,
    value: { state: 'effective' }
  });
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('declined, the remaining risk is accepted for a time and then asked about again', async () => {
  const context = await lacking();
  await propose(context);
  const input = { reference, reason: 'Systemet byts i höst', risk: 'Ett stulet lösenord räcker', until: '2027-06-30' };
  const answer = await declineMeasure(context, by('director', input));
  expect(answer.ok && inShort(answer.notices)).toEqual(['measure-moved declined custodian']);
  const declined = await standing(context);
  expect(declined).toMatchObject({ state: 'declined', next: { errand: 'reconsider', due: '2027-06-30T21:59:00Z' } });
  expect(awaitsDecision(declined, '2027-06-30T12:00:00Z')).toBe(false);
  expect(awaitsDecision(declined, '2027-07-01T08:00:00Z')).toBe(true);
  expect(await decideMeasure(context, by('director', { reference, text: 'Vi väntar inte längre' }))).toMatchObject({ ok: true });
  expect((await standing(context)).decisions).toMatchObject([{ approved: false, risk: input.risk }, { approved: true }]);
});

test.each([
  { what: 'in the past', until: '2026-11-20' },
  { what: 'more than a year away', until: '2028-01-10' }
])('a risk is not accepted until a day $what', async ({ until }) => {
  const context = await lacking();
  await propose(context);
  const input = { reference, reason: 'För dyrt', risk: 'Kvar', until };
  expect(await declineMeasure(context, by('director', input))).toMatchObject({ ok: false, reason: 'wrong-acceptance-day' });
});

test('who proposed it may not decide on it, also as the head', async () => {
  const context = await lacking();
  await propose(context);
  const measure = await standing(context);
  await commitNew(
    context,
    context.measures,
    await newNumber(context, 'M'),
    (number): Change<Measure> => ({
      event: 'measure-proposed',
      command: 'own',
      actor: actor('director'),
      from: '',
      to: 'proposed',
      state: { ...measure, reference: number, addedBy: people.director }
    })
  );
  expect(await decideMeasure(context, by('director', { reference: 'M-2026-0002', text: '' }))).toMatchObject({ reason: 'own-proposal' });
});

/** A Swedish time of day in UTC. */
const at = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant().toString();

async function remindersAt(context: MemoryContext, local: string): Promise<string[]> {
  context.setNow(at(local));
  const told: Notice[] = [];
  const tell = (_key: string, notices: readonly Notice[]): Promise<void> => {
    told.push(...notices);
    return Promise.resolve();
  };
  await remindOfMeasure({ context, rules: escalationRules, tell }, reference);
  for (const notice of told) expect(await isStillSo(context, notice)).toBe(true);
  return told.map((notice) => `${'errand' in notice ? notice.errand : ''} ${'stage' in notice ? notice.stage : ''} ${nameOf(notice.to)}`);
}

test('the decider is reminded halfway and when the fortnight is over, and again when an accepted risk has had its time', async () => {
  const context = await lacking();
  await propose(context);
  expect(await remindersAt(context, '2026-11-25T10:00')).toEqual([]);
  expect(await remindersAt(context, '2026-12-01T10:00')).toEqual(['decide half director']);
  expect(await remindersAt(context, '2026-12-08T10:00')).toEqual(['decide over director', 'decide over custodian']);
  const input = { reference, reason: 'Systemet byts i höst', risk: 'Ett stulet lösenord räcker', until: '2027-06-30' };
  await declineMeasure(context, by('director', input));
  expect(await remindersAt(context, '2027-06-29T10:00')).toEqual([]);
  expect(await remindersAt(context, '2027-07-01T10:00')).toEqual(['reconsider over director', 'reconsider over custodian']);
});

describe('in the place of the head of the förvaltning', () => {
  const days = { from: '2026-11-23', to: '2026-11-27' };
  const delegation = 'D-2026-0001';

  /** The head of the förvaltning, who is objektägare of nothing, lets the manager decide; then somebody proposes a measure. */
  async function delegated(who: Who = 'custodian'): Promise<{ readonly context: MemoryContext; readonly told: readonly Notice[] }> {
    const context = await lacking();
    expect(await delegateDecisions(context, by('director', { deputy: people.manager.upn, ...days }))).toMatchObject({ ok: true });
    const answer = await propose(context, who);
    return { context, told: answer.ok ? answer.notices : [] };
  }

  test('a deputy is told as well, by which delegation, and decides by it', async () => {
    const { context, told } = await delegated();
    expect(inShort(told)).toEqual(['measure-moved proposed director', 'measure-moved proposed manager']);
    expect(told.map((notice) => ('toDecide' in notice ? notice.toDecide?.delegation : ''))).toEqual([undefined, delegation]);
    expect(await decideMeasure(context, by('manager', { reference, text: '', delegation }))).toMatchObject({ ok: true });
    expect((await standing(context)).decisions).toMatchObject([{ by: people.manager, byDelegation: delegation, approved: true }]);
  });

  test('not without saying by which delegation, nor by one whose days are over', async () => {
    const { context } = await delegated();
    expect(await decideMeasure(context, by('manager', { reference, text: '' }))).toMatchObject({ reason: 'not-found' });
    context.setNow(at('2026-11-28T08:00'));
    expect(await decideMeasure(context, by('manager', { reference, text: '', delegation }))).toMatchObject({ reason: 'not-found' });
  });

  test('a deputy who proposed it is not asked, and may not decide on it', async () => {
    const { context, told } = await delegated('manager');
    expect(inShort(told)).toEqual(['measure-moved proposed director']);
    expect(await decideMeasure(context, by('manager', { reference, text: '', delegation }))).toMatchObject({ reason: 'own-proposal' });
  });

  test('the head decides by nobody’s leave, whatever is said', async () => {
    const { context } = await delegated();
    await decideMeasure(context, by('director', { reference, text: '', delegation }));
    expect((await standing(context)).decisions?.[0]).not.toHaveProperty('byDelegation');
  });

  test('a delegation by one who has come to the data protection since lets nobody decide', async () => {
    const { context } = await delegated();
    const independent = { ...context.directory, membersOf: () => Promise.resolve([people.director]) };
    const input = { reference, text: '', delegation };
    expect(await decideMeasure({ ...context, directory: independent }, by('manager', input))).toMatchObject({ reason: 'not-found' });
  });

  test('somebody who heads no förvaltning and is objektägare of nothing has nothing to delegate', async () => {
    const input = { deputy: people.manager.upn, ...days };
    expect(await delegateDecisions(await lacking(), by('stranger', input))).toMatchObject({ reason: 'not-allowed' });
  });
});

test('whoever decides by what they saw is told who came first: nobody’s decision is turned by an old page', async () => {
  const context = await lacking();
  await propose(context);
  const decline = { reference, reason: 'Systemet byts i höst', risk: 'Ett stulet lösenord räcker', until: '2027-06-30', decisions: 0 };
  expect(await declineMeasure(context, by('director', decline))).toMatchObject({ ok: true });
  const late = await decideMeasure(context, by('director', { reference, text: '', decisions: 0 }));
  expect(late).toMatchObject({ reason: 'overtaken', by: people.director.name, event: 'measure-declined' });
  expect(await decideMeasure(context, by('director', { reference, text: '', decisions: 1 }))).toMatchObject({ ok: true });
  expect(await declineMeasure(context, by('director', decline))).toMatchObject({ reason: 'overtaken', event: 'measure-decided' });
});
