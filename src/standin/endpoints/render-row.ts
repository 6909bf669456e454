// One row as RenderListDataAsStream shows it: every value as text for people, with the raw one beside it [recorded: platform.md 5].
import type { Value } from '../http/answer';
import { itemMask, visibleItems } from '../permissions/rights';
import { one } from '../store/database';
import type { Field } from '../store/fields';
import { fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { itemTable, listByGuid } from '../store/lists';
import { principalById } from '../store/principals';
import { numberText } from './field-texts';
import { contentTypeName } from './item-content-type';
import type { ListContext } from './item-values';
import { valueOf } from './item-values';
import { localDate, localDateTime } from './local-format';

export interface RowLooks {
  /** The view's columns, in its order. */
  readonly shown: readonly Field[];
  /** Also the columns that SharePoint's own pages need. */
  readonly required: boolean;
  readonly datesInUtc: boolean;
}

export type RenderedRow = Readonly<Record<string, Rendered>>;
type Rendered = string | readonly (string | Readonly<Record<string, string | number | boolean>>)[];

/** `ID`, `PermMask` and `FSObjType` are there whatever the view shows; pnp/pnpcore relies on the first. */
export function renderedRow(row: ItemRow, context: ListContext, { shown, required, datesInUtc }: RowLooks): RenderedRow {
  const cells = shown.flatMap((field) => Object.entries(renderedCell(row, field, context, datesInUtc)));
  return {
    ID: String(row.id),
    PermMask: hexMask(itemMask(context.visit, context.list, row)),
    FSObjType: String(row.fs_obj_type),
    ...Object.fromEntries(cells),
    ...(required && requiredCells(row))
  };
}

export function hexMask(mask: bigint): string {
  return `0x${mask.toString(16)}`;
}

function renderedCell(row: ItemRow, field: Field, context: ListContext, datesInUtc: boolean): Record<string, Rendered> {
  const { name } = field;
  const value = valueOf(row, field);
  switch (field.type) {
    case 'Number':
    case 'Currency':
    case 'Integer':
      return numberCells(name, value, field);
    case 'DateTime':
      return dateCells(name, value, { field, timeZone: context.visit.timeZone, datesInUtc });
    case 'Boolean':
      return {
        [name]: value === null ? '' : value === true ? 'Yes' : 'No',
        [`${name}.value`]: value === null ? '' : value === true ? '1' : '0'
      };
    case 'Attachments':
      return { [name]: value === true || value === 1 ? '1' : '0' };
    case 'MultiChoice':
      return Array.isArray(value)
        ? { [name]: value.map(String), [`${name}.`]: `;#${value.join(';#')};#` }
        : { [name]: '', [`${name}.`]: '' };
    case 'URL':
      return linkCells(name, value);
    case 'User':
      return { [name]: people(idsIn(value), field, context) };
    case 'Lookup':
      return lookupCells(name, idsIn(value), field, context);
    case 'Guid':
    case 'Text':
    case 'Note':
    case 'Choice':
    case 'Counter':
    case 'ContentTypeId':
    case 'File':
    case 'SystemText':
    case 'SystemNumber':
      return { [name]: plainText(value, field) };
    case 'Computed':
      return { [name]: computedText(row, field, context) };
  }
}

/** The name of the content type, and the type of a file, which SharePoint's pages show by its icon. */
function computedText(row: ItemRow, field: Field, context: ListContext): string {
  if (field.name === 'ContentType') return contentTypeName(row, context);
  if (field.name === 'DocIcon') return fileType(row);
  return plainText(valueOf(row, field), field);
}

/** A guid in braces and upper case [recorded]; nothing is ''. */
function plainText(value: Value, { name, type }: Field): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return type === 'Guid' || name === 'UniqueId' ? `{${text.toUpperCase()}}` : text;
}

/** `1,234.5` and `1234.50000000000`: fifteen digits, as SQL Server writes a float (seen in public samples). Per cent is `50 %`. */
function numberCells(name: string, value: unknown, field: Field): Record<string, string> {
  if (typeof value !== 'number') return { [name]: '', [`${name}.`]: '' };
  return { [name]: numberText(value, field), [`${name}.`]: value.toPrecision(15) };
}

interface DateLooks {
  readonly field: Field;
  readonly timeZone: string;
  readonly datesInUtc: boolean;
}

