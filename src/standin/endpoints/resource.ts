// What every endpoint is made of: a resource that can be stepped into and asked, and the answers they share.
import type { Answer, Entity, Later, Value } from '../http/answer';
import { invalidClientQuery, notImplemented } from '../http/errors';
import { queried } from '../odata/evaluate';
import { project } from '../odata/project';
import type { QueryOptions } from '../odata/query-options';
import type { Argument, Segment } from '../odata/resource-path';
import type { Body } from './body';

/** One call, as an endpoint sees it. */
export interface Ask {
  readonly options: QueryOptions;
  readonly query: URLSearchParams;
  /** The JSON body; throws 400 when it is none. */
  readonly body: () => Body;
  /** The JSON body as an entity of one of the types, the first being its own; throws 400 as `readEntity` does. */
  readonly entity: (...types: readonly string[]) => Body;
  /** The body as it came, for the content of files. */
  readonly bytes: Buffer;
  readonly ifMatch: string | undefined;
}

/** A place in the API. What is missing answers 501 with the name. */
export interface Resource {
  readonly step?: (segment: Segment) => Resource | undefined;
  readonly get?: (ask: Ask) => Answer;
  readonly post?: (ask: Ask) => Answer | Later;
  readonly merge?: (ask: Ask) => Answer | Later;
  readonly remove?: (ask: Ask) => Answer;
}

export function entityAnswer(entity: Entity, metadata: string, { options }: Ask): Answer {
  return { kind: 'entity', entity: project(entity, options), metadata };
}

/** What a POST to a collection answers: the new entity, whole. */
export function createdAnswer(entity: Entity, metadata: string): Answer {
  return { kind: 'entity', entity: project(entity, { select: [], expand: [] }), metadata, created: true };
}

/** A collection held in memory, filtered, sorted and cut as asked. */
export function collectionAnswer(entities: readonly Entity[], metadata: string, { options }: Ask): Answer {
  return { kind: 'collection', entities: queried(entities, options).map((entity) => project(entity, options)), metadata };
}

/** An entity with its properties, to read. */
export function oneResource(entity: Entity, metadata: string): Resource {
  return { get: (ask) => entityAnswer(entity, metadata, ask), step: (segment) => propertyOf(entity, segment) };
}

/** A resource that only answers one value. */
export function propertyResource(name: string, value: () => Value): Resource {
  return { get: () => ({ kind: 'property', name, value: value() }) };
}

/** A function that changes something and answers nothing. */
export function actionResource(name: string, act: (ask: Ask) => void): Resource {
  return {
    post: (ask) => {
      act(ask);
      return { kind: 'null', name };
    }
  };
}

/** A single property of an entity, `web/title`; undefined when it has none of that name. */
export function propertyOf(entity: Entity, { text }: Segment): Resource | undefined {
  const all = { ...entity.properties, ...entity.onRequest };
  const name = Object.keys(all).find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  if (name === undefined) return undefined;
  return propertyResource(name, () => entity.properties[name] ?? entity.onRequest?.[name]?.() ?? null);
}

/** Leaves out what a body did not say. */
export function definedValues<V extends Value>(given: Readonly<Record<string, V | undefined>>): Record<string, V> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

/** An argument by name or, without a name, the first. */
function argument({ positional, named }: Segment, name: string): Argument | undefined {
  return named.get(name.toLowerCase()) ?? positional?.[0];
}

export function textArgument(segment: Segment, name: string): string {
  const value = argument(segment, name);
  if (typeof value !== 'string') throw invalidClientQuery(`The function ${segment.text} needs the text ${name}.`);
  return value;
}

export function numberArgument(segment: Segment, name: string): number {
  const value = argument(segment, name);
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number') throw invalidClientQuery(`The function ${segment.text} needs the number ${name}.`);
  return number;
}

/** Walks from a resource along the segments. Throws 501 with the name of the first that leads nowhere. */
export function walk(root: Resource, segments: readonly Segment[]): Resource {
  let resource = root;
  for (const segment of segments) {
    const next = resource.step?.(segment);
    if (next === undefined) throw notImplemented(`_api/${segments.map(({ text }) => text).join('/')} (at ${segment.text})`);
    resource = next;
  }
  return resource;
}
