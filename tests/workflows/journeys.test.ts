// What people can do, end to end over the record in memory: report, classify, decide, and every refusal on the way.
import { chainDeviations } from '../domain/log-rows';
import { classificationModel as model } from '../../src/reference/classification-model';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { changeAsset } from '../../src/workflows/change-asset';
import { decideClassification, returnClassification } from '../../src/workflows/decide-classification';
import type { AssetContent } from '../../src/workflows/asset-content';
import { registerAsset } from '../../src/workflows/register-asset';
import { reportIncident } from '../../src/workflows/report-incident';
import { stopReport } from '../../src/workflows/stop-report';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification, type SubmitClassificationInput } from '../../src/workflows/submit-classification';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

const report = {
  kind: 'sent-wrong',
  when: 'just-now',
  where: 'Outlook',
  ongoing: 'no',
  personalData: 'yes',
  description: 'Ett mejl gick till fel mottagare.'
} as const;
const reportedAt = '2026-11-23T14:39:00Z';

const content: AssetContent = {
  name: 'Hemtjänstens planering',
  description: 'Turer och besök',
  carriers: ['system'],
  unit: 'SOC-HEM',
  informationOwner: people.manager.upn,
  objectOwner: people.objectOwner.upn,
  custodian: people.custodian.upn
};

const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));

let commands = 0;
const nextCommand = (): string => `command-${(commands += 1)}`;

async function submittedAsset(context: MemoryContext, changes: Partial<AssetContent> = {}): Promise<string> {
  const request = { command: nextCommand(), actor: actor('manager'), input: { asset: { ...content, ...changes } } };
  const registered = await registerAsset(context, request);
  if (!registered.ok) throw new Error(registered.reason);
  const { reference } = registered.value;
  await submitAsset(context, { command: nextCommand(), actor: actor('manager'), input: { reference } });
  return reference;
}

type Waiting = Readonly<Record<'asset' | 'reference' | 'contentHash', string>>;

async function waiting(context: MemoryContext, by: Parameters<typeof actor>[0] = 'custodian'): Promise<Waiting> {
  const asset = await submittedAsset(context);
  const input = { asset, model: model.version, answers };
  const outcome = await submitClassification(context, model, { command: nextCommand(), actor: actor(by), input });
  if (!outcome.ok) throw new Error(outcome.reason);
  return { asset, reference: outcome.value.reference, contentHash: outcome.value.contentHash };
}

