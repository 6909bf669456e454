// The rules in force: counts how often each was met and decides what strikes a request or a part of a batch.
import type { Verb } from '../http/message';
import type { Rule } from './rules';

/** What is asked, as rules look at it. */
export interface Asked {
  readonly verb: Verb | undefined;
  /** Decoded, without the query. */
  readonly path: string;
  /** Its number in a batch, the first is 1; absent for a whole request. */
  readonly part?: number;
}

export interface StandingRules {
  /** New rules come after those already there. */
  readonly add: (rules: readonly Rule[]) => void;
  readonly clear: () => void;
  /** Each with how many requests it has met and how many it has struck. */
  readonly list: () => { readonly rule: Rule; readonly met: number; readonly struck: number }[];
  /** Every delay that strikes, and the first other fault; rules behind that one are not asked. */
  readonly strike: (asked: Asked) => Rule[];
}

export function openStandingRules(random: () => number = Math.random): StandingRules {
  let standing: Standing[] = [];
  return {
    add: (rules) => {
      standing = [...standing, ...rules.map((rule) => ({ rule, met: 0, struck: 0 }))];
    },
    clear: () => {
      standing = [];
    },
    list: () => standing.map((one) => ({ ...one })),
    strike: (asked) => struckBy(asked, standing, random)
  };
}

interface Standing {
  readonly rule: Rule;
  met: number;
  struck: number;
}

function struckBy(asked: Asked, standing: readonly Standing[], random: () => number): Rule[] {
  const struck: Rule[] = [];
  for (const one of standing) {
    if (!matches(one.rule, asked) || !strikes(one, random)) continue;
    struck.push(one.rule);
    if (one.rule.latency === undefined) break;
  }
  return struck;
}

function matches({ match: { method, path, part }, expireDigest }: Rule, asked: Asked): boolean {
  if ((part === undefined) !== (asked.part === undefined)) return false;
  if (part !== undefined && part !== 'any' && part !== asked.part) return false;
  if (method !== undefined && method !== asked.verb) return false;
  if (expireDigest === true && !needsDigest(asked)) return false;
  return path?.test(asked.path) ?? true;
}

/** `contextinfo` is where the digest comes from, so it needs none. */
function needsDigest({ verb, path }: Asked): boolean {
  return verb !== 'GET' && /\/_api\//i.test(path) && !/\/_api\/contextinfo$/i.test(path);
}

function strikes(one: Standing, random: () => number): boolean {
  const { after, times, probability } = one.rule.match;
  one.met += 1;
  if (one.met <= after || (times !== undefined && one.struck >= times) || random() >= probability) return false;
  one.struck += 1;
  return true;
}
