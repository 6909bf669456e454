// Things that have happened in the example municipality before a screen test begins.
import type { Asset } from '../../src/domain/asset';
import type { Answers, Classification } from '../../src/domain/classification';
import type { Outcome } from '../../src/domain/outcome';
import { classificationModel } from '../../src/reference/classification-model';
import { decideClassification } from '../../src/workflows/decide-classification';
import { registerAsset } from '../../src/workflows/register-asset';
import { reportIncident } from '../../src/workflows/report-incident';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { actor, people } from '../workflows/memory-context';
import type { Municipality } from './municipality';

let count = 0;

/** A command key of its own for each call. */
function key(): string {
  count += 1;
  return `00000000-0000-4000-9000-${String(count).padStart(12, '0')}`;
}

/** Every question answered with its first option. */
const mildAnswers: Answers = Object.fromEntries(classificationModel.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));

/** As the mild answers, but the information is sensitive. */
export const sensitiveAnswers: Answers = { ...mildAnswers, 'personal-data': ['ordinary', 'sensitive'] };

export async function draftAsset(
  { context }: Municipality,
  name = 'Hemtjänstens planering',
  more: Pick<Asset, 'continuityPlan'> = {}
): Promise<Asset> {
  const carriers = ['system' as const, 'paper' as const];
  const input = { asset: { name, description: 'Vem som besöker vem och när.', carriers, unit: 'SOC-HEM', ...more } };
  return valueOf(await registerAsset(context, { command: key(), actor: actor('manager'), input }));
}

/** With something in every part of the form. */
export async function detailedAsset({ context }: Municipality): Promise<Asset> {
  const asset = {
    ...{ name: 'Akter', description: 'Pärmar', carriers: ['paper' as const], unit: 'SOC-HEM' },
    ...{ coOwners: [people.custodian.upn], personalData: ['sensitive' as const], secrecy: ['26 kap. 1 §'], place: 'Skåpet' },
    sets: [{ name: 'Journaler', types: ['Anteckning'], carriers: ['paper' as const] }],
    supplier: { name: 'Fjällsyn', contract: 'SN 2024/118', contractEnds: '2027-12-31', processorAgreement: 'yes' as const },
    ...{ recordType: 'Akt', processCode: '3.4.1', retention: { rule: 'dispose' as const, years: 5 }, tolerableOutageHours: 0.5 },
    continuityPlan: 'Pärmen i skåpet'
  };
  return valueOf(await registerAsset(context, { command: key(), actor: actor('manager'), input: { asset } }));
}

export async function submittedAsset({ context }: Municipality, name = 'Hemtjänstens planering'): Promise<Asset> {
  const owners = { informationOwner: people.manager.upn, objectOwner: people.objectOwner.upn, custodian: people.custodian.upn };
  const content = { name, description: 'Vem som besöker vem och när.', carriers: ['system' as const], unit: 'SOC-HEM', ...owners };
  const asset = valueOf(await registerAsset(context, { command: key(), actor: actor('manager'), input: { asset: content } }));
  return valueOf(await submitAsset(context, { command: key(), actor: actor('manager'), input: { reference: asset.reference } }));
}

export async function submittedClassification(
  { context }: Municipality,
  asset: Asset,
  { answers = mildAnswers, as = 'manager' }: { readonly answers?: Answers; readonly as?: keyof typeof people } = {}
): Promise<Classification> {
  const given = Object.fromEntries(Object.entries(answers).map(([question, options]) => [question, [...options]]));
  const input = { asset: asset.reference, model: classificationModel.version, answers: given };
  return valueOf(await submitClassification(context, classificationModel, { command: key(), actor: actor(as), input }));
}

export async function decided({ context }: Municipality, { reference, asset, contentHash }: Classification): Promise<Classification> {
  return valueOf(
    await decideClassification(context, { command: key(), actor: actor('objectOwner'), input: { reference, asset, contentHash } })
  );
}

export async function reportedIncident({ context }: Municipality, reportedAt = '2026-11-23T14:40:00Z'): Promise<void> {
  const report = { kind: 'sent-wrong', when: 'today', where: 'E-post', ongoing: 'no', personalData: 'yes', description: '' } as const;
  const input = { report, reportedAt };
  await reportIncident(context, { command: key(), actor: actor('employee'), input });
}

function valueOf<V>(outcome: Outcome<V, string>): V {
  if (!outcome.ok) throw new Error(`The example could not be made: ${outcome.reason}.`);
  return outcome.value;
}
