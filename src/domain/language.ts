// The languages people read here: Swedish first, then English and Finnish.
export const languages = ['sv', 'en', 'fi'] as const;
export type Language = (typeof languages)[number];

/** The same words in every language. */
export type Words = Readonly<Record<Language, string>>;

/** Chooses a language from a locale such as `sv-SE`; anything unknown is Swedish. */
export function languageOf(locale: string | undefined): Language {
  const wanted = locale?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === wanted) ?? 'sv';
}
