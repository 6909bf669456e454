// Proposals to change the model or the requirements: one has come in, and what came of it (H03).
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { text } from '../i18n/text';
import { link } from './buttons';
import { card, paragraph, row, type Card } from './card';

interface About<K extends Notice['kind']> {
  readonly notice: Extract<Notice, { readonly kind: K }>;
  readonly tabUrl: string | undefined;
}

export function changeProposedCard({ notice, tabUrl }: About<'change-proposed'>, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.change-proposed.title'),
    body: [
      ...about(notice, language),
      row(text(language, 'cards.row.proposer'), notice.proposerName),
      paragraph(text(language, 'cards.change-proposed.text'))
    ],
    actions: opening(tabUrl, language)
  });
}

export function changeAnsweredCard({ notice, tabUrl }: About<'change-answered'>, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.change-answered.title'),
    body: [
      ...about(notice, language),
      paragraph(text(language, notice.isAccepted ? 'cards.change-answered.accepted' : 'cards.change-answered.declined')),
      row(text(language, 'cards.row.reason'), notice.reason)
    ],
    actions: opening(tabUrl, language)
  });
}

function about({ reference, subject }: Pick<About<'change-proposed'>['notice'], 'reference' | 'subject'>, language: Language) {
  return [
    row(text(language, 'cards.row.reference'), reference),
    row(text(language, 'cards.row.change-subject'), text(language, `change-proposal.subject.${subject}`))
  ];
}

function opening(tabUrl: string | undefined, language: Language) {
  return tabUrl === undefined ? [] : [link(text(language, 'cards.open'), tabUrl)];
}
