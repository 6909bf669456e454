// Reads request bodies: plain JSON, or verbose JSON with its `__metadata` and `{ results: […] }`.
import { z } from 'zod';
import { versionOf } from '../http/dialect';
import { invalidClientQuery } from '../http/errors';

export type Body = Readonly<Record<string, unknown>>;

/** An empty body is an empty object. Throws 400 for what is no JSON object. */
export function readBody(text: string, contentType: string | undefined): Body {
  if (text.trim() === '') return {};
  const parsed = jsonObject.safeParse(parsedJson(text));
  if (!parsed.success) throw invalidClientQuery('Invalid JSON. The request body is not a JSON object.');
  return plain(parsed.data, isVerbose(contentType));
}

interface EntityBody {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads an entity that is to be made or changed, of the type or of one more general. Throws 400 as SharePoint Online does: without a body,
 * in verbose JSON without its type or with another list's, with verbose JSON's `__metadata` in other JSON, and with OData 4's annotations
 * in OData 3 (the messages as met by others; two of them are those of Microsoft's OData library).
 */
export function readEntity({ text, headers }: EntityBody, types: readonly string[]): Body {
  const [type = ''] = types;
  if (text.trim() === '') throw unexpectedNode('EndOfInput');
  const parsed = jsonObject.safeParse(parsedJson(text));
  if (!parsed.success) throw unexpectedNode('StartArray');
  if (isVerbose(headers['content-type'])) refuseOtherType(parsed.data, types, headers);
  else if ('__metadata' in parsed.data) throw unknownProperty('__metadata', type);
  const annotation = versionOf(headers) === 3 && Object.keys(parsed.data).find((name) => name.startsWith('@'));
  if (typeof annotation === 'string') throw invalidClientQuery(`'${annotation}' is an invalid instance annotation name.`);
  return readBody(text, headers['content-type']);
}

function unexpectedNode(node: string): Error {
  return invalidClientQuery(
    `A node of type '${node}' was read from the JSON reader when trying to read the start of an entry. A 'StartObject' node was expected.`
  );
}

function refuseOtherType(body: Body, types: readonly string[], headers: EntityBody['headers']): void {
  if (versionOf(headers) === 4)
    throw invalidClientQuery('Parsing JSON Light feeds or entries in requests without entity set is not supported.');
  const said = typed.safeParse(body).data?.__metadata.type;
  if (said === undefined) {
    throw invalidClientQuery(
      'An entry without a type name was found, but no expected type was specified. To allow entries without type information, the expected type must also be specified when the model is specified.'
    );
  }
  if (types.includes(said)) return;
  throw invalidClientQuery(
    `A type named '${said}' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.`
  );
}

const typed = z.looseObject({ __metadata: z.looseObject({ type: z.string() }) });

function isVerbose(contentType: string | undefined): boolean {
  return contentType?.toLowerCase().includes('odata=verbose') === true;
}

/** Checks a body against what the type has. Throws 400 in SharePoint's words for an unknown property or a value of the wrong type. */
export function parseBody<T>(schema: z.ZodType<T>, body: Body, type: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys') throw unknownProperty(issue.keys[0] ?? '', type);
  throw invalidClientQuery(`The property '${issue?.path.join('.') ?? ''}' of '${type}' is not valid: ${issue?.message ?? ''}.`);
}

export function unknownProperty(name: string, type: string): Error {
  return invalidClientQuery(
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`
  );
}

const jsonObject = z.record(z.string(), z.unknown());

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidClientQuery('Invalid JSON. The request body could not be read.');
  }
}

/** Annotations fall away; `results` is taken in verbose bodies and refused in others, as SharePoint does. */
function plain(body: Body, verbose: boolean): Body {
  const entries = Object.entries(body).filter(([name]) => name !== '__metadata' && !name.startsWith('odata.') && !name.includes('@odata.'));
  return Object.fromEntries(entries.map(([name, value]) => [name, plainValue(value, verbose)]));
}

function plainValue(value: unknown, verbose: boolean): unknown {
  const nested = jsonObject.safeParse(value);
  if (!nested.success || Array.isArray(value)) return value;
  if (Array.isArray(nested.data['results'])) {
    if (verbose) return nested.data['results'];
    throw invalidClientQuery(
      "A node of type 'StartObject' was read from the JSON reader when trying to read the contents of a collection property; a 'StartArray' node was expected."
    );
  }
  return plain(nested.data, verbose);
}
