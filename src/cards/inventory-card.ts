// An inventory on a card to the head of a unit: the question with its two answers, what was answered, and why an answer was not taken (H21).
import type { ITextInput } from '@microsoft/teams.cards';
import { inventoryLimits, type UnitAnswer } from '../domain/inventory';
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { formatDay } from '../i18n/moment';
import { text } from '../i18n/text';
import { button, link } from './buttons';
import { card, paragraph, row, subheading, type Card, type CardAction, type CardElement } from './card';
import type { Press } from './card-data';
import { refusalText } from './refusal';

export type CompletePress = Extract<Press, { readonly verb: 'inventory-complete' }>;
export type MissingPress = Extract<Press, { readonly verb: 'inventory-missing' }>;
type About = CompletePress['data'];

interface InTab {
  readonly tabUrl: string | undefined;
}

export interface InventoryFacts extends InTab {
  readonly notice: Extract<Notice, { readonly kind: 'inventory-asked' }>;
  /** Made for this card. */
  readonly key: string;
}

export function inventoryCard({ notice, key: formKey, tabUrl }: InventoryFacts, language: Language): Card {
  const { reference, unitName, lastDay, stage } = notice;
  const about = { formKey, reference };
  return card({
    language,
    title: text(language, 'cards.inventory.title'),
    body: [
      row(text(language, 'cards.row.unit'), unitName),
      row(text(language, 'cards.row.last-day'), formatDay(language, lastDay)),
      paragraph(text(language, `cards.inventory.${stage}`))
    ],
    actions: [complete(about, language), missing(about, unitName, language), ...open(tabUrl, language)]
  });
}

/** What stands in the record now. */
export function unitAnsweredCard({ answer, tabUrl }: InTab & { readonly answer: UnitAnswer }, language: Language): Card {
  const { unitName, state, said } = answer;
  return card({
    language,
    title: text(language, 'cards.inventory.thanks'),
    body: [
      row(text(language, 'cards.row.unit'), unitName),
      row(text(language, 'cards.row.answer'), text(language, `inventory.answer.${state}`)),
      ...(said === undefined ? [] : [row(text(language, 'cards.row.as-of'), formatDay(language, said.asOf))]),
      ...(said === undefined || said.text === '' ? [] : [row(text(language, 'cards.inventory.what'), said.text)]),
      paragraph(text(language, 'cards.inventory.change'), { isSubtle: true })
    ],
    actions: open(tabUrl, language)
  });
}

/** The press is durable in the service, but SharePoint does not show it yet. */
export function keptUnitAnswerCard({ tabUrl }: InTab, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.inventory.kept'),
    body: [paragraph(refusalText({ reason: 'kept' }, language))],
    actions: open(tabUrl, language)
  });
}

export interface NotAnswered extends InTab {
  readonly press: CompletePress | MissingPress;
  readonly problem: string;
  /** Whether the same press may succeed another time. */
  readonly isWorthRetrying: boolean;
}

/** Why not; what was written stands where it was written. */
export function notAnsweredCard({ press, problem, isWorthRetrying, tabUrl }: NotAnswered, language: Language): Card {
  const again = press.verb === 'inventory-missing' ? sending(press.data, language) : complete(press.data, language);
  return card({
    language,
    title: text(language, 'cards.inventory.not-answered'),
    body: [
      paragraph(problem, { color: 'Attention' }),
      ...(press.verb === 'inventory-missing' ? [whatInput(press.data.text, language)] : [])
    ],
    actions: [...(isWorthRetrying ? [again] : []), ...open(tabUrl, language)]
  });
}

function complete({ formKey, reference }: About, language: Language): CardAction {
  return button({
    title: text(language, 'cards.inventory.complete'),
    verb: 'inventory-complete',
    data: { formKey, reference },
    primary: true,
    withoutInputs: true
  });
}

/** Opens below the card, so that the question stays in sight. */
function missing(about: About, unitName: string, language: Language): CardAction {
  const body: CardElement[] = [subheading(text(language, 'cards.inventory.missing')), paragraph(unitName), whatInput(undefined, language)];
  return {
    type: 'Action.ShowCard',
    title: text(language, 'cards.inventory.missing'),
    card: { type: 'AdaptiveCard', body, actions: [sending(about, language)] }
  };
}

function sending({ formKey, reference }: About, language: Language): ReturnType<typeof button> {
  return button({
    title: text(language, 'cards.inventory.send'),
    verb: 'inventory-missing',
    data: { formKey, reference },
    primary: true
  });
}

function whatInput(written: string | undefined, language: Language): ITextInput {
  return {
    type: 'Input.Text',
    id: 'text',
    label: text(language, 'cards.inventory.what'),
    errorMessage: text(language, 'cards.inventory.write', { most: inventoryLimits.text }),
    isRequired: true,
    isMultiline: true,
    maxLength: inventoryLimits.text,
    ...(written !== undefined && written !== '' && { value: written })
  };
}

function open(tabUrl: string | undefined, language: Language): readonly CardAction[] {
  return tabUrl === undefined ? [] : [link(text(language, 'cards.inventory.look'), tabUrl)];
}
