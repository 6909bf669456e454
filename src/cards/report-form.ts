// The report form: a few short steps that an employee in a hurry answers with eight taps and without typing (H40, domain.md 5.2).
import type { IActionSet, IExecuteAction } from '@microsoft/teams.cards';
import { incidentKinds, whenChoices, yesNoUnknown, type IncidentKind } from '../domain/incident';
import type { Language } from '../domain/language';
import { reportCarriers, weaknessKinds } from '../domain/report-details';
import { text } from '../i18n/text';
import { button } from './buttons';
import { card, paragraph, subheading, type Card, type CardAction, type CardElement } from './card';
import type { Draft, FormStep } from './card-data';
import { assetActions, assetChoices, type FoundAssets } from './report-asset';
import { isAnswered, pathOf } from './report-flow';
import { asked, carried, words } from './report-inputs';
import { moreQuestions } from './report-more';
import { summary } from './report-summary';
import { urgentLine, type Phone } from './urgent';

export interface FormFacts extends Phone {
  readonly step: FormStep;
  readonly draft: Draft;
  /** A sentence on why the step is shown again, in the reader's language. */
  readonly problem?: string | undefined;
  /** What the register has, on the step that asks which of it. */
  readonly assets?: FoundAssets | undefined;
  /** The form's key was used before; sending now makes a new report. */
  readonly again?: boolean | undefined;
}

export function reportForm(facts: FormFacts, language: Language): Card {
  const { step, draft, problem } = facts;
  const { body, actions } = stepOf(facts, language);
  // What happened, and which asset it is, are answered by the button itself, which an input of the same name would overrule.
  const shown = step === 'kind' || step === 'asset' ? [step] : body.flatMap((element) => ('id' in element ? [element.id] : []));
  return card({
    language,
    title: text(language, draft.kind === 'weakness' ? 'cards.report.title.weakness' : 'cards.report.title'),
    body: [
      paragraph(progress(facts, language), { isSubtle: true }),
      ...(problem === undefined ? [] : [paragraph(problem, { color: 'Attention', weight: 'Bolder' })]),
      ...body,
      ...carried(draft, shown, language),
      foot(facts, language)
    ],
    actions
  });
}

function progress({ step, draft }: FormFacts, language: Language): string {
  const path = pathOf(draft);
  if (step === 'more' || step === 'asset') return text(language, 'cards.report.more.step');
  return text(language, 'cards.report.step', { step: path.indexOf(step) + 1, of: path.length });
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
    case 'more':
      return moreStep(facts.draft, language);
    case 'asset':
      return { body: assetChoices(facts.assets ?? 'unread', facts.draft, language), actions: assetActions(facts.draft, language) };
  }
}

/** The stop question first (domain.md 1, fact 6); choosing what has happened is the answer no. */
function kindStep({ draft, itPhone }: FormFacts, language: Language): Step {
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
          oneButton(stop(text(language, 'cards.report.security.yes'), draft))
        ]
      },
      subheading(text(language, 'cards.report.kind.question')),
      paragraph(text(language, 'cards.report.kind.help'), { isSubtle: true }),
      ...incidentKinds.map((kind) => oneButton(kindButton(kind, draft, language)))
    ],
    actions: []
  };
}

/** Buttons do not wrap in Teams, so the words are short enough for 320 pixels; the full ones stand in the tooltip. */
function kindButton(kind: IncidentKind, draft: Draft, language: Language): IExecuteAction {
  const choice = text(language, `cards.report.kind.${kind}`);
  const title = draft.kind === kind ? text(language, 'cards.report.chosen', { choice }) : choice;
  const data = { formKey: draft.formKey, kind };
  return { ...button({ title, verb: 'report-kind', data }), tooltip: text(language, `incident.kind.${kind}`) };
}

/** Teams hides the seventh button of a set behind a menu, so each choice is a set of its own. */
function oneButton(...actions: readonly IExecuteAction[]): IActionSet {
  return { type: 'ActionSet', spacing: 'Small', actions: [...actions] };
}

/** Out of the form from any step: neither button takes along anything that was answered. */
function foot({ step, draft }: FormFacts, language: Language): IActionSet {
  const { formKey } = draft;
  const withdraw = button({
    title: text(language, 'cards.report.withdraw'),
    verb: 'report-withdraw',
    data: { formKey },
    withoutInputs: true
  });
  const out = step === 'kind' ? [withdraw] : [stop(text(language, 'cards.report.security.stop'), draft), withdraw];
  return { type: 'ActionSet', separator: true, spacing: 'Medium', actions: out };
}

