// Cards that show the way: help, a word not understood, and where a talk begun in a channel goes on.
import type { Language } from '../domain/language';
import { text } from '../i18n/text';
import { card, paragraph, type Card } from './card';
import { startButtons } from './refusal';
import { urgentLine, type Phone } from './urgent';

/** Help, and the welcome when the app is installed. `understood: false` answers words the bot does not know. */
export function helpCard({ itPhone, understood }: Phone & { readonly understood: boolean }, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.help.title'),
    body: [
      ...(understood ? [] : [paragraph(text(language, 'cards.help.unknown'))]),
      paragraph(text(language, 'cards.help.text')),
      urgentLine({ itPhone }, language),
      paragraph(text(language, 'cards.help.languages'), { isSubtle: true })
    ],
    actions: startButtons(language)
  });
}

/** To a channel or group: nothing of what somebody wrote, only where it goes on. */
export function elsewhereCard({ reached }: { readonly reached: boolean }, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.elsewhere.title'),
    body: [paragraph(text(language, reached ? 'cards.elsewhere.sent' : 'cards.elsewhere.not-reached'))]
  });
}
