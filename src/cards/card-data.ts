// What the buttons of our cards carry and send back: a verb, a number, the draft so far and the form's key; never who presses.
import { z } from 'zod';
import { incidentKinds, receivers, reportLimits, whenChoices, yesNoUnknown } from '../domain/incident';
import { keepable } from '../domain/written-text';

/** Longest number that can stand in a card. */
const reference = z.string().max(20);

/** Clients send an unanswered choice as absent or as an empty text. */
const choice = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(codes).optional());

/** One character more than can be kept tells that there was more; a button that carries the draft on must not carry all of it. */
const draftText = (most: number) =>
  z
    .string()
    .transform((said) => keepable(said).slice(0, most + 1))
    .optional();

/**
 * The answers so far. Texts may still be too long here: whoever wrote them is told, and keeps what they wrote.
 * The form's key is not called `key`: Teams' newer renderer keeps that name for itself, and a button with it in its data does nothing
 * (seen in the Microsoft 365 Agents Playground 0.2.28).
 */
const draftShape = {
  formKey: z.uuid(),
  kind: choice(incidentKinds),
  when: choice(whenChoices),
  ongoing: choice(yesNoUnknown),
  where: draftText(reportLimits.where),
  personalData: choice(yesNoUnknown),
  description: draftText(reportLimits.description)
};

/** A report being filled in. `formKey` is made when the form is first shown and makes a repeated submit the same report (design 4). */
export const Draft = z.strictObject(draftShape);
export type Draft = Readonly<z.infer<typeof Draft>>;

export const formSteps = ['kind', 'when', 'where', 'description'] as const;

/** The four steps of the report form. */
export type FormStep = (typeof formSteps)[number];

/** The data each verb comes with. Strict: a field we did not put there is refused. */
export const pressData = {
  'report-open': z.strictObject({}),
  'report-stop': z.strictObject({ formKey: z.uuid() }),
  'report-kind': Draft,
  'report-when': Draft,
  'report-where': Draft,
  'report-submit': Draft,
  'report-back': z.strictObject({ ...draftShape, to: z.enum(formSteps) }),
  acknowledge: z.strictObject({ formKey: z.uuid(), reference, receiver: z.enum(receivers) }),
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

/** Longest text kept of what somebody wrote, by field. */
export const draftLimits = { where: reportLimits.where, description: reportLimits.description } as const;
