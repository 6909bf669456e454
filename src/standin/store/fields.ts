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
  | 'Computed';

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
  readonly currencyLocale: number;
  readonly percentage: boolean;
  readonly multiple: boolean;
  /** Guid of the list a lookup points at. */
  readonly lookupList: string;
  readonly lookupField: string;
  /** 0 people only, 1 people and groups. */
  readonly selectionMode: number;
}

export interface Field {
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
  currencyLocale: 1033,
  percentage: false,
  multiple: false,
  lookupList: '',
  lookupField: 'Title',
  selectionMode: 0
};

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
  ).map((row) => ({ ...row, builtIn: row.builtIn === 1, settings: JSON.parse(row.settings) as FieldSettings }));
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
  run(database, 'UPDATE field SET title = ?, settings = ? WHERE list_id = ? AND name = ?', [
    field.title,
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
  ['GUID', 'guid'],
  ['Created', 'created'],
  ['Modified', 'modified'],
  ['Author', 'author'],
  ['Editor', 'editor'],
  ['Attachments', 'attachments']
]);

/** `Title` is a real column of the item table; the others are the item's own. The guids are SharePoint's. */
export function builtInFields(listId: number): Field[] {
  const readOnly = { readOnly: true };
  const hidden = { readOnly: true, hidden: true };
  const rows: [string, string, string, FieldType, Partial<FieldSettings>][] = [
    ['03e45e84-1992-4d42-9116-26f756012634', 'ContentTypeId', 'Content Type ID', 'ContentTypeId', hidden],
    ['fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'Title', 'Title', 'Text', { required: true }],
    ['1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'ID', 'ID', 'Counter', readOnly],
    ['c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'ContentType', 'Content Type', 'Computed', {}],
    ['28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'Modified', 'Modified', 'DateTime', readOnly],
    ['8c06beca-0777-48f7-91c7-6da68bc07b69', 'Created', 'Created', 'DateTime', readOnly],
    ['1df5e554-ec7e-46a6-901d-d85a3881cb18', 'Author', 'Created By', 'User', readOnly],
    ['d31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'Editor', 'Modified By', 'User', readOnly],
    ['dce8262a-3ae9-45aa-aab4-83bd75fb738a', '_UIVersionString', 'Version', 'Text', readOnly],
    ['67df98f4-9dec-48ff-a553-29bece9c5bf4', 'Attachments', 'Attachments', 'Attachments', {}],
    ['ae069f25-3ac2-4256-b9c3-15dbc15da0e0', 'GUID', 'GUID', 'Guid', hidden],
    ['503f1caa-358e-4918-9094-4a2cdc4bc034', 'Edit', 'Edit', 'Computed', readOnly],
    ['bc91a437-52e7-49e1-8c4e-4698904b2b6d', 'LinkTitleNoMenu', 'Title', 'Computed', readOnly],
    ['82642ec8-ef9b-478f-acf9-31f7d45fbc31', 'LinkTitle', 'Title', 'Computed', readOnly],
    ['081c6e4c-5c14-4f20-b23e-1a71ceb6a67c', 'DocIcon', 'Type', 'Computed', readOnly]
  ];
  return rows.map(([guid, name, title, type, settings]) => ({
    listId,
    guid,
    name,
    title,
    type,
    builtIn: true,
    settings: { ...plainSettings, group: '_Hidden', ...settings }
  }));
}

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
