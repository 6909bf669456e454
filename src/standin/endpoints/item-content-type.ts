// Which of its list's content types an item has.
import type { Entity } from '../http/answer';
import { badArgument, invalidClientQuery } from '../http/errors';
import { contentTypesOf } from '../store/content-types';
import type { ContentType } from '../store/content-types';
import type { ItemRow } from '../store/items';
import { contentTypeEntity, listTypes } from './content-type-entity';
import type { ListContext } from './item-values';

/** The id an item may be given: one of the list's, or one under which the list has one. Throws 400 for others (status and code are a guess). */
export function contentTypeCell(value: unknown, context: Pick<ListContext, 'visit' | 'list'>): string {
  const wanted = idIn(value);
  if (wanted === undefined) throw invalidClientQuery('The property ContentTypeId is not valid.');
  const types = typesOfList(context);
  const type = types.find(({ id }) => id.toLowerCase() === wanted) ?? types.find(({ id }) => id.toLowerCase().startsWith(wanted));
  if (type === undefined) throw badArgument(`The content type ${wanted} is not in the list.`);
  return type.id;
}

/** The id of the list's content type with this name, in any case. Throws 400 for others (status and code are a guess). */
export function contentTypeNamed(name: string, context: Pick<ListContext, 'visit' | 'list'>): string {
  const type = typesOfList(context).find(({ settings }) => settings.name.toLowerCase() === name.toLowerCase());
  if (type === undefined) throw badArgument(`The content type ${name} is not in the list.`);
  return type.id;
}

/** Null for an item whose content type is no longer in the list. */
export function contentTypeOfItem(row: ItemRow, context: Pick<ListContext, 'visit' | 'list'>): Entity | null {
  const type = typeOf(row, context);
  return type === undefined ? null : contentTypeEntity(type, listTypes(context));
}

/** Empty for an item whose content type is no longer in the list. */
export function contentTypeName(row: ItemRow, context: Pick<ListContext, 'visit' | 'list'>): string {
  return typeOf(row, context)?.settings.name ?? '';
}

function typeOf(row: ItemRow, context: Pick<ListContext, 'visit' | 'list'>): ContentType | undefined {
  return typesOfList(context).find(({ id }) => id === row.content_type);
}

function typesOfList({ visit, list }: Pick<ListContext, 'visit' | 'list'>): ContentType[] {
  return contentTypesOf(visit.database, { site: visit.site, listId: list.id });
}

/** A text, or `{ StringValue }` as verbose clients send. Lower case. */
function idIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value !== 'object' || value === null || !('StringValue' in value)) return undefined;
  return idIn(value.StringValue);
}
