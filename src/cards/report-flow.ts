// How the report form moves: a press on one step gives the next step, the whole report, or the stop. Pure, the same for bot and tab.
import { Report } from '../domain/incident';
import { isBlank, keptText } from '../domain/written-text';
import { draftLimits, formSteps, type Draft, type FormStep, type Press } from './card-data';

export type FormPress = Extract<Press, { readonly verb: `report-${string}` }>;

/** Why a step is shown again. */
export type FormProblem = 'missing' | 'too-long';

export type FormMove =
  | { readonly to: FormStep; readonly draft: Draft; readonly problem?: FormProblem }
  | { readonly to: 'submit'; readonly draft: Draft; readonly report: Report }
  | { readonly to: 'stop'; readonly formKey: string };

/** Where a press leads. A step is left only when its questions are answered, and a text that was cut is shown before it is sent. */
export function moveForm(press: Exclude<FormPress, { readonly verb: 'report-open' }>): FormMove {
  switch (press.verb) {
    case 'report-stop':
      return { to: 'stop', formKey: press.data.formKey };
    case 'report-back': {
      const { to, ...draft } = press.data;
      return { to, draft: written(draft) };
    }
    case 'report-kind':
      return onward('kind', press.data);
    case 'report-when':
      return onward('when', press.data);
    case 'report-where':
      return onward('where', press.data);
    case 'report-submit':
      return onward('description', press.data);
  }
}

/** The questions a draft leaves open, step by step. The description may be left out. */
export function isAnswered(step: FormStep, draft: Draft): boolean {
  switch (step) {
    case 'kind':
      return draft.kind !== undefined;
    case 'when':
      return draft.when !== undefined && draft.ongoing !== undefined;
    case 'where':
      return !isBlank(draft.where ?? '') && draft.personalData !== undefined;
    case 'description':
      return true;
  }
}

function onward(from: FormStep, pressed: Draft): FormMove {
  const draft = written(pressed);
  const passed = formSteps.slice(0, formSteps.indexOf(from) + 1);
  const open = passed.find((step) => !isAnswered(step, draft));
  if (open !== undefined) return { to: open, draft, problem: 'missing' };
  const next = formSteps[passed.length];
  const cut = formSteps.find((step) => isCut(step, pressed));
  if (cut !== undefined) return { to: next === undefined || passed.includes(cut) ? cut : next, draft, problem: 'too-long' };
  return next === undefined ? submitted(draft) : { to: next, draft };
}

function submitted(draft: Draft): FormMove {
  const { formKey: _formKey, ...answers } = draft;
  const report = Report.safeParse({ ...answers, description: answers.description ?? '' });
  return report.success ? { to: 'submit', draft, report: report.data } : { to: 'kind', draft, problem: 'missing' };
}

/** The draft with its texts as they can be kept. */
function written(draft: Draft): Draft {
  const { where, description, ...choices } = draft;
  return {
    ...choices,
    ...(where !== undefined && { where: keptText(where, draftLimits.where) }),
    ...(description !== undefined && { description: keptText(description, draftLimits.description) })
  };
}

function isCut(step: FormStep, { where = '', description = '' }: Draft): boolean {
  switch (step) {
    case 'kind':
    case 'when':
      return false;
    case 'where':
      return where.length > draftLimits.where;
    case 'description':
      return description.length > draftLimits.description;
  }
}
