// Who is told that a raised class asks more, and that a supplier has not answered in time: once, by the log (H33, H45, H49).
import type { Notice } from '../../src/domain/notice';
import { requirementsOf, type RequirementActor } from '../../src/domain/requirements';
import { classificationModel as model } from '../../src/reference/classification-model';
import { requirementCatalogue as catalogue } from '../../src/reference/requirement-catalogue';
import { answerRequirements } from '../../src/workflows/answer-requirements';
import { cancelAsset } from '../../src/workflows/cancel-asset';
import type { Answer, Context } from '../../src/workflows/context';
import { decideClassification } from '../../src/workflows/decide-classification';
import { registerAsset } from '../../src/workflows/register-asset';
import { sendRequirements } from '../../src/workflows/send-requirements';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { isTold, nameOf, watched } from './lookout';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = keyof typeof people;
type Raised = Extract<Notice, { readonly kind: 'requirements-raised' }>;

const asset = 'T-2026-0001';
const supplier = 'Nordkalott IT';
const everybodyAsked: readonly Who[] = ['manager', 'objectOwner', 'custodian', 'it'];

let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });

/** An asset whose class is decided by the option of this place at every question about an aspect. */
async function classed(option: number): Promise<MemoryContext> {
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
  await registerAsset(context, by('manager', { asset: content }));
  await submitAsset(context, by('manager', { reference: asset }));
  expect(raisedIn(await decided(context, option))).toEqual([]);
  return context;
}

/** What a decider would send of a class that the custodian has proposed. */
async function deciding(context: MemoryContext, option: number) {
  const answers = Object.fromEntries(
    model.questions.map(({ id, part, options }) => [id, [options[part === 'start' ? 0 : Math.min(option, options.length - 1)]?.code ?? '']])
  );
  const submitted = await submitClassification(context, model, by('custodian', { asset, model: model.version, answers }));
  if (!submitted.ok) throw new Error(`Not submitted: ${submitted.reason}`);
  const { reference, contentHash } = submitted.value;
  return by('objectOwner', { reference, asset, contentHash });
}

async function decided(context: MemoryContext, option: number): Promise<readonly Notice[]> {
  return noticesOf(await decideClassification(context, await deciding(context, option)));
}

function noticesOf(answer: Answer<unknown, string>): readonly Notice[] {
  if (!answer.ok) throw new Error(`Refused: ${answer.reason}`);
  return answer.notices;
}

function raisedIn(notices: readonly Notice[]): readonly Raised[] {
  return notices.filter((notice) => notice.kind === 'requirements-raised');
}

async function codesFor(context: MemoryContext, asked: RequirementActor): Promise<readonly string[]> {
  const page = await context.assets.read(asset);
  return page === undefined ? [] : requirementsOf(catalogue, page.state, asked).map(({ code }) => code);
}

describe('a raised class', () => {
  test('is told to those who are to answer what is new, each once: how much, the first of it, and where', async () => {
    const context = await classed(0);
    const [unit, it] = [await codesFor(context, 'unit'), await codesFor(context, 'it')];
    const raised = raisedIn(await decided(context, 2));
    const isNew = (known: readonly string[]) => (code: string) => !known.includes(code);
    const [forUnit, forIt] = [(await codesFor(context, 'unit')).filter(isNew(unit)), (await codesFor(context, 'it')).filter(isNew(it))];
    expect(raised.map(({ to }) => nameOf(to)).sort()).toEqual([...everybodyAsked].sort());
    expect(raised.find(({ to }) => to === people.manager.id)).toMatchObject({
      reference: asset,
      assetName: 'Hemtjänstens planering',
      asked: [{ actor: 'unit', count: forUnit.length }],
      some: forUnit.slice(0, 5),
      count: forUnit.length
    });
    expect(raised.find(({ to }) => to === people.it.id)?.asked).toEqual([{ actor: 'it', count: forIt.length }]);
  });

  test('of the same height, or lower, is told to nobody', async () => {
    const context = await classed(2);
    expect(raisedIn(await decided(context, 2))).toEqual([]);
    expect(raisedIn(await decided(context, 0))).toEqual([]);
  });

  test('asks nobody anew for what was answered when it last asked for it', async () => {
    const context = await classed(2);
    for (const [who, asked] of [
      ['manager', 'unit'],
      ['it', 'it']
    ] as const) {
      const answers = (await codesFor(context, asked)).map((code) => ({ code, answer: 'met' as const, proof: '' }));
      expect(await answerRequirements(context, catalogue, by(who, { asset, actor: asked, answers }))).toMatchObject({ ok: true });
    }
    await decided(context, 0);
    expect(raisedIn(await decided(context, 2))).toEqual([]);
  });

  test('asks those who answer for it of what its supplier has not answered', async () => {
    const context = await classed(0);
    await sendRequirements(context, catalogue, by('custodian', { asset, supplier, to: 'Säljaren', due: '2026-12-01' }));
    const asked = raisedIn(await decided(context, 2)).find(({ to }) => to === people.custodian.id)?.asked;
    expect(asked?.map(({ actor: party, supplier: name }) => [party, name])).toEqual([
      ['unit', undefined],
      ['supplier', supplier]
    ]);
  });

  test('is told the same when the command comes again, wherever it was cut off', async () => {
    const context = await classed(0);
    const request = await deciding(context, 2);
    const failing: Context = {
      ...context,
      log: {
        ...context.log,
        append: (entry) => (entry.event === 'asset-class-decided' ? Promise.reject(new Error('cut off')) : context.log.append(entry))
      }
    };
    await expect(decideClassification(failing, request)).rejects.toThrow('cut off');
    const first = raisedIn(noticesOf(await decideClassification(context, request)));
    expect(first.map(({ to }) => nameOf(to)).sort()).toEqual([...everybodyAsked].sort());
    expect(raisedIn(noticesOf(await decideClassification(context, request)))).toEqual(first);
  });
});

