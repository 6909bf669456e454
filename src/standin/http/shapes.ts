// Writes an answer in one of SharePoint's forms of JSON: without metadata, with a little of it (what `application/json` means) or verbose.
import type { Answer, Collection, Complex, Entity, Projected, Value } from './answer';
import { isCollection, isComplex } from './answer';
import type { Dialect } from './dialect';
import { annotationNames, contentTypeOf, contextOf, dialectOf, refusalDialectOf, typeName } from './dialect';
import type { SharePointError } from './errors';
import type { ApiRequest, ApiResponse } from './message';

interface Asked {
  readonly request: Pick<ApiRequest, 'headers' | 'query'>;
  /** Absolute address of the web, without a slash at the end. */
  readonly webUrl: string;
}

interface ShapeContext {
  readonly dialect: Dialect;
  readonly webUrl: string;
  /** What `$select` said, as it was said: the answer's context repeats it [recorded in public repositories]. */
  readonly select: string | undefined;
}

/** Throws 501 when the answer is JSON and the caller wants something else; texts and contents are what they are. */
export function writeAnswer(answer: Answer, { request, webUrl }: Asked): ApiResponse {
  switch (answer.kind) {
    case 'text':
      return { status: 200, headers: { 'Content-Type': 'text/plain;charset=utf-8' }, body: answer.text };
    case 'content':
      return { status: 200, headers: contentHeaders(answer), body: answer.bytes };
    case 'merged':
      return { status: 204, headers: answer.etag === undefined ? {} : { ETag: answer.etag }, body: '' };
    case 'deleted':
      return { status: 200, headers: { 'Content-Type': contentTypeOf(refusalDialectOf(request.headers)) }, body: '' };
    case 'entity':
    case 'collection':
    case 'property':
    case 'null':
      return writeJson(answer, { dialect: dialectOf(request.headers), webUrl, select: request.query.get('$select') ?? undefined });
  }
}

type JsonAnswer = Exclude<Answer, { readonly kind: 'text' | 'content' | 'merged' | 'deleted' }>;

function writeJson(answer: JsonAnswer, context: ShapeContext): ApiResponse {
  switch (answer.kind) {
    case 'entity':
      return written(answer.created ? 201 : 200, entityBody(answer, context), context, entityHeaders(answer, context));
    case 'collection':
      return written(200, collectionBody(answer, context), context);
    case 'property':
      return written(200, propertyBody(answer, context), context);
    case 'null':
      return written(200, nullBody(answer.name, context), context);
  }
}

function contentHeaders({ contentType, etag }: Answer & { readonly kind: 'content' }): Record<string, string> {
  return { 'Content-Type': contentType, ...(etag !== undefined && { ETag: etag }) };
}

/** In OData 4 the message is the text itself (SharePoint/sp-dev-docs#4392). */
export function writeError({ status, code, message }: SharePointError, headers: ApiRequest['headers']): ApiResponse {
  const dialect = refusalDialectOf(headers);
  const detail = { code, message: { lang: 'en-US', value: message } };
  const body =
    dialect.version === 4 ? { error: { code, message } } : dialect.metadata === 'verbose' ? { error: detail } : { 'odata.error': detail };
  return { status, headers: { 'Content-Type': contentTypeOf(dialect) }, body: JSON.stringify(body) };
}

type Json = Readonly<Record<string, unknown>>;

function written(status: number, body: Json, { dialect }: ShapeContext, headers: Readonly<Record<string, string>> = {}): ApiResponse {
  return { status, headers: { 'Content-Type': contentTypeOf(dialect), ...headers }, body: JSON.stringify(body) };
}

function nullBody(name: string, context: ShapeContext): Json {
  if (context.dialect.metadata === 'verbose') return { d: { [name]: null } };
  return { ...contextLine('Edm.Null', false, { ...context, select: undefined }), [namesOf(context).isNull]: true };
}

function entityHeaders(answer: Answer & { readonly kind: 'entity' }, { webUrl }: ShapeContext): Record<string, string> {
  const { etag, path } = answer.entity.entity;
  return { ...(etag !== undefined && { ETag: etag }), ...(answer.created && { Location: `${webUrl}/_api/${path}` }) };
}

function entityBody(answer: Answer & { readonly kind: 'entity' }, context: ShapeContext): Json {
  if (isVerbose(context)) return { d: jsonOf(answer.entity, context) };
  return { ...contextLine(answer.metadata, true, context), ...jsonOf(answer.entity, context) };
}

