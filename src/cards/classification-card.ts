// A classification on a card: to decide or to send back, what came of it, and how it stands when somebody else came first (H45).
import type { IShowCardAction, ITextInput } from '@microsoft/teams.cards';
import { aspects, type Classification, type Profile } from '../domain/classification';
import type { Language } from '../domain/language';
import type { LevelNumbers } from '../domain/level-numbers';
import type { EventCode } from '../domain/log';
import type { Notice } from '../domain/notice';
import { changeInWords } from '../i18n/change-in-words';
import { levelInWords } from '../i18n/level';
import { formatMoment } from '../i18n/moment';
import { text } from '../i18n/text';
import { button, link } from './buttons';
import { card, paragraph, row, subheading, type Card, type CardAction, type CardElement } from './card';
import { returnReasonLimit, type Press } from './card-data';
import { refusalText, type RefusalFacts } from './refusal';

type DecidePress = Extract<Press, { readonly verb: 'decide-classification' }>;
type ReturnPress = Extract<Press, { readonly verb: 'return-classification' }>;
type Returning = Omit<ReturnPress['data'], 'reason'>;

export interface AwaitingDecision {
  readonly notice: Extract<Notice, { readonly kind: 'classification-submitted' }>;
  /** Made for this card. */
  readonly key: string;
  readonly tabUrl: string | undefined;
  readonly levelNumbers: LevelNumbers | undefined;
}

/** A notice without what is to be decided leads to the page, where it is seen. */
export function awaitingDecisionCard({ notice, key: formKey, tabUrl, levelNumbers }: AwaitingDecision, language: Language): Card {
  const { reference, assetName, proposerName, toDecide } = notice;
  const rows = [...about(notice, language), row(text(language, 'cards.row.proposer'), proposerName)];
  const title = text(language, 'cards.submitted.title');
  const opening = open(tabUrl, language);
  if (toDecide === undefined) return card({ language, title, body: rows, actions: opening });
  const { asset, contentHash, delegation } = toDecide;
  const of = { formKey, reference, ...(delegation !== undefined && { delegation }) };
  return card({
    language,
    title,
    body: [
      ...rows,
      ...inPlaceOf(delegation, language),
      ...classRows(toDecide.profile, language, levelNumbers),
      row(text(language, 'cards.submitted.change'), changeInWords(language, toDecide, levelNumbers))
    ],
    actions: [
      button({
        title: text(language, 'cards.submitted.decide'),
        verb: 'decide-classification',
        data: { ...of, asset, contentHash },
        primary: true,
        withoutInputs: true
      }),
      returning(of, text(language, 'cards.submitted.title-of', { reference, name: assetName }), language),
      ...opening
    ]
  });
}

export interface Settled {
  readonly classification: Classification;
  /** Entra object id of whoever sees it. */
  readonly reader: string;
  readonly tabUrl: string | undefined;
  readonly levelNumbers: LevelNumbers | undefined;
}

/** What came of a press: decided by whom and when, or sent back to whom and why. */
export function settledCard({ classification, reader, tabUrl, levelNumbers }: Settled, language: Language): Card {
  const { proposer, decidedBy, decidedAt, byDelegation, returnReason } = classification;
  const rows = [...about(classification, language), ...inPlaceOf(byDelegation, language)];
  const actions = open(tabUrl, language);
  if (returnReason !== undefined) {
    const why = [row(text(language, 'cards.sent-back.to'), proposer.name), row(text(language, 'cards.row.reason'), returnReason)];
    return card({ language, title: text(language, 'cards.sent-back.title'), body: [...rows, ...why], actions });
  }
  const at = decidedAt === undefined ? '' : formatMoment(language, decidedAt);
  const by = decidedBy?.id === reader ? text(language, 'cards.you-decided.you') : (decidedBy?.name ?? '');
  const decided = [row(text(language, 'cards.you-decided.by'), by), row(text(language, 'cards.you-decided.when'), at)];
  return card({
    language,
    title: text(language, 'cards.you-decided.title'),
    body: [...rows, ...classRows(classification.profile, language, levelNumbers), ...decided],
    actions
  });
}

export interface Numbered {
  readonly reference: string;
  readonly tabUrl: string | undefined;
}

/** What somebody else did first, who, and when (UTC). */
export function settledBeforeCard(
  { reference, tabUrl, by, at, event }: Numbered & { readonly by: string; readonly at: string; readonly event: EventCode },
  language: Language
): Card {
  const happened = { event: text(language, `event.${event}`), by, at: formatMoment(language, at) };
  return card({
    language,
    title: text(language, 'cards.settled-before.title'),
    body: [...numbered(reference, language), paragraph(text(language, 'cards.settled-before.text', happened))],
    actions: open(tabUrl, language)
  });
}

