// The language of whoever looks, in a chunk of its own: nobody waits for those they do not read.
import type { Language } from '../domain/language';
import { isKnown, learn, type Texts } from './text';

/** Known when it resolves. Rejects when it could not be loaded; asked again, it is tried again. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language !== 'sv' && !isKnown(language)) learn(language, await chunks[language]());
}

const chunks: Readonly<Record<Exclude<Language, 'sv'>, () => Promise<Texts>>> = {
  en: async () => (await import('./en')).en,
  fi: async () => (await import('./fi')).fi
};
