// What people are told after something happened: who, what kind, about which number. Cards are made from it when it is sent.
import { z } from 'zod';
import { changeSubjects } from './change-proposal';
import { aspects, Profile } from './classification';
import { exerciseMark, type Marked } from './exercise';
import { incidentKinds, receivers } from './incident';
import { incidentStates } from './incident-moves';
import { regimes, stageIds } from './legal-rules';
import { eventCodes } from './log';
import { errands } from './measure';
import { reconsiderationReasons } from './reconsideration';
import { reminderStages } from './reminders';
import { requirementActors } from './requirements';
import { responses } from './response-deadline';
import { severities } from './severity';
import { inventoryStages } from './inventory';
import { Vacancy } from './vacancy';
import { YearlyMarks, yearlyStages } from './yearly-tasks';

/** What those are told of who have to do with a legal track: it was opened, waits for a decision, was decided, a report was sent in, it was closed, its kännedom was corrected with the incident's. */
export const trackSteps = ['opened', 'to-decide', 'decided', 'sent', 'closed', 'known'] as const;

/** What those are told of who have to do with a measure: it is theirs, is another's, has other days, is done, was checked, is struck; and of one from an asset: it waits for a decision, was decided, was declined. */
export const measureSteps = ['proposed', 'approved', 'declined', 'given', 'taken', 'changed', 'done', 'checked', 'dropped'] as const;

/** What is asked for, of how severe an incident, and by when (UTC, ISO 8601). `receiver`: in which capacity whoever is told can receive it, where they can. */
const awaited = {
  response: z.enum(responses),
  severity: z.enum(severities),
  due: z.iso.datetime(),
  receiver: z.enum(receivers).optional()
};

/** Some of the incidents by number, and how many there are of all. */
const Summed = z.object({
  count: z.int().nonnegative(),
  some: z.array(z.object({ reference: z.string(), severity: z.enum(severities) })).readonly()
});
export type Summed = Readonly<z.infer<typeof Summed>>;

/**
 * What somebody decides by on a card: the class, of which asset, the fingerprint of what they see, and what was decided last; without `previous` it is the
 * first. `isSame`: nothing differs. `delegation`: by which a deputy decides. A notice from before cards could decide has none of it.
 */
const ToDecide = z.object({
  asset: z.string(),
  contentHash: z.string(),
  profile: Profile,
  delegation: z.string().optional(),
  previous: z.object({ reference: z.string(), profile: Profile, isSame: z.boolean() }).optional()
});

/**
 * What somebody decides by on a card: what is proposed for which asset, and how many decisions there have been on it. `delegation`: by which a deputy
 * decides. Everybody with a role reads the same in the tab. A notice from before cards could decide has none of it.
 */
const MeasureToDecide = z.object({
  assetName: z.string(),
  requirement: z.string(),
  what: z.string(),
  cost: z.int().min(0),
  ownerName: z.string(),
  proposerName: z.string(),
  /** When its last day ends, UTC. */
  doneBy: z.iso.datetime(),
  decisions: z.int().min(0),
  delegation: z.string().optional()
});
export type MeasureToDecide = Readonly<z.infer<typeof MeasureToDecide>>;