describe('report', () => {
  test('an incident gets a number, and both IT and the nearest manager are told with reference and type only', async () => {
    const context = memoryContext();
    const outcome = await reportIncident(context, { command: 'c1', actor: actor('employee'), input: { report, reportedAt } });
    expect(outcome.value).toMatchObject({
      reference: 'I-2026-0001',
      state: 'reported',
      reportedAt,
      knownAt: reportedAt,
      unitName: 'Hemtjänsten'
    });
    expect(outcome.notices).toEqual([
      { kind: 'incident-reported', to: people.it.id, reference: 'I-2026-0001', incidentKind: 'sent-wrong', receiver: 'it' },
      {
        kind: 'incident-reported',
        to: people.manager.id,
        reference: 'I-2026-0001',
        incidentKind: 'sent-wrong',
        receiver: 'nearest-manager'
      }
    ]);
  });

  test('a report from a clock that runs ahead is dated now', async () => {
    const input = { report, reportedAt: '2027-01-01T00:00:00Z' };
    const { value } = await reportIncident(memoryContext(), { command: 'c1', actor: actor('employee'), input });
    expect(value).toMatchObject({ reportedAt: '2026-11-23T14:40:00Z', knownAt: '2026-11-23T14:40:00Z' });
  });

  test('submitting twice makes one incident and gives the same answer', async () => {
    const context = memoryContext();
    const request = { command: 'c1', actor: actor('employee'), input: { report, reportedAt } };
    const first = await reportIncident(context, request);
    expect(await reportIncident(context, request)).toEqual(first);
    expect(context.entries).toHaveLength(1);
  });

  test('twenty who report at the same moment get twenty different numbers', async () => {
    const context = memoryContext();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        reportIncident(context, { command: `c${n}`, actor: actor('employee'), input: { report, reportedAt } })
      )
    );
    expect(new Set(all.map(({ value }) => value.reference)).size).toBe(20);
  });

  test('each of the two receivers acknowledges once; the reporter is told of each', async () => {
    const context = memoryContext();
    await reportIncident(context, { command: 'c1', actor: actor('employee'), input: { report, reportedAt } });
    const press = (by: 'it' | 'manager', receiver: 'it' | 'nearest-manager', command = nextCommand()) =>
      acknowledgeIncident(context, { command, actor: actor(by), input: { reference: 'I-2026-0001', receiver } });
    expect(await press('it', 'it')).toMatchObject({ ok: true, value: { state: 'received', acknowledgedByIt: { by: people.it } } });
    const second = await press('manager', 'nearest-manager');
    expect(second).toMatchObject({
      ok: true,
      value: { acknowledgedByManager: { by: people.manager }, acknowledgedByIt: { by: people.it } }
    });
    expect(second.ok && second.notices).toEqual([
      { kind: 'incident-acknowledged', to: people.employee.id, reference: 'I-2026-0001', receiver: 'nearest-manager' }
    ]);
    expect(await press('it', 'it')).toMatchObject({ ok: true, notices: [] });
    expect(context.entries).toHaveLength(3);
  });

  test('two who receive at the same moment do not stand in each other’s way; of two in one capacity the first is named to both', async () => {
    const context = memoryContext();
    await reportIncident(context, { command: 'c1', actor: actor('employee'), input: { report, reportedAt } });
    const press = (by: 'it' | 'manager', receiver: 'it' | 'nearest-manager') =>
      acknowledgeIncident(context, { command: nextCommand(), actor: actor(by), input: { reference: 'I-2026-0001', receiver } });
    const answers = await Promise.all([press('it', 'it'), press('manager', 'nearest-manager'), press('it', 'it')]);
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { acknowledgedByIt: { by: people.it } } });
    expect(context.entries.map(({ reason }) => reason).sort()).toEqual(['', 'it', 'nearest-manager']);
  });

  test.each([
    ['a stranger', 'stranger', 'it', 'I-2026-0001', 'not-found'],
    ['the reporter', 'employee', 'nearest-manager', 'I-2026-0001', 'not-found'],
    ['the manager for IT', 'manager', 'it', 'I-2026-0001', 'not-allowed'],
    ['IT for the manager', 'it', 'nearest-manager', 'I-2026-0001', 'not-allowed'],
    ['IT for a number that does not exist', 'it', 'it', 'I-2026-0099', 'not-found']
  ] as const)('%s may not acknowledge', async (_who, by, receiver, reference, reason) => {
    const context = memoryContext();
    await reportIncident(context, { command: 'c1', actor: actor('employee'), input: { report, reportedAt } });
    const outcome = await acknowledgeIncident(context, { command: 'c2', actor: actor(by), input: { reference, receiver } });
    expect(outcome).toMatchObject({ ok: false, reason });
    expect(context.entries).toHaveLength(1);
  });

  test('a stopped report keeps the unit and nothing else, names nobody, and tells the säkerhetsskyddschef', async () => {
    const context = memoryContext();
    const outcome = await stopReport(context, { command: 'c1', actor: actor('employee'), input: { during: 'report' } });
    expect(outcome.notices).toEqual([
      { kind: 'report-stopped', to: people.protectionOfficer.id, reference: 'S-2026-0001', unitName: 'Hemtjänsten' }
    ]);
    expect(context.entries[0]).toMatchObject({
      actorId: 'none',
      actorName: '',
      state: { reference: 'S-2026-0001', unitName: 'Hemtjänsten', during: 'report' }
    });
    expect(JSON.stringify(context.entries)).not.toContain(people.employee.name);
  });
});

