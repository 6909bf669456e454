// What a screen says that it should not: words of another language than its reader's, and keys of ours instead of words.
import { z } from 'zod';
import { languages, type Language, type Words } from '../../src/domain/language';
import { texts } from '../../src/i18n/every-language';
import type { TextKey } from '../../src/i18n/text';
import { classificationModel } from '../../src/reference/classification-model';
import { legalFloors } from '../../src/reference/legal-floors';
import { legalRules } from '../../src/reference/legal-rules';
import { levelMeanings } from '../../src/reference/levels-in-words';
import { organisation } from '../../src/local/example/organisation';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';
import { informationSecrecyGrounds, secrecyGrounds } from '../../src/reference/secrecy-grounds';
import { yearlyTasks } from '../../src/reference/yearly-tasks';

const InEachLanguage = z.object({ sv: z.string(), en: z.string(), fi: z.string() });

/** Whatever the product can say: its texts, the questions, what a class demands, the law and the year. */
const sayings: readonly Words[] = [
  ...(Object.keys(texts.sv) as TextKey[]).map((key) => ({ sv: texts.sv[key], en: texts.en[key], fi: texts.fi[key] })),
  ...wordsIn([classificationModel, requirementCatalogue, levelMeanings, yearlyTasks]),
  ...wordsIn([legalRules, legalFloors, secrecyGrounds, informationSecrecyGrounds])
];

function wordsIn(value: unknown): readonly Words[] {
  const words = InEachLanguage.safeParse(value);
  if (words.success) return [words.data];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** What people wrote is theirs, in whichever language. */
export function wordsOfOtherLanguages(said: string, language: Language): readonly string[] {
  const lines = said.split(/[\n\t]/).map((line) => line.trim());
  const { whole, parts, formed } = foreign[language];
  return [
    ...lines.filter((line) => whole.has(line) || formed.some((form) => form.test(line))),
    ...parts.filter((part) => said.includes(part)),
    ...(language === 'en' ? [] : (said.match(englishAlone) ?? [])),
    ...(language === 'sv' ? [] : (said.match(swedishDays) ?? []))
  ];
}

/** By which what is said in another language is known. */
interface Foreign {
  /** Texts without values, each a line of its own. */
  readonly whole: ReadonlySet<string>;
  /** What stands between values, long enough to be known by wherever it stands. */
  readonly parts: readonly string[];
  /** Lines with values in them. */
  readonly formed: readonly RegExp[];
}

const unitNames: ReadonlySet<string> = new Set(organisation.map(({ name }) => name));

const value = /\{\w+\}/g;

const foreign: Readonly<Record<Language, Foreign>> = { sv: foreignTo('sv'), en: foreignTo('en'), fi: foreignTo('fi') };

function foreignTo(language: Language): Foreign {
  const own = new Set(sayings.map((words) => words[language]));
  const others = languages.filter((other) => other !== language);
  const unlikeOwn = [...new Set(others.flatMap((other) => sayings.map((words) => words[other])))].filter((words) => !own.has(words));
  const allOwn = [...own].join('\n');
  const parts = new Set(unlikeOwn.flatMap((words) => words.split(/[{}#]/)).map((part) => part.trim()));
  return {
    whole: new Set(unlikeOwn.filter((words) => !words.includes('{') && !unitNames.has(words))),
    parts: [...parts].filter((part) => part.length >= 12 && part.includes(' ') && !allOwn.includes(part)),
    formed: unlikeOwn.filter(isForm).map(asForm)
  };
}

/** With values, none of them a choice of words, and a word to be known by. */
function isForm(words: string): boolean {
  return /^[^{}]*(?:\{\w+\}[^{}]*)+$/.test(words) && /\p{L}{4}/u.test(words.replaceAll(value, ''));
}

function asForm(words: string): RegExp {
  const [first = '', ...rest] = words.split(value).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${[first, ...rest].join('.+')}$`);
}

/** Words that neither Swedish nor Finnish has, and that components left in English would show. */
const englishAlone =
  /\b(?:the|and|or|of|with|loading|error|search|cancel|save|close|submit|back|next|previous|retry|remove|clear|required|select|choose|not|no|yes|unknown|undefined|null|object|show|hide|suggestions?|results?|draft|asset|incident reported|(?:mon|tue|wed|thu|fri|sat|sun) \d+)\b/gi;
const swedishDays = /\b(?:mån|tis|ons|tors|fre|lör|sön) \d+/g;

export function keysIn(said: string): readonly string[] {
  return said.replaceAll(addresses, '').match(keys) ?? [];
}

const addresses = /\S+@\S+|https?:\/\/\S+/g;
const keys = /\b[a-z]+\.[a-z][a-z-]+\b/g;
