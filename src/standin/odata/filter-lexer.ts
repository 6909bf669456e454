// Cuts a $filter into tokens.
import { invalidClientQuery } from '../http/errors';

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'datetime'; readonly value: string }
  | { readonly kind: 'guid'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'open' | 'close' | 'comma' };

/** Throws 400 on a character that begins no token. */
export function filterTokens(filter: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < filter.length) {
    const space = /^\s+/.exec(filter.slice(at));
    if (space) {
      at += space[0].length;
      continue;
    }
    const { token, length } = tokenAt(filter, at);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

const typed = /^(datetime|guid)'([^']*)'/i;
const quoted = /^'((?:[^']|'')*)'/;
const numeric = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?[dfml]?(?![\w/])/i;
const word = /^[\p{L}_][\p{L}\p{N}_]*(?:\/[\p{L}_][\p{L}\p{N}_]*)*/u;
const marks = { '(': 'open', ')': 'close', ',': 'comma' } as const;

function tokenAt(filter: string, at: number): { readonly token: Token; readonly length: number } {
  const rest = filter.slice(at);
  const mark = rest.charAt(0);
  if (mark === '(' || mark === ')' || mark === ',') return { token: { kind: marks[mark] }, length: 1 };
  const literal = typed.exec(rest);
  if (literal) return { token: { kind: kindOf(literal[1]), value: literal[2] ?? '' }, length: literal[0].length };
  const text = quoted.exec(rest);
  if (text) return { token: { kind: 'text', value: (text[1] ?? '').replaceAll("''", "'") }, length: text[0].length };
  const number = numeric.exec(rest);
  if (number) return { token: { kind: 'number', value: Number.parseFloat(number[0]) }, length: number[0].length };
  const name = word.exec(rest);
  if (name) return { token: { kind: 'word', text: name[0] }, length: name[0].length };
  throw invalidClientQuery(`Syntax error: character '${mark}' is not valid at position ${at} in '${filter}'.`);
}

function kindOf(prefix: string | undefined): 'datetime' | 'guid' {
  return prefix?.toLowerCase() === 'guid' ? 'guid' : 'datetime';
}
