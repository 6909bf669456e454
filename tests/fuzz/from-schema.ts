// Bodies made from a zod schema: what it asks for, and the same with one thing wrong.
import fc from 'fast-check';
import { z } from 'zod';
import { oddJson, oddName, oddText } from './odd-values';

/** Values that a property of this name may well have, so that some bodies reach past the schema into the rules. */
export type Hints = Readonly<Record<string, readonly string[]>>;

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What the schema takes; texts are odd ones as often as plain ones. Refinements are not known to it. */
export function bodyFor(schema: z.ZodType, hints: Hints): fc.Arbitrary<unknown> {
  return valueFor(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), hints, '');
}

function valueFor(schema: JsonSchema, hints: Hints, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => valueFor(one, hints, name)));
  switch (schema.type) {
    case 'object':
      return objectFor(schema, hints);
    case 'array':
      return listFor(schema, hints, name);
    case 'string':
      return textFor(schema, hints[name]);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: -5, max: 50 });
    case 'null':
      return fc.constant(null);
    case undefined:
    default:
      return oddJson;
  }
}

function objectFor({ properties, required = [], additionalProperties }: JsonSchema, hints: Hints): fc.Arbitrary<unknown> {
  if (properties !== undefined) {
    const members = Object.entries(properties).map(([name, schema]) => [name, valueFor(schema as JsonSchema, hints, name)] as const);
    return fc.record(Object.fromEntries(members), { requiredKeys: required });
  }
  const value = typeof additionalProperties === 'object' ? valueFor(additionalProperties, hints, '') : oddJson;
  return fc.array(fc.tuple(fc.oneof(oddName, oddText), value), { maxLength: 8 }).map((members) => Object.fromEntries(members) as unknown);
}

function listFor({ items, minItems = 0, maxItems = 4 }: JsonSchema, hints: Hints, name: string): fc.Arbitrary<unknown> {
  const item = typeof items === 'object' && !Array.isArray(items) ? valueFor(items, hints, name) : oddJson;
  return fc.array(item, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) });
}

function textFor({ format, minLength = 0, maxLength = 190 }: JsonSchema, known: readonly string[] | undefined): fc.Arbitrary<string> {
  if (format === 'date-time' && known === undefined)
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().replace(/\.\d+Z$/, 'Z'));
  if (format === 'uuid' || format === 'guid') return fc.uuid();
  const plain = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)), unit: 'binary' });
  // Within the limit by characters, beyond it in UTF-16.
  const emoji = fc.integer({ min: 100, max: 190 }).map((times) => '😀'.repeat(times));
  const odd = oddText.map((text) => text.slice(0, maxLength)).filter((text) => text.length >= minLength);
  return known === undefined
    ? fc.oneof({ weight: 2, arbitrary: plain }, { weight: 6, arbitrary: odd }, { weight: 1, arbitrary: emoji })
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: odd });
}

/** The value with one thing in it replaced, left out, added, or put in a list. */
export function withOneWrong(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.oneof(
    fc.record({ how: fc.constant('replaced' as const), by: oddJson }),
    fc.record({ how: fc.constant('left-out' as const) }),
    fc.record({ how: fc.constant('added' as const), name: oddName, value: oddJson }),
    fc.record({ how: fc.constant('listed' as const) })
  );
  return fc.tuple(value, fc.nat(), change).map(([whole, at, wrong]) => {
    const places = placesIn(whole);
    return changedAt(whole, places[at % places.length] ?? [], wrong);
  });
}

type Place = readonly (string | number)[];

type Change =
  | { readonly how: 'replaced'; readonly by: unknown }
  | { readonly how: 'left-out' | 'listed' }
  | { readonly how: 'added'; readonly name: string; readonly value: unknown };

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner = Object.entries(value).flatMap(([name, part]) => placesIn(part).map((place) => [name, ...place]));
  return [[], ...inner];
}

function changedAt(value: unknown, [name, ...rest]: Place, change: Change): unknown {
  if (name === undefined) return changed(value, change);
  if (Array.isArray(value)) {
    return value.flatMap((part: unknown, index) => {
      if (String(index) !== name) return [part];
      return rest.length === 0 && change.how === 'left-out' ? [] : [changedAt(part, rest, change)];
    });
  }
  const members = Object.entries(value as object).flatMap(([own, part]: [string, unknown]) => {
    if (own !== name) return [[own, part]];
    return rest.length === 0 && change.how === 'left-out' ? [] : [[own, changedAt(part, rest, change)]];
  });
  return Object.fromEntries(members) as unknown;
}

function changed(value: unknown, change: Change): unknown {
  switch (change.how) {
    case 'replaced':
      return change.by;
    case 'left-out':
      return null;
    case 'listed':
      return [value];
    case 'added':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries([...Object.entries(value), [change.name, change.value]])
        : { [change.name]: change.value };
  }
}
