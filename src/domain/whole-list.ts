// A list of the site as it stands, for whoever takes everything out: every row with whatever it says.
import type { SealedEntry } from './log';
import type { Outcome } from './outcome';

/** A row by the names of its columns. */
export type WholeRow = Readonly<Record<string, unknown>> & { readonly Id: number };

/**
 * A list with all its rows in the order they were made, a page at a time. `name` is the last part of its address, ASCII and no other list's. One that the
 * person may not open gives no page but `no-right`.
 */
export interface WholeList {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly { readonly name: string; readonly title: string }[];
  readonly pages: () => AsyncIterable<Outcome<readonly WholeRow[], 'no-right'>>;
  /** In the log alone. */
  readonly sealed?: (row: WholeRow) => SealedEntry;
}
