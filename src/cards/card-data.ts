// What the buttons of our cards carry and send back: a verb, a number, the draft so far and the form's key; never who presses.
import { z } from 'zod';
import { exerciseMark } from '../domain/exercise';
import { inventoryLimits } from '../domain/inventory';
import { incidentKinds, receivers, reportLimits, whenChoices, yesNoUnknown } from '../domain/incident';
import {
  causes,
  concernedGroups,
  detailLimits,
  managerHindrances,
  reportCarriers,
  toldWays,
  weaknessKinds
} from '../domain/report-details';
import { measureLimits } from '../domain/measure';
import { numberIn } from '../domain/reference-number';
import { keepable } from '../domain/written-text';

/** Longest number that can stand in a card. */
const reference = z.string().max(20);

/** Clients send an unanswered question as absent or as an empty text. */
const answer = <T extends z.ZodType>(shape: T) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional());

const choice = <const C extends readonly [string, ...string[]]>(codes: C) => answer(z.enum(codes));

/** One character more than can be kept tells that there was more; a button that carries the draft on must not carry all of it. */
const draftText = (most: number) =>
  z
    .string()
    .transform((said) => keepable(said).slice(0, most + 1))
    .optional();

/** Longest text kept of what somebody wrote, by field. A card holds what it carries up to twice, and must stay within 28 KB. */
export const draftLimits = { where: reportLimits.where, description: 3_000, toldBy: detailLimits.toldBy, assetName: 100 } as const;

/** Longest reason to send a classification back. */
export const returnReasonLimit = 1_000;

/**
 * The answers so far. Texts may still be too long here: whoever wrote them is told, and keeps what they wrote. `asOf`: when the form was opened or its
 * question of time last answered (UTC). The form's key is not called `key`: Teams' newer renderer keeps that name for itself, and a button with it in its
 * data does nothing (seen in the Microsoft 365 Agents Playground 0.2.28).
 */
const draftShape = {
  formKey: z.uuid(),
  asOf: answer(z.iso.datetime({ precision: 0 })),
  kind: choice(incidentKinds),
  when: choice(whenChoices),
  ongoing: choice(yesNoUnknown),
  carrier: choice(reportCarriers),
  where: draftText(draftLimits.where),
  personalData: choice(yesNoUnknown),
  weakness: choice(weaknessKinds),
  description: draftText(draftLimits.description),
  happenedOn: answer(z.iso.date()),
  happenedTime: answer(z.iso.time({ precision: -1 })),
  discoveredOn: answer(z.iso.date()),
  discoveredTime: answer(z.iso.time({ precision: -1 })),
  concerned: choice(concernedGroups),
  sensitive: choice(yesNoUnknown),
  unauthorisedAccess: choice(yesNoUnknown),
  concernedInformed: choice(yesNoUnknown),
  cause: choice(causes),
  assetName: draftText(draftLimits.assetName),
  asset: answer(z.union([numberIn('T'), z.literal('unknown')])),
  toldBy: draftText(draftLimits.toldBy),
  toldThrough: choice(toldWays),
  manager: choice(['nearest', ...managerHindrances]),
  messageLink: answer(z.string().max(detailLimits.messageLink))
};

/** A report being filled in. `formKey` is made when the form is first shown and makes a repeated submit the same report (design 4). */
export const Draft = z.strictObject(draftShape);
export type Draft = Readonly<z.infer<typeof Draft>>;

/** What a draft can hold, in the order it is asked. */
export const draftFields = Object.keys(draftShape).filter((name) => name !== 'formKey') as readonly Exclude<keyof Draft, 'formKey'>[];

export const formSteps = ['kind', 'when', 'where', 'description', 'more', 'asset'] as const;

/** The steps of the report form. `more` and `asset` lie beside the way: only whoever wants to goes there. */
export type FormStep = (typeof formSteps)[number];

const formOnly = z.strictObject({ formKey: z.uuid() });

const measure = { formKey: z.uuid(), reference: numberIn('M'), decisions: z.int().min(0).max(9_999), delegation: numberIn('D').optional() };

/** The data each verb comes with. Strict: a field we did not put there is refused. */
export const pressData = {
  'report-open': z.strictObject({}),
  'report-stop': formOnly,
  'report-withdraw': formOnly,
  'report-kind': Draft,
  'report-when': Draft,
  'report-where': Draft,
  'report-more': Draft,
  'report-asset': Draft,
  'report-submit': Draft,
  'report-back': z.strictObject({ ...draftShape, to: z.enum(formSteps) }),
  acknowledge: z.strictObject({ formKey: z.uuid(), reference, receiver: z.enum(receivers), ...exerciseMark }),
  'decide-classification': z.strictObject({
    formKey: z.uuid(),
    reference: numberIn('K'),
    asset: numberIn('T'),
    contentHash: z.string().length(64),
    delegation: numberIn('D').optional()
  }),
  // What was written may still be too long, or nothing: whoever wrote it is told, and keeps it.
  'return-classification': z.strictObject({
    formKey: z.uuid(),
    reference: numberIn('K'),
    delegation: numberIn('D').optional(),
    reason: draftText(returnReasonLimit)
  }),
  'decide-measure': z.strictObject(measure),
  // As the reason above.
  'decline-measure': z.strictObject({
    ...measure,
    reason: draftText(measureLimits.text),
    risk: draftText(measureLimits.text),
    until: answer(z.iso.date())
  }),
  'receive-report': z.strictObject({ formKey: z.uuid(), reference, report: z.int().min(0).max(999), ...exerciseMark }),
  'inventory-complete': z.strictObject({ formKey: z.uuid(), reference: numberIn('E') }),
  // As the reason above.
  'inventory-missing': z.strictObject({ formKey: z.uuid(), reference: numberIn('E'), text: draftText(inventoryLimits.text) }),
  // An address may be anybody's; it is looked at before anything is fetched (src/service/chat-files.ts).
  'attach-file': z.strictObject({
    formKey: z.uuid(),
    reference,
    name: z.string().min(1).max(400),
    url: z.string().max(2_000),
    source: z.enum(['drive', 'chat']),
    ...exerciseMark
  }),
  'my-reports': z.strictObject({})
} as const;

export type Verb = keyof typeof pressData;

/** A press as it came from a client, checked. */
export type Press = { readonly [V in Verb]: { readonly verb: V; readonly data: z.infer<(typeof pressData)[V]> } }[Verb];

/** Reads a press; `undefined` when the verb or the data are not ours. */
export function readPress(verb: unknown, data: unknown): Press | undefined {
  const known = (Object.keys(pressData) as Verb[]).find((name) => name === verb);
  const parsed = known === undefined ? undefined : pressData[known].safeParse(data ?? {});
  return known !== undefined && parsed?.success === true ? ({ verb: known, data: parsed.data } as Press) : undefined;
}
