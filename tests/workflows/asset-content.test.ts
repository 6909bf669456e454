// What an asset may be said to be, and how it comes to its end.
import type { Asset } from '../../src/domain/asset';
import type { AssetContent } from '../../src/workflows/asset-content';
import { cancelAsset } from '../../src/workflows/cancel-asset';
import { changeAsset } from '../../src/workflows/change-asset';
import { finishDecommission } from '../../src/workflows/finish-decommission';
import { registerAsset, RegisterAssetInput } from '../../src/workflows/register-asset';
import { startDecommission } from '../../src/workflows/start-decommission';
import { submitAsset } from '../../src/workflows/submit-asset';
import { decideClassification } from '../../src/workflows/decide-classification';
import { submitClassification } from '../../src/workflows/submit-classification';
import { classificationModel as model } from '../../src/reference/classification-model';
import { memoryContext, people, type MemoryContext } from './memory-context';

const plain: AssetContent = { name: 'Arkivet', description: '', carriers: ['paper'], unit: 'SOC-HEM' };
const owners = { informationOwner: people.manager.upn, objectOwner: people.objectOwner.upn, custodian: people.custodian.upn };
const officer = { person: people.securityOfficer, roles: ['information-security' as const] };
let commands = 0;

function request<I>(input: I) {
  commands += 1;
  return { command: `command-${commands}`, actor: officer, input };
}