function stop(title: string, { formKey }: Draft): IExecuteAction {
  return button({ title, verb: 'report-stop', data: { formKey }, withoutInputs: true });
}

function whenStep(draft: Draft, language: Language): Step {
  const { when, ongoing } = draft;
  return {
    body: [
      asked(
        { id: 'when', label: 'cards.report.when.label', codes: whenChoices, words: (code) => `incident.when.${code}`, chosen: when },
        language
      ),
      asked(
        { id: 'ongoing', label: 'cards.report.ongoing.label', codes: yesNoUnknown, words: (code) => `answer.${code}`, chosen: ongoing },
        language
      )
    ],
    actions: [next('report-when', draft, language), back('when', draft, language)]
  };
}

/** Where it happened is a choice, so that nothing has to be typed; whoever knows more may write it. */
function whereStep(draft: Draft, language: Language): Step {
  const label = draft.kind === 'weakness' ? 'cards.report.carrier.label.weakness' : 'cards.report.carrier.label';
  return {
    body: [
      asked({ id: 'carrier', label, codes: reportCarriers, words: (code) => `incident.carrier.${code}`, chosen: draft.carrier }, language),
      words({ id: 'where', label: 'cards.report.where.label', placeholder: 'cards.report.where.placeholder' }, draft, language),
      draft.kind === 'weakness' ? weaknessQuestion(draft, language) : personalDataQuestion(draft, language)
    ],
    actions: [next('report-where', draft, language), back('where', draft, language)]
  };
}

function personalDataQuestion({ personalData }: Draft, language: Language): CardElement {
  const label = 'cards.report.personal-data.label';
  return asked({ id: 'personalData', label, codes: yesNoUnknown, words: (code) => `answer.${code}`, chosen: personalData }, language);
}

function weaknessQuestion({ weakness }: Draft, language: Language): CardElement {
  const label = 'cards.report.weakness.label';
  return asked(
    { id: 'weakness', label, codes: weaknessKinds, words: (code) => `cards.report.weakness.${code}`, chosen: weakness },
    language
  );
}

function descriptionStep({ draft, again }: FormFacts, language: Language): Step {
  const { formKey, kind } = draft;
  const label = kind === 'weakness' ? 'cards.report.description.label.weakness' : 'cards.report.description.label';
  const send = text(language, again === true ? 'cards.report.again' : 'cards.report.submit');
  const go = (title: string, to: FormStep): IExecuteAction => button({ title, verb: 'report-back', data: { formKey, to } });
  return {
    body: [
      subheading(text(language, 'cards.report.description.title')),
      ...summary(draft, language),
      oneButton(go(text(language, 'cards.report.more'), 'more')),
      paragraph(text(language, 'cards.report.description.warning'), { weight: 'Bolder' }),
      words({ id: 'description', label, isMultiline: true }, draft, language)
    ],
    actions: [
      button({ title: send, verb: 'report-submit', data: { formKey }, primary: true }),
      go(text(language, 'cards.report.back'), 'where'),
      go(text(language, 'cards.report.change'), 'kind')
    ]
  };
}

function moreStep(draft: Draft, language: Language): Step {
  const { formKey } = draft;
  return {
    body: moreQuestions(draft, language),
    actions: [button({ title: text(language, 'cards.report.more.done'), verb: 'report-more', data: { formKey }, primary: true })]
  };
}

function next(verb: 'report-when' | 'report-where', { formKey }: Draft, language: Language): IExecuteAction {
  return button({ title: text(language, 'cards.report.next'), verb, data: { formKey }, primary: true });
}

/**
 * A client holds back a press while a required question is open. So from a step not yet answered Back leaves the inputs behind
 * and carries the draft itself; from an answered step it takes along what was changed there.
 */
function back(step: 'when' | 'where', draft: Draft, language: Language): IExecuteAction {
  const path = pathOf(draft);
  const to = path[path.indexOf(step) - 1] ?? 'kind';
  const withoutInputs = !isAnswered(step, draft);
  const data = withoutInputs ? { ...draft, to } : { formKey: draft.formKey, to };
  return button({ title: text(language, 'cards.report.back'), verb: 'report-back', data, withoutInputs });
}
