// What an item says by name: its default properties in their order, and what only $select brings.
import type { Entity, Value } from '../http/answer';
import { odataName } from '../odata/item-columns';
import { itemMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import type { Field } from '../store/fields';
import type { ItemRow } from '../store/items';
import type { ListContext } from './item-values';
import { valueReader } from './item-values';
import { encodedPath } from './resource-address';

export function propertiesOf(row: ItemRow, fields: readonly Field[]): Entity['properties'] {
  const properties: Record<string, Value> = {};
  for (const [name, read] of readersOf(fields)) properties[name] = read(row);
  return properties;
}

/** One value, shown by itself or on request; undefined when an item has none of that name. */
export function valueNamed(name: string, row: ItemRow, context: ListContext): Value | undefined {
  return (readersOf(context.fields).get(name) ?? askedByName(context).get(name))?.(row);
}

/** What only `$select` brings. */
export function valuesOnRequest(row: ItemRow, context: ListContext): NonNullable<Entity['onRequest']> {
  return Object.fromEntries([...askedByName(context)].map(([name, read]) => [name, () => read(row)]));
}

/** Where each property stands in an answer. */
export function propertyOrder(fields: readonly Field[]): ReadonlyMap<string, number> {
  return new Map([...readersOf(fields).keys()].map((name, place) => [name, place]));
}

/** What these columns show. */
export function fieldValues(row: ItemRow, fields: readonly Field[]): Record<string, Value> {
  return Object.fromEntries(fieldReaders(fields).map(([name, read]) => [name, read(row)]));
}

type Readers = ReadonlyMap<string, (row: ItemRow) => Value>;

/** By property name in the order of the answer; made once for the columns of a call. */
const readers = new WeakMap<readonly Field[], Readers>();

function readersOf(fields: readonly Field[]): Readers {
  const known = readers.get(fields);
  if (known !== undefined) return known;
  const made: Readers = new Map([
    ['FileSystemObjectType', ({ fs_obj_type }: ItemRow): Value => fs_obj_type],
    ['Id', ({ id }): Value => id],
    ['ServerRedirectedEmbedUri', (): Value => null],
    ['ServerRedirectedEmbedUrl', (): Value => ''],
    ...fieldReaders(fields.filter(isFirst)),
    ['ComplianceAssetId', (): Value => null],
    ...fieldReaders(fields.filter(({ builtIn }) => !builtIn)),
    ...fieldReaders(fields.filter((field) => field.builtIn && !isFirst(field)))
  ]);
  readers.set(fields, made);
  return made;
}

/** The list's own columns stand between the title and the other columns every list has [recorded in public repositories]. */
function isFirst({ name, builtIn }: Field): boolean {
  return builtIn && (name === 'ContentTypeId' || name === 'Title');
}

/** Of what only `$select` brings; made once for a call. */
function askedByName(context: ListContext): Readers {
  const known = readersByName.get(context);
  if (known !== undefined) return known;
  const { list, visit, fields } = context;
  const { origin } = new URL(visit.webUrl);
  const permissions = (row: ItemRow): Value => basePermissions(itemMask(visit, list, row));
  const title = (row: ItemRow): Value => row['f_Title'] ?? null;
  const made: Readers = new Map([
    ...fields.filter(isPlace).map((field) => [odataName(field), valueReader(field)] as const),
    ['HasUniqueRoleAssignments', ({ scope_id }: ItemRow): Value => scope_id !== null],
    ['EffectiveBasePermissions', permissions],
    ['EffectiveBasePermissionsForUI', permissions],
    ['EncodedAbsUrl', ({ file_ref }: ItemRow): Value => `${origin}${encodedPath(file_ref ?? '')}`],
    ['Client_Title', title],
    ['DisplayName', title],
    ['CommentsDisabled', (): Value => false],
    ['CommentsDisabledScope', (): Value => 0],
    ['IconOverlay', (): Value => null]
  ]);
  readersByName.set(context, made);
  return made;
}

const readersByName = new WeakMap<ListContext, Readers>();

/** Where a row lies and what file it is: SharePoint tells it when asked by name. */
function isPlace({ type }: Field): boolean {
  return type === 'File' || type === 'SystemText' || type === 'SystemNumber';
}

/** A person also as text, as SharePoint gives both. */
function fieldReaders(fields: readonly Field[]): [string, (row: ItemRow) => Value][] {
  return fields
    .filter((field) => field.type !== 'Computed' && !isPlace(field))
    .flatMap((field): [string, (row: ItemRow) => Value][] => {
      const read = valueReader(field);
      const own: [string, (row: ItemRow) => Value] = [odataName(field), read];
      if (field.type !== 'User' || field.builtIn) return [own];
      return [own, [`${odataName(field).slice(0, -2)}StringId`, (row) => idAsText(read(row))]];
    });
}

function idAsText(value: Value): Value {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'number' ? String(value) : null;
}
