// Reads the part of the keyword query language (KQL) that finds sites: words, phrases, property restrictions, `*` at the end, AND, NOT, + and -.
import { notImplemented } from '../http/errors';

/** One thing asked for. */
export interface Condition {
  /** In lower case; undefined for free words. */
  readonly property: string | undefined;
  /** `=`: the whole value rather than words of it. */
  readonly isWhole: boolean;
  readonly text: string;
  /** Ended by `*`. */
  readonly isPrefix: boolean;
  readonly isExcluded: boolean;
}

/** In each group one condition must hold. */
export type KeywordQuery = readonly (readonly Condition[])[];

type Operator = 'AND' | 'NOT';

/** Throws 501 for what it does not know of the language, by name. */
export function readKql(text: string): KeywordQuery {
  const parts = partsOf(text);
  const conditions = parts.flatMap((part, at) => {
    if (typeof part === 'string') return misplaced(part, parts[at - 1], parts[at + 1]);
    return [parts[at - 1] === 'NOT' ? { ...part, isExcluded: !part.isExcluded } : part];
  });
  if (conditions.length === 0) throw notImplemented('a search for nothing');
  return parts.some((part) => typeof part === 'string') ? conditions.map((condition) => [condition]) : groupsOf(conditions);
}

/** An operator stands before something, AND after something too. */
function misplaced(operator: Operator, before: Condition | Operator | undefined, after: Condition | Operator | undefined): [] {
  const isSound = operator === 'NOT' ? typeof after === 'object' : typeof before === 'object' && after !== undefined && after !== 'AND';
  if (!isSound) throw notImplemented(`${operator} in that place of a search`);
  return [];
}

/** Without operators, restrictions of one property are alternatives; all else must hold together (MS-KQL 2.1.11 and 2.2.4). */
function groupsOf(conditions: readonly Condition[]): KeywordQuery {
  const groups = new Map<string, Condition[]>();
  for (const [index, condition] of conditions.entries()) {
    const key = condition.property === undefined || condition.isExcluded ? String(index) : `property ${condition.property}`;
    groups.set(key, [...(groups.get(key) ?? []), condition]);
  }
  return [...groups.values()];
}

function partsOf(text: string): (Condition | Operator)[] {
  const pattern = /([+-])?(?:([A-Za-z]\w*)(:|=|<>|[<>]=?))?(?:"([^"]*)"|([^\s"()*]*))(\*)?/y;
  const parts: (Condition | Operator)[] = [];
  const written = text.trimEnd();
  for (let at = written.search(/\S/); at >= 0 && at < written.length; at += /^\s*/.exec(written.slice(at))?.[0].length ?? 0) {
    pattern.lastIndex = at;
    const [whole = '', sign, property, relation, phrase, word, star] = pattern.exec(written) ?? [];
    if (whole === '' || (phrase ?? word ?? '') === '') throw notImplemented(`the search ${written.slice(at)}`);
    const isBare = sign === undefined && property === undefined && phrase === undefined;
    parts.push(isBare && isOperator(whole) ? whole : conditionOf({ sign, property, relation, star, text: phrase ?? word ?? '' }));
    at = pattern.lastIndex;
  }
  return parts;
}

function isOperator(word: string): word is Operator {
  if (['OR', 'NEAR', 'ONEAR', 'WORDS', 'XRANK', 'ALL', 'ANY', 'NONE'].includes(word)) throw notImplemented(`${word} in a search`);
  return word === 'AND' || word === 'NOT';
}

interface Written {
  readonly sign: string | undefined;
  readonly property: string | undefined;
  readonly relation: string | undefined;
  readonly text: string;
  readonly star: string | undefined;
}

function conditionOf({ sign, property, relation = ':', text, star }: Written): Condition {
  if (relation !== ':' && relation !== '=') throw notImplemented(`${relation} in a search`);
  return {
    property: property?.toLowerCase(),
    isWhole: relation === '=',
    text,
    isPrefix: star !== undefined,
    isExcluded: sign === '-'
  };
}
