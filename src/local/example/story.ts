// What has happened in the example municipality before the newcomer arrives: told through the same commands that people give.
import type { Asset } from '../../domain/asset';
import type { Answers, Question } from '../../domain/classification';
import type { Report } from '../../domain/incident';
import { classificationModel as model } from '../../reference/classification-model';
import { legalRules } from '../../reference/legal-rules';
import { incidentCategoryMeanings } from '../../reference/incident-categories';
import { acknowledgeIncident } from '../../workflows/acknowledge-incident';
import { askReporter } from '../../workflows/ask-reporter';
import { assignIncident } from '../../workflows/assign-incident';
import type { AssetContent } from '../../workflows/asset-content';
import { changeAsset } from '../../workflows/change-asset';
import { closeIncident } from '../../workflows/close-incident';
import type { Context } from '../../workflows/context';
import { decideClassification, returnClassification } from '../../workflows/decide-classification';
import { delegateDecisions } from '../../workflows/delegate-decisions';
import { moveIncident } from '../../workflows/move-incident';
import { registerAsset } from '../../workflows/register-asset';
import { reportIncident } from '../../workflows/report-incident';
import { stopReport } from '../../workflows/stop-report';
import { submitAsset } from '../../workflows/submit-asset';
import { submitClassification, type SubmitClassificationInput } from '../../workflows/submit-classification';
import { triageIncident } from '../../workflows/triage-incident';
import { exampleAssets, type ExampleAsset } from './assets';
import { toldInventory } from './inventory';
import { toldMeasures } from './measures';
import { people, type ExampleName } from './people';
import { toldRequirements } from './requirements';
import { expectDone, ownCommands, storyTeller, type Handled, type Teller } from './teller';
import { toldLate, toldAssessed } from './tracks';
import { toldProposal, toldYearly } from './yearly';

/** Told once: each step has a key of its own, so a story that was interrupted goes on where it stopped. Dates count back from `today` (UTC). */
export async function tellStory(context: Context, today: string, progress: (done: number, of: number) => void): Promise<void> {
  if ((await context.log.byCommand(lastCommand)) !== undefined) return;
  const teller = storyTeller(context, today);
  const numbers = new Map<string, string>();
  const steps = [...exampleAssets.map((asset) => () => assetStep(teller, asset, numbers)), ...incidentSteps(teller)];
  for (const [done, step] of steps.entries()) {
    progress(done, steps.length);
    await step();
  }
  progress(steps.length, steps.length);
}

const lastStep = 'stopp';
const lastCommand = `${ownCommands}${lastStep}`;

/** `numbers`: those that assets have been given, by key. */
async function assetStep(teller: Teller, example: ExampleAsset, numbers: Map<string, string>): Promise<void> {
  const { key, days, by, classified } = example;
  const content = contentOf(example, numbers);
  const { reference } = expectDone(await registerAsset(teller.ago(days), teller.request(`${key}/register`, by, { asset: content })));
  numbers.set(key, reference);
  if (example.draft === true) return;
  const asset = expectDone(await submitAsset(teller.ago(days - 1), teller.request(`${key}/submit`, by, { reference })));
  if (classified !== undefined) await classifyStep(teller, { ...example, content }, asset, classified);
}

async function classifyStep(
  teller: Teller,
  example: ExampleAsset & { readonly content: AssetContent },
  { reference: asset, sets }: Asset,
  classified: NonNullable<ExampleAsset['classified']>
): Promise<void> {
  const { key, days } = example;
  const input = { asset, model: model.version, ...answersAbout(sets, classified) };
  const submitted = expectDone(
    await submitClassification(teller.ago(days - 2), model, teller.request(`${key}/classify`, classified.by, input))
  );
  const { reference, contentHash } = submitted;
  if (classified.outcome === 'decided' || classified.outcome === 'changed-after') {
    expectDone(
      await decideClassification(
        teller.ago(days - 3),
        teller.request(`${key}/decide`, example.objectOwner, { reference, asset, contentHash })
      )
    );
  }
  if (classified.outcome === 'returned') {
    const reason = 'Pärmarna i arkivet saknas. Räkna med dem också.';
    expectDone(
      await returnClassification(teller.ago(days - 3), teller.request(`${key}/return`, example.objectOwner, { reference, reason }))
    );
  }
  if (classified.outcome === 'changed-after') {
    const changed = { ...example.content, description: `${example.description} Nu även fritidshemmen.` };
    expectDone(await changeAsset(teller.ago(days - 4), teller.request(`${key}/change`, example.by, { reference: asset, asset: changed })));
  }
}

function answersAbout(
  sets: Asset['sets'],
  { answers: hurting, about: worst = 0 }: NonNullable<ExampleAsset['classified']>
): Pick<SubmitClassificationInput, 'answers' | 'sets'> {
  if (sets === undefined) return { answers: answersWith(hurting) };
  const about = (answers: Answers): Answers => onlyOf(answersWith(answers), (part) => part !== 'whole');
  return {
    answers: onlyOf(answersWith({}), (part) => part === 'whole'),
    sets: sets.map(({ id: set }, index) => ({ set, answers: about(index === worst ? hurting : {}) }))
  };
}

function onlyOf(answers: Answers, isMeant: (part: Question['part']) => boolean): Answers {
  const meant = model.questions.filter(({ part }) => isMeant(part)).map(({ id }) => id);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => meant.includes(id)));
}

function contentOf(example: ExampleAsset, numbers: ReadonlyMap<string, string>): AssetContent {
  const { name, description, carriers, unit, informationOwner, objectOwner, custodian, coOwner, needs = [], more } = example;
  const upnOf = (who: ExampleName | undefined): string | undefined => who && people[who].userPrincipalName;
  return {
    ...more,
    name,
    description,
    carriers: [...carriers],
    unit,
    informationOwner: upnOf(informationOwner),
    objectOwner: upnOf(objectOwner),
    custodian: upnOf(custodian),
    coOwners: coOwner && [people[coOwner].userPrincipalName],
    needs: needs.map((key) => numbers.get(key) ?? key)
  };
}

