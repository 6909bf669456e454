// The frame of every card: Adaptive Cards 1.5, one heading, the reader's language, a text for clients that cannot show it.
import type {
  CardElementArray,
  IAdaptiveCard,
  IExecuteAction,
  IOpenUrlAction,
  IRichTextBlock,
  IShowCardAction,
  ITextBlock,
  ITextRun
} from '@microsoft/teams.cards';
import type { Marked } from '../domain/exercise';
import type { Language } from '../domain/language';
import { text } from '../i18n/text';

export type Card = IAdaptiveCard;
export type CardAction = IExecuteAction | IOpenUrlAction | IShowCardAction;
export type CardElement = CardElementArray[number];

/** What Teams is sure to show of one card (platform.md 2): 28 KB of JSON as UTF-8. */
export const cardSizeLimit = 28 * 1000;

export interface CardParts {
  readonly language: Language;
  /** The first line: what this card is. A fixed text, never what somebody wrote. */
  readonly title: string;
  readonly body: readonly CardElement[];
  /** The primary one first; Teams shows at most three at once. */
  readonly actions?: readonly CardAction[];
}

export function card({ language, title, body, actions = [] }: CardParts): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    speak: title,
    fallbackText: `${title}. ${text(language, 'cards.fallback')}`,
    body: [heading(title), ...body],
    actions: [...actions]
  };
}

/** The same card with the mark of an exercise first, where it is read and where it is heard. */
function exerciseCard(shown: Card, language: Language): Card {
  const marked = (said: string | undefined): string => text(language, 'exercise.marked', { what: said ?? '' });
  const [first, ...rest] = shown.body;
  const title = first?.type === 'TextBlock' ? heading(marked(first.text)) : heading(text(language, 'exercise.mark'));
  const below = first?.type === 'TextBlock' ? rest : shown.body;
  return { ...shown, speak: marked(shown.speak), fallbackText: marked(shown.fallbackText), body: [title, ...below] };
}

/** Marked when what it is about is an exercise. */
export function markedCard({ exercise }: Marked, shown: Card, language: Language): Card {
  return exercise === true ? exerciseCard(shown, language) : shown;
}

function heading(title: string): ITextBlock {
  return { type: 'TextBlock', text: title, style: 'heading', size: 'Large', weight: 'Bolder', wrap: true };
}

/** A lesser heading inside a card. A fixed text. */
export function subheading(title: string): ITextBlock {
  return { type: 'TextBlock', text: title, style: 'heading', weight: 'Bolder', wrap: true, spacing: 'Medium' };
}

type Look = Pick<ITextRun, 'isSubtle' | 'weight' | 'color'>;

/**
 * A paragraph. It is a RichTextBlock and not a TextBlock because TextBlock and FactSet read Markdown:
 * a link or format that somebody wrote must not come out live (learn.microsoft.com/adaptive-cards/create/textfeatures).
 */
export function paragraph(said: string, look: Look = {}): IRichTextBlock {
  return { type: 'RichTextBlock', inlines: plainly(said, look) };
}

/** "Label: value" on one line; both may be what somebody wrote. */
export function row(label: string, value: string): IRichTextBlock {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [...plainly(`${label}: `, { weight: 'Bolder' }), ...plainly(value)]
  };
}

/**
 * The text as it is. A TextRun reads no Markdown, but puts a date in the place of `{{DATE(…)}}` and `{{TIME(…)}}`, as TextBlock does; between two runs
 * no such thing is seen, and the reader sees one text.
 */
function plainly(said: string, look: Look = {}): ITextRun[] {
  return said.split(/(?<=\{)(?=\{)/).map((text) => ({ type: 'TextRun', text, ...look }));
}
