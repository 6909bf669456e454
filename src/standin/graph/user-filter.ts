// The part of `$filter` that finds people: `eq` and `startswith`, joined by `and` and `or`.
import type { DirectoryUser } from '../directory/directory';
import { isUserProperty, userValue } from './user-resource';
import type { UserProperty } from './user-resource';

/** A filter read, or the words of it that the stand-in does not support. */
export type UserFilter =
  | { readonly ok: true; readonly matches: (user: DirectoryUser) => boolean }
  | { readonly ok: false; readonly unsupported: string };

/**
 * Reads a filter. Text is compared without regard to case, as in Graph.
 *
 *     filter   = conjunction { " or " conjunction }
 *     conjunction = term { " and " term }
 *     term     = property " eq " ( text | "true" | "false" ) | "startswith(" property "," text ")"
 *     text     = "'" { character | "''" } "'"
 */
export function readUserFilter(filter: string): UserFilter {
  const alternatives: Term[][] = [[]];
  let rest = filter.trim();
  for (;;) {
    const term = readTerm(rest);
    if (term === undefined) return { ok: false, unsupported: rest };
    alternatives.at(-1)?.push(term.test);
    if (term.rest === '') break;
    const [joint, word] = /^\s+(and|or)\s+/.exec(term.rest) ?? [];
    if (joint === undefined) return { ok: false, unsupported: term.rest };
    if (word === 'or') alternatives.push([]);
    rest = term.rest.slice(joint.length);
  }
  return { ok: true, matches: (user) => alternatives.some((terms) => terms.every((test) => test(user))) };
}

type Term = (user: DirectoryUser) => boolean;

const equality = /^(\w+)\s+eq\s+(?:'((?:[^']|'')*)'|(true|false)(?!\w))/;
const beginning = /^startswith\(\s*(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)/i;

function readTerm(text: string): { readonly test: Term; readonly rest: string } | undefined {
  const [equal, property = '', quoted, boolean] = equality.exec(text) ?? [];
  if (equal !== undefined && isUserProperty(property)) {
    const wanted = quoted === undefined ? boolean === 'true' : folded(quoted);
    return { test: (user) => comparable(user, property) === wanted, rest: text.slice(equal.length) };
  }
  const [start, named = '', prefix = ''] = beginning.exec(text) ?? [];
  if (start === undefined || !isUserProperty(named)) return undefined;
  return { test: (user) => startsWith(comparable(user, named), folded(prefix)), rest: text.slice(start.length) };
}

function comparable(user: DirectoryUser, property: UserProperty): unknown {
  const value = userValue(user, property);
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function startsWith(value: unknown, prefix: string): boolean {
  return typeof value === 'string' && value.startsWith(prefix);
}

function folded(quoted: string): string {
  return quoted.replaceAll("''", "'").toLowerCase();
}
