// Deputies: by the objektägare's own delegation, from the first day to the last, on record; and by nothing else (H31, H37).
import { isInForce } from '../../src/domain/delegation';
import type { Role } from '../../src/domain/person';
import { classificationModel as model } from '../../src/reference/classification-model';
import type { Context } from '../../src/workflows/context';
import { decideClassification, returnClassification } from '../../src/workflows/decide-classification';
import { delegateDecisions, type DelegateDecisionsInput } from '../../src/workflows/delegate-decisions';
import { endDelegation } from '../../src/workflows/end-delegation';
import { registerAsset } from '../../src/workflows/register-asset';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = keyof typeof people;

let commands = 0;
const nextCommand = (): string => `command-${(commands += 1)}`;

const asset = 'T-2026-0001';
const days = { from: '2026-11-23', to: '2026-11-27' };

/** An asset that Karin Vaara is objektägare of; it is Monday 23 November. */
async function opened(): Promise<MemoryContext> {
  const context = memoryContext();
  const content = {
    name: 'Hemtjänstens planering',
    description: '',
    carriers: ['system' as const],
    unit: 'SOC-HEM',
    informationOwner: people.manager.upn,
    objectOwner: people.objectOwner.upn,
    custodian: people.custodian.upn
  };
  await registerAsset(context, { command: nextCommand(), actor: actor('manager'), input: { asset: content } });
  await submitAsset(context, { command: nextCommand(), actor: actor('manager'), input: { reference: asset } });
  return context;
}

function delegate(context: Context, input: Partial<DelegateDecisionsInput> = {}, by: Who = 'objectOwner', command = nextCommand()) {
  return delegateDecisions(context, { command, actor: actor(by), input: { deputy: people.manager.upn, ...days, ...input } });
}

function submit(context: Context, by: Who = 'custodian') {
  const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
  return submitClassification(context, model, {
    command: nextCommand(),
    actor: actor(by),
    input: { asset, model: model.version, answers }
  });
}

async function decide(context: Context, by: Who, delegation: string | undefined = 'D-2026-0001') {
  const entry = await context.log.latest('K-2026-0001');
  const { contentHash } = context.classifications.parse(entry?.state);
  const input = { reference: 'K-2026-0001', asset, contentHash, delegation };
  return decideClassification(context, { command: nextCommand(), actor: actor(by), input });
}