/** Facts only, never content: the card is built in the reader's language from this (domain.md 5.4, warning 4). */
export const Notice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('incident-reported'),
    to: z.guid(),
    ...exerciseMark,
    reference: z.string(),
    incidentKind: z.enum(incidentKinds),
    receiver: z.enum(receivers)
  }),
  z.object({ kind: z.literal('incident-registered'), to: z.guid(), ...exerciseMark, reference: z.string() }),
  z.object({ kind: z.literal('incident-acknowledged'), to: z.guid(), ...exerciseMark, reference: z.string(), receiver: z.enum(receivers) }),
  z.object({ kind: z.literal('incident-assigned'), to: z.guid(), ...exerciseMark, reference: z.string() }),
  z.object({ kind: z.literal('incident-question'), to: z.guid(), ...exerciseMark, reference: z.string() }),
  z.object({ kind: z.literal('incident-answered'), to: z.guid(), ...exerciseMark, reference: z.string() }),
  // To the handler: somebody else has added a file.
  z.object({ kind: z.literal('incident-file'), to: z.guid(), ...exerciseMark, reference: z.string() }),
  z.object({ kind: z.literal('incident-raised'), to: z.guid(), ...exerciseMark, reference: z.string(), severity: z.enum(severities) }),
  z.object({
    kind: z.literal('incident-reminder'),
    to: z.guid(),
    ...exerciseMark,
    reference: z.string(),
    stage: z.enum(reminderStages),
    ...awaited
  }),
  // To the next in line, since nobody has answered.
  z.object({ kind: z.literal('incident-escalated'), to: z.guid(), ...exerciseMark, reference: z.string(), ...awaited }),
  // To whoever a särskild rapport was handed to; `report` is its place among those of the incident. And to whoever handed it over.
  z.object({ kind: z.literal('report-handed-over'), to: z.guid(), ...exerciseMark, reference: z.string(), report: z.int().min(0) }),
  z.object({ kind: z.literal('report-received'), to: z.guid(), ...exerciseMark, reference: z.string() }),
  // To each who is called, who may not read the incident: where to come, and nothing of what has happened.
  z.object({ kind: z.literal('crisis-staff-called'), to: z.guid(), ...exerciseMark, reference: z.string(), link: z.string().optional() }),
  // To those who are only told in summary.
  z.object({ kind: z.literal('incident-digest'), to: z.guid(), ...exerciseMark, fresh: Summed, changed: Summed, settled: Summed }),
  // To the reporter; what is said stands in the tab, which shows it to those who may read it.
  z.object({ kind: z.literal('incident-changed'), to: z.guid(), ...exerciseMark, reference: z.string(), state: z.enum(incidentStates) }),
  // To the handlers' channel, where everybody in it reads it.
  z.object({
    kind: z.literal('incident-in-channel'),
    to: z.guid(),
    ...exerciseMark,
    reference: z.string(),
    incidentKind: z.enum(incidentKinds),
    state: z.enum(incidentStates)
  }),
  z.object({ kind: z.literal('report-stopped'), to: z.guid(), reference: z.string(), unitName: z.string() }),
  z.object({
    kind: z.literal('classification-submitted'),
    to: z.guid(),
    reference: z.string(),
    assetName: z.string(),
    proposerName: z.string(),
    toDecide: ToDecide.optional()
  }),
  // To the experts: `questions` that nobody in the business could answer; none when a lowered level wants a comment.
  z.object({
    kind: z.literal('classification-asked'),
    to: z.guid(),
    reference: z.string(),
    assetName: z.string(),
    proposerName: z.string(),
    questions: z.int().nonnegative()
  }),
  // To whoever decides, in the morning, of what has waited for long: how many, and some of them.
  z.object({
    kind: z.literal('decisions-waiting'),
    to: z.guid(),
    count: z.int().positive(),
    oldest: z.array(z.object({ reference: z.string(), assetName: z.string() })).readonly()
  }),
  // To the head of the förvaltning, who is told where some aspect is serious.
  z.object({
    kind: z.literal('classification-serious'),
    to: z.guid(),
    reference: z.string(),
    assetName: z.string(),
    serious: z.array(z.enum(aspects)).readonly(),
    isDecided: z.boolean()
  }),
  z.object({ kind: z.literal('classification-decided'), to: z.guid(), reference: z.string(), assetName: z.string() }),
  z.object({ kind: z.literal('classification-returned'), to: z.guid(), reference: z.string(), assetName: z.string(), reason: z.string() }),
  // To the informationssäkerhetsansvarig: somebody wishes that the model or the requirements were otherwise; and what came of it, to whoever did.
  z.object({
    kind: z.literal('change-proposed'),
    to: z.guid(),
    reference: z.string(),
    subject: z.enum(changeSubjects),
    proposerName: z.string()
  }),
  z.object({
    kind: z.literal('change-answered'),
    to: z.guid(),
    reference: z.string(),
    subject: z.enum(changeSubjects),
    isAccepted: z.boolean(),
    reason: z.string()
  }),
  // To the objektägare and the systemförvaltare, of all classes that they are to reconsider, or soon are; `reference` is the first of the assets.
  z.object({
    kind: z.literal('classes-to-reconsider'),
    to: z.guid(),
    reference: z.string(),
    now: z.int().nonnegative(),
    soon: z.int().nonnegative(),
    some: z
      .array(z.object({ assetName: z.string(), dueOn: z.iso.date(), reasons: z.array(z.enum(reconsiderationReasons)).readonly() }))
      .readonly()
  }),
  // To whoever can name somebody new; `reference` is the first of the assets.
  z.object({
    kind: z.literal('owner-vacant'),
    to: z.guid(),
    reference: z.string(),
    count: z.int().min(1),
    some: z.array(z.object({ assetName: z.string(), role: Vacancy.shape.role, fault: Vacancy.shape.fault })).readonly()
  }),
  // To those who are to answer them: a raised class asks more of an asset than before. `some` are their codes, `asked` how many of whom.
  z.object({
    kind: z.literal('requirements-raised'),
    to: z.guid(),
    reference: z.string(),
    assetName: z.string(),
    asked: z.array(z.object({ actor: z.enum(requirementActors), supplier: z.string().optional(), count: z.int().min(1) })).readonly(),
    some: z.array(z.string()).readonly(),
    count: z.int().min(1)
  }),
  // To whoever sent the requirements: the day is over that an answer was asked for by. `reference` is the asset's number, `answers` that of what the supplier has answered.
  z.object({
    kind: z.literal('supplier-late'),
    to: z.guid(),
    reference: z.string(),
    assetName: z.string(),
    answers: z.string(),
    supplier: z.string(),
    due: z.iso.datetime(),
    left: z.int().min(1)
  }),
  // To those whose task it is; `reference` is that of the year's årshjul, `month` 1 to 12.
  z.object({
    kind: z.literal('yearly-reminder'),
    to: z.guid(),
    reference: YearlyMarks.shape.reference,
    task: z.string(),
    month: z.int().min(1).max(12),
    stage: z.enum(yearlyStages)
  }),
  z.object({
    kind: z.literal('track-moved'),
    to: z.guid(),
    ...exerciseMark,
    reference: z.string(),
    incident: z.string(),
    regime: z.enum(regimes),
    step: z.enum(trackSteps)
  }),
  z.object({
    kind: z.literal('track-reminder'),
    to: z.guid(),
    ...exerciseMark,
    reference: z.string(),
    incident: z.string(),
    regime: z.enum(regimes),
    report: z.enum(stageIds),
    stage: z.enum(reminderStages),
    due: z.iso.datetime()
  }),
  // What is to be done stands in the tab, which shows it to those who may read it; and, of what an asset lacks, before whoever decides on it.
  z.object({
    kind: z.literal('measure-moved'),
    to: z.guid(),
    ...exerciseMark,
    reference: z.string(),
    step: z.enum(measureSteps),
    due: z.iso.datetime(),
    toDecide: MeasureToDecide.optional()
  }),
  z.object({
    kind: z.literal('measure-reminder'),
    to: z.guid(),
    ...exerciseMark,
    reference: z.string(),
    errand: z.enum(errands),
    stage: z.enum(reminderStages),
    due: z.iso.datetime(),
    toDecide: MeasureToDecide.optional()
  }),
  // To the head of a unit that has not answered an inventory; `reference` is the number of the unit's answer, `lastDay` a day of the Swedish calendar.
  z.object({
    kind: z.literal('inventory-asked'),
    to: z.guid(),
    reference: z.string(),
    unit: z.string(),
    unitName: z.string(),
    lastDay: z.iso.date(),
    stage: z.enum(inventoryStages)
  }),
  // `by`, `at` (UTC) and `event`: who came first, when, and what they did, where that is the reason.
  z.object({
    kind: z.literal('command-refused'),
    to: z.guid(),
    command: z.string(),
    reason: z.string(),
    by: z.string().optional(),
    at: z.string().optional(),
    event: z.enum(eventCodes).optional()
  })
]);
export type Notice = Readonly<z.infer<typeof Notice>>;

/** Whatever is told of an exercise says so. */
export function markedNotices(about: Marked, notices: readonly Notice[]): readonly Notice[] {
  return about.exercise === true ? notices.map((notice) => (isMarkable(notice) ? { ...notice, exercise: true } : notice)) : notices;
}

/** Those that are about no incident. */
const unmarked = [
  'report-stopped',
  'classification-submitted',
  'classification-asked',
  'decisions-waiting',
  'classification-serious',
  'classification-decided',
  'classification-returned',
  'change-proposed',
  'change-answered',
  'classes-to-reconsider',
  'owner-vacant',
  'requirements-raised',
  'supplier-late',
  'yearly-reminder',
  'inventory-asked',
  'command-refused'
] as const satisfies readonly Notice['kind'][];

function isMarkable(notice: Notice): notice is Exclude<Notice, { readonly kind: (typeof unmarked)[number] }> {
  return unmarked.every((kind) => kind !== notice.kind);
}
