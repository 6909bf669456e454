// What a day's summary says of an incident: that it is new, has moved on, or is settled (domain.md 5.2; the rest are told in summary).
import { handlingOf, type Incident } from './incident';
import { isSettled } from './incident-moves';
import { isEarlier } from './swedish-time';

export const digestParts = ['fresh', 'changed', 'settled'] as const;
export type DigestPart = (typeof digestParts)[number];

/** After the one moment and until the other, which belongs to it. UTC, ISO 8601. */
export interface DigestSpan {
  readonly after: string;
  readonly until: string;
}

/** Where the incident belongs in the summary of what happened in this time; nothing when nothing did. */
export function digestPartOf(incident: Incident, span: DigestSpan): DigestPart | undefined {
  const { reportedAt, acknowledgedByIt, acknowledgedByManager, state } = incident;
  const since = [acknowledgedByIt, acknowledgedByManager, ...handlingOf(incident).happenings].flatMap((done) => done?.at ?? []);
  const isNew = isWithin(reportedAt, span);
  if (!isNew && !since.some((at) => isWithin(at, span))) return undefined;
  if (isSettled(state)) return 'settled';
  return isNew ? 'fresh' : 'changed';
}

function isWithin(at: string, { after, until }: DigestSpan): boolean {
  return isEarlier(after, at) && !isEarlier(until, at);
}
