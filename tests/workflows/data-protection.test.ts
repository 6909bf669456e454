// The dataskyddsombud advises and watches but never decides: not when named, not when given the role afterwards (H57).
import type { Role } from '../../src/domain/person';
import { classificationModel as model } from '../../src/reference/classification-model';
import { changeAsset } from '../../src/workflows/change-asset';
import { decideClassification, returnClassification } from '../../src/workflows/decide-classification';
import type { AssetContent } from '../../src/workflows/asset-content';
import { registerAsset } from '../../src/workflows/register-asset';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

const content: AssetContent = {
  name: 'Hemtjänstens planering',
  description: '',
  carriers: ['system'],
  unit: 'SOC-HEM',
  informationOwner: people.manager.upn,
  objectOwner: people.objectOwner.upn,
  custodian: people.custodian.upn
};
const reference = 'T-2026-0001';

function register(context: MemoryContext, asset: AssetContent) {
  return registerAsset(context, { command: 'register', actor: actor('manager'), input: { asset } });
}

test('nobody of the data protection is named objektägare when an asset is registered', async () => {
  const context = memoryContext();
  const outcome = await register(context, { ...content, objectOwner: people.privacyOfficer.upn });
  expect(outcome).toEqual({ ok: false, reason: 'data-protection-named' });
  expect(context.entries).toEqual([]);
});

test('nor when one is changed', async () => {
  const context = memoryContext();
  await register(context, content);
  const input = { reference, asset: { ...content, objectOwner: people.privacyOfficer.upn } };
  const outcome = await changeAsset(context, { command: 'change', actor: actor('securityOfficer'), input });
  expect(outcome).toEqual({ ok: false, reason: 'data-protection-named' });
  expect(context.entries).toHaveLength(1);
});

test('they may answer for information and for a system, since neither decides the class', async () => {
  const { upn } = people.privacyOfficer;
  expect(await register(memoryContext(), { ...content, informationOwner: upn, custodian: upn })).toMatchObject({ ok: true });
});

describe('an objektägare who has come to the data protection since', () => {
  /** The objektägare as the directory has them now; the command comes without any roles, as the service gives it. */
  const decider = { person: people.objectOwner, roles: [] };

  async function waiting(): Promise<MemoryContext> {
    const context = memoryContext();
    await register(context, content);
    await submitAsset(context, { command: 'submit', actor: actor('manager'), input: { reference } });
    const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
    const input = { asset: reference, model: model.version, answers };
    await submitClassification(context, model, { command: 'classify', actor: actor('custodian'), input });
    const membersOf = (role: Role) => (role === 'data-protection' ? Promise.resolve([decider.person]) : context.directory.membersOf(role));
    return { ...context, directory: { ...context.directory, membersOf } };
  }

  test('may not decide any more', async () => {
    const context = await waiting();
    const contentHash = (await context.classifications.read('K-2026-0001'))?.state.contentHash ?? '';
    const input = { reference: 'K-2026-0001', asset: reference, contentHash };
    expect(await decideClassification(context, { command: 'decide', actor: decider, input })).toEqual({
      ok: false,
      reason: 'data-protection-decides'
    });
  });

  test('nor send anything back', async () => {
    const input = { reference: 'K-2026-0001', reason: 'Komplettera' };
    expect(await returnClassification(await waiting(), { command: 'return', actor: decider, input })).toEqual({
      ok: false,
      reason: 'data-protection-decides'
    });
  });

  test('decides nothing while the roles cannot be read: the command waits', async () => {
    const context = await waiting();
    const away = { ...context, directory: { ...context.directory, membersOf: () => Promise.reject(new Error('away')) } };
    const input = { reference: 'K-2026-0001', reason: 'Komplettera' };
    await expect(returnClassification(away, { command: 'return', actor: decider, input })).rejects.toThrow('away');
  });
});
