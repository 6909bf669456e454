// Causes that come back: incidents of one category that share an asset, a unit or what carried the information, so often that it is no chance (H13, H25).
import { Temporal } from 'temporal-polyfill';
import { handlingOf, type Incident, type Report } from './incident';
import type { IncidentCategory } from './incident-category';
import { municipalTimeZone } from './reference-number';

/** So many within so many months are one cause until somebody has shown otherwise. Our own proposal, for the municipality to decide. */
const recurs = { times: 3, months: 12 } as const;

/** What the incidents share besides their category. */
export type Shared =
  | { readonly by: 'asset'; readonly reference: string; readonly name: string }
  | { readonly by: 'unit'; readonly name: string }
  | { readonly by: 'carrier'; readonly carrier: NonNullable<Report['carrier']> };

/** `shared`: all that these very incidents share. The latest first. */
export interface RecurringCause {
  readonly category: IncidentCategory;
  readonly shared: readonly Shared[];
  readonly incidents: readonly Incident[];
}

/** Those with most incidents first. What was no incident, and what was an exercise, has no cause. */
export function recurringCauses(incidents: readonly Incident[]): readonly RecurringCause[] {
  const groups = new Map<string, { readonly category: IncidentCategory; readonly shared: Shared; readonly incidents: Incident[] }>();
  for (const incident of incidents) {
    const { category } = handlingOf(incident);
    if (category === undefined || incident.state === 'dismissed' || incident.exercise === true) continue;
    for (const shared of sharable(incident)) {
      const key = `${category} ${keyOf(shared)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { category, shared, incidents: [incident] });
      else group.incidents.push(incident);
    }
  }
  const causes = [...groups.values()].flatMap(({ category, shared, incidents: some }) => {
    const often = thoseOftenEnough(some);
    return often.length === 0 ? [] : [{ category, shared: [shared], incidents: often }];
  });
  return together(causes).sort((a, b) => b.incidents.length - a.incidents.length);
}

/** The incidents that have to do with an asset: it was linked to them, or the reporter named it. The latest first. */
export function incidentsOf(asset: string, incidents: readonly Incident[]): readonly Incident[] {
  return incidents
    .filter((incident) => incident.report.asset === asset || handlingOf(incident).assets.some(({ reference }) => reference === asset))
    .sort(latestFirst);
}

function sharable(incident: Incident): readonly Shared[] {
  const { unitName, report } = incident;
  const assets = handlingOf(incident).assets.map(({ reference, name }): Shared => ({ by: 'asset', reference, name }));
  const unit: readonly Shared[] = unitName === '' ? [] : [{ by: 'unit', name: unitName }];
  const { carrier = 'unknown' } = report;
  return [...assets, ...unit, ...(carrier === 'unknown' ? [] : [{ by: 'carrier', carrier } as const])];
}

function keyOf(shared: Shared): string {
  if (shared.by === 'asset') return `asset ${shared.reference}`;
  return shared.by === 'unit' ? `unit ${shared.name}` : `carrier ${shared.carrier}`;
}

/** Those that are one of so many within so many months, wherever those months begin. */
function thoseOftenEnough(incidents: readonly Incident[]): readonly Incident[] {
  const inTime = [...incidents].sort(latestFirst).reverse();
  const isWithin = (first: number, last: number): boolean => {
    const [from, to] = [inTime[first], inTime[last]];
    return from !== undefined && to !== undefined && Temporal.ZonedDateTime.compare(dayOf(to), endOf(from)) <= 0;
  };
  const starts = inTime.flatMap((_, index) => (isWithin(index, index + recurs.times - 1) ? [index] : []));
  return inTime.filter((_, index) => starts.some((start) => index >= start && index < start + recurs.times)).reverse();
}

function dayOf({ reportedAt }: Incident): Temporal.ZonedDateTime {
  return Temporal.Instant.from(reportedAt).toZonedDateTimeISO(municipalTimeZone);
}

function endOf(incident: Incident): Temporal.ZonedDateTime {
  return dayOf(incident).add({ months: recurs.months });
}

/** The very same incidents are one cause, whatever they share. */
function together(causes: readonly RecurringCause[]): RecurringCause[] {
  const merged = new Map<string, RecurringCause>();
  for (const cause of causes) {
    const key = `${cause.category} ${cause.incidents.map(({ reference }) => reference).join(' ')}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? cause : { ...before, shared: [...before.shared, ...cause.shared] });
  }
  return [...merged.values()];
}

function latestFirst(a: Incident, b: Incident): number {
  return Temporal.Instant.compare(b.reportedAt, a.reportedAt);
}