describe('classify', () => {
  test('an asset goes from draft to submitted when owners and förvaltare are named (H22)', async () => {
    const context = memoryContext();
    const reference = await submittedAsset(context);
    expect((await context.assets.read(reference))?.state).toMatchObject({ state: 'submitted', objectOwner: people.objectOwner });
  });

  test.each([
    ['objectOwner', 'missing-owner'],
    ['informationOwner', 'missing-owner'],
    ['custodian', 'missing-custodian']
  ] as const)('without %s it stays a draft', async (role, reason) => {
    const context = memoryContext();
    const registered = await registerAsset(context, {
      command: 'c1',
      actor: actor('manager'),
      input: { asset: { ...content, [role]: undefined } }
    });
    expect(registered).toMatchObject({ ok: true, value: { state: 'draft' } });
    const outcome = await submitAsset(context, { command: 'c2', actor: actor('manager'), input: { reference: 'T-2026-0001' } });
    expect(outcome).toMatchObject({ ok: false, reason });
  });

  test.each([
    ['somebody without a role', 'stranger', content, 'not-allowed'],
    ['an owner nobody bears', 'manager', { ...content, objectOwner: 'finns.inte@haparanda.example' }, 'unknown-person'],
    ['a unit that does not exist', 'manager', { ...content, unit: 'MARS' }, 'unknown-unit']
  ] as const)('registering is refused for %s', async (_what, by, asset, reason) => {
    const context = memoryContext();
    expect(await registerAsset(context, { command: 'c1', actor: actor(by), input: { asset } })).toMatchObject({ ok: false, reason });
    expect(context.entries).toHaveLength(0);
  });

  test('a submitted classification is computed from the answers and waits for the objektägare', async () => {
    const context = memoryContext();
    const { asset } = await waiting(context);
    const input = { asset, model: model.version, answers: { ...answers, activity: ['care'] } };
    const outcome = await submitClassification(context, model, { command: nextCommand(), actor: actor('custodian'), input });
    expect(outcome).toMatchObject({
      ok: true,
      value: { state: 'submitted', decider: people.objectOwner, profile: { confidentiality: 'serious', availability: 'negligible' } },
      notices: [
        { kind: 'classification-submitted', to: people.objectOwner.id, assetName: content.name, proposerName: people.custodian.name }
      ]
    });
  });

  test.each([
    ['open questions', { answers: { ...answers, outage: [] } }, 'custodian', 'open-questions'],
    ['a stop answer', { answers: { ...answers, 'security-protection': ['unsure'] } }, 'custodian', 'stopped'],
    ['an older model', { model: 'Haparanda 0.9' }, 'custodian', 'other-model'],
    ['somebody who does not answer for it', {}, 'it', 'not-allowed'],
    ['an asset nobody knows', { asset: 'T-2026-0099' }, 'custodian', 'not-found']
  ] as [string, Partial<SubmitClassificationInput>, Parameters<typeof actor>[0], string][])(
    '%s is refused',
    async (_what, change, by, reason) => {
      const context = memoryContext();
      const asset = await submittedAsset(context);
      const input = { asset, model: model.version, answers, ...change };
      const outcome = await submitClassification(context, model, { command: 'c9', actor: actor(by), input });
      expect(outcome).toMatchObject({ ok: false, reason });
    }
  );

  test('a draft cannot be classified', async () => {
    const context = memoryContext();
    await registerAsset(context, { command: 'c1', actor: actor('manager'), input: { asset: content } });
    const input = { asset: 'T-2026-0001', model: model.version, answers };
    expect(await submitClassification(context, model, { command: 'c2', actor: actor('manager'), input })).toMatchObject({
      reason: 'asset-is-draft'
    });
  });
});