/** That `DatesInUtc` changes the first of the two is a guess. */
function dateCells(name: string, value: unknown, { field, timeZone, datesInUtc }: DateLooks): Record<string, string> {
  if (typeof value !== 'string') return { [name]: '', [`${name}.`]: '' };
  const local = field.settings.displayFormat === 0 ? localDate(value, timeZone) : localDateTime(value, timeZone);
  return { [name]: datesInUtc ? value : local, [`${name}.`]: value };
}

function linkCells(name: string, value: unknown): Record<string, string> {
  const link = typeof value === 'object' && value !== null && 'members' in value ? (value.members as Record<string, string>) : {};
  return { [name]: link['Url'] ?? '', [`${name}.desc`]: link['Description'] ?? '' };
}

function idsIn(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'number');
}

/** A person as an object in an array, `value` only where the column takes several (seen in pnp/pnpcore's samples); '' for nobody. */
function people(ids: readonly number[], field: Field, { visit }: ListContext): Rendered {
  const shown = ids.flatMap((id) => {
    const principal = principalById(visit.database, visit.site.id, id);
    if (principal === undefined) return [];
    const user = principal.objectId === null ? undefined : visit.directory.userById(principal.objectId);
    return {
      id: String(id),
      ...(field.settings.multiple && { value: principal.title }),
      title: principal.title,
      email: principal.email,
      sip: principal.email,
      picture: '',
      jobTitle: user?.jobTitle ?? '',
      department: user?.department ?? ''
    };
  });
  return shown.length === 0 ? '' : shown;
}

function lookupCells(name: string, ids: readonly number[], field: Field, context: ListContext): Record<string, Rendered> {
  const found = ids.flatMap((id) => {
    const text = lookupText(id, field, context);
    return text === undefined ? [] : [{ lookupId: id, lookupValue: text, isSecretFieldValue: false }];
  });
  if (found.length === 0) return { [name]: '', [`${name}.`]: '' };
  return { [name]: found, [`${name}.`]: found.map(({ lookupId, lookupValue }) => `${lookupId};#${lookupValue}`).join(';#') };
}

/** What the item that is pointed at shows; undefined when the viewer may not see it. */
function lookupText(id: number, field: Field, { visit }: ListContext): string | undefined {
  const list = listByGuid(visit.database, visit.site.id, field.settings.lookupList);
  if (list === undefined) return undefined;
  const visible = visibleItems(visit, list, 'i');
  const row = one<ItemRow>(visit.database, `SELECT i.* FROM ${itemTable(list)} i WHERE i.id = ? AND ${visible.sql}`, [
    id,
    ...visible.parameters
  ]);
  if (row === undefined) return undefined;
  const shown = fieldsOf(visit.database, list.id).find(({ name }) => name === field.settings.lookupField);
  const value = shown && valueOf(row, shown);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What `AddRequiredFields` adds, after a recording of ValidateUpdateFetchListItem. */
function requiredCells(row: ItemRow): Record<string, string> {
  const [leaf, path] = [row.leaf_name ?? '', row.file_ref ?? ''];
  const dot = row.fs_obj_type === 1 ? -1 : leaf.lastIndexOf('.');
  const written = localStamp(row.created);
  return {
    UniqueId: `{${row.guid.toUpperCase()}}`,
    FileLeafRef: leaf,
    'FileLeafRef.Name': dot === -1 ? leaf : leaf.slice(0, dot),
    'FileLeafRef.Suffix': dot === -1 ? '' : leaf.slice(dot + 1),
    Created_x0020_Date: `${row.id};#${written}`,
    'Created_x0020_Date.': row.created,
    FileRef: path,
    'FileRef.urlencode': encodeURIComponent(path).replaceAll('_', '%5F').replaceAll('.', '%2E').replaceAll('-', '%2D'),
    'FileRef.urlencodeasurl': encodeURI(path),
    File_x0020_Type: fileType(row),
    'HTML_x0020_File_x0020_Type.File_x0020_Type.mapall': 'icgen.gif|||',
    'HTML_x0020_File_x0020_Type.File_x0020_Type.mapcon': '',
    'HTML_x0020_File_x0020_Type.File_x0020_Type.mapico': 'icgen.gif',
    ItemChildCount: '0',
    FolderChildCount: '0',
    owshiddenversion: String(row.etag),
    Restricted: ''
  };
}

/** `docx`; empty for what is no file. */
function fileType({ content_id, leaf_name }: ItemRow): string {
  return content_id === null ? '' : (/\.([^.]*)$/.exec(leaf_name ?? '')?.[1] ?? '');
}

function localStamp(instant: string): string {
  return instant.replace('T', ' ').replace('Z', '');
}
