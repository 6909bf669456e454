// Why and when a decided class is to be reconsidered: a year has gone, the asset has changed, the model is another, or a serious incident has shown something (domain.md 2.2 and 5.3).
import { Temporal } from 'temporal-polyfill';
import { isChangedAfterDecision, type Asset } from './asset';
import type { DigestSpan } from './digest';
import { handlingOf, type Incident } from './incident';
import type { Severity } from './severity';
import { isEarlier, swedishDay } from './swedish-time';

/** Ändrad efter beslut; en allvarlig incident sedan dess; en ny version av modellen gäller; ett år har gått. In the order they are told. */
export const reconsiderationReasons = ['changed', 'incident', 'model', 'year'] as const;
export type ReconsiderationReason = (typeof reconsiderationReasons)[number];

/** An incident of one of the two highest severities. `reportedAt` is UTC, ISO 8601. */
export interface SeriousIncident {
  readonly reference: string;
  readonly reportedAt: string;
}

/** By the number of the asset. */
export type SeriousIncidents = ReadonlyMap<string, readonly SeriousIncident[]>;

/** What a class is held against beside the asset itself. `now` is UTC, ISO 8601; `model` the version of the classification model in force. */
export interface Grounds {
  readonly now: string;
  readonly model: string;
  readonly incidents: SeriousIncidents;
}

export interface Reconsideration {
  /** A year after the decision, as a Swedish calendar day (YYYY-MM-DD): the last day by which it is reconsidered in any case. */
  readonly dueOn: string;
  /** Why it is to be reconsidered now; none when it is not. */
  readonly reasons: readonly ReconsiderationReason[];
  /** The numbers of the incidents that are a reason. */
  readonly incidents: readonly string[];
}

/** Nothing of an asset that has no decided class, or that is not in use. */
export function reconsiderationOf(asset: Asset, { now, model, incidents }: Grounds): Reconsideration | undefined {
  const { decidedAt } = asset;
  if (asset.state !== 'active' || asset.profile === undefined || decidedAt === undefined) return undefined;
  const dueOn = yearAfter(decidedAt);
  const since = (incidents.get(asset.reference) ?? []).filter(({ reportedAt }) => isEarlier(decidedAt, reportedAt));
  const holds: Readonly<Record<ReconsiderationReason, boolean>> = {
    changed: isChangedAfterDecision(asset),
    incident: since.length > 0,
    model: (asset.decidedModel ?? lastUnkept) !== model,
    year: swedishDay(now) >= dueOn
  };
  return {
    dueOn,
    reasons: reconsiderationReasons.filter((reason) => holds[reason]),
    incidents: since.map(({ reference }) => reference)
  };
}

/** Whether there is a reason to reconsider it now. */
export function isToBeReconsidered(asset: Asset, grounds: Grounds): boolean {
  return (reconsiderationOf(asset, grounds)?.reasons.length ?? 0) > 0;
}

/** How many classes are to be reconsidered in each month at the latest, by `2026-11`. */
export function dueByMonth(assets: readonly Asset[], grounds: Grounds): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const asset of assets) {
    const month = reconsiderationOf(asset, grounds)?.dueOn.slice(0, 7);
    if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

/**
 * What people are told of a class in this span: that it is to be reconsidered, on the day it is due and each month after, or on the same day of any earlier month
 * when there is a reason before; or, a month before it is due, that it soon is. `until` belongs to the span, `after` does not; UTC, ISO 8601.
 */
export function reminderOf(asset: Asset, grounds: Grounds, span: DigestSpan): 'now' | 'soon' | undefined {
  const found = reconsiderationOf(asset, grounds);
  const months = found && monthsToDue(found.dueOn, span);
  if (found === undefined || months === undefined) return undefined;
  if (found.reasons.length > 0) return 'now';
  return months === -1 ? 'soon' : undefined;
}

/** How many months after it is due the last of its days in the span is, one in each month; less than none before it is due. Nothing when none is in it. */
function monthsToDue(dueOn: string, { after, until }: DigestSpan): number | undefined {
  const due = Temporal.PlainDate.from(dueOn);
  const [first, last] = [Temporal.PlainDate.from(swedishDay(after)), Temporal.PlainDate.from(swedishDay(until))];
  const months = (last.year - due.year) * 12 + last.month - due.month;
  const found = [months, months - 1].find((count) => Temporal.PlainDate.compare(due.add({ months: count }), last) <= 0);
  return found !== undefined && Temporal.PlainDate.compare(due.add({ months: found }), first) > 0 ? found : undefined;
}

/** The version in force before assets kept which one they were decided by: what was decided without one was decided by it, or an earlier one. */
const lastUnkept = 'Haparanda 1.1';

/** The same day a year later; of 29 February the day before 1 March. */
function yearAfter(decidedAt: string): string {
  return Temporal.PlainDate.from(swedishDay(decidedAt)).add({ years: 1 }).toString();
}

/** Hög and kritisk: "incident visar fel" (domain.md 5.3) is asked of those that hurt. */
export const seriousSeverities = ['high', 'critical'] as const satisfies readonly Severity[];

/** As somebody has assessed them; what was no incident, and what was an exercise, shows nothing. */
export function seriousIncidents(incidents: readonly Incident[]): SeriousIncidents {
  const byAsset = new Map<string, SeriousIncident[]>();
  for (const incident of incidents.filter(isSerious)) {
    const { reference, reportedAt, report } = incident;
    const assets = new Set([
      ...handlingOf(incident).assets.map((asset) => asset.reference),
      ...(report.asset === undefined ? [] : [report.asset])
    ]);
    for (const asset of assets) byAsset.set(asset, [...(byAsset.get(asset) ?? []), { reference, reportedAt }]);
  }
  return byAsset;
}

function isSerious(incident: Incident): boolean {
  const { severity } = handlingOf(incident);
  return incident.state !== 'dismissed' && incident.exercise !== true && seriousSeverities.some((serious) => serious === severity);
}
