// `getItems`: reading items by a CAML query.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { parseView } from '../caml/view';
import type { Answer, Entity, Value } from '../http/answer';
import { invalidClientQuery, notImplemented } from '../http/errors';
import { isPointer, odataName } from '../odata/item-columns';
import { projector } from '../odata/project';
import type { Segment } from '../odata/resource-path';
import type { Field } from '../store/fields';
import type { ItemRow } from '../store/items';
import { readBody, parseBody } from './body';
import { lookupsOfView, rowsOfView, shownFields } from './caml-query';
import { folderCondition } from './folder-scope';
import { itemEntity } from './item-entity';
import { readRows } from './item-rows';
import { refuseUnknownItemNames } from './item-selection';
import type { ListContext } from './item-values';
import { metadataOf } from './items';
import type { Ask, Resource } from './resource';
import { refuseTooManyLookups } from './throttling';

/** `getitems` with the query in the body, or `getitems(query=@q)?@q={…}`. */
export function camlItemsResource(segment: Segment, context: ListContext): Resource {
  return { post: (ask) => camlItems(context, camlQuery(segment, ask), ask) };
}

/** `SP.CamlQuery`. */
const querySchema = z.strictObject({
  ViewXml: z.string().nullish(),
  ListItemCollectionPosition: z.strictObject({ PagingInfo: z.string().nullish() }).nullish(),
  DatesInUtc: z.boolean().nullish(),
  FolderServerRelativeUrl: z.string().nullish(),
  FolderServerRelativePath: z.strictObject({ DecodedUrl: z.string() }).nullish(),
  AllowIncrementalResults: z.boolean().nullish()
});
type CamlQuery = z.infer<typeof querySchema>;

function camlQuery({ named, positional }: Segment, { body, query }: Ask): CamlQuery {
  for (const name of ['$filter', '$orderby', '$top', '$skiptoken']) {
    if (query.has(name)) throw notImplemented(`${name} on getItems`);
  }
  const given = named.get('query') ?? positional?.[0];
  if (given === undefined) return parseBody(z.strictObject({ query: querySchema }), body(), 'SP.CamlQuery').query;
  if (typeof given !== 'string') throw invalidClientQuery('The function GetItems needs a query.');
  return parseBody(querySchema, readBody(given, 'application/json;odata=verbose'), 'SP.CamlQuery');
}

function camlItems(context: ListContext, query: CamlQuery, { options }: Ask): Answer {
  const view = parseView(query.ViewXml ?? '');
  refuseTooManyLookups(lookupsOfView(view, context));
  refuseUnknownItemNames(options, context);
  const paging = query.ListItemCollectionPosition?.PagingInfo ?? undefined;
  const { rows } = readRows(context, {
    ...rowsOfView(view, context),
    within: folderCondition(context, view.scope, query.FolderServerRelativePath?.DecodedUrl ?? query.FolderServerRelativeUrl ?? undefined),
    token: paging === undefined ? undefined : new URLSearchParams(paging)
  });
  const shown = shownFields(view, context);
  const entities = rows.map((row) => camlEntity(row, context, { shown, datesInUtc: query.DatesInUtc === true }));
  return { kind: 'collection', entities: entities.map(projector(options)), metadata: metadataOf(context) };
}

interface Looks {
  /** Undefined: every column. */
  readonly shown: readonly Field[] | undefined;
  readonly datesInUtc: boolean;
}

/** An item as a query shows it: view fields, then ID, Created and Modified whatever they are [recorded]. */
function camlEntity(row: ItemRow, context: ListContext, { shown, datesInUtc }: Looks): Entity {
  const entity = itemEntity(row, context);
  const dates = context.fields.filter(({ type }) => type === 'DateTime').map(odataName);
  const all = datesInUtc ? entity.properties : withLocalDates(entity.properties, dates, context.visit.timeZone);
  const property = (name: string): Value | undefined => (name in all ? all[name] : entity.property?.(name));
  if (shown === undefined) return { ...entity, properties: all, property };
  const names = ['FileSystemObjectType', 'Id', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl', ...shown.flatMap(propertyNames)];
  const kept = [...new Set([...names, 'ID', 'Created', 'Modified'])].filter((name) => name in all);
  const others = Object.keys(all).filter((name) => !kept.includes(name));
  return {
    ...entity,
    properties: Object.fromEntries(kept.map((name) => [name, all[name] ?? null])),
    property,
    onRequest: { ...entity.onRequest, ...Object.fromEntries(others.map((name) => [name, (): Value => all[name] ?? null])) }
  };
}

function propertyNames(field: Field): string[] {
  const name = odataName(field);
  return isPointer(field) ? [name, `${name.slice(0, -2)}StringId`] : [name];
}

/** Local time without Z, unless `DatesInUtc` [recorded: platform.md 5]. */
function withLocalDates(properties: Entity['properties'], names: readonly string[], timeZone: string): Entity['properties'] {
  const local = names.flatMap((name): [string, Value][] => {
    const value = properties[name];
    return typeof value === 'string' ? [[name, localTime(value, timeZone)]] : [];
  });
  return { ...properties, ...Object.fromEntries(local) };
}

function localTime(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
}
