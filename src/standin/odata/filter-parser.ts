/**
 * Reads SharePoint's dialect of OData 3 $filter (platform.md 5) into a tree. `and` binds tighter than `or`, `not` tightest:
 *
 *   filter     = conjunction *( "or" conjunction )
 *   conjunction = negation *( "and" negation )
 *   negation   = "not" negation / "(" filter ")" / test
 *   test       = call [ "eq" boolean ] / operand operator operand
 *   call       = "startswith" "(" path "," text ")" / "substringof" "(" text "," path ")"
 *   operand    = literal / path / part "(" path ")"
 *   part       = "day" / "month" / "year" / "hour" / "minute" / "second"
 *   operator   = "eq" / "ne" / "lt" / "le" / "gt" / "ge"
 *   literal    = text / number / "true" / "false" / "null" / datetime'…' / guid'…'
 *   path       = name *( "/" name )
 */
import { invalidClientQuery, notImplemented } from '../http/errors';
import type { Token } from './filter-lexer';
import { filterTokens } from './filter-lexer';

export type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export type DatePart = 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second';

export type Literal =
  | { readonly kind: 'text' | 'datetime' | 'guid'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

/** What is compared: a column, a member of what a column points at (`Owner/EMail`), or a part of a date. */
export interface Subject {
  readonly path: readonly string[];
  readonly part?: DatePart;
}

export type Test =
  | { readonly kind: 'compare'; readonly subject: Subject; readonly operator: Operator; readonly literal: Literal }
  /** One of several values: CAML's In and Membership. OData of SharePoint's age has no such test. */
  | { readonly kind: 'in'; readonly subject: Subject; readonly literals: readonly Literal[] }
  | { readonly kind: 'startswith' | 'substringof'; readonly subject: Subject; readonly text: string };

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly operand: Filter }
  | Test;

/** Throws 400 when the text is not in the grammar. */
export function parseFilter(filter: string): Filter {
  const reader = new TokenReader(filter);
  const tree = disjunction(reader);
  if (reader.peek() !== undefined) throw reader.unexpected();
  return tree;
}

class TokenReader {
  private readonly tokens: readonly Token[];
  private position = 0;

  public constructor(private readonly filter: string) {
    this.tokens = filterTokens(filter);
  }

  public peek(ahead = 0): Token | undefined {
    return this.tokens[this.position + ahead];
  }

  public next(): Token {
    const token = this.peek();
    if (token === undefined) throw this.unexpected();
    this.position++;
    return token;
  }

  public expect(kind: Token['kind']): void {
    if (this.peek()?.kind !== kind) throw this.unexpected();
    this.position++;
  }

  /** Takes the word when it is next. */
  public takeWord(text: string): boolean {
    const taken = this.isWord(text);
    if (taken) this.position++;
    return taken;
  }

  public isWord(text: string): boolean {
    const token = this.peek();
    return token?.kind === 'word' && token.text === text;
  }

  public unexpected(): Error {
    return invalidClientQuery(`The expression "${this.filter}" is not valid.`);
  }
}

function disjunction(reader: TokenReader): Filter {
  let left = conjunction(reader);
  while (reader.takeWord('or')) left = { kind: 'or', left, right: conjunction(reader) };
  return left;
}

function conjunction(reader: TokenReader): Filter {
  let left = negation(reader);
  while (reader.takeWord('and')) left = { kind: 'and', left, right: negation(reader) };
  return left;
}

function negation(reader: TokenReader): Filter {
  if (reader.takeWord('not')) return { kind: 'not', operand: negation(reader) };
  if (reader.peek()?.kind !== 'open') return test(reader);
  reader.expect('open');
  const inner = disjunction(reader);
  reader.expect('close');
  return inner;
}

function test(reader: TokenReader): Filter {
  const called = calledName(reader);
  if (called === 'startswith' || called === 'substringof') return textTest(reader, called);
  const left = operand(reader);
  const operator = comparisonOperator(reader);
  const right = operand(reader);
  if (isSubject(left) && !isSubject(right)) return { kind: 'compare', subject: left, operator, literal: right };
  if (!isSubject(left) && isSubject(right)) return { kind: 'compare', subject: right, operator: mirrored[operator], literal: left };
  throw notImplemented('a $filter comparing two columns or two values');
}

/** `startswith(a,'b')`, also in the form `startswith(a,'b') eq true`. */
function textTest(reader: TokenReader, kind: 'startswith' | 'substringof'): Filter {
  reader.next();
  reader.expect('open');
  const first = operand(reader);
  reader.expect('comma');
  const second = operand(reader);
  reader.expect('close');
  const [subject, text] = kind === 'startswith' ? [first, second] : [second, first];
  if (!isSubject(subject) || isSubject(text) || text.kind !== 'text') throw reader.unexpected();
  const call: Filter = { kind, subject, text: text.value };
  if (!reader.isWord('eq') && !reader.isWord('ne')) return call;
  const operator = comparisonOperator(reader);
  const wanted = operand(reader);
  if (isSubject(wanted) || wanted.kind !== 'boolean') throw reader.unexpected();
  return wanted.value === (operator === 'eq') ? call : { kind: 'not', operand: call };
}

const mirrored: Readonly<Record<Operator, Operator>> = { eq: 'eq', ne: 'ne', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' };
const parts: readonly string[] = ['day', 'month', 'year', 'hour', 'minute', 'second'] satisfies DatePart[];

function operand(reader: TokenReader): Subject | Literal {
  const called = calledName(reader);
  if (called !== undefined) return partOfDate(reader, called);
  const token = reader.next();
  switch (token.kind) {
    case 'text':
    case 'datetime':
    case 'guid':
    case 'number':
      return token;
    case 'word':
      return wordOperand(token.text, reader);
    case 'open':
      return inParentheses(reader);
    case 'close':
    case 'comma':
      throw reader.unexpected();
  }
}

/** `Id eq (guid'…')`, as the PnP Core SDK writes it. */
function inParentheses(reader: TokenReader): Subject | Literal {
  const inner = operand(reader);
  reader.expect('close');
  return inner;
}

function wordOperand(text: string, reader: TokenReader): Subject | Literal {
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true' };
  if (text === 'null') return { kind: 'null' };
  if (text === 'and' || text === 'or' || text === 'not' || text in mirrored) throw reader.unexpected();
  return { path: text.split('/') };
}

function partOfDate(reader: TokenReader, name: string): Subject {
  if (!isDatePart(name)) throw invalidClientQuery(`The method '${name}' is not supported.`);
  reader.next();
  reader.expect('open');
  const inner = operand(reader);
  reader.expect('close');
  if (!isSubject(inner) || inner.part !== undefined) throw reader.unexpected();
  return { path: inner.path, part: name };
}

function isDatePart(name: string): name is DatePart {
  return parts.includes(name);
}

function calledName(reader: TokenReader): string | undefined {
  const token = reader.peek();
  return token?.kind === 'word' && token.text !== 'not' && reader.peek(1)?.kind === 'open' ? token.text : undefined;
}

function comparisonOperator(reader: TokenReader): Operator {
  const token = reader.next();
  if (token.kind !== 'word' || !isOperator(token.text)) throw reader.unexpected();
  return token.text;
}

function isOperator(text: string): text is Operator {
  return text in mirrored;
}

function isSubject(operandRead: Subject | Literal): operandRead is Subject {
  return 'path' in operandRead;
}