async function registered(context: MemoryContext, more: Partial<AssetContent> = {}): Promise<Asset> {
  const answer = await registerAsset(context, request({ asset: { ...plain, ...more } }));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function submitted(context: MemoryContext): Promise<Asset> {
  const { reference } = await registered(context, owners);
  const answer = await submitAsset(context, request({ reference }));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

describe('what is written of an asset', () => {
  test('is kept with people and units looked up, and codes for its sets', async () => {
    const context = memoryContext();
    const asset = await registered(context, {
      coOwners: [people.manager.upn, people.manager.upn],
      sets: [{ name: 'Journaler', types: ['Läkemedelslista'] }],
      personalData: ['sensitive'],
      needs: [],
      tolerableOutageHours: 0.5
    });
    expect(asset).toMatchObject({
      coOwners: [people.manager],
      sets: [{ id: 'm1', name: 'Journaler', types: ['Läkemedelslista'] }],
      personalData: ['sensitive'],
      tolerableOutageHours: 0.5
    });
    expect(asset.needs).toBeUndefined();
  });

  test('is gone when it is not said any more', async () => {
    const context = memoryContext();
    const { reference } = await registered(context, { place: 'Skåpet', recordType: 'Akt' });
    const changed = await changeAsset(context, request({ reference, asset: { ...plain, recordType: 'Akt' } }));
    expect(changed).toMatchObject({ ok: true, value: { recordType: 'Akt' } });
    expect(changed.ok && changed.value.place).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['no personal data beside some', { personalData: ['none', 'ordinary'] }],
    ['a paragraph that is none', { secrecy: ['1 kap. 1 §'] }],
    ['a quarter of an hour', { tolerableOutageHours: 0.25 }],
    ['a process code in words', { processCode: 'skola' }],
    ['a supplier without a name', { supplier: { name: ' ' } }],
    ['a day that is none', { supplier: { name: 'Fjällsyn', contractEnds: '2026-02-30' } }],
    ['eleven co-owners', { coOwners: Array.from({ length: 11 }, (_, n) => `p${n}@haparanda.example`) }],
    ['thirty-one sets', { sets: Array.from({ length: 31 }, () => ({ name: 'x', types: [] })) }],
    ['a set without a name', { sets: [{ name: '', types: [] }] }],
    ['fifty-one dependencies', { needs: Array.from({ length: 51 }, (_, n) => `T-2026-${1000 + n}`) }]
  ])('is not taken with %s', (_, more) => {
    expect(RegisterAssetInput.safeParse({ asset: { ...plain, ...(more as object) } }).success).toBe(false);
  });

  test('is refused with a controller that is no nämnd', async () => {
    expect(await registerAsset(memoryContext(), request({ asset: { ...plain, controller: 'SOC-HEM' } }))).toMatchObject({
      reason: 'not-a-committee'
    });
  });

  test('is refused with a co-owner whom nobody knows', async () => {
    const answer = await registerAsset(memoryContext(), request({ asset: { ...plain, coOwners: ['ingen@haparanda.example'] } }));
    expect(answer).toEqual({ ok: false, reason: 'unknown-person' });
  });
});

describe('what an asset needs', () => {
  test('must be in the register, and the number that is not is named', async () => {
    const context = memoryContext();
    const { reference } = await registered(context);
    const answer = await registerAsset(context, request({ asset: { ...plain, needs: [reference, 'T-2026-0099'] } }));
    expect(answer).toEqual({ ok: false, reason: 'unknown-need', named: 'T-2026-0099' });
  });

  test('may not lead back to it, and the whole way round is named', async () => {
    const context = memoryContext();
    const first = await registered(context, { name: 'Nätet' });
    const second = await registered(context, { name: 'Servern', needs: [first.reference] });
    const third = await registered(context, { name: 'Journalen', needs: [second.reference] });
    const answer = await changeAsset(
      context,
      request({ reference: first.reference, asset: { ...plain, name: 'Nätet', needs: [third.reference] } })
    );
    expect(answer).toEqual({
      ok: false,
      reason: 'needs-circle',
      named: `${first.reference} Nätet → ${third.reference} Journalen → ${second.reference} Servern → ${first.reference} Nätet`
    });
  });

  test('may not be itself', async () => {
    const context = memoryContext();
    const { reference } = await registered(context);
    const answer = await changeAsset(context, request({ reference, asset: { ...plain, needs: [reference] } }));
    expect(answer).toMatchObject({ ok: false, reason: 'needs-circle' });
  });
});

describe('the end of an asset', () => {
  test('is a statement that the information is let go in order, and not before access is removed', async () => {
    const context = memoryContext();
    const { reference } = await submitted(context);
    expect(await startDecommission(context, request({ reference, reason: 'Ersatt' }))).toMatchObject({
      value: { state: 'decommissioning' }
    });
    const said = { reference, information: 'disposed' as const, statement: 'Gallrat enligt plan' };
    expect(await finishDecommission(context, request({ ...said, accessRemoved: false }))).toEqual({ ok: false, reason: 'access-left' });
    expect(await finishDecommission(context, request({ ...said, accessRemoved: true }))).toMatchObject({
      value: {
        state: 'decommissioned',
        decommission: { reason: 'Ersatt', information: 'disposed', statement: 'Gallrat enligt plan', finishedAt: context.now() }
      }
    });
    expect(context.entries.at(-1)).toMatchObject({ event: 'asset-decommissioned', reason: 'Gallrat enligt plan', to: 'decommissioned' });
  });

  test('by being cancelled leaves it in the register with why', async () => {
    const context = memoryContext();
    const { reference } = await registered(context);
    expect(await cancelAsset(context, request({ reference, reason: 'Dubblett' }))).toMatchObject({
      value: { state: 'cancelled', cancelled: { reason: 'Dubblett', at: context.now() } }
    });
    expect(await changeAsset(context, request({ reference, asset: plain }))).toEqual({ ok: false, reason: 'wrong-state' });
  });

  test('is not undone by a class that is decided while it is phased out', async () => {
    const context = memoryContext();
    const { reference } = await submitted(context);
    const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
    const proposed = await submitClassification(context, model, request({ asset: reference, model: model.version, answers }));
    await startDecommission(context, request({ reference, reason: 'Ersatt' }));
    if (!proposed.ok) throw new Error(proposed.reason);
    const { contentHash } = proposed.value;
    const decision = { command: 'decided', actor: { person: people.objectOwner, roles: [] } };
    const decided = await decideClassification(context, {
      ...decision,
      input: { reference: proposed.value.reference, asset: reference, contentHash }
    });
    expect(decided.ok).toBe(true);
    expect(context.entries.filter(({ aggregate }) => aggregate === reference).at(-1)?.state).toMatchObject({
      state: 'decommissioning',
      classification: proposed.value.reference
    });
  });
});
