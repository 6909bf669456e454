// Reads request bodies: plain JSON, or verbose JSON with its `__metadata` and `{ results: […] }`.
import { z } from 'zod';
import { invalidClientQuery } from '../http/errors';

export type Body = Readonly<Record<string, unknown>>;

/** An empty body is an empty object. Throws 400 for what is no JSON object. */
export function readBody(text: string, contentType: string | undefined): Body {
  if (text.trim() === '') return {};
  const parsed = jsonObject.safeParse(parsedJson(text));
  if (!parsed.success) throw invalidClientQuery('Invalid JSON. The request body is not a JSON object.');
  const verbose = (contentType ?? '').toLowerCase().includes('odata=verbose');
  return plain(parsed.data, verbose);
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
