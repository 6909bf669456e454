// The state of a classification under way: answers and where one is, kept in the browser until it is submitted or stopped.
import * as React from 'react';
import { assess, type Answers, type Assessment } from '../../domain/classification';
import { classificationModel as model } from '../../reference/classification-model';
import { useEnvironment } from '../environment';
import { ClassifyDraft, classifyDraftName } from './classify-draft';

export interface KeptClassification {
  readonly answers: Answers;
  readonly assessment: Assessment;
  /** The question shown, counted from 0; as many as there are questions means the result. */
  readonly at: number;
  /** Gives one question its answers and moves to `next`. */
  readonly answer: (question: string, options: readonly string[], next: number) => void;
  readonly goTo: (at: number) => void;
  /** Lets go of every answer, here and in the browser. */
  readonly erase: () => void;
  /** Takes the draft out of the browser once it is submitted; the screen still shows what was. */
  readonly forget: () => void;
  readonly isKept: boolean;
  /** The answers were given to another version of the model. */
  readonly isOtherModel: boolean;
}

export function useClassifyDraft(asset: string): KeptClassification {
  const { drafts } = useEnvironment();
  const name = classifyDraftName(asset);
  const [found] = React.useState(() => drafts.read(name, ClassifyDraft));
  const isOtherModel = found !== undefined && found.model !== model.version;
  const [draft, setDraft] = React.useState<ClassifyDraft>(() => startFrom(found));
  const [isKept, setKept] = React.useState(true);
  const keep = (changed: ClassifyDraft): void => {
    setDraft(changed);
    setKept(drafts.write(name, changed));
  };
  const erase = (): void => {
    drafts.erase(name);
    setDraft(startFrom(undefined));
  };
  return {
    answers: draft.answers,
    assessment: React.useMemo(() => assess(model, draft.answers), [draft.answers]),
    at: draft.at,
    answer: (question, options, next) => keep({ ...draft, answers: { ...draft.answers, [question]: [...options] }, at: next }),
    goTo: (at) => keep({ ...draft, at }),
    erase,
    forget: () => drafts.erase(name),
    isKept,
    isOtherModel
  };
}

/** Answers to another version are kept as suggestions, but every question is gone through again. */
function startFrom(found: ClassifyDraft | undefined): ClassifyDraft {
  const answers = found?.answers ?? {};
  const at = found?.model === model.version ? Math.min(found.at, model.questions.length) : 0;
  return { model: model.version, answers, at };
}
