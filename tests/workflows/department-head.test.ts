// Of a classification at the highest level the head of the förvaltning is told: when it is proposed, and when it is decided (domain.md 5.3).
import type { Classification } from '../../src/domain/classification';
import type { Person } from '../../src/domain/person';
import { classificationModel as model } from '../../src/reference/classification-model';
import { decideClassification } from '../../src/workflows/decide-classification';
import { delegateDecisions } from '../../src/workflows/delegate-decisions';
import { registerAsset } from '../../src/workflows/register-asset';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { departmentHeadTold } from '../../src/workflows/tell-department-head';
import { actor, memoryContext, people, units, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const asset = 'T-2026-0001';
let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });

/** The asset belongs to Hemtjänsten, of the förvaltning that this person heads. */
function headedBy(head: Person | undefined): MemoryContext {
  const context = memoryContext();
  const unit = (code: string) => {
    const found = units.find((candidate) => candidate.code === code);
    return Promise.resolve(found?.kind === 'department' && head !== undefined ? { ...found, head } : found);
  };
  return { ...context, directory: { ...context.directory, unit } };
}

/** With the worst answer to each question about an aspect, or the mildest. */
async function submitted(context: MemoryContext, isWorst: boolean): Promise<Classification> {
  const content = {
    name: 'Journaler',
    description: '',
    carriers: ['system' as const],
    unit: 'SOC-HEM',
    informationOwner: people.manager.upn,
    objectOwner: people.objectOwner.upn,
    custodian: people.custodian.upn
  };
  await registerAsset(context, by('manager', { asset: content }));
  await submitAsset(context, by('manager', { reference: asset }));
  const answers = Object.fromEntries(
    model.questions.map(({ id, part, options }) => [id, [options.at(isWorst && part !== 'start' ? -1 : 0)?.code ?? '']])
  );
  const answer = await submitClassification(context, model, by('custodian', { asset, model: model.version, answers }));
  if (!answer.ok) throw new Error(`Not submitted: ${answer.reason}`);
  return answer.value;
}

async function decided(context: MemoryContext, { reference, contentHash }: Classification) {
  const answer = await decideClassification(context, by('objectOwner', { reference, asset, contentHash }));
  return answer.ok ? answer.notices.filter(({ kind }) => kind === 'classification-serious') : answer;
}

test('the head of the förvaltning is told of the aspects that are serious, once when proposed and once when decided', async () => {
  const context = headedBy(people.director);
  const classification = await submitted(context, true);
  const notice = { kind: 'classification-serious', to: people.director.id, reference: 'K-2026-0001', assetName: 'Journaler' };
  const serious = (Object.keys(classification.profile) as (keyof Classification['profile'])[]).filter(
    (aspect) => classification.profile[aspect] === 'serious'
  );
  expect(serious.length).toBeGreaterThan(0);
  expect(await departmentHeadTold(context, classification)).toEqual([{ ...notice, serious, isDecided: false }]);
  expect(await decided(context, classification)).toEqual([{ ...notice, serious, isDecided: true }]);
});

test('nobody is told of a class below the highest level', async () => {
  const context = headedBy(people.director);
  const classification = await submitted(context, false);
  expect(Object.values(classification.profile)).not.toContain('serious');
  expect(await departmentHeadTold(context, classification)).toEqual([]);
  expect(await decided(context, classification)).toEqual([]);
});

test.each([
  ['objectOwner', 0],
  ['custodian', 0],
  ['manager', 1]
] as const)(
  'a head who decides or proposes is told nothing twice, one who stands in is told of the decision: %s',
  async (who, ofDecision) => {
    const context = headedBy(people[who]);
    const classification = await submitted(context, true);
    const days = { from: '2026-11-23', to: '2026-11-27' };
    await delegateDecisions(context, by('objectOwner', { deputy: people.manager.upn, ...days }));
    expect(await departmentHeadTold(context, classification)).toEqual([]);
    expect(await decided(context, classification)).toHaveLength(ofDecision);
  }
);

test('a förvaltning without a head holds nothing up', async () => {
  const context = headedBy(undefined);
  expect(await decided(context, await submitted(context, true))).toEqual([]);
});
