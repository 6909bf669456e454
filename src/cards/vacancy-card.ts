// A role on an asset is vacant: who can name somebody new is asked to (H22).
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { text } from '../i18n/text';
import { link } from './buttons';
import { card, paragraph, row, type Card } from './card';

export interface VacancyFacts {
  readonly notice: Extract<Notice, { readonly kind: 'owner-vacant' }>;
  readonly tabUrl: string | undefined;
}

export function vacancyCard({ notice: { some, count }, tabUrl }: VacancyFacts, language: Language): Card {
  const more = count - some.length;
  return card({
    language,
    title: text(language, 'cards.vacant.title'),
    body: [
      ...some.map(({ assetName, role, fault }) =>
        row(
          assetName,
          text(language, 'cards.vacant.role', { role: text(language, `owner.${role}`), account: text(language, `account.${fault}`) })
        )
      ),
      ...(more > 0 ? [paragraph(text(language, 'cards.vacant.more', { more }))] : []),
      paragraph(text(language, 'cards.vacant.text'))
    ],
    actions: tabUrl === undefined ? [] : [link(text(language, 'cards.open'), tabUrl)]
  });
}
