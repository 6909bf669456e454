// A table as data, whatever kind of file is made of it, and the sheet that says what was taken out, when and by whom.
import type { LevelNumbers } from '../domain/level-numbers';
import type { Person } from '../domain/person';
import { swedishMoment } from '../domain/swedish-time';

/** Every cell is text. `width` in characters. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** A column, and what it says of a row. */
export interface SheetColumn<V> {
  readonly title: string;
  readonly width: number;
  readonly cell: (row: V) => string;
}

/** By whom it was taken out, and when: UTC, ISO 8601. */
export interface Taken {
  readonly by: Person;
  readonly at: string;
}

/** Of what shows classes: as the municipality numbers the levels, when that is known. */
export interface TakenWithNumbers extends Taken {
  readonly levelNumbers: LevelNumbers | undefined;
}

export function sheetOf<V>(name: string, columns: readonly SheetColumn<V>[], rows: readonly V[]): Sheet {
  return {
    name,
    columns: columns.map(({ title, width }) => ({ title, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row)))
  };
}

/** `choice`: what it was narrowed to, in Swedish. */
export function aboutSheet({ choice, count, by, at }: Taken & { readonly choice: string; readonly count: number }): Sheet {
  return {
    name: 'Om urvalet',
    columns: [wide('Uppgift'), wide('Värde')],
    rows: [
      ['Urval', choice],
      ['Antal', String(count)],
      ['Framtaget (svensk tid)', swedishMoment(at)],
      ['Av', by.name]
    ]
  };
}

export function narrow(title: string): { readonly title: string; readonly width: number } {
  return { title, width: 18 };
}

export function wide(title: string): { readonly title: string; readonly width: number } {
  return { title, width: 36 };
}
