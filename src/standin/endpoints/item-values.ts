// Between an item's JSON and its row: checks and stores what is written, and reads it back as SharePoint words it.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Value } from '../http/answer';
import { complex } from '../http/answer';
import { accessDenied, badArgument, duplicateValue, invalidClientQuery, notImplemented, textTooLong } from '../http/errors';
import { isPointer, odataName } from '../odata/item-columns';
import { listMask } from '../permissions/rights';
import { fullControl } from '../permissions/roles';
import type { Parameter } from '../store/database';
import { one } from '../store/database';
import type { Field } from '../store/fields';
import { columnOf, encodeName } from '../store/fields';
import type { Cells, ItemRow } from '../store/items';
import type { List } from '../store/lists';
import { comparableColumn, isLibrary, itemTable } from '../store/lists';
import { principalById } from '../store/principals';
import type { Body } from './body';
import { unknownProperty } from './body';
import { contentTypeCell } from './item-content-type';
import type { Visit } from './visit';

export interface ListContext {
  readonly visit: Visit;
  readonly list: List;
  readonly fields: readonly Field[];
}

/**
 * The cells a body writes. Throws 400 for an unknown property, a value of the wrong type or a text over 255 characters, 500 for a
 * value that must be unique and is not, 501 for what only SharePoint sets. `Required` is not enforced: SharePoint's REST does not either (PnP-JS-Core#376).
 */
export function cellsOf(body: Body, context: ListContext, itemId: number | undefined): Cells {
  const cells = new Map<string, Parameter>();
  for (const [name, value] of Object.entries(body)) {
    const field = context.fields.find((candidate) => odataName(candidate) === name || candidate.name === name);
    if (field === undefined || (isPointer(field) && odataName(field) !== name)) throw unknownProperty(name, itemType(context.list));
    const column = columnOf(field);
    if (column === undefined || (field.builtIn && field.name !== 'Title' && field.type !== 'ContentTypeId' && !isSystemField(field)))
      throw notImplemented(`writing ${name} of an item`);
    if (isSystemField(field) && listMask(context.visit, context.list) !== fullControl) throw accessDenied();
    cells.set(column, cellOf(value, field, context));
  }
  refuseDuplicates(cells, context, itemId);
  return cells;
}

/** Who made and changed an item, and when: written as JSON by those with full control only (SharePoint/sp-dev-docs#6333; that others get 403 is a guess). */
export function isSystemField({ name, builtIn }: Pick<Field, 'name' | 'builtIn'>): boolean {
  return builtIn && ['Author', 'Editor', 'Created', 'Modified'].includes(name);
}

/** Throws 500 when one of the cells must be unique in the list and another item has the value. */
export function refuseDuplicates(cells: Cells, context: ListContext, itemId: number | undefined): void {
  for (const field of context.fields) refuseDuplicate(field, cells.get(columnOf(field) ?? '') ?? null, context, itemId);
}

/** The cells of a new item that its body leaves out: the columns' default values. */
export function defaultCells({ fields, visit }: ListContext): Cells {
  const cells = new Map<string, Parameter>();
  for (const field of fields) {
    const column = columnOf(field);
    const given = field.settings.defaultValue;
    if (column === undefined || given === null || given === '') continue;
    cells.set(column, defaultCell(given, field, visit));
  }
  return cells;
}

/** An item's type name, `SP.Data.TillgangarListItem`. */
export function itemType(list: List): string {
  return `SP.Data.${entityTypeName(list)}Item`;
}

/** `Tillgångar` -> `Tillg_x00e5_ngarList`: first letter upper case, other characters encoded; a library's has no `List` at its end. */
export function entityTypeName(list: Pick<List, 'folder' | 'baseTemplate'>): string {
  const encoded = encodeName(list.folder);
  return `${encoded.charAt(0).toUpperCase()}${encoded.slice(1)}${isLibrary(list) ? '' : 'List'}`;
}

/** What the column shows in an item's JSON. */
export function valueOf(row: ItemRow, field: Field): Value {
  return valueReader(field)(row);
}

/** `valueOf` for many rows: what the column is like is looked into once. */
export function valueReader(field: Field): (row: ItemRow) => Value {
  const column = columnOf(field)?.replaceAll('"', '');
  if (column === undefined) return (row) => computedValue(row, field);
  const shown = shownValue(field);
  return (row) => {
    const stored = row[column] ?? null;
    return stored === null ? null : shown(stored);
  };
}

function shownValue(field: Field): (stored: string | number) => Value {
  if (field.type === 'Boolean' || field.type === 'Attachments') return (stored) => stored === 1;
  if (field.type === 'MultiChoice' || field.settings.multiple) return (stored) => JSON.parse(String(stored)) as (string | number)[];
  if (field.type === 'URL') {
    return (stored) => {
      const link = linkSchema.parse(JSON.parse(String(stored)));
      return complex('SP.FieldUrlValue', { Description: link.Description, Url: link.Url });
    };
  }
  return (stored) => stored;
}

/** Address and description of a hyperlink column that has a value. */
export function linkOf(row: ItemRow, field: Field): z.infer<typeof linkSchema> {
  return linkSchema.parse(JSON.parse(String(row[(columnOf(field) ?? '').replaceAll('"', '')])));
}

const linkSchema = z.object({ Description: z.string(), Url: z.string() });
const texts = z.array(z.string());
const ids = z.array(z.int());