describe('decide', () => {
  const decide = (context: MemoryContext, by: Parameters<typeof actor>[0], input: Waiting, command = nextCommand()) =>
    decideClassification(context, { command, actor: actor(by), input });

  test('the decision freezes the content, the asset becomes active with its class, and the proposer is told', async () => {
    const context = memoryContext();
    const { asset, reference, contentHash } = await waiting(context);
    const outcome = await decide(context, 'objectOwner', { reference, asset, contentHash });
    expect(outcome).toMatchObject({
      ok: true,
      value: { state: 'decided', decidedBy: people.objectOwner, contentHash },
      notices: [{ kind: 'classification-decided', to: people.custodian.id, reference }]
    });
    expect((await context.assets.read(asset))?.state).toMatchObject({
      state: 'active',
      classification: reference,
      profile: { confidentiality: 'negligible' }
    });
  });

  test.each([
    ['the manager who is not objektägare', 'manager', 'not-allowed'],
    ['the informationssäkerhetsansvarig (H37)', 'securityOfficer', 'not-allowed'],
    ['the proposer', 'custodian', 'not-allowed']
  ] as const)('%s may not decide', async (_who, by, reason) => {
    const context = memoryContext();
    expect(await decide(context, by, await waiting(context))).toMatchObject({ ok: false, reason });
  });

  test('an objektägare who proposed it may not decide it', async () => {
    const context = memoryContext();
    expect(await decide(context, 'objectOwner', await waiting(context, 'objectOwner'))).toMatchObject({ ok: false, reason: 'same-person' });
  });

  test('what the decider saw must be what stands there', async () => {
    const context = memoryContext();
    const input = await waiting(context);
    expect(await decide(context, 'objectOwner', { ...input, contentHash: 'f'.repeat(64) })).toMatchObject({ reason: 'changed-meanwhile' });
  });

  test('an asset changed after submission must be classified again', async () => {
    const context = memoryContext();
    const { asset, reference, contentHash } = await waiting(context);
    await changeAsset(context, { command: 'c8', actor: actor('manager'), input: { reference: asset, asset: { ...content, name: 'Ny' } } });
    expect(await decide(context, 'objectOwner', { reference, asset, contentHash })).toMatchObject({ reason: 'changed-meanwhile' });
  });

  test('deciding twice changes nothing more, and the same press gives the same answer', async () => {
    const context = memoryContext();
    const input = await waiting(context);
    const first = await decide(context, 'objectOwner', input, 'same-press');
    const written = context.entries.length;
    expect(await decide(context, 'objectOwner', input, 'same-press')).toEqual(first);
    expect(await decide(context, 'objectOwner', input, 'another-press')).toMatchObject({ ok: false, reason: 'overtaken' });
    expect(context.entries).toHaveLength(written);
  });

  test('whoever comes after the outcome is told who gave it, when, and which it was', async () => {
    const context = memoryContext();
    const input = await waiting(context);
    const giveBack = { actor: actor('objectOwner'), input: { reference: input.reference, reason: 'Komplettera' } };
    await returnClassification(context, { ...giveBack, command: 'first' });
    const late = { ok: false, reason: 'overtaken', by: people.objectOwner.name, at: context.now(), event: 'classification-returned' };
    expect(await decide(context, 'objectOwner', input)).toEqual(late);
    expect(await returnClassification(context, { ...giveBack, command: 'second' })).toEqual(late);
  });

  test('of two simultaneous deciders exactly one wins and the other is told who', async () => {
    const context = memoryContext();
    const { reference, asset, contentHash } = await waiting(context);
    const give = { command: 'r', actor: actor('objectOwner'), input: { reference, reason: 'Komplettera' } };
    const outcomes = await Promise.all([
      decide(context, 'objectOwner', { reference, asset, contentHash }),
      returnClassification(context, give)
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = context.entries.at(-1)?.event === 'classification-returned' ? 'classification-returned' : 'classification-decided';
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'overtaken', by: people.objectOwner.name, event: winner });
  });

  test('a second writer who was a moment behind loses on the unique key and is told who won', async () => {
    const context = memoryContext();
    const input = await waiting(context);
    const rival = { command: 'rival', actor: actor('objectOwner'), input: { reference: input.reference, reason: 'Komplettera' } };
    const slow = {
      ...context,
      log: {
        ...context.log,
        append: async (entry: Parameters<typeof context.log.append>[0]) => {
          await returnClassification(context, rival);
          return context.log.append(entry);
        }
      }
    };
    const outcome = await decideClassification(slow, { command: 'slow', actor: actor('objectOwner'), input });
    expect(outcome).toMatchObject({ ok: false, reason: 'overtaken', by: people.objectOwner.name });
    expect((await context.classifications.read(input.reference))?.state.state).toBe('returned');
  });

  test('a classification is sent back with its reason, and the proposer is told it', async () => {
    const context = memoryContext();
    const { reference } = await waiting(context);
    const request = { command: 'r', actor: actor('objectOwner'), input: { reference, reason: 'Journalerna saknas' } };
    expect(await returnClassification(context, request)).toMatchObject({
      ok: true,
      value: { state: 'returned', returnReason: 'Journalerna saknas' },
      notices: [{ kind: 'classification-returned', to: people.custodian.id, reason: 'Journalerna saknas' }]
    });
  });

  test('a new decision replaces the earlier one', async () => {
    const context = memoryContext();
    const earlier = await waiting(context);
    const { asset } = earlier;
    await decide(context, 'objectOwner', earlier);
    const input = { asset, model: model.version, answers };
    const again = await submitClassification(context, model, { command: 'again', actor: actor('custodian'), input });
    if (!again.ok) throw new Error(again.reason);
    await decide(context, 'objectOwner', again.value);
    expect((await context.classifications.read(earlier.reference))?.state.state).toBe('replaced');
    expect((await context.assets.read(asset))?.state.classification).toBe(again.value.reference);
  });

  test('an asset outside draft may not lose an owner', async () => {
    const context = memoryContext();
    const asset = await submittedAsset(context);
    const input = { reference: asset, asset: { ...content, objectOwner: undefined } };
    expect(await changeAsset(context, { command: 'c7', actor: actor('manager'), input })).toMatchObject({ reason: 'missing-owner' });
  });
});

