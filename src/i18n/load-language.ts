// The language of whoever looks, in a chunk of its own: nobody waits for those they do not read.
import type { Language } from '../domain/language';
import { isLearnt, learn, type Texts } from './text';

/**
 * Learnt when it resolves, and Swedish too, which documents and the record are written in. Rejects when it could not be loaded; asked again, it is tried
 * again.
 */
export async function loadLanguage(language: Language): Promise<void> {
  await Promise.all([load('sv'), load(language)]);
}

async function load(language: Language): Promise<void> {
  if (!isLearnt(language)) learn(language, await chunks[language]());
}

const chunks: Readonly<Record<Language, () => Promise<Texts>>> = {
  sv: async () => (await import('./sv')).sv,
  en: async () => (await import('./en')).en,
  fi: async () => (await import('./fi')).fi
};
