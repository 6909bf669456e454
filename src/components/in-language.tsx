// The language of whoever looks, for everything inside.
import * as React from 'react';
import type { Language } from '../domain/language';

const LanguageContext = React.createContext<Language | undefined>(undefined);

export const InLanguage = LanguageContext.Provider;

export function useLanguage(): Language {
  const language = React.useContext(LanguageContext);
  if (language === undefined) throw new Error('A screen was rendered outside InLanguage.');
  return language;
}
