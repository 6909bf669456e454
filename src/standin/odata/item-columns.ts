// What a name in $filter or $orderby means in a list: a column, or a member of the person or item it points at, as SQL.
import { badArgument, invalidFieldQuery, notExpanded, notFilterable, notImplemented } from '../http/errors';
import type { Parameter } from '../store/database';
import type { Field } from '../store/fields';
import { columnOf } from '../store/fields';
import { comparableColumn, itemTable } from '../store/lists';
import type { List } from '../store/lists';

/** `link`: the address of a hyperlink. */
export type Comparison = 'text' | 'number' | 'date' | 'boolean' | 'exact' | 'link';

/** An SQL expression over the item table `i`, or over `t` for rows reached through `source`. */
export interface Column {
  readonly field: Field;
  readonly comparison: Comparison;
  readonly expression: string;
  /** Of times given without offset. */
  readonly timeZone: string;
  /** Where several rows may stand behind one item: compared with EXISTS. */
  readonly through?: { readonly from: string; readonly where: string; readonly parameters: readonly Parameter[] };
}

/** What the translation needs to know of the list and of what its lookups point at. */
export interface ItemColumns {
  readonly siteId: number;
  readonly timeZone: string;
  /** CAML also compares notes and hyperlinks, which $filter refuses. */
  readonly language: 'odata' | 'caml';
  readonly fields: readonly Field[];
  /** The list a lookup points at with its columns, and the condition on `t` for what the viewer may see of it. */
  readonly lookup: (field: Field) =>
    | {
        readonly list: List;
        readonly fields: readonly Field[];
        readonly visible: { readonly sql: string; readonly parameters: readonly Parameter[] };
      }
    | undefined;
}

/** Throws 400 for an unknown name and for a column type that cannot be compared. */
export function columnFor(path: readonly string[], columns: ItemColumns): Column {
  const [name = '', member, ...deeper] = path;
  if (deeper.length > 0) throw notImplemented(`the path ${path.join('/')} in a filter`);
  if (member !== undefined) return memberColumn(pointerNamed(name, columns), member, columns);
  const field = columns.fields.find((candidate) => odataName(candidate) === name) ?? (name === 'Id' ? named('ID', columns) : undefined);
  if (field === undefined) throw unknown(name, columns);
  return ownColumn(field, columns);
}

/** The property of an item that holds the column: `OwnerId` for a person, `OData__UIVersionString` for `_UIVersionString`. */
export function odataName(field: Pick<Field, 'name' | 'type'>): string {
  const name = field.name.startsWith('_') ? `OData_${field.name}` : field.name;
  return isPointer(field) ? `${name}Id` : name;
}

export function isPointer({ type }: Pick<Field, 'type'>): boolean {
  return type === 'Lookup' || type === 'User';
}

function ownColumn(field: Field, { language, timeZone }: ItemColumns): Column {
  const workedOut = workedOutColumns.get(field.name);
  if (workedOut !== undefined) return { field, timeZone, comparison: 'text', expression: workedOut(field) };
  const comparison = comparisons.get(field.type) ?? (language === 'caml' ? camlComparisons.get(field.type) : undefined);
  if (comparison === undefined || columnOf(field) === undefined) throw notFilterable(field.name, field.type);
  if (comparison === 'link') return { field, timeZone, comparison, expression: `fold(json_extract(i.${columnOf(field) ?? ''}, '$.Url'))` };
  const several = field.settings.multiple || field.type === 'MultiChoice';
  if (!several) return { field, timeZone, comparison, expression: isPointer(field) ? `i.${columnOf(field) ?? ''}` : qualified(field, 'i') };
  return {
    field,
    timeZone,
    comparison,
    expression: field.type === 'MultiChoice' ? 'fold(t.value)' : 't.value',
    through: { from: `json_each(i.${columnOf(field) ?? ''}) t`, where: 'TRUE', parameters: [] }
  };
}

