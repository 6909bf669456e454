// What is proposed as an asset's class: the worst of its informationsmängder, lifted when all of it together needs more, raised or lowered with reasons (domain.md 5.1).
import {
  assess,
  chosenOptions,
  higher,
  isAnswered,
  isAskedBy,
  levels,
  profileOf,
  unknownAnswer,
  type Adjustment,
  type AnswerGiven,
  type AnsweredSet,
  type Answers,
  type Aspect,
  type AspectResult,
  type Classification,
  type ClassificationModel,
  type Inquiry,
  type Level,
  type Profile
} from './classification';

/** What somebody has answered. Without sets the answers are about all that the asset holds. */
export type Proposed = Pick<Classification, 'answers' | 'sets'>;

/** A question, and about which informationsmängd. */
export interface OpenQuestion {
  readonly question: string;
  readonly set?: string | undefined;
}

/** `set`: the informationsmängd that decided, by its code. `lifted`: the answer that lifted the level above what the worst set gave. */
export interface WholeResult extends AspectResult {
  readonly set?: string;
  readonly lifted?: AnswerGiven;
}

export interface WholeAssessment {
  readonly stopped: boolean;
  /** Not answered, or answered with "vet inte". */
  readonly open: readonly OpenQuestion[];
  readonly aspects: Readonly<Record<Aspect, WholeResult>>;
}

/** Reads what was answered against the model; the most serious set decides each aspect. Pure. */
export function assessWhole(model: ClassificationModel, proposed: Proposed): WholeAssessment {
  const parts = partsOf(proposed).map(({ set, answers }) => ({ set, assessment: assess(model, answers) }));
  const resultOf = (aspect: Aspect): WholeResult => {
    const results = parts.map(({ set, assessment }) => ({ ...assessment.aspects[aspect], ...(set !== undefined && { set }) }));
    return lifted(results.reduce(moreSerious), aspect, chosenOptions(model, proposed.answers));
  };
  return {
    stopped: parts.some(({ assessment }) => assessment.stopped),
    open: [
      ...parts.flatMap(({ set, assessment }) => assessment.open.map((question) => ({ question, ...(set !== undefined && { set }) }))),
      ...unansweredOfWhole(model, proposed.answers)
    ],
    aspects: {
      confidentiality: resultOf('confidentiality'),
      integrity: resultOf('integrity'),
      availability: resultOf('availability'),
      traceability: resultOf('traceability')
    }
  };
}

interface Part extends Pick<AnsweredSet, 'answers'> {
  readonly set?: string;
}

function partsOf({ answers, sets }: Proposed): readonly Part[] {
  return sets === undefined || sets.length === 0 ? [{ answers }] : sets;
}

function unansweredOfWhole(model: ClassificationModel, answers: Answers): readonly OpenQuestion[] {
  return model.questions
    .filter((question) => question.part === 'whole' && !isAnswered(model, question, answers))
    .map(({ id }) => ({ question: id }));
}

function moreSerious(a: WholeResult, b: WholeResult): WholeResult {
  return levels.indexOf(b.level) > levels.indexOf(a.level) ? b : a;
}

/** One level up, once, however many answers lift: much of it, put together, or joined with other systems. */
function lifted(result: WholeResult, aspect: Aspect, chosen: ReturnType<typeof chosenOptions>): WholeResult {
  const lifting = chosen.find(({ option }) => option.lifts?.includes(aspect) === true);
  const next = levels[levels.indexOf(result.level) + 1];
  if (lifting === undefined || next === undefined) return result;
  return { ...result, level: next, lifted: { question: lifting.question.id, option: lifting.option.code } };
}

/** The class that is proposed: what the answers give, with what was raised or lowered. */
export function proposedProfile(model: ClassificationModel, proposed: Proposed, adjustments: readonly Adjustment[] = []): Profile {
  return adjustments.reduce((profile, { aspect, level }) => ({ ...profile, [aspect]: level }), profileOf(assessWhole(model, proposed)));
}

/** What is lowered below what the answers give: it waits for the informationssäkerhetsansvarig to comment (domain.md 5.1). */
export function lowerings(computed: Profile, adjustments: readonly Adjustment[]): readonly Adjustment[] {
  return adjustments.filter(({ aspect, level }) => level !== computed[aspect] && higher(computed[aspect], level) === computed[aspect]);
}

/** The lowest level that the law sets for an aspect, whatever anybody holds to be right: floors are overridden only upward. */
export function isBelowFloor(model: ClassificationModel, proposed: Proposed, { aspect, level }: Adjustment): boolean {
  const triggers = partsOf(proposed).flatMap(({ answers }) => chosenOptions(model, answers).flatMap(({ option }) => option.triggers ?? []));
  const least = model.floors.filter(({ trigger }) => triggers.includes(trigger)).flatMap(({ minimum }) => minimum[aspect] ?? []);
  return least.some((floor: Level) => levels.indexOf(floor) > levels.indexOf(level));
}

/** What was answered with "vet inte", and who is asked. */
export function inquiriesOf(model: ClassificationModel, proposed: Proposed): readonly Inquiry[] {
  const whole = model.questions.filter(({ part }) => part === 'whole');
  const about = model.questions.filter(({ part }) => part !== 'whole');
  const unknown = (answers: Answers, questions: ClassificationModel['questions'], set?: string): Inquiry[] =>
    questions
      .filter(({ id }) => answers[id]?.includes(unknownAnswer) === true)
      .map(({ id, expert = 'information-security' }) => ({ question: id, expert, ...(set !== undefined && { set }) }));
  return [...partsOf(proposed).flatMap(({ set, answers }) => unknown(answers, about, set)), ...unknown(proposed.answers, whole)];
}

/** Whether everything answered is asked by the model, of the whole or of a set. */
export function isAllAsked(model: ClassificationModel, { answers, sets = [] }: Proposed): boolean {
  return [answers, ...sets.map((set) => set.answers)].every((given) => isAskedBy(model, given));
}

/** The same with one question answered anew. Throws when there is no such set. */
export function withAnswer(proposed: Proposed, { question, set }: OpenQuestion, options: readonly string[]): Proposed {
  if (set === undefined) return { ...proposed, answers: { ...proposed.answers, [question]: [...options] } };
  if (proposed.sets?.some((each) => each.set === set) !== true) throw new Error(`There is no informationsmängd ${set}.`);
  return {
    ...proposed,
    sets: proposed.sets.map((each) => (each.set === set ? { ...each, answers: { ...each.answers, [question]: [...options] } } : each))
  };
}
