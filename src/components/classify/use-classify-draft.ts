// The state of a classification under way: answers and where one is, kept in the browser until it is submitted or stopped.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { aspects, type Adjustment, type Answers, type Aspect } from '../../domain/classification';
import { assessWhole, type Proposed, type WholeAssessment } from '../../domain/proposal';
import { classificationModel as model } from '../../reference/classification-model';
import { useEnvironment } from '../environment';
import { ClassifyDraft, classifyDraftName, type Adjusted } from './classify-draft';
import { stepsOf, type ClassifyStep } from './steps';

export interface KeptClassification {
  readonly steps: readonly ClassifyStep[];
  readonly proposed: Proposed;
  readonly assessment: WholeAssessment;
  /** What is raised or lowered, with a motivation that may still be empty. */
  readonly adjustments: readonly Adjustment[];
  /** The step shown, counted from 0; as many as there are steps means the result. */
  readonly at: number;
  readonly answersAt: (step: ClassifyStep) => Answers;
  /** Gives the question of one step its answers and goes on to the next. */
  readonly answer: (step: ClassifyStep, options: readonly string[]) => void;
  /** Answers for one informationsmängd as for another, and goes to the step after them. */
  readonly copy: (from: string, to: string) => void;
  /** `undefined`: as the answers give. */
  readonly adjust: (aspect: Aspect, adjusted: Adjusted | undefined) => void;
  readonly goTo: (at: number) => void;
  /** Lets go of every answer, here and in the browser. */
  readonly erase: () => void;
  /** Takes the draft out of the browser once it is submitted; the screen still shows what was. */
  readonly forget: () => void;
  readonly isKept: boolean;
  /** The answers were given to another version of the model. */
  readonly isOtherModel: boolean;
}

export function useClassifyDraft(asset: Asset): KeptClassification {
  const { drafts } = useEnvironment();
  const name = classifyDraftName(asset.reference);
  const steps = React.useMemo(() => stepsOf(asset), [asset]);
  const [found] = React.useState(() => drafts.read(name, ClassifyDraft));
  const [draft, setDraft] = React.useState<ClassifyDraft>(() => startFrom(found, steps.length));
  const [isKept, setKept] = React.useState(true);
  const keep = (changed: ClassifyDraft): void => {
    setDraft(changed);
    setKept(drafts.write(name, changed));
  };
  const proposed = React.useMemo(() => proposedIn(asset, draft), [asset, draft]);
  const answersAt = ({ set }: ClassifyStep): Answers => (set === undefined ? draft.answers : (draft.sets?.[set.id] ?? {}));
  return {
    steps,
    proposed,
    assessment: React.useMemo(() => assessWhole(model, proposed), [proposed]),
    adjustments: adjustmentsIn(draft),
    at: draft.at,
    answersAt,
    answer: (step, options) =>
      keep({ ...withAnswers(draft, step, { ...answersAt(step), [step.question.id]: [...options] }), at: draft.at + 1 }),
    copy: (from, to) => keep(copied(draft, { from, to, steps })),
    adjust: (aspect, adjusted) => keep({ ...draft, adjustments: without(draft.adjustments, aspect, adjusted) }),
    goTo: (at) => keep({ ...draft, at }),
    erase: () => {
      drafts.erase(name);
      setDraft(startFrom(undefined, steps.length));
    },
    forget: () => drafts.erase(name),
    isKept,
    isOtherModel: found !== undefined && found.model !== model.version
  };
}

/** Answers to another version are kept as suggestions, but every question is gone through again. */
function startFrom(found: ClassifyDraft | undefined, count: number): ClassifyDraft {
  if (found === undefined) return { model: model.version, answers: {}, at: 0 };
  const at = found.model === model.version ? Math.min(found.at, count) : 0;
  return { ...found, model: model.version, at };
}

function proposedIn({ sets = [] }: Asset, { answers, sets: answered = {} }: ClassifyDraft): Proposed {
  if (sets.length === 0) return { answers };
  const asked = model.questions.filter(({ part }) => part === 'whole').map(({ id }) => id);
  const ofWhole = Object.fromEntries(Object.entries(answers).filter(([id]) => asked.includes(id)));
  return { answers: ofWhole, sets: sets.map(({ id, name }) => ({ set: id, name, answers: answered[id] ?? {} })) };
}

function withAnswers(draft: ClassifyDraft, { set }: ClassifyStep, answers: Answers): ClassifyDraft {
  return set === undefined ? { ...draft, answers } : { ...draft, sets: { ...draft.sets, [set.id]: answers } };
}

function copied(
  draft: ClassifyDraft,
  { from, to, steps }: { readonly from: string; readonly to: string; readonly steps: readonly ClassifyStep[] }
): ClassifyDraft {
  const after = steps.map(({ set }) => set?.id).lastIndexOf(to) + 1;
  return { ...draft, sets: { ...draft.sets, [to]: draft.sets?.[from] ?? {} }, at: after };
}

function adjustmentsIn({ adjustments = {} }: ClassifyDraft): readonly Adjustment[] {
  return aspects.flatMap((aspect) => {
    const adjusted = adjustments[aspect];
    return adjusted === undefined ? [] : [{ aspect, ...adjusted }];
  });
}

function without(
  adjustments: ClassifyDraft['adjustments'],
  aspect: Aspect,
  adjusted: Adjusted | undefined
): NonNullable<ClassifyDraft['adjustments']> {
  const others = Object.fromEntries(Object.entries(adjustments ?? {}).filter(([name]) => name !== aspect));
  return adjusted === undefined ? others : { ...others, [aspect]: adjusted };
}
