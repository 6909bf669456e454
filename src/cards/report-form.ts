// The report form: four short steps that an employee in a hurry can answer with eight taps (H40, domain.md 5.2).
import type { CardElementArray, IActionSet, IChoiceSetInput, IExecuteAction, ITextInput } from '@microsoft/teams.cards';
import { incidentKinds, whenChoices, yesNoUnknown, type IncidentKind } from '../domain/incident';
import type { Language } from '../domain/language';
import { text, type TextKey } from '../i18n/text';
import { button } from './buttons';
import { card, paragraph, row, subheading, type Card, type CardAction, type CardElement } from './card';
import { draftLimits, formSteps, type Draft, type FormStep } from './card-data';
import { isAnswered } from './report-flow';
import { urgentLine, type Phone } from './urgent';

export interface FormFacts extends Phone {
  readonly step: FormStep;
  readonly draft: Draft;
  /** A sentence on why the step is shown again, in the reader's language. */
  readonly problem?: string | undefined;
  /** The form's key was used before; sending now makes a new report. */
  readonly again?: boolean | undefined;
}

export function reportForm(facts: FormFacts, language: Language): Card {
  const { step, problem } = facts;
  const number = formSteps.indexOf(step) + 1;
  const { body, actions } = stepOf(facts, language);
  return card({
    language,
    title: text(language, 'cards.report.title'),
    body: [
      paragraph(text(language, 'cards.report.step', { step: number }), { isSubtle: true }),
      ...(problem === undefined ? [] : [paragraph(problem, { color: 'Attention', weight: 'Bolder' })]),
      ...body
    ],
    actions
  });
}

interface Step {
  readonly body: readonly CardElement[];
  readonly actions: readonly CardAction[];
}

function stepOf(facts: FormFacts, language: Language): Step {
  switch (facts.step) {
    case 'kind':
      return kindStep(facts, language);
    case 'when':
      return whenStep(facts.draft, language);
    case 'where':
      return whereStep(facts.draft, language);
    case 'description':
      return descriptionStep(facts, language);
  }
}

/** The stop question first (domain.md 1, fact 6); choosing what has happened is the answer no. */
function kindStep({ draft, itPhone }: FormFacts, language: Language): Step {
  const stop = button({
    title: text(language, 'cards.report.security.yes'),
    verb: 'report-stop',
    data: { formKey: draft.formKey },
    withoutInputs: true
  });
  return {
    body: [
      paragraph(text(language, 'cards.report.thanks')),
      urgentLine({ itPhone }, language),
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          subheading(text(language, 'cards.report.security.question')),
          paragraph(text(language, 'cards.report.security.help')),
          oneButton(stop)
        ]
      },
      subheading(text(language, 'cards.report.kind.question')),
      paragraph(text(language, 'cards.report.kind.help'), { isSubtle: true }),
      ...carriedDescription(draft, language),
      ...incidentKinds.map((kind) => oneButton(kindButton(kind, draft, language)))
    ],
    actions: []
  };
}

/** Buttons do not wrap in Teams, so the words are short enough for 320 pixels; the full ones stand in the tooltip. */
function kindButton(kind: IncidentKind, { description: _carried, ...draft }: Draft, language: Language): IExecuteAction {
  const choice = text(language, `cards.report.kind.${kind}`);
  const title = draft.kind === kind ? text(language, 'cards.report.chosen', { choice }) : choice;
  return { ...button({ title, verb: 'report-kind', data: { ...draft, kind } }), tooltip: text(language, `incident.kind.${kind}`) };
}

/** Teams hides the seventh button of a set behind a menu, so each choice is a set of its own. */
function oneButton(action: IExecuteAction): IActionSet {
  return { type: 'ActionSet', spacing: 'Small', actions: [action] };
}

function whenStep(draft: Draft, language: Language): Step {
  const { when, ongoing, description: _carried, ...kept } = draft;
  return {
    body: [
      choices(
        { id: 'when', label: 'cards.report.when.label', codes: whenChoices, words: (code) => `incident.when.${code}`, chosen: when },
        language
      ),
      choices(
        { id: 'ongoing', label: 'cards.report.ongoing.label', codes: yesNoUnknown, words: (code) => `answer.${code}`, chosen: ongoing },
        language
      ),
      ...carriedDescription(draft, language)
    ],
    actions: [next('report-when', kept, language), back('when', 'kind', draft, language)]
  };
}