/** Built-in columns compared as a text that is not their own column. */
const workedOutColumns = new Map<string, (field: Field) => string>([
  ['_UIVersionString', () => "(i.major || '.0')"],
  ['ContentTypeId', () => 'fold(i.content_type)'],
  ['ContentType', contentTypeName]
]);

/** The item's content type by its name, as `ContentType eq 'Item'` asks. */
function contentTypeName({ listId }: Field): string {
  return `(SELECT fold(json_extract(c.settings, '$.name')) FROM content_type c WHERE c.list_id = ${listId} AND c.id = i.content_type)`;
}

const comparisons = new Map<string, Comparison>([
  ['Text', 'text'],
  ['Choice', 'text'],
  ['MultiChoice', 'text'],
  ['Number', 'number'],
  ['Currency', 'number'],
  ['Integer', 'number'],
  ['Counter', 'number'],
  ['Lookup', 'number'],
  ['User', 'number'],
  ['DateTime', 'date'],
  ['Boolean', 'boolean'],
  ['Guid', 'exact'],
  ['Attachments', 'boolean'],
  ['File', 'text'],
  ['SystemText', 'text'],
  ['SystemNumber', 'number']
]);

const camlComparisons = new Map<string, Comparison>([
  ['Note', 'text'],
  ['URL', 'link']
]);

function memberColumn(field: Field, member: string, columns: ItemColumns): Column {
  const source = field.settings.multiple ? `(SELECT value FROM json_each(i.${columnOf(field) ?? ''}))` : `(i.${columnOf(field) ?? ''})`;
  if (field.type === 'User') {
    const expression = personMembers.get(member);
    if (expression === undefined) throw invalidFieldQuery(`The field or property '${member}' does not exist.`);
    return {
      field,
      timeZone: columns.timeZone,
      comparison: member === 'Id' ? 'number' : 'text',
      expression,
      through: { from: 'principal t', where: `t.id IN ${source}`, parameters: [] }
    };
  }
  const target = columns.lookup(field);
  if (target === undefined) throw invalidFieldQuery(`The list behind the field '${field.name}' does not exist.`);
  const inner = target.fields.find((candidate) => odataName(candidate) === member || (member === 'Id' && candidate.name === 'ID'));
  const comparison = inner && comparisons.get(inner.type);
  if (inner === undefined || comparison === undefined) throw invalidFieldQuery(`The field or property '${member}' does not exist.`);
  return {
    field,
    timeZone: columns.timeZone,
    comparison,
    expression: qualified(inner, 't'),
    through: {
      from: `${itemTable(target.list)} t`,
      where: `t.id IN ${source} AND ${target.visible.sql}`,
      parameters: target.visible.parameters
    }
  };
}

const personMembers = new Map([
  ['Id', 't.id'],
  ['ID', 't.id'],
  ['Title', 'fold(t.title)'],
  ['EMail', 'fold(t.email)'],
  ['Name', 'fold(t.login_name)'],
  ['UserName', "fold(replace(t.login_name, 'i:0#.f|membership|', ''))"]
]);

function qualified(field: Field, alias: string): string {
  const column = columnOf(field) ?? 'NULL';
  return comparableColumn(field).replace(column, `${alias}.${column}`);
}

function pointerNamed(name: string, columns: ItemColumns): Field {
  const field = columns.fields.find((candidate) => isPointer(candidate) && odataName(candidate) === `${name}Id`);
  if (field === undefined) throw unknown(name, columns);
  return field;
}

function named(name: string, { fields }: ItemColumns): Field | undefined {
  return fields.find((field) => field.name === name);
}

function unknown(name: string, { fields }: ItemColumns): Error {
  const pointer = fields.find((field) => isPointer(field) && field.name === name);
  return pointer ? notExpanded(name, name) : badArgument(`Column '${name}' does not exist. It may have been deleted by another user.`);
}
