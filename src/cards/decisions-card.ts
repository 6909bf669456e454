// The classifications that have waited long for somebody's decision: how many, the oldest by name, and the way to the queue.
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { text } from '../i18n/text';
import { link } from './buttons';
import { card, paragraph, row, type Card } from './card';

interface Waiting {
  readonly notice: Extract<Notice, { readonly kind: 'decisions-waiting' }>;
  readonly tabUrl: string | undefined;
}

export function decisionsCard({ notice: { count, oldest }, tabUrl }: Waiting, language: Language): Card {
  const more = count - oldest.length;
  return card({
    language,
    title: text(language, 'cards.decisions.title'),
    body: [
      paragraph(text(language, 'cards.decisions.count', { count })),
      ...oldest.map(({ reference, assetName }) => row(reference, assetName)),
      ...(more > 0 ? [paragraph(text(language, 'cards.decisions.more', { more }))] : [])
    ],
    actions: tabUrl === undefined ? [] : [link(text(language, 'cards.decisions.open'), tabUrl)]
  });
}
