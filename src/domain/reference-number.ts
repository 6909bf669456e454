// The numbers people quote: I-2026-0001 for an incident, T- for an asset, K- for a classification, S- for a stopped report, D- for a delegation, R- for a legal track, M- for a measure, Q- for answers to requirements, N- for an inventory, E- for what a unit answers in it, F- for a proposal to change the model.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isReferenceNumber } from './reference-form';

/** I incident, T informationstillgång, K klassning, S säkerhetsskyddsstopp, D delegering, R rapporteringsspår, M åtgärd (measure, since a number is written in ASCII), Q kravsvar (K is taken), N inventering, E enhetssvar, F förslag till ändring. */
export type Series = 'I' | 'T' | 'K' | 'S' | 'D' | 'R' | 'M' | 'Q' | 'N' | 'E' | 'F';

/** Where Swedish municipalities live; the year of a number follows their calendar. */
export const municipalTimeZone = 'Europe/Stockholm';

/** What all numbers of a series share in the Swedish calendar year of `at` (UTC, ISO 8601): `I-2026-`. */
export function numberPrefix(series: Series, at: string): string {
  const { year } = Temporal.Instant.from(at).toZonedDateTimeISO(municipalTimeZone);
  return `${series}-${year}-`;
}

/** The number after `latest` in its series and year; the first when there is none. Four digits, more when a year needs them. */
export function nextNumber(prefix: string, latest: string | undefined): string {
  const count = latest?.startsWith(prefix) === true ? Number(latest.slice(prefix.length)) : 0;
  return `${prefix}${String(count + 1).padStart(4, '0')}`;
}

/** So many numbers of a series in a row, from this one on. */
export function numbersFrom(first: string, count: number): readonly string[] {
  const prefix = prefixOf(first);
  const from = Number(first.slice(prefix.length));
  return Array.from({ length: count }, (_, nth) => `${prefix}${String(from + nth).padStart(4, '0')}`);
}

/** The later of two numbers of a series; the first of them when they are of different years. */
export function laterNumber(one: string, other: string): string {
  const prefix = prefixOf(one);
  const isLater = prefixOf(other) === prefix && Number(other.slice(prefix.length)) > Number(one.slice(prefix.length));
  return isLater ? other : one;
}

function prefixOf(reference: string): string {
  return reference.slice(0, reference.lastIndexOf('-') + 1);
}

/** One of our numbers in this series, from outside: what stands under a number of another series is something else. */
export function numberIn(series: Series) {
  return z.string().refine((text) => isReferenceNumber(text) && text.startsWith(`${series}-`));
}
