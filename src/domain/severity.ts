// How severe an incident is: the level that facts suggest, with the reasons named, and how soon it must have been looked at (domain.md 5.2).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { aspects, levels, type Aspect, type Profile } from './classification';
import { municipalTimeZone } from './reference-number';
import { afterWorkingDays } from './working-days';

/** Låg, medel, hög, kritisk. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** What the handler knows of an incident beside its assets. Of what is not known, the worst that is credible ("kan orsaka", cybersäkerhetslagen 2:5). */
export const SeverityFacts = z.strictObject({
  /** It goes on, or spreads. */
  ongoing: z.boolean(),
  /** 500 persons or more are touched. */
  manyPersons: z.boolean(),
  severalCommittees: z.boolean(),
  /** Somebody does it on purpose, and is at it. */
  malicious: z.boolean(),
  personalData: z.boolean()
});
export type SeverityFacts = Readonly<z.infer<typeof SeverityFacts>>;

/** Why a suggestion came out as it did. `class`: an asset's level for an aspect that is hit; `class-unknown`: no linked asset has a class. */
export type SeverityReason =
  | { readonly kind: 'class'; readonly asset: string; readonly aspect: Aspect; readonly level: (typeof levels)[number] }
  | { readonly kind: 'class-unknown' | 'ongoing' | 'many-persons' | 'several-committees' | 'malicious' };

export interface Suggestion {
  readonly severity: Severity;
  readonly reasons: readonly SeverityReason[];
}

/** An asset with its class, as far as one is decided. */
export interface HitAsset {
  readonly reference: string;
  readonly profile?: Profile | undefined;
}

export interface Hit {
  /** What the category of the incident strikes at; every aspect before there is a category. */
  readonly aspects: readonly Aspect[];
  readonly assets: readonly HitAsset[];
  readonly facts: SeverityFacts;
}

/**
 * The highest class over the aspects that are hit (0 to 3); one more if it goes on or spreads; one more for 500 persons or several nämnder; at least high when
 * somebody attacks; critical at most. 0 and 1 are both low. Without any class it counts as måttlig, and says so.
 */
export function suggestSeverity({ aspects: hit, assets, facts }: Hit): Suggestion {
  const worst = worstClass(hit, assets);
  const base = worst === undefined ? levels.indexOf('moderate') : levels.indexOf(worst.level);
  const isWide = facts.manyPersons || facts.severalCommittees;
  const raised = base + Number(facts.ongoing) + Number(isWide);
  const least = facts.malicious ? rankOf('high') : rankOf('low');
  const severity = severities[Math.min(Math.max(raised, least), rankOf('critical')) - 1] ?? 'critical';
  return { severity, reasons: [worst ?? { kind: 'class-unknown' }, ...reasonsIn(facts)] };
}

type ClassReason = Extract<SeverityReason, { readonly kind: 'class' }>;

function worstClass(hit: readonly Aspect[], assets: readonly HitAsset[]): ClassReason | undefined {
  const all = assets.flatMap(({ reference, profile }) =>
    profile === undefined ? [] : hit.map((aspect): ClassReason => ({ kind: 'class', asset: reference, aspect, level: profile[aspect] }))
  );
  return [...all].sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
}

function reasonsIn({ ongoing, manyPersons, severalCommittees, malicious }: SeverityFacts): readonly SeverityReason[] {
  const reasons: (SeverityReason | false)[] = [
    ongoing && { kind: 'ongoing' },
    manyPersons && { kind: 'many-persons' },
    severalCommittees && { kind: 'several-committees' },
    malicious && { kind: 'malicious' }
  ];
  return reasons.filter((reason) => reason !== false);
}

/** 1 to 4. */
function rankOf(severity: Severity): number {
  return severities.indexOf(severity) + 1;
}

export function isAtLeast(severity: Severity | undefined, least: Severity): boolean {
  return severity !== undefined && rankOf(severity) >= rankOf(least);
}

/** The level before anybody has looked: what the report alone suggests. */
export function severityOfReport({ ongoing }: { readonly ongoing: 'yes' | 'no' | 'unknown' }): Severity {
  const facts = { ongoing: ongoing === 'yes', manyPersons: false, severalCommittees: false, malicious: false, personalData: false };
  return suggestSeverity({ aspects, assets: [], facts }).severity;
}

/** When an incident of this level, known at `knownAt`, must have been triaged ("Målsvar"). Both are UTC, ISO 8601, whole seconds; days are Swedish working days. */
export function answerBy(severity: Severity, knownAt: string): string {
  const known = Temporal.Instant.from(knownAt);
  switch (severity) {
    case 'low':
      return afterDays(known, 2);
    case 'medium':
      return afterDays(known, 1);
    case 'high':
      return known.add({ hours: 4 }).toString();
    case 'critical':
      return known.add({ minutes: 30 }).toString();
  }
}

function afterDays(known: Temporal.Instant, days: number): string {
  return afterWorkingDays(known.toZonedDateTimeISO(municipalTimeZone), days).toInstant().toString();
}
