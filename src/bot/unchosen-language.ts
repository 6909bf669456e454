// The language for somebody who has not chosen one by the words they wrote.
import { languageOf, type Language } from '../domain/language';

/**
 * Swedish, the municipality's working language, or Finnish for whoever has Teams in Finnish (domain.md 1, fact 11).
 * English Teams says nothing of its reader: many keep it as it came, and the local chat client says `en-US` for everybody (platform.md 3).
 */
export function unchosenLanguage(locale: string | undefined): Language {
  return languageOf(locale) === 'fi' ? 'fi' : 'sv';
}
