// What did not work, in words: what happened, whose fault it is not, and the way on.
import type { Language } from '../domain/language';
import type { EventCode } from '../domain/log';
import { formatMoment } from '../i18n/moment';
import { isTextKey, text, type TextKey } from '../i18n/text';
import { button } from './buttons';
import { card, paragraph, type Card, type CardAction } from './card';
import type { Press } from './card-data';
import { urgentLine, type Phone } from './urgent';

export interface RefusalFacts {
  /** The code of the refusal, e.g. `not-found`; one without words of its own is told as something unexpected. */
  readonly reason: string;
  /** What it was about. */
  readonly what?: 'incident' | 'my-reports' | 'person' | 'classification' | 'measure' | 'unit-answer';
  /** Who got there first, when (UTC), and what they did. */
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  readonly event?: EventCode | undefined;
}

export function refusalText({ reason, what = 'incident', by = '', at = '', event }: RefusalFacts, language: Language): string {
  const key = `refusal.${reason}`;
  const said: TextKey = isTextKey(key) ? key : 'refusal.unexpected';
  return text(language, said, {
    what: text(language, `cards.what.${what}`),
    by,
    named: 'none',
    at: at === '' ? '' : formatMoment(language, at),
    event: event === undefined ? 'none' : text(language, `event.${event}`)
  });
}

/** `retry` is the press that may be tried again; the same form gives the same command. */
export function refusalCard({ retry, ...facts }: RefusalFacts & { readonly retry?: Press | undefined }, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.refusal.title'),
    body: [paragraph(refusalText(facts, language))],
    actions: retry === undefined ? startButtons(language) : [again('cards.retry', retry, language)]
  });
}

/** Shown when an answer takes longer than Teams waits: the answer comes to this very card, and the button asks for it. */
export function waitingCard({ press }: { readonly press: Press }, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.waiting.title'),
    body: [paragraph(text(language, 'cards.waiting.text'))],
    actions: [again('cards.waiting.look', press, language)]
  });
}

/** To somebody in Teams whom the directory does not know. */
export function unknownPersonCard(phone: Phone, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.unknown-person.title'),
    body: [paragraph(text(language, 'cards.unknown-person.text')), urgentLine(phone, language)]
  });
}

/** What one can always do. */
export function startButtons(language: Language): CardAction[] {
  return [
    button({ title: text(language, 'cards.report.title'), verb: 'report-open', data: {}, primary: true }),
    button({ title: text(language, 'cards.my-reports.show'), verb: 'my-reports', data: {} })
  ];
}

function again(title: TextKey, { verb, data }: Press, language: Language): CardAction {
  return button({ title: text(language, title), verb, data, primary: true });
}
