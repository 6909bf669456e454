// Every language at once, known as soon as this is imported: for what speaks to people in all of them, as the bot does.
import { languages, type Language } from '../domain/language';
import { en } from './en';
import { fi } from './fi';
import { sv } from './sv';
import { learn, type Texts } from './text';

export const texts: Readonly<Record<Language, Texts>> = { sv, en, fi };

for (const language of languages) learn(language, texts[language]);
