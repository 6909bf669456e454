// What the incidents of a year come to: how many of what, where and how severe, how long people waited, and what keeps coming back (H13, H26).
import { Temporal } from 'temporal-polyfill';
import { handlingOf, type Incident, type IncidentKind, type Report } from './incident';
import type { IncidentCategory } from './incident-category';
import { isSettled } from './incident-moves';
import { municipalTimeZone } from './reference-number';
import type { Severity } from './severity';

/** How many incidents share something; the most common first. */
export interface Share<C extends string> {
  readonly code: C;
  readonly count: number;
}

/** Whole minutes. `median`: half of them took no longer. `nineInTen`: nine in ten took no longer. `of`: how many have come so far. */
export interface Waits {
  readonly median: number;
  readonly nineInTen: number;
  readonly of: number;
}

export interface IncidentStatistics {
  readonly all: number;
  /** Exercises, which nothing else here counts. */
  readonly exercises: number;
  readonly open: number;
  readonly kinds: readonly Share<IncidentKind>[];
  /** By the name of the reporter's unit; empty where it is not known. */
  readonly units: readonly Share<string>[];
  /** `unknown` also where nobody was asked. */
  readonly carriers: readonly Share<NonNullable<Report['carrier']>>[];
  readonly severities: readonly Share<Severity | 'not-assessed'>[];
  /** Categories with at least three incidents: what may have one cause. */
  readonly recurring: readonly Share<IncidentCategory>[];
  /** From the report until IT or the nearest manager had received it; nothing when none has been. */
  readonly received: Waits | undefined;
  /** From the report until it was closed; what was reopened counts to its last closing. */
  readonly closed: Waits | undefined;
}

/** How many of one category are no chance any more. */
const recurs = 3;

export function statisticsOf(reported: readonly Incident[]): IncidentStatistics {
  const incidents = reported.filter(({ exercise }) => exercise !== true);
  const categories = incidents.flatMap((incident) => handlingOf(incident).category ?? []);
  return {
    all: incidents.length,
    exercises: reported.length - incidents.length,
    open: incidents.filter(({ state }) => !isSettled(state)).length,
    kinds: shares(incidents.map(({ report }) => report.kind)),
    units: shares(incidents.map(({ unitName }) => unitName)),
    carriers: shares(incidents.map(({ report }) => report.carrier ?? 'unknown')),
    severities: shares(incidents.map((incident) => handlingOf(incident).severity ?? 'not-assessed')),
    recurring: shares(categories).filter(({ count }) => count >= recurs),
    received: waits(incidents.flatMap((incident) => minutesUntil(incident, receivedAt(incident)))),
    closed: waits(incidents.flatMap((incident) => minutesUntil(incident, closedAt(incident))))
  };
}

/** The Swedish calendar years that incidents were reported in, the latest first. */
export function yearsOf(incidents: readonly Incident[]): readonly number[] {
  return [...new Set(incidents.map(yearOf))].sort((a, b) => b - a);
}

/** The Swedish calendar year in which it was reported. */
export function yearOf({ reportedAt }: Incident): number {
  return Temporal.Instant.from(reportedAt).toZonedDateTimeISO(municipalTimeZone).year;
}

function shares<C extends string>(codes: readonly C[]): readonly Share<C>[] {
  const counts = new Map<C, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function receivedAt({ acknowledgedByIt, acknowledgedByManager }: Incident): string | undefined {
  return [acknowledgedByIt, acknowledgedByManager].flatMap((received) => received?.at ?? []).sort(inTime)[0];
}

function closedAt(incident: Incident): string | undefined {
  if (incident.state !== 'closed') return undefined;
  return handlingOf(incident)
    .happenings.filter(({ event }) => event === 'incident-closed')
    .at(-1)?.at;
}

function inTime(a: string, b: string): number {
  return Temporal.Instant.compare(a, b);
}

function minutesUntil({ reportedAt }: Incident, at: string | undefined): readonly number[] {
  if (at === undefined) return [];
  const { minutes } = Temporal.Instant.from(reportedAt).until(at).round({ largestUnit: 'minutes', smallestUnit: 'minutes' });
  return [Math.max(0, minutes)];
}

function waits(minutes: readonly number[]): Waits | undefined {
  if (minutes.length === 0) return undefined;
  const sorted = [...minutes].sort((a, b) => a - b);
  const within = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { median: within(0.5), nineInTen: within(0.9), of: sorted.length };
}
