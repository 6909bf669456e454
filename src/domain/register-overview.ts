// What the register comes to: how much of it has a decided class, how severe it is per nämnd and aspect, what was decided when, and what needs somebody (H02, H21, H42).
import { Temporal } from 'temporal-polyfill';
import { isChangedAfterDecision, type Asset } from './asset';
import { aspects, highest, levels, type Aspect, type Level } from './classification';
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
  const last = Temporal.PlainYearMonth.from(monthOf(now));
  const found = assets.flatMap(({ decidedAt }) => (decidedAt === undefined ? [] : [monthOf(decidedAt)]));
  return Array.from({ length: 12 }, (_, index) => {
    const month = last.subtract({ months: 11 - index }).toString();
    return { month, decided: found.filter((other) => other === month).length };
  });
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
