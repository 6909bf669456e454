// What the answers say of a legal duty: a suggestion, the rule that led to it, and the facts that are missing, which are named and never guessed.
import type { Condition, LegalAnswers, LegalQuestion, LegalRule, RegimeRules } from './legal-rules';
import { unknownAnswer } from './classification';

/** `suggests` is absent as long as a missing fact could change it. `because`: the rules that led to it. `missing`: the questions whose answers it waits for. */
export interface Verdict {
  readonly suggests?: boolean;
  readonly because: readonly LegalRule[];
  readonly missing: readonly string[];
}

/** Whether to report, and whether to inform those concerned. */
export interface LegalAssessment {
  readonly report: Verdict;
  readonly inform: Verdict;
}

/** Reads answers against rules that are in force. Support for a judgement: somebody decides, and may decide otherwise. */
export function assessDuty(rules: RegimeRules, answers: LegalAnswers): LegalAssessment {
  return { report: reportVerdict(rules, answers), inform: verdictOn(rules.informing, answers) };
}

/** Whether each answer is to a question of the rules, and one that it takes: nothing else may stand in the record. */
export function isAnswerTo(questions: readonly LegalQuestion[], answers: LegalAnswers): boolean {
  return Object.entries(answers).every(([id, answer]) => {
    const question = questions.find((one) => one.id === id);
    return question !== undefined && (answer === unknownAnswer || isTaken(question, answer));
  });
}

function isTaken({ kind, options = [] }: LegalQuestion, answer: string | number): boolean {
  switch (kind) {
    case 'yes-no':
      return answer === 'yes' || answer === 'no';
    case 'number':
      return typeof answer === 'number';
    case 'choice':
      return options.some(({ code }) => code === answer);
  }
}

/** An exemption goes before every duty; as long as it may hold, no duty is certain. */
function reportVerdict({ exemptions, duties, otherwise }: RegimeRules, answers: LegalAnswers): Verdict {
  const exempt = verdictOn(exemptions, answers);
  if (exempt.suggests === true) return { suggests: false, because: exempt.because, missing: [] };
  const duty = verdictOn(duties, answers);
  if (exempt.suggests === undefined) return { because: duty.because, missing: unique([...exempt.missing, ...duty.missing]) };
  return duty.suggests === false ? { ...duty, because: [otherwise] } : duty;
}

/** One rule that is met is enough; that none is takes an answer to every question that could meet one. */
function verdictOn(rules: readonly LegalRule[], answers: LegalAnswers): Verdict {
  const judged = rules.map((rule) => ({ rule, ...judge(rule, answers) }));
  const met = judged.filter(({ isMet }) => isMet === true).map(({ rule }) => rule);
  if (met.length > 0) return { suggests: true, because: met, missing: [] };
  const missing = unique(judged.flatMap((one) => one.missing));
  return missing.length > 0 ? { because: [], missing } : { suggests: false, because: [], missing };
}

/** A condition that is not met settles the rule, whatever is missing for the others. */
function judge({ when }: LegalRule, answers: LegalAnswers): { readonly isMet?: boolean; readonly missing: readonly string[] } {
  const judged = when.map((condition) => ({ question: condition.question, isMet: isConditionMet(condition, answers[condition.question]) }));
  if (judged.some(({ isMet }) => isMet === false)) return { isMet: false, missing: [] };
  const missing = judged.filter(({ isMet }) => isMet === undefined).map(({ question }) => question);
  return missing.length > 0 ? { missing } : { isMet: true, missing };
}

function isConditionMet(condition: Condition, answer: string | number | undefined): boolean | undefined {
  if (answer === undefined || answer === unknownAnswer) return undefined;
  if ('is' in condition) return answer === condition.is;
  if (typeof answer !== 'number') return undefined;
  return 'moreThan' in condition ? answer > condition.moreThan : answer >= condition.atLeast;
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