describe('a supplier that has not answered', () => {
  /** 08:00 Swedish time. */
  const morningOf = (day: string): string => `${day}T07:00:00Z`;

  async function sent() {
    const context = await classed(2);
    await sendRequirements(context, catalogue, by('custodian', { asset, supplier, to: 'Säljaren', due: '2026-12-01' }));
    return watched(context);
  }

  async function answered(context: MemoryContext): Promise<void> {
    const answers = (await codesFor(context, 'supplier')).map((code) => ({ code, answer: 'met' as const, proof: '' }));
    await answerRequirements(context, catalogue, by('custodian', { asset, actor: 'supplier', supplier, saidBy: 'Säljaren', answers }));
  }

  test('is told of the morning after its day, once, to whoever sent the requirements', async () => {
    const place = await sent();
    expect(await place.lookForLateSuppliers(morningOf('2026-12-01'))).toEqual([]);
    const left = (await codesFor(place.context, 'supplier')).length;
    const told = await place.lookForLateSuppliers(morningOf('2026-12-02'));
    expect(told).toEqual([
      {
        kind: 'supplier-late',
        to: people.custodian.id,
        reference: asset,
        assetName: 'Hemtjänstens planering',
        answers: 'Q-2026-0001',
        supplier,
        due: '2026-12-01T22:59:00Z',
        left
      }
    ]);
    expect(await place.lookForLateSuppliers(morningOf('2026-12-03'))).toEqual([]);
  });

  test('is not told of when it has answered, nor when it does while the notice waits', async () => {
    const place = await sent();
    const [notice] = await place.lookForLateSuppliers(morningOf('2026-12-02'));
    if (notice === undefined) throw new Error('Nobody was told.');
    expect(await isTold(place, notice)).toBe(true);
    await answered(place.context);
    expect(await isTold(place, notice)).toBe(false);
    const other = await sent();
    await answered(other.context);
    expect(await other.lookForLateSuppliers(morningOf('2026-12-02'))).toEqual([]);
  });

  test('that was given a new day is late again when that is over, and told of to whoever gave it', async () => {
    const place = await sent();
    await place.lookForLateSuppliers(morningOf('2026-12-02'));
    await sendRequirements(place.context, catalogue, by('manager', { asset, supplier, to: 'Säljaren', due: '2026-12-07' }));
    expect(await place.lookForLateSuppliers(morningOf('2026-12-04'))).toEqual([]);
    expect((await place.lookForLateSuppliers(morningOf('2026-12-08'))).map(({ to }) => nameOf(to))).toEqual(['manager']);
  });

  test('is no news after a month, nor of an asset that is no more', async () => {
    expect(await (await sent()).lookForLateSuppliers(morningOf('2027-01-05'))).toEqual([]);
    const place = await sent();
    expect(await cancelAsset(place.context, by('securityOfficer', { reference: asset, reason: 'Fanns redan' }))).toMatchObject({
      ok: true
    });
    expect(await place.lookForLateSuppliers(morningOf('2026-12-02'))).toEqual([]);
  });
});