describe('a delegation', () => {
  test('has a number of its own, stands in the log, and says who, whom, from when and to when', async () => {
    const context = await opened();
    expect(await delegate(context)).toMatchObject({
      ok: true,
      value: { reference: 'D-2026-0001', by: people.objectOwner, deputy: people.manager, ...days, state: 'active' }
    });
    expect(context.entries.at(-1)).toMatchObject({
      aggregate: 'D-2026-0001',
      event: 'decisions-delegated',
      actorId: people.objectOwner.id,
      state: { deputy: people.manager, ...days }
    });
  });

  test('given twice with the same key is one', async () => {
    const context = await opened();
    const first = await delegate(context, {}, 'objectOwner', 'same press');
    expect(await delegate(context, {}, 'objectOwner', 'same press')).toEqual(first);
  });

  test.each([
    ['to oneself', { deputy: people.objectOwner.upn }, 'own-deputy'],
    ['to the data protection', { deputy: people.privacyOfficer.upn }, 'data-protection-named'],
    ['to somebody nobody knows', { deputy: 'finns.inte@haparanda.example' }, 'unknown-person'],
    ['that ends before it begins', { from: '2026-11-27', to: '2026-11-26' }, 'wrong-period'],
    ['whose days are over', { from: '2026-11-01', to: '2026-11-22' }, 'wrong-period']
  ])('%s is refused', async (_what, input, reason) => {
    const context = await opened();
    const written = context.entries.length;
    expect(await delegate(context, input)).toEqual({ ok: false, reason });
    expect(context.entries).toHaveLength(written);
  });

  test('is made by an objektägare, whatever the list has been made to say', async () => {
    const context = await opened();
    const page = await context.assets.read(asset);
    if (page === undefined) throw new Error('The asset was just registered.');
    context.assets.editAround({ ...page, state: { ...page.state, objectOwner: people.stranger } });
    expect(await delegate(context, {}, 'stranger')).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('is ended by who made it or by the informationssäkerhetsansvarig, once', async () => {
    for (const by of ['objectOwner', 'securityOfficer'] as const) {
      const context = await opened();
      await delegate(context);
      const end = () => endDelegation(context, { command: nextCommand(), actor: actor(by), input: { reference: 'D-2026-0001' } });
      expect(await end()).toMatchObject({ ok: true, value: { state: 'ended', endedBy: people[by], endedAt: context.now() } });
      expect(await end()).toEqual({ ok: false, reason: 'wrong-state' });
    }
  });

  test('that does not exist cannot be ended', async () => {
    const request = { command: nextCommand(), actor: actor('securityOfficer'), input: { reference: 'D-2026-0009' } };
    expect(await endDelegation(await opened(), request)).toEqual({ ok: false, reason: 'not-found' });
  });
});

test.each([
  ['the day before, until midnight in Sweden', '2026-11-22T22:59:59Z', false],
  ['the first day, from its first second', '2026-11-22T23:00:00Z', true],
  ['the last day, to its last second', '2026-11-27T22:59:59Z', true],
  ['the day after', '2026-11-27T23:00:00Z', false]
])('%s', (_when, at, expected) => {
  expect(isInForce({ state: 'active', ...days }, at)).toBe(expected);
  expect(isInForce({ state: 'ended', ...days }, at)).toBe(false);
});

test('in summer the Swedish day begins an hour earlier', () => {
  const day = { state: 'active', from: '2026-07-01', to: '2026-07-01' } as const;
  expect(isInForce(day, '2026-06-30T22:00:00Z')).toBe(true);
  expect(isInForce(day, '2026-07-01T22:00:00Z')).toBe(false);
});

describe('a deputy', () => {
  test('decides, and the record says who did it, for whom, by which delegation', async () => {
    const context = await opened();
    await delegate(context);
    await submit(context);
    expect(await decide(context, 'manager')).toMatchObject({
      ok: true,
      value: { state: 'decided', decidedBy: people.manager, decider: people.objectOwner, byDelegation: 'D-2026-0001' }
    });
    const entry = context.entries.find(({ event }) => event === 'classification-decided');
    expect(entry).toMatchObject({
      actorId: people.manager.id,
      reason: 'D-2026-0001',
      state: { byDelegation: 'D-2026-0001', decider: people.objectOwner }
    });
    expect((await context.assets.read(asset))?.state).toMatchObject({ state: 'active', classification: 'K-2026-0001' });
  });

  test('sends back, and the record says by which delegation', async () => {
    const context = await opened();
    await delegate(context);
    await submit(context);
    const input = { reference: 'K-2026-0001', reason: 'Komplettera', delegation: 'D-2026-0001' };
    expect(await returnClassification(context, { command: nextCommand(), actor: actor('manager'), input })).toMatchObject({
      ok: true,
      value: { state: 'returned', byDelegation: 'D-2026-0001' }
    });
  });

  test('the objektägare decides as before, and no delegation is named for it', async () => {
    const context = await opened();
    await delegate(context);
    await submit(context);
    const outcome = await decide(context, 'objectOwner');
    expect(outcome.ok && outcome.value.byDelegation).toBeUndefined();
    expect(outcome).toMatchObject({ ok: true, value: { decidedBy: people.objectOwner } });
  });

  test.each<[string, (context: MemoryContext) => Promise<unknown>]>([
    ['before the first day', (context) => delegate(context, { from: '2026-11-24' })],
    [
      'after the last day',
      async (context) => {
        await delegate(context, { to: '2026-11-23' });
        context.setNow('2026-11-24T08:00:00Z');
      }
    ],
    [
      'when it has been ended',
      async (context) => {
        await delegate(context);
        await endDelegation(context, { command: nextCommand(), actor: actor('objectOwner'), input: { reference: 'D-2026-0001' } });
      }
    ],
    ['by a delegation to somebody else', (context) => delegate(context, { deputy: people.it.upn })],
    ['by one that stands in no log', writtenAround],
    ['without any', () => Promise.resolve()]
  ])('may not %s', async (_when, prepare) => {
    const context = await opened();
    await submit(context);
    await prepare(context);
    expect(await decide(context, 'manager')).toEqual({ ok: false, reason: 'not-allowed' });
  });

  /** A row that a site administrator has made by hand. */
  function writtenAround(context: MemoryContext): Promise<void> {
    const state = {
      ...days,
      reference: 'D-2026-0001',
      by: people.objectOwner,
      deputy: people.manager,
      state: 'active' as const,
      madeAt: context.now()
    };
    context.delegations.editAround({ state, sequence: 1, hash: 'f'.repeat(64) });
    return Promise.resolve();
  }

  test('does not decide without saying by which delegation', async () => {
    const context = await opened();
    await delegate(context);
    await submit(context);
    const entry = await context.log.latest('K-2026-0001');
    const { contentHash } = context.classifications.parse(entry?.state);
    const input = { reference: 'K-2026-0001', asset, contentHash };
    expect(await decideClassification(context, { command: nextCommand(), actor: actor('manager'), input })).toEqual({
      ok: false,
      reason: 'not-allowed'
    });
  });

  test('does not decide for another objektägare than the one who named them', async () => {
    const context = await opened();
    const other = { name: 'Diariet', description: '', carriers: ['paper' as const], unit: 'SOC', objectOwner: people.it.upn };
    await registerAsset(context, { command: nextCommand(), actor: actor('manager'), input: { asset: other } });
    await delegate(context, {}, 'it');
    await submit(context);
    expect(await decide(context, 'manager')).toEqual({ ok: false, reason: 'not-allowed' });
  });

  test('who proposed it may not decide it', async () => {
    const context = await opened();
    await delegate(context);
    await submit(context, 'manager');
    expect(await decide(context, 'manager')).toEqual({ ok: false, reason: 'same-person' });
  });

  test.each([
    ['the deputy', people.manager, 'data-protection-decides'],
    ['the objektägare', people.objectOwner, 'not-allowed']
  ])('decides no more when %s has come to the data protection', async (_who, person, reason) => {
    const context = await opened();
    await delegate(context);
    await submit(context);
    const membersOf = (role: Role) => (role === 'data-protection' ? Promise.resolve([person]) : context.directory.membersOf(role));
    const since = { ...context, directory: { ...context.directory, membersOf } };
    expect(await decide(since, 'manager')).toEqual({ ok: false, reason });
  });
});

describe('that a decision waits', () => {
  async function told(context: Context, by?: Who): Promise<string[]> {
    const outcome = await submit(context, by);
    return outcome.ok ? outcome.notices.map(({ to }) => Object.values(people).find(({ id }) => id === to)?.name ?? '') : [];
  }

  test('is told to the objektägare and to each deputy, once', async () => {
    const context = await opened();
    await delegate(context);
    await delegate(context, { to: '2026-12-24' });
    await delegate(context, { deputy: people.it.upn });
    expect(await told(context)).toEqual([people.objectOwner.name, people.manager.name, people.it.name]);
  });

  test('is not told to a deputy whose days have not come, nor to one who proposed it', async () => {
    const context = await opened();
    await delegate(context, { from: '2026-11-24' });
    await delegate(context, { deputy: people.custodian.upn });
    expect(await told(context)).toEqual([people.objectOwner.name]);
  });
});
