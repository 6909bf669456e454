// What the register comes to: how much of it has a decided class, how severe it is per nämnd and aspect, what was decided when, and what needs somebody (H02, H21, H42).
import { Temporal } from 'temporal-polyfill';
import { isChangedAfterDecision, type Asset } from './asset';
import { aspects, highest, levels, type Aspect, type Classification, type Level } from './classification';
import type { Unit } from './person';
import { isToBeReconsidered, type Grounds } from './reconsideration';
import { isWithoutOwner } from './register-search';
import { monthOf } from './swedish-time';
import { codesBeneath } from './unit-tree';
import type { Vacancy } from './vacancy';

export interface Coverage {
  readonly all: number;
  /** Those with a decided class. */
  readonly decided: number;
}

/** The worst level of an aspect, and how many assets are at it. */
export interface Worst {
  readonly level: Level;
  readonly count: number;
}

export interface PartOverview {
  readonly unit: Unit;
  readonly coverage: Coverage;
  /** Nothing where no asset has a class. */
  readonly worst?: Readonly<Record<Aspect, Worst>>;
}

/** `2026-11`, in the Swedish calendar. */
export interface MonthOfDecisions {
  readonly month: string;
  readonly decided: number;
}

/** How the register stood when a month ended: how many of its assets had a decided class, and how many of those at each highest level. */
export interface MonthOfClasses {
  readonly month: string;
  readonly classed: number;
  readonly highest: Readonly<Record<Level, number>>;
}

/** What somebody ought to see to, the most pressing first of each. */
export const needs = ['changed', 'owner', 'class', 'reconsider'] as const;
export type Need = (typeof needs)[number];

export interface NeedingAsset {
  readonly asset: Asset;
  readonly needs: readonly Need[];
}

export function coverageOf(assets: readonly Asset[]): Coverage {
  return { all: assets.length, decided: assets.filter(({ profile }) => profile !== undefined).length };
}

/** Each nämnd with all beneath it, in the order of the list. */
export function committees(assets: readonly Asset[], units: readonly Unit[]): readonly PartOverview[] {
  return units.filter(({ kind }) => kind === 'committee').map((unit) => partOverview(unit, assets, units));
}

function partOverview(unit: Unit, assets: readonly Asset[], units: readonly Unit[]): PartOverview {
  const codes = codesBeneath(unit.code, units);
  const own = assets.filter((asset) => codes.has(asset.unit));
  const worst = worstOf(own);
  return { unit, coverage: coverageOf(own), ...(worst !== undefined && { worst }) };
}

function worstOf(assets: readonly Asset[]): Readonly<Record<Aspect, Worst>> | undefined {
  const profiles = assets.flatMap(({ profile }) => (profile === undefined ? [] : [profile]));
  if (profiles.length === 0) return undefined;
  const of = (aspect: Aspect): Worst => {
    const found = profiles.map((profile) => profile[aspect]);
    const level = [...levels].reverse().find((known) => found.includes(known)) ?? 'negligible';
    return { level, count: found.filter((other) => other === level).length };
  };
  return Object.fromEntries(aspects.map((aspect) => [aspect, of(aspect)])) as Record<Aspect, Worst>;
}

/** Enheter, and what has no enhet beneath it, where nothing is registered: they have to say that there is nothing (H21). */
export function unitsWithNothing(assets: readonly Asset[], units: readonly Unit[]): readonly Unit[] {
  const used = new Set(assets.map(({ unit }) => unit));
  return answeringUnits(units).filter(({ code }) => !used.has(code));
}

/** Those that answer for a register of their own: enheter, and any unit that has none beneath it. */
export function answeringUnits(units: readonly Unit[]): readonly Unit[] {
  const parents = new Set(units.map(({ parent }) => parent));
  return units.filter(({ code, kind }) => kind === 'unit' || !parents.has(code));
}

/** How many classes that stand now were decided in each of the twelve months up to `now` (UTC), the oldest first. */
export function decisionsByMonth(assets: readonly Asset[], now: string): readonly MonthOfDecisions[] {
  const found = assets.flatMap(({ decidedAt }) => (decidedAt === undefined ? [] : [monthOf(decidedAt)]));
  return twelveMonths(now).map((month) => ({ month, decided: found.filter((other) => other === month).length }));
}

/** `assets`: those that count today, by number; what has been phased out since is in no month. Of each, the last decision before a month was over is what it had then. */
export function classesByMonth(
  classifications: readonly Classification[],
  assets: readonly Asset[],
  now: string
): readonly MonthOfClasses[] {
  const counted = new Set(assets.map(({ reference }) => reference));
  const decided = classifications
    .flatMap(({ asset, profile, decidedAt }) => (decidedAt === undefined || !counted.has(asset) ? [] : [{ asset, profile, decidedAt }]))
    .sort((a, b) => a.decidedAt.localeCompare(b.decidedAt))
    .map(({ decidedAt, asset, profile }) => ({ month: monthOf(decidedAt), asset, level: highest(profile) }));
  const levelOf = new Map<string, Level>();
  let next = 0;
  return twelveMonths(now).map((month) => {
    for (let one = decided[next]; one !== undefined && one.month <= month; one = decided[next]) {
      levelOf.set(one.asset, one.level);
      next += 1;
    }
    return { month, classed: levelOf.size, highest: countedByLevel([...levelOf.values()]) };
  });
}

function countedByLevel(found: readonly Level[]): Readonly<Record<Level, number>> {
  const count = (level: Level): number => found.filter((other) => other === level).length;
  return { negligible: count('negligible'), moderate: count('moderate'), significant: count('significant'), serious: count('serious') };
}

/** Up to the one of `now` (UTC), the oldest first. */
function twelveMonths(now: string): readonly string[] {
  const last = Temporal.PlainYearMonth.from(monthOf(now));
  return Array.from({ length: 12 }, (_, index) => last.subtract({ months: 11 - index }).toString());
}

/** Those that need somebody: of the highest class first, those without one last; drafts are still being made and count only for themselves. */
export function needingAttention(assets: readonly Asset[], vacancies: readonly Vacancy[], grounds: Grounds): readonly NeedingAsset[] {
  return assets
    .map((asset) => ({ asset, needs: needsOf(asset, vacancies, grounds) }))
    .filter((needing) => needing.needs.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || a.asset.reference.localeCompare(b.asset.reference));
}

function needsOf(asset: Asset, vacancies: readonly Vacancy[], grounds: Grounds): readonly Need[] {
  if (asset.state === 'draft') return [];
  const found: Record<Need, boolean> = {
    changed: isChangedAfterDecision(asset),
    owner: isWithoutOwner(asset, vacancies),
    class: asset.profile === undefined,
    reconsider: isToBeReconsidered(asset, grounds)
  };
  return needs.filter((need) => found[need]);
}

function weightOf({ asset: { profile } }: NeedingAsset): number {
  return profile === undefined ? -1 : levels.indexOf(highest(profile));
}
