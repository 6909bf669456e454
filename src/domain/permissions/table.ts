// What the table of who may do what is made of: acts, cells and rows, and the words that fill them.
import { capacities, type Capacity, type Kind, type StateOf } from '../capacities';

/** What an act is done to, and with what reasons it can be refused. */
export interface On<K extends Kind, R extends string> {
  readonly kind: K;
  readonly refusal: R;
}

/** Acts by name, as each subject tells of its own. */
type ActsOf<Acts> = { readonly [A in keyof Acts]: On<Kind, string> };

/** Those of the acts that are done to such a thing. */
export type ActOn<K extends Kind, Acts extends ActsOf<Acts>> = {
  readonly [A in keyof Acts]: Acts[A]['kind'] extends K ? A : never;
}[keyof Acts];

/**
 * `may`; or the reason it is refused with; or `never`: holding this capacity permits nothing, and is what those are refused with whom another of their
 * capacities would let come further than a stranger.
 */
export type Cell<R extends string> = 'may' | R | { readonly never: R };
export type Row<R extends string> = Readonly<Record<Capacity, Cell<R>>>;

/** Every act has a row for every state of what it is done to. */
export type Table<Acts extends ActsOf<Acts>> = {
  readonly [A in keyof Acts]: Readonly<Record<StateOf[Acts[A]['kind']], Row<Acts[A]['refusal']>>>;
};

/** Nobody is ever refused. */
export const everybody: Row<never> = row<never>('may', {});

export function row<R extends string>(otherwise: 'may' | R, cells: Readonly<Partial<Record<Capacity, Cell<R>>>>): Row<R> {
  return Object.fromEntries(capacities.map((capacity) => [capacity, cells[capacity] ?? otherwise])) as Record<Capacity, Cell<R>>;
}

export function all<C extends Capacity, R extends string>(some: readonly C[], cell: R): Readonly<Record<C, R>> {
  return Object.fromEntries(some.map((capacity) => [capacity, cell])) as Record<C, R>;
}

/** A row for each of the states. */
export function inEach<S extends string, R extends string>(states: readonly S[], rowIn: (state: S) => Row<R>): Readonly<Record<S, Row<R>>> {
  return Object.fromEntries(states.map((state) => [state, rowIn(state)])) as Record<S, Row<R>>;
}
