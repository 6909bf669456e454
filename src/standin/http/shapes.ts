// Writes an answer in one of SharePoint's JSON shapes: nometadata, minimalmetadata (what `application/json` means) or verbose.
import type { Answer, Complex, Entity, Projected, Value } from './answer';
import { isComplex } from './answer';
import type { SharePointError } from './errors';
import { notImplemented } from './errors';
import type { ApiResponse } from './message';

export type Shape = 'nometadata' | 'minimalmetadata' | 'verbose';

interface ShapeContext {
  readonly shape: Shape;
  /** Absolute address of the web, without a slash at the end. */
  readonly webUrl: string;
  /** What `$select` said, as it was said: `odata.metadata` repeats it [recorded in public repositories]. */
  readonly select?: string | undefined;
}

/** The shape an `Accept` header asks for. Throws 501 for Atom and full metadata. */
export function shapeOf(accept: string | undefined): Shape {
  const wanted = (accept ?? 'application/json').toLowerCase();
  if (wanted.includes('odata=verbose')) return 'verbose';
  if (wanted.includes('odata=nometadata') || wanted.includes('odata.metadata=none')) return 'nometadata';
  if (wanted.includes('odata=fullmetadata')) throw notImplemented('odata=fullmetadata');
  if (wanted.includes('json') || wanted.includes('*/*')) return 'minimalmetadata';
  throw notImplemented(`Accept: ${accept ?? ''}`);
}

export function writeAnswer(answer: Answer, context: ShapeContext): ApiResponse {
  switch (answer.kind) {
    case 'entity':
      return written(answer.created ? 201 : 200, entityBody(answer, context), context, entityHeaders(answer, context));
    case 'collection':
      return written(200, collectionBody(answer, context), context);
    case 'property':
      return written(200, propertyBody(answer, context), context);
    case 'null':
      return written(200, context.shape === 'verbose' ? { d: { [answer.name]: null } } : nullBody(context), context);
    case 'text':
      return { status: 200, headers: { 'Content-Type': 'text/plain;charset=utf-8' }, body: answer.text };
    case 'content':
      return { status: 200, headers: contentHeaders(answer), body: answer.bytes };
    case 'merged':
      return { status: 204, headers: answer.etag === undefined ? {} : { ETag: answer.etag }, body: '' };
    case 'deleted':
      return { status: 200, headers: { 'Content-Type': contentTypes[context.shape] }, body: '' };
  }
}

function contentHeaders({ contentType, etag }: Answer & { readonly kind: 'content' }): Record<string, string> {
  return { 'Content-Type': contentType, ...(etag !== undefined && { ETag: etag }) };
}

export function writeError(error: SharePointError, shape: Shape): ApiResponse {
  const detail = { code: error.code, message: { lang: 'en-US', value: error.message } };
  const body = shape === 'verbose' ? { error: detail } : { 'odata.error': detail };
  return { status: error.status, headers: { 'Content-Type': contentTypes[shape] }, body: JSON.stringify(body) };
}

const contentTypes: Readonly<Record<Shape, string>> = {
  nometadata: 'application/json;odata=nometadata;streaming=true;charset=utf-8',
  minimalmetadata: 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
  verbose: 'application/json;odata=verbose;charset=utf-8'
};

type Json = Readonly<Record<string, unknown>>;

function written(status: number, body: Json, { shape }: ShapeContext, headers: Readonly<Record<string, string>> = {}): ApiResponse {
  return { status, headers: { 'Content-Type': contentTypes[shape], ...headers }, body: JSON.stringify(body) };
}

function nullBody({ shape, webUrl }: ShapeContext): Json {
  return shape === 'minimalmetadata'
    ? { 'odata.metadata': `${webUrl}/_api/$metadata#Edm.Null`, 'odata.null': true }
    : { 'odata.null': true };
}

function entityHeaders(answer: Answer & { readonly kind: 'entity' }, { webUrl }: ShapeContext): Record<string, string> {
  const { etag, path } = answer.entity.entity;
  return { ...(etag !== undefined && { ETag: etag }), ...(answer.created && { Location: `${webUrl}/_api/${path}` }) };
}

function entityBody(answer: Answer & { readonly kind: 'entity' }, context: ShapeContext): Json {
  if (context.shape === 'verbose') return { d: jsonOf(answer.entity, context) };
  return { ...metadataLine(`${answer.metadata}/@Element${selected(context)}`, context), ...jsonOf(answer.entity, context) };
}

function collectionBody({ entities, metadata, next }: Answer & { readonly kind: 'collection' }, context: ShapeContext): Json {
  const rows = entities.map((entity) => jsonOf(entity, context));
  if (context.shape === 'verbose') return { d: { results: rows, ...(next !== undefined && { __next: next }) } };
  const line = metadataLine(`${metadata}${selected(context)}`, context);
  return { ...line, ...(next !== undefined && { 'odata.nextLink': next }), value: rows };
}

function selected({ select }: ShapeContext): string {
  return select === undefined ? '' : `&$select=${select}`;
}

