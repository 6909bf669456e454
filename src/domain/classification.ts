// The classification rules: four aspects, four levels, the worst consequence decides, the law lifts (H10-H14, H23, H35, H45).
import { z } from 'zod';
import { contentHash } from './hash';
import { Person } from './person';

export const aspects = ['confidentiality', 'integrity', 'availability', 'traceability'] as const;

/** Konfidentialitet/sekretess (K), riktighet (R), tillgänglighet (T), spårbarhet (S). */
export type Aspect = (typeof aspects)[number];

/** From least to most. Stored as these words, never as digits: sources number the same words differently (domain.md 1, fact 8). */
export const levels = ['negligible', 'moderate', 'significant', 'serious'] as const;
export type Level = (typeof levels)[number];

/** Consequence categories A-F of the model (domain.md 5.1): whom or what a fault would hurt. */
export type Consequence = 'people' | 'operations' | 'law' | 'economy' | 'trust' | 'others';

/** Facts about the information that the law attaches a lowest level to. */
export type FloorTrigger =
  | 'personal-data'
  | 'sensitive-personal-data'
  | 'protected-identity'
  | 'secrecy-straight'
  | 'secrecy-reverse'
  | 'security-measures'
  | 'public-authority'
  | 'vital-service'
  | 'many-persons'
  | 'care-record';

/** What an answer means: the level of its consequence, what the law attaches to it, which aspects it lifts a level, or that work must stop here. */
export interface AnswerOption {
  readonly code: string;
  readonly level?: Level;
  readonly triggers?: readonly FloorTrigger[];
  readonly lifts?: readonly Aspect[];
  readonly stops?: true;
}

/** Who is asked when nobody in the business knows: the informationssäkerhetsansvarig, and the dataskyddsombud of personal data (domain.md 5.1). */
export const experts = ['information-security', 'data-protection'] as const;
export type Expert = (typeof experts)[number];

/**
 * A guided question. `many`: several answers may be given. `consequence`: what kind of consequence it asks about. One of the `whole` is asked once for the
 * asset, all others of each of its informationsmängder. `expert`: who is asked instead of the informationssäkerhetsansvarig.
 */
export interface Question {
  readonly id: string;
  readonly part: 'start' | Aspect | 'whole';
  readonly expert?: Expert;
  readonly consequence?: Consequence;
  readonly many?: true;
  readonly options: readonly AnswerOption[];
}

/** A lowest level that a rule sets for some aspects when its trigger is present. */
export interface LegalFloor {
  readonly trigger: FloorTrigger;
  readonly minimum: Readonly<Partial<Record<Aspect, Level>>>;
}

/** The versioned model that the rules read; one for the whole municipality (H03, H35). */
export interface ClassificationModel {
  readonly version: string;
  readonly questions: readonly Question[];
  readonly floors: readonly LegalFloor[];
}

/** The answer "vet inte": as good as any, but it keeps the classification a draft. */
export const unknownAnswer = 'unknown';

/** Chosen option codes by question id. */
export const Answers = z.record(z.string().max(60), z.array(z.string().max(60)).max(12).readonly());
export type Answers = Readonly<Record<string, readonly string[]>>;

/** An answer, by the codes of the model. */
export interface AnswerGiven {
  readonly question: string;
  readonly option: string;
}

/** Why an aspect came out as it did. `floor` names the trigger that lifted it above what the consequences gave. */
export interface AspectResult {
  readonly level: Level;
  readonly decidedBy: readonly AnswerGiven[];
  readonly floor?: FloorTrigger | undefined;
}

export interface Assessment {
  readonly stopped: boolean;
  /** Questions about the information not answered, or answered with "vet inte". */
  readonly open: readonly string[];
  readonly aspects: Readonly<Record<Aspect, AspectResult>>;
}

export const Profile = z.object({
  confidentiality: z.enum(levels),
  integrity: z.enum(levels),
  availability: z.enum(levels),
  traceability: z.enum(levels)
});
/** The class of an information: one level per aspect. */
export type Profile = Readonly<z.infer<typeof Profile>>;

/** Reads answers against the model. Pure: the same answers and model give the same result. Unknown questions or options count as not answered. */
export function assess(model: ClassificationModel, answers: Answers): Assessment {
  const chosen = chosenOptions(model, answers);
  const triggers = new Set(chosen.flatMap(({ option }) => option.triggers ?? []));
  const resultOf = (aspect: Aspect): AspectResult =>
    lift(
      worst(chosen.filter(({ question }) => question.part === aspect)),
      aspect,
      model.floors.filter((floor) => triggers.has(floor.trigger))
    );
  return {
    stopped: chosen.some(({ option }) => option.stops === true),
    open: model.questions.filter((question) => question.part !== 'whole' && !isAnswered(model, question, answers)).map(({ id }) => id),
    aspects: {
      confidentiality: resultOf('confidentiality'),
      integrity: resultOf('integrity'),
      availability: resultOf('availability'),
      traceability: resultOf('traceability')
    }
  };
}

/** Whether there is an answer, and one that settles it: "vet inte" does not. */
export function isAnswered(model: ClassificationModel, question: Question, answers: Answers): boolean {
  return chosenOptions(model, answers).some((choice) => choice.question === question);
}

export function profileOf(assessment: Pick<Assessment, 'aspects'>): Profile {
  const { confidentiality, integrity, availability, traceability } = assessment.aspects;
  return {
    confidentiality: confidentiality.level,
    integrity: integrity.level,
    availability: availability.level,
    traceability: traceability.level
  };
}

