// A classification on its way to the objektägare: informationsmängder, "vet inte", raised and lowered levels, taken back (domain.md 5.1, 5.3).
import { classificationModel as model } from '../../src/reference/classification-model';
import { answerInquiry, type AnswerInquiryInput } from '../../src/workflows/answer-inquiry';
import type { AssetContent } from '../../src/workflows/asset-content';
import { commentOnClassification } from '../../src/workflows/comment-on-classification';
import { decideClassification } from '../../src/workflows/decide-classification';
import { registerAsset } from '../../src/workflows/register-asset';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification, type SubmitClassificationInput } from '../../src/workflows/submit-classification';
import { withdrawClassification } from '../../src/workflows/withdraw-classification';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Name = Parameters<typeof actor>[0];

const harmless = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
/** Without the question that is asked of the whole. */
const { together: _together, ...aboutOneSet } = harmless;
const ofTheWhole = { together: ['none'] };

let commands = 0;
function by<I>(name: Name, input: I): { readonly command: string; readonly actor: ReturnType<typeof actor>; readonly input: I } {
  return { command: `c${(commands += 1)}`, actor: actor(name), input };
}

async function submittedAsset(context: MemoryContext, changes: Partial<AssetContent> = {}): Promise<string> {
  const owners = { informationOwner: people.manager.upn, objectOwner: people.objectOwner.upn, custodian: people.custodian.upn };
  const asset: AssetContent = {
    name: 'Hemtjänstens planering',
    description: '',
    carriers: ['system'],
    unit: 'SOC-HEM',
    ...owners,
    ...changes
  };
  const registered = await registerAsset(context, by('manager', { asset }));
  if (!registered.ok) throw new Error(registered.reason);
  await submitAsset(context, by('manager', { reference: registered.value.reference }));
  return registered.value.reference;
}

const twoSets = {
  sets: [
    { name: 'Turlistor', types: [] },
    { name: 'Journaler', types: ['Anteckningar'] }
  ]
} satisfies Partial<AssetContent>;

async function propose(
  context: MemoryContext,
  input: Partial<SubmitClassificationInput> & { readonly asset: string },
  name: Name = 'custodian'
) {
  return submitClassification(context, model, by(name, { model: model.version, answers: harmless, ...input }));
}

function answering(context: MemoryContext, name: Name, input: Partial<AnswerInquiryInput> = {}) {
  const about = { reference: 'K-2026-0001', question: 'outage', options: ['hours'], comment: '' };
  return answerInquiry(context, model, by(name, { ...about, ...input }));
}

describe('an asset with informationsmängder', () => {
  const answered = [
    { set: 'm1', answers: aboutOneSet },
    { set: 'm2', answers: { ...aboutOneSet, activity: ['care'] } }
  ];

  test('gets the worst of them in each aspect, and the record says which answers were about which', async () => {
    const context = memoryContext();
    const asset = await submittedAsset(context, twoSets);
    expect(await propose(context, { asset, answers: ofTheWhole, sets: answered })).toMatchObject({
      ok: true,
      value: {
        state: 'submitted',
        profile: { confidentiality: 'serious', integrity: 'serious', availability: 'negligible', traceability: 'serious' },
        sets: [
          { set: 'm1', name: 'Turlistor' },
          { set: 'm2', name: 'Journaler', answers: { activity: ['care'] } }
        ]
      }
    });
  });

  test('is lifted one level, and no more, by what all of it together means', async () => {
    const context = memoryContext();
    const asset = await submittedAsset(context, twoSets);
    const mild = answered.map(({ set }) => ({ set, answers: aboutOneSet }));
    const together = { together: ['amount', 'aggregation', 'integration'] };
    expect(await propose(context, { asset, answers: together, sets: mild })).toMatchObject({
      value: { profile: { confidentiality: 'moderate', integrity: 'moderate', availability: 'moderate', traceability: 'negligible' } }
    });
  });

  test.each([
    ['one of them is left out', [answered[0]]],
    ['one is answered for twice', [answered[0], answered[0]]],
    ['there is one that the asset does not have', [...answered, { set: 'm9', answers: aboutOneSet }]],
    ['none is answered for by itself', undefined]
  ])('is refused when %s', async (_what, sets) => {
    const context = memoryContext();
    const asset = await submittedAsset(context, twoSets);
    const outcome = await propose(context, { asset, answers: sets === undefined ? harmless : ofTheWhole, sets: sets as never });
    expect(outcome).toMatchObject({ ok: false, reason: 'other-sets' });
  });
});

