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

/** What an answer means: the level of its consequence, what the law attaches to it, or that work must stop here. */
export interface AnswerOption {
  readonly code: string;
  readonly level?: Level;
  readonly triggers?: readonly FloorTrigger[];
  readonly stops?: true;
}

/** A guided question. `many`: several answers may be given. `consequence`: what kind of consequence it asks about. */
export interface Question {
  readonly id: string;
  readonly part: 'start' | Aspect;
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

/** Why an aspect came out as it did. `floor` names the trigger that lifted it above what the consequences gave. */
export interface AspectResult {
  readonly level: Level;
  readonly decidedBy: readonly { readonly question: string; readonly option: string }[];
  readonly floor?: FloorTrigger | undefined;
}

export interface Assessment {
  readonly stopped: boolean;
  /** Questions not answered, or answered with "vet inte". */
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
    open: model.questions.filter((question) => !chosen.some((choice) => choice.question === question)).map(({ id }) => id),
    aspects: {
      confidentiality: resultOf('confidentiality'),
      integrity: resultOf('integrity'),
      availability: resultOf('availability'),
      traceability: resultOf('traceability')
    }
  };
}

export function profileOf(assessment: Assessment): Profile {
  const { confidentiality, integrity, availability, traceability } = assessment.aspects;
  return {
    confidentiality: confidentiality.level,
    integrity: integrity.level,
    availability: availability.level,
    traceability: traceability.level
  };
}

/** The higher of two levels. */
function higher(a: Level, b: Level): Level {
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

function chosenOptions(model: ClassificationModel, answers: Answers): Choice[] {
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

/** Inlämnad, beslutad (gällande), återsänd, ersatt. A draft is the proposer's own until it is submitted. */
export const classificationStates = ['submitted', 'decided', 'returned', 'replaced'] as const;

/** A classification as the record keeps it. Times are UTC, ISO 8601. */
export const Classification = z.object({
  reference: z.string(),
  asset: z.string(),
  assetName: z.string(),
  model: z.string(),
  answers: Answers,
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

/** The fingerprint of what is decided: the asset as it stood, the answers, the class and the model (H45 "decision locks content"). */
export function classificationHash({ asset, assetHash, model, answers, profile }: Frozen): string {
  return contentHash({ asset, assetHash, model, answers, profile });
}

type Frozen = Pick<Classification, 'asset' | 'assetHash' | 'model' | 'answers' | 'profile'>;