describe('nothing is left half done', () => {
  test('a crash between log and item is mended at the next read', async () => {
    const context = memoryContext();
    const broken = { ...context, incidents: { ...context.incidents, write: () => Promise.reject(new Error('power cut')) } };
    const request = { command: 'c1', actor: actor('employee'), input: { report, reportedAt } };
    await expect(reportIncident(broken, request)).rejects.toThrow('power cut');
    expect(await context.incidents.read('I-2026-0001')).toBeUndefined();
    expect((await reportIncident(context, request)).value.reference).toBe('I-2026-0001');
    expect(await context.incidents.read('I-2026-0001')).toMatchObject({ sequence: 1 });
    expect(context.entries).toHaveLength(1);
  });

  test('a decision that stopped before the asset was written is completed by the same press', async () => {
    const context = memoryContext();
    const { asset, reference, contentHash } = await waiting(context);
    const broken = { ...context, assets: { ...context.assets, write: () => Promise.reject(new Error('power cut')) } };
    const request = { command: 'press', actor: actor('objectOwner'), input: { reference, asset, contentHash } };
    await expect(decideClassification(broken, request)).rejects.toThrow('power cut');
    expect(await decideClassification(context, request)).toMatchObject({ ok: true });
    expect(await context.assets.read(asset)).toMatchObject({ state: { state: 'active', classification: reference } });
  });

  test('what somebody edits around the service is not taken for true by the next command', async () => {
    const context = memoryContext();
    const asset = await submittedAsset(context);
    const page = await context.assets.read(asset);
    if (page === undefined) throw new Error('The asset was just submitted.');
    context.assets.editAround({ ...page, state: { ...page.state, objectOwner: people.stranger } });
    const input = { asset, model: model.version, answers };
    expect(await submitClassification(context, model, { command: 'c', actor: actor('custodian'), input })).toMatchObject({
      ok: true,
      value: { decider: people.objectOwner }
    });
  });

  test('every chain holds after all of this', async () => {
    const context = memoryContext();
    const input = await waiting(context);
    await decideClassification(context, { command: 'd', actor: actor('objectOwner'), input });
    for (const aggregate of new Set(context.entries.map((entry) => entry.aggregate))) {
      expect(chainDeviations(context.entries.filter((entry) => entry.aggregate === aggregate))).toEqual([]);
    }
  });
});