function whereStep(draft: Draft, language: Language): Step {
  const { where, personalData, description: _carried, ...kept } = draft;
  return {
    body: [
      {
        type: 'Input.Text',
        id: 'where',
        label: text(language, 'cards.report.where.label'),
        placeholder: text(language, 'cards.report.where.placeholder'),
        errorMessage: text(language, 'cards.report.where.error', { most: draftLimits.where }),
        isRequired: true,
        maxLength: draftLimits.where,
        ...(where !== undefined && { value: where })
      },
      choices(
        {
          id: 'personalData',
          label: 'cards.report.personal-data.label',
          codes: yesNoUnknown,
          words: (code) => `answer.${code}`,
          chosen: personalData
        },
        language
      ),
      ...carriedDescription(draft, language)
    ],
    actions: [next('report-where', kept, language), back('where', 'when', draft, language)]
  };
}

function descriptionStep({ draft, again }: FormFacts, language: Language): Step {
  const { description: _shown, ...kept } = draft;
  const send = text(language, again === true ? 'cards.report.again' : 'cards.report.submit');
  return {
    body: [
      subheading(text(language, 'cards.report.description.title')),
      ...summary(draft, language),
      paragraph(text(language, 'cards.report.description.warning'), { weight: 'Bolder' }),
      descriptionInput(draft, language)
    ],
    actions: [
      button({ title: send, verb: 'report-submit', data: kept, primary: true }),
      button({ title: text(language, 'cards.report.back'), verb: 'report-back', data: { ...kept, to: 'where' } }),
      button({ title: text(language, 'cards.report.change'), verb: 'report-back', data: { ...kept, to: 'kind' } })
    ]
  };
}

function summary({ kind, when, ongoing, where, personalData }: Draft, language: Language): CardElementArray {
  const said = (label: TextKey, value: TextKey | undefined): CardElementArray =>
    value === undefined ? [] : [row(text(language, label), text(language, value))];
  return [
    ...said('cards.row.kind', kind && `incident.kind.${kind}`),
    ...said('cards.row.when', when && `incident.when.${when}`),
    ...said('cards.row.ongoing', ongoing && `answer.${ongoing}`),
    ...(where === undefined ? [] : [row(text(language, 'cards.row.where'), where)]),
    ...said('cards.row.personal-data', personalData && `answer.${personalData}`)
  ];
}

function descriptionInput({ description }: Draft, language: Language): ITextInput {
  return {
    type: 'Input.Text',
    id: 'description',
    label: text(language, 'cards.report.description.label'),
    errorMessage: text(language, 'cards.report.description.error', { most: draftLimits.description }),
    isMultiline: true,
    maxLength: draftLimits.description,
    ...(description !== undefined && description !== '' && { value: description })
  };
}

/** On earlier steps a description already written travels once, unseen, and not in every button: nine copies of it would pass 28 KB. */
function carriedDescription(draft: Draft, language: Language): ITextInput[] {
  return draft.description === undefined || draft.description === '' ? [] : [{ ...descriptionInput(draft, language), isVisible: false }];
}

interface Choices<C extends string> {
  readonly id: string;
  readonly label: TextKey;
  readonly codes: readonly C[];
  readonly words: (code: C) => TextKey;
  readonly chosen: C | undefined;
}

function choices<C extends string>({ id, label, codes, words, chosen }: Choices<C>, language: Language): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    style: 'expanded',
    label: text(language, label),
    errorMessage: text(language, 'cards.report.choice.error'),
    isRequired: true,
    choices: codes.map((code) => ({ title: text(language, words(code)), value: code })),
    ...(chosen !== undefined && { value: chosen })
  };
}

function next(verb: 'report-when' | 'report-where', data: Draft, language: Language): IExecuteAction {
  return button({ title: text(language, 'cards.report.next'), verb, data, primary: true });
}

/**
 * A client holds back a press while a required question is open. So from a step not yet answered Back leaves the inputs behind
 * and carries the draft itself; from an answered step it takes along what was changed there.
 */
function back(step: 'when' | 'where', to: FormStep, draft: Draft, language: Language): IExecuteAction {
  const { description, ...kept } = draft;
  const withoutInputs = !isAnswered(step, draft);
  const data = withoutInputs && description !== undefined ? { ...kept, description, to } : { ...kept, to };
  return button({ title: text(language, 'cards.report.back'), verb: 'report-back', data, withoutInputs });
}
