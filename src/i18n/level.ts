// A level as people read it: letter, number and word together, "K2 Betydande".
import { levels, type Aspect, type Level } from '../domain/classification';
import type { Language } from '../domain/language';
import { text } from './text';

export function levelInWords(language: Language, aspect: Aspect, level: Level): string {
  return `${text(language, `aspect.${aspect}.letter`)}${levels.indexOf(level)} ${text(language, `level.${level}`)}`;
}
