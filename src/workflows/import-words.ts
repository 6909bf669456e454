// Words of an imported file that nothing here is called: each once, with the rows it stands in, and what whoever imports says that it means.
import type { Person } from '../domain/person';
import { folded } from './import-cells';
import type { ReadRow, RowFault } from './import-rows';

/** What a word can stand for. A person who is named in several columns is one. */
export type WordKind = 'unit' | 'carriers' | 'person';

/** `word` as it stands in the first of the `count` rows. `suggested`: who may be meant. */
export interface UnknownWord {
  readonly kind: WordKind;
  readonly word: string;
  readonly count: number;
  readonly suggested: readonly Pick<Person, 'name' | 'upn'>[];
}

/** The code of a unit or of a form, or an address, by `wordKey`. Empty where the word names nobody, such as "vakant". */
export type Meanings = ReadonlyMap<string, string>;

export function wordKey(kind: WordKind, word: string): string {
  return `${kind} ${folded(word)}`;
}

const kinds: Readonly<Partial<Record<RowFault['fault'], WordKind>>> = {
  'unknown-unit': 'unit',
  'unknown-carrier': 'carriers',
  'unknown-person': 'person',
  'name-for-address': 'person'
};

/** Of `rows` as they are read without any meanings. Those in most rows come first, so that few choices put most of them right. */
export function unknownWords(rows: readonly ReadRow[], people: ReadonlyMap<string, UnknownWord['suggested']>): readonly UnknownWord[] {
  const words = new Map<string, UnknownWord>();
  for (const { faults } of rows) {
    for (const { fault, value } of faults) {
      const kind = kinds[fault];
      if (kind === undefined) continue;
      const key = wordKey(kind, value);
      const { word, count } = words.get(key) ?? { word: value, count: 0 };
      words.set(key, { kind, word, count: count + 1, suggested: kind === 'person' ? (people.get(value) ?? []) : [] });
    }
  }
  return [...words.values()].sort((one, other) => other.count - one.count);
}