/** The higher of two levels. */
export function higher(a: Level, b: Level): Level {
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}

/** The highest level of a class, by which work is put in order (H23). */
export function highest(profile: Profile): Level {
  return aspects.map((aspect) => profile[aspect]).reduce(higher);
}

/** Whether each answer is to a question of the model and among its options: nothing else may stand in the record. */
export function isAskedBy(model: ClassificationModel, answers: Answers): boolean {
  return Object.entries(answers).every(([id, codes]) => {
    const options = model.questions.find((question) => question.id === id)?.options;
    return options !== undefined && codes.every((code) => code === unknownAnswer || options.some((option) => option.code === code));
  });
}

interface Choice {
  readonly question: Question;
  readonly option: AnswerOption;
}

/** Every answer that the model knows, in its order. */
export function chosenOptions(model: ClassificationModel, answers: Answers): Choice[] {
  return model.questions.flatMap((question) =>
    question.options.filter(({ code }) => (answers[question.id] ?? []).includes(code)).map((option) => ({ question, option }))
  );
}

/** The most serious consequence decides (domain.md 2.2). */
function worst(choices: readonly Choice[]): AspectResult {
  const level = choices.map(({ option }) => option.level ?? 'negligible').reduce(higher, 'negligible');
  const decidedBy = choices
    .filter(({ option }) => option.level === level)
    .map(({ question, option }) => ({ question: question.id, option: option.code }));
  return { level, decidedBy };
}

function lift(result: AspectResult, aspect: Aspect, floors: readonly LegalFloor[]): AspectResult {
  return floors.reduce((lifted, { trigger, minimum }) => {
    const least = minimum[aspect];
    const raises = least !== undefined && levels.indexOf(least) > levels.indexOf(lifted.level);
    return raises ? { ...lifted, level: least, floor: trigger } : lifted;
  }, result);
}

/** Väntar på svar, inlämnad, beslutad (gällande), återsänd, återtagen, ersatt. What is not sent yet is the proposer's own. */
export const classificationStates = ['waiting', 'submitted', 'decided', 'returned', 'withdrawn', 'replaced'] as const;
export type ClassificationState = (typeof classificationStates)[number];

/** Longest texts, in characters. */
export const classificationLimits = { motivation: 1000, comment: 1000 } as const;

/** The answers about one informationsmängd of the asset, by its code, and its name as it was then. */
const AnsweredSet = z.object({ set: z.string(), name: z.string(), answers: Answers });
export type AnsweredSet = Readonly<z.infer<typeof AnsweredSet>>;

/** A level that the proposer holds to be right instead of the one that the answers give. */
const Adjustment = z.object({ aspect: z.enum(aspects), level: z.enum(levels), motivation: z.string() });
export type Adjustment = Readonly<z.infer<typeof Adjustment>>;

/** A question that nobody in the business could answer, who was asked, and what they said. `set` names the informationsmängd. */
const Inquiry = z.object({
  set: z.string().optional(),
  question: z.string(),
  expert: z.enum(experts),
  answered: z.object({ by: Person, at: z.iso.datetime(), comment: z.string() }).optional()
});
export type Inquiry = Readonly<z.infer<typeof Inquiry>>;

/** What a classification rests on beside the answers about the asset as a whole. */
export const Grounds = z.object({
  sets: z.array(AnsweredSet).optional(),
  adjustments: z.array(Adjustment).optional(),
  inquiries: z.array(Inquiry).optional(),
  /** The informationssäkerhetsansvarig on what was lowered. */
  comment: z.object({ by: Person, at: z.iso.datetime(), text: z.string() }).optional()
});
export type Grounds = Readonly<z.infer<typeof Grounds>>;

/** A classification as the record keeps it. Times are UTC, ISO 8601. `answers` are about the whole asset, or only its `whole` questions when its sets are answered for one by one. */
export const Classification = z.object({
  reference: z.string(),
  asset: z.string(),
  assetName: z.string(),
  model: z.string(),
  answers: Answers,
  ...Grounds.shape,
  profile: Profile,
  state: z.enum(classificationStates),
  /** The objektägare who is to decide (H45). */
  decider: Person,
  proposer: Person,
  submittedAt: z.iso.datetime(),
  /** The asset's own fingerprint when the classification was submitted. */
  assetHash: z.string().length(64),
  /** What a decision would freeze: `classificationHash`. */
  contentHash: z.string().length(64),
  decidedBy: Person.optional(),
  decidedAt: z.iso.datetime().optional(),
  /** The number of the delegation by which somebody decided, or sent it back, in the decider's place. */
  byDelegation: z.string().optional(),
  returnReason: z.string().optional()
});
export type Classification = Readonly<z.infer<typeof Classification>>;

/** The fingerprint of what is decided: the asset as it stood, the answers, what was raised and lowered, the class and the model (H45 "decision locks content"). */
export function classificationHash({ asset, assetHash, model, answers, profile, sets, adjustments }: Frozen): string {
  return contentHash({
    ...{ asset, assetHash, model, answers, profile },
    ...(sets !== undefined && { sets: sets.map(({ set, name, answers: given }) => ({ set, name, answers: given })) }),
    ...(adjustments !== undefined && { adjustments: adjustments.map(({ aspect, level, motivation }) => ({ aspect, level, motivation })) })
  });
}

type Frozen = Pick<Classification, 'asset' | 'assetHash' | 'model' | 'answers' | 'profile' | 'sets' | 'adjustments'>;
