// A proposed measure on a card: to decide or to decline, what came of it, and how it stands when somebody else came first (H47).
import type { IDateInput, IShowCardAction, ITextInput } from '@microsoft/teams.cards';
import type { Language } from '../domain/language';
import type { EventCode } from '../domain/log';
import { measureLimits, type Measure } from '../domain/measure';
import type { MeasureToDecide } from '../domain/notice';
import { swedishDay } from '../domain/swedish-time';
import { formatDay, formatMoment } from '../i18n/moment';
import { text, type TextKey } from '../i18n/text';
import { button, link } from './buttons';
import { card, paragraph, row, subheading, type Card, type CardAction, type CardElement } from './card';
import type { Press } from './card-data';
import { refusalText, type RefusalFacts } from './refusal';

type DecidePress = Extract<Press, { readonly verb: 'decide-measure' }>;
type DeclinePress = Extract<Press, { readonly verb: 'decline-measure' }>;
type About = DecidePress['data'];
type Written = Pick<DeclinePress['data'], 'reason' | 'risk' | 'until'>;

interface Asked {
  readonly reference: string;
  readonly toDecide: MeasureToDecide;
  /** Made for this card. */
  readonly key: string;
  readonly tabUrl: string | undefined;
}

export function proposedMeasureCard(asked: Asked, language: Language): Card {
  const title = text(language, 'cards.measure-proposed.title');
  return card({ language, title, body: measureRows(asked, language), actions: measureActions(asked, language) });
}

/** What is proposed, for which asset, at what cost, by whom and by when. */
export function measureRows({ reference, toDecide }: Pick<Asked, 'reference' | 'toDecide'>, language: Language): readonly CardElement[] {
  const { assetName, requirement, what, cost, ownerName, proposerName, doneBy, delegation } = toDecide;
  return [
    row(text(language, 'tab.measure.what'), what),
    row(text(language, 'cards.row.asset'), assetName),
    row(text(language, 'tab.measure.requirement'), requirement),
    row(text(language, 'tab.measure.cost'), text(language, 'tab.measure.kronor', { cost })),
    row(text(language, 'tab.measure.owner'), ownerName),
    row(text(language, 'tab.measure.due'), formatDay(language, swedishDay(doneBy))),
    row(text(language, 'cards.row.measure-proposer'), proposerName),
    ...numbered(reference, language),
    ...inPlaceOf(delegation, language)
  ];
}

/** To decide with one press, or to decline below the card, so that what is declined stays in sight. */
export function measureActions({ reference, toDecide, key: formKey, tabUrl }: Asked, language: Language): readonly CardAction[] {
  const { decisions, delegation, what } = toDecide;
  const about = { formKey, reference, decisions, ...(delegation !== undefined && { delegation }) };
  return [deciding(about, language), declining(about, what, language), ...open(tabUrl, language)];
}

export interface DecidedMeasure {
  readonly measure: Measure;
  /** Entra object id of whoever sees it. */
  readonly reader: string;
  readonly tabUrl: string | undefined;
}

/** What came of a press: decided or declined, by whom and when, and what risk is lived with until when. */
export function decidedMeasureCard({ measure, reader, tabUrl }: DecidedMeasure, language: Language): Card {
  const { reference, what, assetName, decisions = [] } = measure;
  const { by, at, approved = true, text: said = '', risk, until, byDelegation } = decisions.at(-1) ?? {};
  const name = by?.id === reader ? text(language, 'cards.you-decided.you') : (by?.name ?? '');
  const words = approved ? decidedWords : declinedWords;
  return card({
    language,
    title: text(language, words.title),
    body: [
      row(text(language, 'tab.measure.what'), what),
      row(text(language, 'cards.row.asset'), assetName ?? ''),
      ...numbered(reference, language),
      ...inPlaceOf(byDelegation, language),
      row(text(language, words.by), name),
      row(text(language, words.when), at === undefined ? '' : formatMoment(language, at)),
      ...(said === '' ? [] : [row(text(language, 'cards.row.reason'), said)]),
      ...(risk === undefined ? [] : [row(text(language, 'cards.row.risk'), risk)]),
      ...(until === undefined ? [] : [row(text(language, 'cards.row.reconsider'), formatDay(language, swedishDay(until)))])
    ],
    actions: open(tabUrl, language)
  });
}

const decidedWords = {
  title: 'cards.measure-decided.title',
  by: 'cards.you-decided.by',
  when: 'cards.you-decided.when'
} as const satisfies Readonly<Record<string, TextKey>>;

const declinedWords = {
  title: 'cards.measure-declined.title',
  by: 'cards.measure-declined.by',
  when: 'cards.measure-declined.when'
} as const satisfies Readonly<Record<string, TextKey>>;

interface Numbered {
  readonly reference: string;
  readonly tabUrl: string | undefined;
}

interface SettledBefore extends Numbered {
  readonly reason?: string;
  readonly risk?: string;
  readonly by: string;
  readonly at: string;
  readonly event: EventCode;
}