/** Every question answered with what hurts least, but for those given. */
function answersWith(given: Answers): Answers {
  return { ...Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']])), ...given };
}

const reports: readonly {
  key: string;
  days: number;
  by: ExampleName;
  report: Report;
  received: readonly (readonly [ExampleName, 'it' | 'nearest-manager'])[];
  handled?: (teller: Teller, told: Handled) => Promise<void>;
  /** What was learned from it. */
  learned?: (teller: Teller, told: Handled) => Promise<void>;
  /** Its legal track. */
  tracked?: (teller: Teller, told: Handled) => Promise<void>;
}[] = [
  {
    key: 'surfplatta',
    days: 9,
    by: 'teacher',
    report: {
      kind: 'lost-or-stolen',
      when: 'yesterday',
      where: 'Skolbussen',
      ongoing: 'yes',
      personalData: 'unknown',
      description: 'En surfplatta är borta efter utflykten.'
    },
    received: [
      ['it', 'it'],
      ['principal', 'nearest-manager']
    ],
    handled: closed,
    learned: toldMeasures
  },
  {
    key: 'utskrift',
    days: 3,
    by: 'employee',
    report: {
      kind: 'seen-by-unauthorised',
      when: 'today',
      where: 'Skrivaren på plan 2',
      ongoing: 'no',
      personalData: 'yes',
      description: 'En turlista låg kvar på skrivaren.'
    },
    received: [['it', 'it']],
    handled: beingHandled,
    tracked: toldLate
  },
  {
    key: 'natfiske',
    days: 1,
    by: 'registrar',
    report: { kind: 'suspicious-contact', when: 'just-now', where: 'Outlook', ongoing: 'yes', personalData: 'no', description: '' },
    received: [],
    tracked: toldAssessed
  }
];

function incidentSteps(teller: Teller): (() => Promise<void>)[] {
  const stop = async (): Promise<void> => {
    await stopReport(teller.ago(6), teller.request(lastStep, 'registrar', { during: 'report' }));
  };
  return [
    ...reports.map((told) => () => incidentStep(teller, told)),
    () => delegationStep(teller),
    () => toldRequirements(teller),
    () => toldInventory(teller),
    () => toldYearly(teller),
    () => toldProposal(teller),
    stop
  ];
}

/** A fortnight's leave, two weeks from now. */
async function delegationStep(teller: Teller): Promise<void> {
  const day = (days: number): string => teller.at(-days).slice(0, 10);
  const input = { deputy: people.socialHead.userPrincipalName, from: day(14), to: day(28) };
  expectDone(await delegateDecisions(teller.ago(2), teller.request('ledighet', 'manager', input)));
}

async function incidentStep(
  teller: Teller,
  { key, days, by, report, received, handled, learned, tracked }: (typeof reports)[number]
): Promise<void> {
  const { value } = await reportIncident(teller.ago(days), teller.request(`${key}/report`, by, { report, reportedAt: teller.at(days) }));
  for (const [who, receiver] of received) {
    const input = { reference: value.reference, receiver };
    expectDone(await acknowledgeIncident(teller.ago(days - 0.1), teller.request(`${key}/${receiver}`, who, input)));
  }
  const told = { reference: value.reference, key, days };
  await handled?.(teller, told);
  await learned?.(teller, told);
  await tracked?.(teller, told);
}

const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };

/** Assessed, and asked about: the reporter has a question to answer. */
async function beingHandled(teller: Teller, { reference, key, days }: Handled): Promise<void> {
  const context = teller.ago(days - 0.2);
  const triage = {
    reference,
    category: 'physical-exposure',
    facts,
    severity: 'medium',
    reason: 'Turlistan visar när brukare är ensamma.'
  } as const;
  const assign = { reference, handler: people.it.userPrincipalName, reason: '' };
  const question = { reference, text: 'Hur länge låg listan kvar på skrivaren?' };
  expectDone(await triageIncident(context, incidentCategoryMeanings, teller.request(`${key}/triage`, 'it', triage)));
  expectDone(await assignIncident(context, teller.request(`${key}/assign`, 'it', assign)));
  expectDone(await moveIncident(context, teller.request(`${key}/handle`, 'it', { reference, move: 'handle', text: '' })));
  expectDone(await askReporter(context, teller.request(`${key}/ask`, 'it', question)));
}

async function closed(teller: Teller, { reference, key, days }: Handled): Promise<void> {
  const soon = teller.ago(days - 0.2);
  const triage = { reference, category: 'loss', facts, severity: 'low', reason: '' } as const;
  const assign = { reference, handler: people.it.userPrincipalName, reason: '' };
  expectDone(await triageIncident(soon, incidentCategoryMeanings, teller.request(`${key}/triage`, 'it', triage)));
  expectDone(await assignIncident(soon, teller.request(`${key}/assign`, 'it', assign)));
  for (const [index, move] of (['handle', 'contain', 'restore', 'analyse'] as const).entries()) {
    const input = { reference, move, text: '' };
    expectDone(await moveIncident(teller.ago(days - 1 - index), teller.request(`${key}/${move}`, 'it', input)));
  }
  const close = {
    reference,
    rootCause: 'Surfplattorna räknas inte in efter utflykter.',
    outcome: 'Surfplattan låg kvar på bussen och är tillbaka. Den var låst, och den kunde ha raderats på håll.'
  };
  expectDone(await closeIncident(teller.ago(days - 5), legalRules, teller.request(`${key}/close`, 'it', close)));
}
