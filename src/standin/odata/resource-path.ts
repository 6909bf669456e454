// Splits the path of a REST call into its segments: names with arguments, `web/lists/getByTitle('x')/items(1)`.
import { invalidClientQuery } from '../http/errors';

export type Argument = string | number | boolean | null;

/** One step of a path. `name` is in lower case, since SharePoint does not mind case; `text` is as written. */
export interface Segment {
  readonly name: string;
  readonly text: string;
  /** Undefined when there are no parentheses. */
  readonly positional: readonly Argument[] | undefined;
  /** By name in lower case. */
  readonly named: ReadonlyMap<string, Argument>;
}

/**
 * Reads a percent-decoded path. Slashes and parentheses inside quotation marks belong to the text, `''` is an apostrophe,
 * `@v` is looked up in the query. Throws 400 when it does not parse.
 */
export function parseResourcePath(path: string, query: URLSearchParams): Segment[] {
  return splitOutsideQuotes(path, '/')
    .filter((part) => part !== '')
    .map((part) => segmentOf(part, query));
}

function segmentOf(text: string, query: URLSearchParams): Segment {
  const open = text.indexOf('(');
  if (open === -1) return { name: text.toLowerCase(), text, positional: undefined, named: new Map() };
  if (!text.endsWith(')')) throw unparsable(text);
  const parts = splitOutsideQuotes(text.slice(open + 1, -1), ',').map((part) => part.trim());
  const named = new Map<string, Argument>();
  const positional: Argument[] = [];
  for (const part of parts.filter((one) => one !== '')) {
    const assignment = /^([a-z]\w*)\s*=\s*(.*)$/is.exec(part);
    if (assignment?.[1] !== undefined && assignment[2] !== undefined)
      named.set(assignment[1].toLowerCase(), argumentOf(assignment[2], query));
    else positional.push(argumentOf(part, query));
  }
  return { name: text.slice(0, open).toLowerCase(), text, positional, named };
}

function argumentOf(text: string, query: URLSearchParams): Argument {
  if (text.startsWith('@')) {
    const value = query.get(text);
    if (value === null) throw unparsable(text);
    return argumentOf(value, new URLSearchParams());
  }
  const quoted = /^(?:guid|datetime)?'((?:[^']|'')*)'$/is.exec(text);
  if (quoted?.[1] !== undefined) return quoted[1].replaceAll("''", "'");
  if (/^-?\d+$/.test(text)) return Number(text);
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (text === 'null') return null;
  // A complex value, `@query={"ViewXml":"…"}`: its JSON as text, for the function to read.
  if (/^\{[\s\S]*\}$/.test(text)) return text;
  throw unparsable(text);
}

function splitOutsideQuotes(text: string, separator: '/' | ','): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "'") quoted = !quoted;
    if (text[index] !== separator || quoted) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  return [...parts, text.slice(start)];
}

function unparsable(text: string): Error {
  return invalidClientQuery(`The expression "${text}" is not valid.`);
}
