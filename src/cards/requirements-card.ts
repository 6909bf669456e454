// Requirements on an asset: a raised class asks more than before, and a supplier has not answered in time.
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { swedishDay } from '../domain/swedish-time';
import { formatDay } from '../i18n/moment';
import { text } from '../i18n/text';
import { requirementCatalogue } from '../reference/requirement-catalogue';
import { link } from './buttons';
import { card, paragraph, row, type Card } from './card';

interface About<K extends Notice['kind']> {
  readonly notice: Extract<Notice, { readonly kind: K }>;
  readonly tabUrl: string | undefined;
}

export function requirementsRaisedCard({ notice, tabUrl }: About<'requirements-raised'>, language: Language): Card {
  const { asked, some, count } = notice;
  const more = count - some.length;
  return card({
    language,
    title: text(language, 'cards.requirements-raised.title'),
    body: [
      ...about(notice, language),
      paragraph(text(language, 'cards.requirements-raised.text')),
      ...asked.map((party) => row(nameOf(party, language), text(language, 'cards.requirements-raised.count', { count: party.count }))),
      ...some.map((code) => row(code, wordsOf(code, language))),
      ...(more > 0 ? [paragraph(text(language, 'cards.requirements-raised.more', { more }))] : [])
    ],
    actions: opening(tabUrl, language)
  });
}

export function supplierLateCard({ notice, tabUrl }: About<'supplier-late'>, language: Language): Card {
  const { supplier, due, left } = notice;
  return card({
    language,
    title: text(language, 'cards.supplier-late.title'),
    body: [
      row(text(language, 'requirement.actor.supplier'), supplier),
      ...about(notice, language),
      row(text(language, 'tab.requirements.send.due'), formatDay(language, swedishDay(due))),
      paragraph(text(language, 'cards.supplier-late.text', { left }))
    ],
    actions: opening(tabUrl, language)
  });
}

function nameOf({ actor, supplier }: About<'requirements-raised'>['notice']['asked'][number], language: Language): string {
  if (supplier === undefined) return text(language, `requirement.actor.${actor}`);
  return text(language, 'tab.requirements.supplier', { name: supplier });
}

/** A code that the catalogue of today does not have says itself. */
function wordsOf(code: string, language: Language): string {
  return requirementCatalogue.requirements.find((requirement) => requirement.code === code)?.is[language] ?? code;
}

function about({ reference, assetName }: { readonly reference: string; readonly assetName: string }, language: Language) {
  return [row(text(language, 'cards.row.asset'), assetName), row(text(language, 'cards.row.reference'), reference)];
}

function opening(tabUrl: string | undefined, language: Language) {
  return tabUrl === undefined ? [] : [link(text(language, 'cards.open'), tabUrl)];
}
