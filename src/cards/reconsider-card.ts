// The classes that somebody is to reconsider, or soon is: how many, the first by name with why, and the way to them.
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { formatDay } from '../i18n/moment';
import { text } from '../i18n/text';
import { link } from './buttons';
import { card, paragraph, row, type Card } from './card';

interface ToReconsider {
  readonly notice: Extract<Notice, { readonly kind: 'classes-to-reconsider' }>;
  readonly tabUrl: string | undefined;
}

export function reconsiderCard({ notice: { now, soon, some }, tabUrl }: ToReconsider, language: Language): Card {
  const more = now + soon - some.length;
  return card({
    language,
    title: text(language, 'cards.reconsider.title'),
    body: [
      ...(now > 0 ? [paragraph(text(language, 'cards.reconsider.now', { count: now }))] : []),
      ...(soon > 0 ? [paragraph(text(language, 'cards.reconsider.soon', { count: soon }))] : []),
      ...some.map(({ assetName, ...why }) => row(assetName, inWords(why, language))),
      ...(more > 0 ? [paragraph(text(language, 'cards.reconsider.more', { more }))] : []),
      paragraph(text(language, 'cards.reconsider.how'))
    ],
    actions: tabUrl === undefined ? [] : [link(text(language, 'cards.reconsider.open'), tabUrl)]
  });
}

type Why = Pick<ToReconsider['notice']['some'][number], 'dueOn' | 'reasons'>;

function inWords({ dueOn, reasons }: Why, language: Language): string {
  if (reasons.length === 0) return text(language, 'cards.reconsider.by', { due: formatDay(language, dueOn) });
  return reasons.map((reason) => text(language, `reconsider.reason.${reason}`)).join(', ');
}