describe('"vet inte"', () => {
  const unsure = { ...harmless, outage: ['unknown'], persons: ['unknown'] };

  async function waiting(context: MemoryContext): Promise<void> {
    const asset = await submittedAsset(context);
    const outcome = await propose(context, { asset, answers: unsure });
    expect(outcome).toMatchObject({
      value: {
        state: 'waiting',
        inquiries: [
          { question: 'persons', expert: 'data-protection' },
          { question: 'outage', expert: 'information-security' }
        ]
      },
      notices: [
        { kind: 'classification-asked', to: people.privacyOfficer.id, questions: 2 },
        { kind: 'classification-asked', to: people.securityOfficer.id, questions: 2 }
      ]
    });
  }

  test('asks those who know; with the last answer the objektägare is told, and what they said stands with their names', async () => {
    const context = memoryContext();
    await waiting(context);
    const first = await answering(context, 'securityOfficer', { comment: 'Enligt avtalet' });
    expect(first).toMatchObject({ value: { state: 'waiting', profile: { availability: 'serious' } }, notices: [] });
    const last = await answering(context, 'privacyOfficer', { question: 'persons', options: ['many'] });
    expect(last).toMatchObject({
      value: {
        state: 'submitted',
        proposer: people.custodian,
        profile: { confidentiality: 'significant', availability: 'serious' },
        inquiries: [{ answered: { by: people.privacyOfficer } }, { answered: { by: people.securityOfficer, comment: 'Enligt avtalet' } }]
      },
      notices: [{ kind: 'classification-submitted', to: people.objectOwner.id }]
    });
    if (!last.ok) throw new Error(last.reason);
    const { reference, asset, contentHash } = last.value;
    expect(await decideClassification(context, by('objectOwner', { reference, asset, contentHash }))).toMatchObject({
      value: { state: 'decided' }
    });
  });

  test('is nothing to decide before it is answered', async () => {
    const context = memoryContext();
    await waiting(context);
    const { contentHash } = (await context.classifications.read('K-2026-0001'))?.state ?? { contentHash: '' };
    const outcome = await decideClassification(context, by('objectOwner', { reference: 'K-2026-0001', asset: 'T-2026-0001', contentHash }));
    expect(outcome.ok).toBe(false);
  });

  test('is answered once: who comes second is told who was first', async () => {
    const context = memoryContext();
    await waiting(context);
    await answering(context, 'securityOfficer');
    expect(await answering(context, 'custodian', { options: ['days'] })).toMatchObject({
      ok: false,
      reason: 'overtaken',
      by: people.securityOfficer.name,
      event: 'classification-inquiry-answered'
    });
  });

  test.each([
    ['a question that was not asked', { question: 'public', options: ['yes'] }, 'no-such-question'],
    ['an answer that the model does not have', { options: ['forever'] }, 'other-model']
  ])('%s is refused', async (_what, input, reason) => {
    const context = memoryContext();
    await waiting(context);
    expect(await answering(context, 'securityOfficer', input)).toMatchObject({ ok: false, reason });
  });

  test('the same answer sent twice is one answer', async () => {
    const context = memoryContext();
    await waiting(context);
    const request = by('securityOfficer', { reference: 'K-2026-0001', question: 'outage', options: ['hours'], comment: '' });
    const once = await answerInquiry(context, model, request);
    expect(await answerInquiry(context, model, request)).toEqual(once);
  });
});

describe('a level of one’s own', () => {
  const medium = { ...harmless, 'leak-operations': ['significant'] };
  const raised = { aspect: 'availability', level: 'significant', motivation: 'Vi har jour' } as const;
  const lowered = { aspect: 'confidentiality', level: 'moderate', motivation: 'Allt är redan publicerat' } as const;

  test('raised, goes to the objektägare with its motivation', async () => {
    const context = memoryContext();
    const asset = await submittedAsset(context);
    expect(await propose(context, { asset, answers: medium, adjustments: [raised] })).toMatchObject({
      value: { state: 'submitted', profile: { confidentiality: 'significant', availability: 'significant' }, adjustments: [raised] }
    });
  });

  test('lowered, waits for the informationssäkerhetsansvarig to say what they think', async () => {
    const context = memoryContext();
    const asset = await submittedAsset(context);
    expect(await propose(context, { asset, answers: medium, adjustments: [lowered] })).toMatchObject({
      value: { state: 'waiting', profile: { confidentiality: 'moderate' } },
      notices: [{ kind: 'classification-asked', to: people.securityOfficer.id, questions: 0 }]
    });
    const text = 'Håller inte med, men det är ert beslut';
    expect(await commentOnClassification(context, model, by('securityOfficer', { reference: 'K-2026-0001', text }))).toMatchObject({
      value: { state: 'submitted', profile: { confidentiality: 'moderate' }, comment: { by: people.securityOfficer, text } },
      notices: [{ kind: 'classification-submitted', to: people.objectOwner.id }]
    });
  });

  test('is not lowered below what the law sets', async () => {
    const context = memoryContext();
    const asset = await submittedAsset(context);
    const answers = { ...harmless, activity: ['care'] };
    expect(await propose(context, { asset, answers, adjustments: [lowered] })).toMatchObject({ ok: false, reason: 'below-floor' });
  });

  test('is part of what is decided: with another motivation it is another content', async () => {
    const context = memoryContext();
    const asset = await submittedAsset(context);
    const hashes = [];
    for (const motivation of ['Vi har jour', 'Vi har inte jour']) {
      const outcome = await propose(context, { asset, adjustments: [{ ...raised, motivation }] });
      hashes.push(outcome.ok && outcome.value.contentHash);
    }
    expect(new Set(hashes).size).toBe(2);
  });
});

test('whoever proposed takes it back, and nobody decides it then', async () => {
  const context = memoryContext();
  const asset = await submittedAsset(context);
  const proposed = await propose(context, { asset });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { reference, contentHash } = proposed.value;
  expect(await withdrawClassification(context, by('custodian', { reference, reason: 'Fel tillgång' }))).toMatchObject({
    value: { state: 'withdrawn' }
  });
  expect(context.entries.at(-1)).toMatchObject({ event: 'classification-withdrawn', reason: 'Fel tillgång' });
  expect(await decideClassification(context, by('objectOwner', { reference, asset, contentHash }))).toMatchObject({
    ok: false,
    reason: 'overtaken',
    event: 'classification-withdrawn'
  });
});