/** What somebody else did first, who, and when (UTC); and what was written in vain, so that nobody need write it twice. */
export function measureSettledBeforeCard({ reference, tabUrl, by, at, event, reason, risk }: SettledBefore, language: Language): Card {
  const happened = { event: text(language, `event.${event}`), by, at: formatMoment(language, at) };
  return card({
    language,
    title: text(language, 'cards.measure-settled-before.title'),
    body: [
      ...numbered(reference, language),
      paragraph(text(language, 'cards.settled-before.text', happened)),
      ...(reason === undefined ? [] : [row(text(language, 'cards.measure-settled-before.reason'), reason)]),
      ...(risk === undefined ? [] : [row(text(language, 'cards.measure-settled-before.risk'), risk)])
    ],
    actions: open(tabUrl, language)
  });
}

/** The press is durable in the service, but SharePoint does not show it yet. */
export function keptMeasureDecisionCard({ reference, tabUrl }: Numbered, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.decision-kept.title'),
    body: [...numbered(reference, language), paragraph(refusalText({ reason: 'kept' }, language))],
    actions: open(tabUrl, language)
  });
}

export interface NotDecidedMeasure extends RefusalFacts {
  readonly press: DecidePress;
  /** Whether the same press may succeed another time. */
  readonly isWorthRetrying: boolean;
  readonly tabUrl: string | undefined;
}

export function notDecidedMeasureCard({ press, isWorthRetrying, tabUrl, ...facts }: NotDecidedMeasure, language: Language): Card {
  const again = button({ title: text(language, 'cards.retry'), verb: press.verb, data: press.data, primary: true });
  return card({
    language,
    title: text(language, 'cards.refusal.title'),
    body: [...numbered(press.data.reference, language), paragraph(refusalText({ ...facts, what: 'measure' }, language))],
    actions: [...(isWorthRetrying ? [again] : []), ...open(tabUrl, language)]
  });
}

/** Not declined, and why not; what was written stands where it was written. */
export function notDeclinedMeasureCard(
  { press, problem, tabUrl }: { readonly press: DeclinePress; readonly problem: string; readonly tabUrl: string | undefined },
  language: Language
): Card {
  const { reason, risk, until, ...about } = press.data;
  return card({
    language,
    title: text(language, 'cards.measure-not-declined.title'),
    body: [
      ...numbered(about.reference, language),
      paragraph(problem, { color: 'Attention' }),
      ...inputs({ reason, risk, until }, language)
    ],
    actions: [sending(about, language), ...open(tabUrl, language)]
  });
}

function deciding(data: About, language: Language): CardAction {
  const title = text(language, 'tab.measure.decide.save');
  return button({ title, verb: 'decide-measure', data, primary: true, withoutInputs: true });
}

function declining(about: About, what: string, language: Language): IShowCardAction {
  const body = [subheading(text(language, 'tab.measure.decline')), paragraph(what), ...inputs({}, language)];
  return {
    type: 'Action.ShowCard',
    title: text(language, 'tab.measure.decline.save'),
    card: { type: 'AdaptiveCard', body, actions: [sending(about, language)] }
  };
}

function sending(data: About, language: Language): CardAction {
  return button({ title: text(language, 'tab.measure.decline'), verb: 'decline-measure', data, primary: true });
}

function inputs({ reason, risk, until }: Written, language: Language): readonly CardElement[] {
  return [
    textInput({ id: 'reason', label: 'tab.measure.decline.reason', said: reason }, language),
    textInput({ id: 'risk', label: 'tab.measure.decline.risk', said: risk }, language),
    dayInput(until, language)
  ];
}

interface WrittenIn {
  readonly id: 'reason' | 'risk';
  readonly label: TextKey;
  readonly said: string | undefined;
}

function textInput({ id, label, said }: WrittenIn, language: Language): ITextInput {
  return {
    type: 'Input.Text',
    id,
    label: text(language, label),
    errorMessage: text(language, 'cards.decline-measure.missing', { most: measureLimits.text }),
    isRequired: true,
    isMultiline: true,
    maxLength: measureLimits.text,
    ...(said !== undefined && said !== '' && { value: said })
  };
}

function dayInput(day: string | undefined, language: Language): IDateInput {
  return {
    type: 'Input.Date',
    id: 'until',
    label: text(language, 'cards.decline-measure.until'),
    errorMessage: text(language, 'refusal.wrong-acceptance-day'),
    isRequired: true,
    ...(day !== undefined && { value: day })
  };
}

function numbered(reference: string, language: Language): readonly CardElement[] {
  return [row(text(language, 'cards.row.reference'), reference)];
}

function inPlaceOf(delegation: string | undefined, language: Language): readonly CardElement[] {
  return delegation === undefined ? [] : [row(text(language, 'cards.submitted.delegation'), delegation)];
}

function open(tabUrl: string | undefined, language: Language): readonly CardAction[] {
  return tabUrl === undefined ? [] : [link(text(language, 'cards.submitted.open'), tabUrl)];
}