/** The press is durable in the service, but SharePoint does not show it yet. */
export function keptDecisionCard({ reference, tabUrl }: Numbered, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.decision-kept.title'),
    body: [...numbered(reference, language), paragraph(refusalText({ reason: 'kept' }, language))],
    actions: open(tabUrl, language)
  });
}

export interface NotDecided extends RefusalFacts {
  readonly press: DecidePress;
  /** Whether the same press may succeed another time. */
  readonly isWorthRetrying: boolean;
  readonly tabUrl: string | undefined;
}

/** What was changed meanwhile can still be sent back. */
export function notDecidedCard({ press, isWorthRetrying, tabUrl, ...facts }: NotDecided, language: Language): Card {
  const { formKey, reference, delegation } = press.data;
  const again = button({ title: text(language, 'cards.retry'), verb: press.verb, data: press.data, primary: true });
  const back = returning({ formKey, reference, ...(delegation !== undefined && { delegation }) }, reference, language);
  return card({
    language,
    title: text(language, 'cards.refusal.title'),
    body: [...numbered(reference, language), paragraph(refusalText({ ...facts, what: 'classification' }, language))],
    actions: [...(isWorthRetrying ? [again] : []), ...(facts.reason === 'changed-meanwhile' ? [back] : []), ...open(tabUrl, language)]
  });
}

/** Not sent back, and why not; the reason stands where it was written. */
export function notReturnedCard(
  { press, problem, tabUrl }: { readonly press: ReturnPress; readonly problem: string; readonly tabUrl: string | undefined },
  language: Language
): Card {
  const { reason, ...data } = press.data;
  return card({
    language,
    title: text(language, 'cards.not-sent-back.title'),
    body: [...numbered(data.reference, language), paragraph(problem, { color: 'Attention' }), reasonInput(reason, language)],
    actions: [sending(data, language), ...open(tabUrl, language)]
  });
}

/** Opens below the card, so that what is sent back stays in sight. */
function returning(data: Returning, what: string, language: Language): IShowCardAction {
  const body = [subheading(text(language, 'cards.send-back.title')), paragraph(what), reasonInput(undefined, language)];
  return {
    type: 'Action.ShowCard',
    title: text(language, 'cards.submitted.return'),
    card: { type: 'AdaptiveCard', body, actions: [sending(data, language)] }
  };
}

function sending(data: Returning, language: Language): CardAction {
  return button({ title: text(language, 'cards.send-back.send'), verb: 'return-classification', data, primary: true });
}

function reasonInput(reason: string | undefined, language: Language): ITextInput {
  return {
    type: 'Input.Text',
    id: 'reason',
    label: text(language, 'cards.send-back.reason'),
    errorMessage: text(language, 'cards.send-back.missing', { most: returnReasonLimit }),
    isRequired: true,
    isMultiline: true,
    maxLength: returnReasonLimit,
    ...(reason !== undefined && reason !== '' && { value: reason })
  };
}

/** Nothing to press but the way in: the head of the förvaltning is told, and does not decide. */
export function seriousCard({ notice, tabUrl, levelNumbers }: Serious, language: Language): Card {
  const serious = notice.serious.map((aspect) => levelInWords(language, aspect, 'serious', levelNumbers)).join(', ');
  return card({
    language,
    title: text(language, 'cards.serious.title'),
    body: [
      ...about(notice, language),
      row(text(language, 'cards.serious.aspects'), serious),
      paragraph(text(language, notice.isDecided ? 'cards.serious.decided' : 'cards.serious.proposed'))
    ],
    actions: open(tabUrl, language)
  });
}

interface Serious {
  readonly notice: Extract<Notice, { readonly kind: 'classification-serious' }>;
  readonly tabUrl: string | undefined;
  readonly levelNumbers: LevelNumbers | undefined;
}

function about({ assetName, reference }: Pick<Classification, 'assetName' | 'reference'>, language: Language): readonly CardElement[] {
  return [row(text(language, 'cards.row.asset'), assetName), ...numbered(reference, language)];
}

function numbered(reference: string, language: Language): readonly CardElement[] {
  return [row(text(language, 'cards.row.reference'), reference)];
}

function inPlaceOf(delegation: string | undefined, language: Language): readonly CardElement[] {
  return delegation === undefined ? [] : [row(text(language, 'cards.submitted.delegation'), delegation)];
}

function classRows(profile: Profile, language: Language, numbers: LevelNumbers | undefined): readonly CardElement[] {
  return aspects.map((aspect) => row(text(language, `aspect.${aspect}.short`), levelInWords(language, aspect, profile[aspect], numbers)));
}

function open(tabUrl: string | undefined, language: Language): readonly CardAction[] {
  return tabUrl === undefined ? [] : [link(text(language, 'cards.submitted.open'), tabUrl)];
}
