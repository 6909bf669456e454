// The phrases the bot knows, in three languages, in any case and spacing, with or without being mentioned.
import { languages, type Language } from '../domain/language';

export type Phrase =
  | { readonly asks: 'report'; readonly language: Language; readonly description: string }
  | { readonly asks: Word; readonly language: Language }
  | { readonly asks: 'nothing' }
  | { readonly asks: 'unknown' };

/** What is asked for in words that stand alone. `show-here`: every incident as a card in this channel; `show-no-more`: in none. */
export type Word = 'my-reports' | 'help' | 'show-here' | 'show-no-more';

/** Longest message that is read; Teams itself allows about 28 KB. */
export const messageLimit = 40_000;

/** Whole words only: "rapportera incidenthantering" asks for something else. */
const reports: Readonly<Record<Language, RegExp>> = {
  sv: /^rapportera\s+(?:en\s+)?incident(?:en)?(?![\p{L}\p{N}])/iu,
  en: /^report\s+(?:an\s+)?incident(?![\p{L}\p{N}])/iu,
  fi: /^ilmoita\s+poikkeama(?:sta)?(?![\p{L}\p{N}])/iu
};

const words: readonly { readonly said: RegExp; readonly asks: Word; readonly language: Language }[] = [
  { said: /^mina (?:ärenden|rapporter)$/i, asks: 'my-reports', language: 'sv' },
  { said: /^my reports$/i, asks: 'my-reports', language: 'en' },
  { said: /^omat ilmoitukset$/i, asks: 'my-reports', language: 'fi' },
  { said: /^hjälp$/i, asks: 'help', language: 'sv' },
  { said: /^help$/i, asks: 'help', language: 'en' },
  { said: /^apua$/i, asks: 'help', language: 'fi' },
  { said: /^visa incidenter här$/i, asks: 'show-here', language: 'sv' },
  { said: /^show incidents here$/i, asks: 'show-here', language: 'en' },
  { said: /^näytä poikkeamat täällä$/i, asks: 'show-here', language: 'fi' },
  { said: /^visa inte incidenter(?: här)?$/i, asks: 'show-no-more', language: 'sv' },
  { said: /^do not show incidents(?: here)?$/i, asks: 'show-no-more', language: 'en' },
  { said: /^älä näytä poikkeamia(?: täällä)?$/i, asks: 'show-no-more', language: 'fi' }
];

/** In a longer message none of the words stands alone. Looking through all of it for what ends it, or composing its characters, would take seconds. */
const longestWord = 200;

/** Reads a message of at most `messageLimit` characters. What follows "rapportera incident" in it is the description. */
export function readPhrase(message: string): Phrase {
  const said = withoutMentions(message);
  if (said.length > longestWord) return reportPhrase(said) ?? { asks: 'unknown' };
  const plain = said
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.!?]+$/, '');
  if (plain === '') return { asks: 'nothing' };
  const word = words.find((candidate) => candidate.said.test(plain));
  if (word !== undefined) return { asks: word.asks, language: word.language };
  return reportPhrase(said) ?? { asks: 'unknown' };
}

/** What follows the phrase keeps its own line breaks. */
function reportPhrase(said: string): Phrase | undefined {
  const language = languages.find((candidate) => reports[candidate].test(said));
  if (language === undefined) return undefined;
  const description = said.replace(reports[language], '').replace(/^[\s:;,.!–—-]+/, '');
  return { asks: 'report', language, description };
}

/** Teams puts `<at>name</at>` where somebody is mentioned, and non-breaking spaces around it. */
function withoutMentions(message: string): string {
  return message
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/<at[^<>]*>[^<>]*<\/at>/gi, ' ')
    .trim();
}
