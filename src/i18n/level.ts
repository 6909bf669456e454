// A level as people read it: letter, number and word together, "K2 Betydande".
import type { Aspect, Level } from '../domain/classification';
import type { Language } from '../domain/language';
import type { LevelNumbers } from '../domain/level-numbers';
import { text } from './text';

/** Where the municipality's numbers are not known the word stands without one: it says the level, and another number would say another. */
export function levelInWords(language: Language, aspect: Aspect, level: Level, numbers: LevelNumbers | undefined): string {
  return `${text(language, `aspect.${aspect}.letter`)}${numbers?.[level] ?? ''} ${text(language, `level.${level}`)}`;
}