function collectionBody({ entities, metadata, next }: Answer & { readonly kind: 'collection' }, context: ShapeContext): Json {
  const rows = entities.map((entity) => jsonOf(entity, context));
  if (isVerbose(context)) return { d: { results: rows, ...(next !== undefined && { __next: next }) } };
  const link = next !== undefined && { [namesOf(context).nextLink]: next };
  return { ...contextLine(metadata, false, context), ...link, value: rows };
}

function propertyBody({ name, value }: Answer & { readonly kind: 'property' }, context: ShapeContext): Json {
  if (isVerbose(context)) return { d: { [name]: valueOf(value, context) } };
  const type = isComplex(value) ? value.complexType : edmTypeOf(value);
  const members = isComplex(value) ? complexOf(value, context) : { value: valueOf(value, context) };
  return { ...contextLine(type, false, { ...context, select: undefined }), ...members };
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

function contextLine(set: string, one: boolean, { dialect, webUrl, select }: ShapeContext): Json {
  if (dialect.metadata !== 'minimal') return {};
  return { [annotationNames[dialect.version].context]: `${webUrl}/_api/$metadata#${contextOf({ set, one, select }, dialect)}` };
}

function namesOf({ dialect }: ShapeContext): (typeof annotationNames)[3 | 4] {
  return annotationNames[dialect.version];
}

function isVerbose({ dialect }: ShapeContext): boolean {
  return dialect.metadata === 'verbose';
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
  if (!isVerbose(context)) return {};
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
  if (context.dialect.metadata === 'none') return {};
  const uri = addressOf(entity, context);
  const id = entity.id ?? uri;
  const etag = entity.shownEtag ?? entity.etag;
  if (isVerbose(context)) {
    const ways = entity.pointedAt ? {} : { uri, ...(etag !== undefined && { etag }) };
    return { __metadata: { id, ...ways, type: entity.type } };
  }
  const names = namesOf(context);
  const ways = entity.pointedAt ? {} : { ...(etag !== undefined && { [names.etag]: etag }), [names.editLink]: entity.path };
  return { [names.type]: typeName(entity.type, context.dialect), [names.id]: id, ...ways };
}

function expandedOf(parent: Projected, name: string, context: ShapeContext): (readonly [string, unknown])[] {
  const child = parent.expanded[name];
  const value: [string, unknown][] = child === undefined ? emptyPointer(parent, name, context) : [[name, childOf(child, context)]];
  const link = `${name}${namesOf(context).navigationLink}`;
  return context.dialect.metadata === 'minimal' ? [[link, `${parent.entity.path}/${name}`], ...value] : value;
}

/** Recorded from SharePoint Online in minimalmetadata, where the link stands alone; verbose clients know the value by `__deferred`. */
function emptyPointer({ entity }: Projected, name: string, context: ShapeContext): [string, unknown][] {
  return isVerbose(context) ? [[name, deferredLink(entity, name, context)]] : [];
}

function childOf(child: Projected | readonly Projected[] | null, context: ShapeContext): unknown {
  if (child === null) return null;
  if (!isMany(child)) return jsonOf(child, context);
  const rows = child.map((one) => jsonOf(one, context));
  return isVerbose(context) ? { results: rows } : rows;
}

function isMany(child: Projected | readonly Projected[]): child is readonly Projected[] {
  return Array.isArray(child);
}

function valueOf(value: Value, context: ShapeContext): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isComplex(value)) return complexOf(value, context);
  if (isCollection(value)) return collectionOf(value, context);
  const items = value.map((one) => (typeof one === 'object' ? membersOf(one, context) : one));
  return isVerbose(context) ? { __metadata: { type: collectionType(value) }, results: items } : items;
}

function complexOf({ complexType, members }: Complex, context: ShapeContext): Json {
  const values = membersOf({ members }, context);
  return isVerbose(context) ? { __metadata: { type: complexType }, ...values } : values;
}

function collectionOf({ collectionType, items }: Collection, context: ShapeContext): unknown {
  const results = items.map((one) => complexOf(one, context));
  if (!isVerbose(context)) return results;
  return { ...(collectionType !== undefined && { __metadata: { type: collectionType } }), results };
}

/** Inside a collection a structured value does not say its type again (as in a public recording). */
function membersOf({ members }: Pick<Complex, 'members'>, context: ShapeContext): Json {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, valueOf(value, context)]));
}