function propertyBody({ name, value }: Answer & { readonly kind: 'property' }, context: ShapeContext): Json {
  if (context.shape === 'verbose') return { d: { [name]: valueOf(value, context) } };
  const type = isComplex(value) ? value.complexType : edmTypeOf(value);
  const members = isComplex(value) ? complexOf(value, context) : { value: valueOf(value, context) };
  return { ...metadataLine(type, context), ...members };
}

function edmTypeOf(value: Value): string {
  if (typeof value === 'boolean') return 'Edm.Boolean';
  if (typeof value === 'number') return 'Edm.Int32';
  return isMembers(value) ? collectionType(value) : 'Edm.String';
}

type Members = readonly (string | number)[] | readonly Complex[];

function isMembers(value: Value): value is Members {
  return Array.isArray(value);
}

function collectionType([first]: Members): string {
  if (typeof first === 'object') return `Collection(${first.complexType})`;
  return typeof first === 'number' ? 'Collection(Edm.Int32)' : 'Collection(Edm.String)';
}

function metadataLine(metadata: string, { shape, webUrl }: ShapeContext): Json {
  return shape === 'minimalmetadata' ? { 'odata.metadata': `${webUrl}/_api/$metadata#${metadata}` } : {};
}

function jsonOf(projected: Projected, context: ShapeContext): Json {
  const json: Record<string, unknown> = { ...annotations(projected, context), ...deferredLinks(projected, context) };
  for (const name of Object.keys(projected.expanded)) {
    for (const [property, value] of expandedOf(projected, name, context)) json[property] = value;
  }
  for (const name of Object.keys(projected.values)) json[name] = valueOf(projected.values[name] ?? null, context);
  return json;
}

function deferredLinks({ entity, deferred }: Projected, context: ShapeContext): Json {
  if (context.shape !== 'verbose') return {};
  return Object.fromEntries(deferred.map((name) => [name, deferredLink(entity, name, context)]));
}

function deferredLink(entity: Entity, name: string, context: ShapeContext): Json {
  return { __deferred: { uri: `${addressOf(entity, context)}/${name}` } };
}

/** A site's id is its address, which may be another than the one asked; others have theirs under the site asked. */
function addressOf({ id, path }: Entity, { webUrl }: ShapeContext): string {
  return id?.includes('/_api/') === true ? id : `${webUrl}/_api/${path}`;
}

function annotations({ entity }: Projected, context: ShapeContext): Json {
  if (context.shape === 'nometadata') return {};
  const uri = addressOf(entity, context);
  const id = entity.id ?? uri;
  const etag = entity.shownEtag ?? entity.etag;
  if (context.shape === 'verbose') {
    const ways = entity.pointedAt ? {} : { uri, ...(etag !== undefined && { etag }) };
    return { __metadata: { id, ...ways, type: entity.type } };
  }
  const ways = entity.pointedAt ? {} : { ...(etag !== undefined && { 'odata.etag': etag }), 'odata.editLink': entity.path };
  return { 'odata.type': entity.type, 'odata.id': id, ...ways };
}

function expandedOf(parent: Projected, name: string, context: ShapeContext): (readonly [string, unknown])[] {
  const child = parent.expanded[name];
  const value: [string, unknown][] = child === undefined ? emptyPointer(parent, name, context) : [[name, childOf(child, context)]];
  return context.shape === 'minimalmetadata' ? [[`${name}@odata.navigationLinkUrl`, `${parent.entity.path}/${name}`], ...value] : value;
}

/** Recorded from SharePoint Online in minimalmetadata, where the link stands alone; verbose clients know the value by `__deferred`. */
function emptyPointer({ entity }: Projected, name: string, context: ShapeContext): [string, unknown][] {
  return context.shape === 'verbose' ? [[name, deferredLink(entity, name, context)]] : [];
}

function childOf(child: Projected | readonly Projected[] | null, context: ShapeContext): unknown {
  if (child === null) return null;
  if (!isMany(child)) return jsonOf(child, context);
  const rows = child.map((one) => jsonOf(one, context));
  return context.shape === 'verbose' ? { results: rows } : rows;
}

function isMany(child: Projected | readonly Projected[]): child is readonly Projected[] {
  return Array.isArray(child);
}

function valueOf(value: Value, context: ShapeContext): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isComplex(value)) return complexOf(value, context);
  const items = value.map((one) => (typeof one === 'object' ? membersOf(one, context) : one));
  return context.shape === 'verbose' ? { __metadata: { type: collectionType(value) }, results: items } : items;
}

function complexOf({ complexType, members }: Complex, context: ShapeContext): Json {
  const values = membersOf({ members }, context);
  return context.shape === 'verbose' ? { __metadata: { type: complexType }, ...values } : values;
}

/** Inside a collection a structured value does not say its type again (as in a public recording). */
function membersOf({ members }: Pick<Complex, 'members'>, context: ShapeContext): Json {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, valueOf(value, context)]));
}
