// Columns of a list: the built-in ones every list has, and those added to it.
import type { Connection } from './database';
import { all, run } from './database';

export type FieldType =
  | 'Text'
  | 'Note'
  | 'Number'
  | 'Currency'
  | 'Integer'
  | 'DateTime'
  | 'Boolean'
  | 'Choice'
  | 'MultiChoice'
  | 'Lookup'
  | 'User'
  | 'URL'
  | 'Counter'
  | 'Guid'
  | 'Attachments'
  | 'ContentTypeId'
  | 'Computed'
  /** The name of a file or folder. */
  | 'File'
  /** What SharePoint calls a lookup into its own tables: where a row lies and what it is. */
  | 'SystemText'
  | 'SystemNumber';

export interface FieldSettings {
  readonly description: string;
  readonly group: string;
  readonly required: boolean;
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly defaultValue: string | null;
  readonly customFormatter: string | null;
  readonly maxLength: number;
  readonly choices: readonly string[];
  readonly fillInChoice: boolean;
  readonly editFormat: number;
  /** 0 date only, 1 date and time (columns of type DateTime); 0 hyperlink, 1 picture (URL). */
  readonly displayFormat: number;
  readonly richText: boolean;
  readonly appendOnly: boolean;
  readonly numberOfLines: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Digits after the point; -1: as many as there are. */
  readonly decimals: number;
  readonly currencyLocale: number;
  readonly percentage: boolean;
  readonly multiple: boolean;
  /** Guid of the list a lookup points at. */
  readonly lookupList: string;
  readonly lookupField: string;
  /** 0 people only, 1 people and groups. */
  readonly selectionMode: number;
  readonly presence: boolean;
  readonly allowHyperlink: boolean;
  readonly restrictedMode: boolean;
  readonly calendarType: number;
  /** 0 unspecified, 1 disabled, 2 relative. */
  readonly friendlyFormat: number;
  readonly jsLink: string;
  readonly direction: string;
  /** Null: never said. */
  readonly showInDisplayForm: boolean | null;
  readonly showInEditForm: boolean | null;
  readonly showInNewForm: boolean | null;
}

export interface Field {
  /** 0: a column of a site. */
  readonly listId: number;
  readonly guid: string;
  /** Internal name, fixed for good. */
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly builtIn: boolean;
  readonly settings: FieldSettings;
}

export const plainSettings: FieldSettings = {
  description: '',
  group: 'Custom Columns',
  required: false,
  indexed: false,
  unique: false,
  hidden: false,
  readOnly: false,
  defaultValue: null,
  customFormatter: null,
  maxLength: 255,
  choices: [],
  fillInChoice: false,
  editFormat: 0,
  displayFormat: 1,
  richText: false,
  appendOnly: false,
  numberOfLines: 6,
  minimum: null,
  maximum: null,
  decimals: -1,
  currencyLocale: 1033,
  percentage: false,
  multiple: false,
  lookupList: '',
  lookupField: 'Title',
  selectionMode: 0,
  presence: true,
  allowHyperlink: true,
  restrictedMode: false,
  calendarType: 0,
  friendlyFormat: 0,
  jsLink: 'clienttemplates.js',
  direction: 'none',
  showInDisplayForm: null,
  showInEditForm: null,
  showInNewForm: null
};

/** Guid, internal name, display name, type, and what of its settings is not plain. The guids are SharePoint's. */
export type BuiltInRow = readonly [string, string, string, FieldType, Partial<FieldSettings>];

/** A column that SharePoint made itself. */
export function builtInField(listId: number, [guid, name, title, type, settings]: BuiltInRow): Field {
  return { listId, guid, name, title, type, builtIn: true, settings: { ...plainSettings, group: '_Hidden', ...settings } };
}

interface FieldRow extends Omit<Field, 'builtIn' | 'settings'> {
  readonly builtIn: number;
  readonly settings: string;
}

/** In the order they were added. */
export function fieldsOf(database: Connection, listId: number): Field[] {
  return all<FieldRow>(
    database,
    'SELECT list_id AS listId, guid, name, title, type, built_in AS builtIn, settings FROM field WHERE list_id = ? ORDER BY position',
    [listId]
  ).map((row) => ({ ...row, builtIn: row.builtIn === 1, settings: storedSettings(row.settings) }));
}

/** What a row's settings say, over those that did not exist when it was written. */
export function storedSettings(json: string): FieldSettings {
  return { ...plainSettings, ...(JSON.parse(json) as Partial<FieldSettings>) };
}

export function insertField(database: Connection, field: Field): void {
  run(
    database,
    `INSERT INTO field (list_id, position, guid, name, title, type, built_in, settings)
     VALUES (?, (SELECT count(*) FROM field WHERE list_id = ?), ?, ?, ?, ?, ?, ?)`,
    [field.listId, field.listId, field.guid, field.name, field.title, field.type, Number(field.builtIn), JSON.stringify(field.settings)]
  );
}

export function updateField(database: Connection, field: Field): void {
  run(database, 'UPDATE field SET title = ?, type = ?, settings = ? WHERE list_id = ? AND name = ?', [
    field.title,
    field.type,
    JSON.stringify(field.settings),
    field.listId,
    field.name
  ]);
}

/** The SQL column a field lives in; undefined for those whose value is worked out. */
export function columnOf({ name, builtIn }: Pick<Field, 'name' | 'builtIn'>): string | undefined {
  return builtIn && name !== 'Title' ? builtInColumns.get(name) : `"f_${name}"`;
}

const builtInColumns = new Map([
  ['ID', 'id'],
  ['ContentTypeId', 'content_type'],
  ['GUID', 'guid'],
  ['Created', 'created'],
  ['Modified', 'modified'],
  ['Author', 'author'],
  ['Editor', 'editor'],
  ['Attachments', 'attachments'],
  ['FileLeafRef', 'leaf_name'],
  ['FileDirRef', 'dir_name'],
  ['FileRef', 'file_ref'],
  ['FSObjType', 'fs_obj_type'],
  ['UniqueId', 'guid'],
  ['File_x0020_Size', 'size'],
  ['_CheckinComment', 'check_in_comment'],
  ['CheckoutUser', 'checkout_user']
]);

/**
 * The internal name SharePoint makes of a display name: everything but letters a-z, digits and `_` as `_xhhhh_`, at most 32
 * characters, with a number behind it when it is taken.
 */
export function internalNameFor(title: string, taken: readonly string[]): string {
  const encoded = encodeName(title).slice(0, 32);
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  if (!lower.has(encoded.toLowerCase())) return encoded;
  const free = [...lower, ''].findIndex((_, index) => !lower.has(`${encoded}${index}`.toLowerCase()));
  return `${encoded}${free}`;
}

/** `Å b` -> `_x00c5__x0020_b`; a digit in front is encoded too, as in an XML name. */
export function encodeName(title: string): string {
  return title.replace(/[^A-Za-z0-9_]|^\d/g, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}
