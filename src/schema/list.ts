// What a SharePoint list is made of, as data: columns, indexes, views and who may read.
import type { Group } from './groups';

/** Codes of the domain and the Swedish words the list shows for them. */
export interface Choices<C extends string> {
  readonly codes: readonly C[];
  readonly words: readonly string[];
  readonly wordOf: (code: C) => string;
  /** `undefined` for a word that is none of ours: somebody has edited the list. */
  readonly codeOf: (word: string) => C | undefined;
}

interface AnyColumn {
  /** Internal name: ASCII, at most 32 characters, never changed once a site has it. */
  readonly name: string;
  /** What people see. */
  readonly title: string;
  /** Not shown in forms or in SharePoint's own choice of columns. */
  readonly hidden?: true;
}

/** A column that queries may start with (platform.md 5, threshold). `unique` refuses a second row with the same text. */
interface Indexable extends AnyColumn {
  readonly index?: 'indexed' | 'unique';
}

export interface TextColumn extends Indexable {
  readonly kind: 'text';
}
interface NoteColumn extends AnyColumn {
  readonly kind: 'note';
}
interface NumberColumn extends Indexable {
  readonly kind: 'number';
}
interface DateTimeColumn extends Indexable {
  readonly kind: 'date-time';
}
interface BooleanColumn extends AnyColumn {
  readonly kind: 'boolean';
}
/** `formerly`: a word of today and those that earlier versions showed for the same code; provisioning rewrites the rows that have them. */
interface Worded {
  readonly words: readonly string[];
  readonly formerly?: Readonly<Record<string, readonly string[]>>;
}
export interface ChoiceColumn extends Indexable, Worded {
  readonly kind: 'choice';
}
interface MultiChoiceColumn extends AnyColumn, Worded {
  readonly kind: 'multi-choice';
}
/** One person. Its value is a number that means something on this site only; `entraIdColumn` says who it is everywhere. */
export interface UserColumn extends Indexable {
  readonly kind: 'user';
}

export type Column =
  | TextColumn
  | NoteColumn
  | NumberColumn
  | DateTimeColumn
  | BooleanColumn
  | ChoiceColumn
  | MultiChoiceColumn
  | UserColumn;

/**
 * `columns` in the order they are shown; the first view is the list's default. `query` is CAML: which rows, and in what order.
 * `formerly`: titles that earlier versions gave it.
 */
export interface View {
  readonly title: string;
  readonly formerly?: readonly string[];
  readonly columns: readonly string[];
  readonly query: string;
}

export interface ListDefinition {
  /** Last part of the address, `Lists/<url>`: ASCII, so that it survives every encoding. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** What the built-in column Title is called here. */
  readonly titleColumn: string;
  readonly columns: readonly Column[];
  /** Columns that SharePoint itself keeps, such as `Modified`, and that queries may start with. */
  readonly indexedBuiltIns?: readonly string[];
  readonly views: readonly View[];
  /** Groups with the role Read. Nobody but the service writes (design 2), where `editors` does not say otherwise. */
  readonly readers: readonly Group[];
  /** Those of the readers who write the rows in SharePoint, with the role Contribute. */
  readonly editors?: readonly Group[];
  /** Kept out of search: it tells where the municipality can be hurt (OSL 18:8). */
  readonly searchable: boolean;
  /** Its items have files beside them, which whoever reads the item reads. */
  readonly attachments?: true;
  /** Not shown among the site's contents. */
  readonly hidden?: true;
  /** Rows are written by people in SharePoint, the site's owners and `editors`, and are found by no number of ours. */
  readonly byHand?: true;
}

/** The words of `codes`, from the texts. Throws when two codes share a word, since a word must lead back to its code. */
export function choices<C extends string>(codes: readonly C[], wordOf: (code: C) => string): Choices<C> {
  const codeByWord = new Map(codes.map((code) => [wordOf(code), code]));
  if (codeByWord.size !== codes.length) throw new Error(`Two of the codes ${codes.join(', ')} are shown as the same word.`);
  return { codes, words: codes.map(wordOf), wordOf, codeOf: (word) => codeByWord.get(word) };
}

/** The hidden twin of a person column. Not `<name>Id`: that is what OData calls the person column's own number. */
export function entraIdColumn(name: string): string {
  return `${name}EntraId`;
}

/** A person that people see, and the hidden, indexed Entra object id that code goes by. */
export function personColumns(name: string, title: string): readonly [UserColumn, TextColumn] {
  return [
    { kind: 'user', name, title },
    { kind: 'text', name: entraIdColumn(name), title: `${title}: id i Entra`, hidden: true, index: 'indexed' }
  ];
}

/** What every list of items that the log leads has: its number, the entry it shows, and the names of the people in it as they were. */
export const recordColumns = {
  reference: { kind: 'text', name: 'Referens', title: 'Nummer', index: 'unique' },
  sequence: { kind: 'number', name: 'Sekvens', title: 'Loggpostens ordningsnummer', hidden: true },
  hash: { kind: 'text', name: 'Avtryck', title: 'Loggpostens fingeravtryck', hidden: true },
  people: { kind: 'note', name: 'Personer', title: 'Personernas namn', hidden: true }
} as const satisfies Readonly<Record<string, Column>>;

/** The columns that say which entry a row shows: read by who writes, not by who shows the row. */
export const entryColumns: readonly string[] = [recordColumns.sequence.name, recordColumns.hash.name];

/** CAML that sorts by when rows were made, newest first: ID order needs no index of its own. */
export const newestFirst = '<OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy>';