function computedValue(row: ItemRow, field: Field): Value {
  switch (field.name) {
    case 'File_x0020_Type':
      return row.fs_obj_type === 1 ? null : (/\.([^.]+)$/.exec(row.leaf_name ?? '')?.[1] ?? null);
    case '_UIVersionString':
      return `${row.major}.0`;
    default:
      return null;
  }
}

/** The stored form of a JSON value; throws 400 when it is none of the column's. */
export function cellOf(value: unknown, field: Field, { visit, list }: ListContext): Parameter {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'Text':
    case 'Choice':
      return shortText(value, field);
    case 'Note':
      return emptyAsNull(checked(z.string(), value, field, 'Edm.String'));
    case 'Number':
    case 'Currency':
    case 'Integer':
      return numberCell(value, field);
    case 'Boolean':
      return Number(checked(z.boolean(), value, field, 'Edm.Boolean'));
    case 'DateTime':
      return instantCell(checked(z.string(), value, field, 'Edm.DateTime'), field, visit);
    case 'MultiChoice':
      return emptyAsNull(JSON.stringify(checked(texts, value, field, 'Collection(Edm.String)')), '[]');
    case 'URL':
      return urlCell(value, field);
    case 'Lookup':
    case 'User':
      return pointerCell(value, field, visit);
    case 'ContentTypeId':
      return contentTypeCell(value, { visit, list });
    case 'Counter':
    case 'Guid':
    case 'Attachments':
    case 'Computed':
    case 'File':
    case 'SystemText':
    case 'SystemNumber':
      throw notImplemented(`writing ${field.name} of an item in ${list.title}`);
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, field: Field, edmType: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidClientQuery(`Cannot convert a primitive value to the expected type '${edmType}' (field '${field.name}').`);
}

function shortText(value: unknown, field: Field): Parameter {
  const text = checked(z.string(), value, field, 'Edm.String');
  if (text.length > (field.type === 'Text' ? field.settings.maxLength : 255)) throw textTooLong();
  return emptyAsNull(text);
}

function emptyAsNull(text: string, empty = ''): Parameter {
  return text === empty ? null : text;
}

function numberCell(value: unknown, field: Field): Parameter {
  const number = checked(z.number(), value, field, 'Edm.Double');
  const { minimum, maximum } = field.settings;
  if ((minimum !== null && number < minimum) || (maximum !== null && number > maximum)) {
    throw badArgument(`The value of the field '${field.title}' is outside its limits.`);
  }
  return field.type === 'Integer' ? Math.trunc(number) : number;
}

function urlCell(value: unknown, field: Field): Parameter {
  const link = checked(z.object({ Url: z.string(), Description: z.string().optional() }), value, field, 'SP.FieldUrlValue');
  return JSON.stringify({ Description: link.Description ?? link.Url, Url: link.Url });
}

function pointerCell(value: unknown, field: Field, visit: Visit): Parameter {
  const given = field.settings.multiple
    ? checked(ids, value, field, 'Collection(Edm.Int32)')
    : [checked(z.int(), value, field, 'Edm.Int32')];
  if (field.type === 'User') {
    for (const id of given) {
      // The code is a guess: what SharePoint answers for a person who is not in the site is not known.
      if (principalById(visit.database, visit.site.id, id) === undefined) throw badArgument(`The specified user ${id} could not be found.`);
    }
  }
  return field.settings.multiple ? emptyAsNull(JSON.stringify(given), '[]') : (given[0] ?? null);
}

/** UTC to the second. A time without offset, and the day of a date-only column, are the site's local ones. */
function instantCell(value: string, field: Field, { timeZone }: Visit): Parameter {
  const instant = instantOf(value, timeZone);
  if (instant === undefined)
    throw invalidClientQuery(`Cannot convert the literal '${value}' to the expected type 'Edm.DateTime' (field '${field.name}').`);
  const kept = field.settings.displayFormat === 0 ? instant.toZonedDateTimeISO(timeZone).startOfDay().toInstant() : instant;
  return kept.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
}

function instantOf(value: string, timeZone: string): Temporal.Instant | undefined {
  try {
    return /(z|[+-]\d\d:?\d\d)$/i.test(value.slice(10))
      ? Temporal.Instant.from(value)
      : Temporal.PlainDateTime.from(value).toZonedDateTime(timeZone).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function defaultCell(given: string, field: Field, visit: Visit): Parameter {
  switch (field.type) {
    case 'Boolean':
      return given === '1' || given.toLowerCase() === 'true' ? 1 : 0;
    case 'Number':
    case 'Currency':
    case 'Integer':
      return Number(given);
    case 'DateTime':
      return instantCell(given.toLowerCase() === '[today]' ? visit.now : given, field, visit);
    case 'MultiChoice':
      return JSON.stringify([given]);
    case 'Text':
    case 'Note':
    case 'Choice':
      return given;
    case 'Lookup':
    case 'User':
    case 'URL':
    case 'Counter':
    case 'Guid':
    case 'Attachments':
    case 'ContentTypeId':
    case 'Computed':
    case 'File':
    case 'SystemText':
    case 'SystemNumber':
      throw notImplemented(`a default value in a column of type ${field.type}`);
  }
}

function refuseDuplicate(field: Field, value: Parameter, { visit, list }: ListContext, itemId: number | undefined): void {
  if (!field.settings.unique || value === null) return;
  const comparable = comparableColumn(field);
  const mark = comparable.startsWith('fold(') ? 'fold(?)' : '?';
  const same = one(visit.database, `SELECT 1 FROM ${itemTable(list)} WHERE ${comparable} = ${mark} AND id <> ?`, [value, itemId ?? 0]);
  if (same !== undefined) throw duplicateValue(field.title);
}
