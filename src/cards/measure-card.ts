// Cards about a measure: that it is somebody's, what has become of it, and that it falls due. What is to be done stands in the tab, and on the card of whoever decides.
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { swedishDay } from '../domain/swedish-time';
import { formatDay } from '../i18n/moment';
import { text, type TextKey } from '../i18n/text';
import { link } from './buttons';
import { card, paragraph, row, type Card, type CardAction } from './card';
import { measureActions, measureRows, proposedMeasureCard } from './measure-decision-card';

type Of<K extends Notice['kind']> = Extract<Notice, { readonly kind: K }>;

interface Facts<K extends Notice['kind']> {
  readonly notice: Of<K>;
  /** Made for this card. */
  readonly key: string;
  readonly tabUrl: string | undefined;
}

export function measureCard({ notice, key, tabUrl }: Facts<'measure-moved'>, language: Language): Card {
  const { reference, step, due, toDecide } = notice;
  if (toDecide !== undefined) return proposedMeasureCard({ reference, toDecide, key, tabUrl }, language);
  const isToDo = step === 'given' || step === 'changed';
  return card({
    language,
    title: text(language, 'cards.measure.title'),
    body: [
      row(text(language, 'cards.row.reference'), reference),
      ...(isToDo ? [row(text(language, 'tab.measure.due'), formatDay(language, swedishDay(due)))] : []),
      paragraph(text(language, `cards.measure.${step}`))
    ],
    actions: step === 'taken' ? [] : opening(tabUrl, language)
  });
}

export function measureReminderCard({ notice, key, tabUrl }: Facts<'measure-reminder'>, language: Language): Card {
  const { reference, errand, stage, due, toDecide } = notice;
  const day = row(text(language, dayWords[errand]), formatDay(language, swedishDay(due)));
  return card({
    language,
    title: text(language, 'cards.measure-reminder.title'),
    body: [
      ...(toDecide === undefined
        ? [row(text(language, 'cards.row.reference'), reference)]
        : measureRows({ reference, toDecide }, language)),
      day,
      ...(errand === 'finish' || errand === 'decide' ? [paragraph(text(language, stageWords[stage]), { weight: 'Bolder' })] : []),
      paragraph(text(language, askedFor(notice)))
    ],
    actions: toDecide === undefined ? opening(tabUrl, language) : measureActions({ reference, toDecide, key, tabUrl }, language)
  });
}

const dayWords = {
  finish: 'tab.measure.due',
  check: 'cards.row.check',
  decide: 'cards.row.decide',
  reconsider: 'cards.row.reconsider'
} as const satisfies Readonly<Record<Of<'measure-reminder'>['errand'], TextKey>>;

const stageWords = {
  half: 'cards.reminder.half',
  near: 'cards.reminder.near',
  over: 'cards.reminder.over'
} as const satisfies Readonly<Record<Of<'measure-reminder'>['stage'], TextKey>>;

function askedFor({ errand, stage }: Of<'measure-reminder'>): TextKey {
  if (errand !== 'finish') return `cards.measure-reminder.${errand}`;
  return stage === 'over' ? 'cards.measure-reminder.late' : 'cards.measure-reminder.finish';
}

function opening(tabUrl: string | undefined, language: Language): readonly CardAction[] {
  return tabUrl === undefined ? [] : [link(text(language, 'cards.open'), tabUrl)];
}
