// What a document about an incident is made from, read anew when it is made: the incident and its legal tracks as the log has them, as far as the person may read.
import type { Case } from '../../documents/case';
import { done, type Outcome } from '../../domain/outcome';
import type { Person } from '../../domain/person';
import { statesOf, type Source } from '../source';

/** `no-right`: the person may not read the incident any more, or its row cannot be read; no document is made of half of it. */
export async function readCase(source: Source, reference: string, by: Person): Promise<Outcome<Case, 'no-right'>> {
  const [incident, tracks] = await Promise.all([source.recordedIncident(reference), source.recordedTracks(reference)]);
  if (!incident.ok) return incident;
  if (incident.value === undefined || incident.value.broken) return { ok: false, reason: 'no-right' };
  const read = tracks.ok ? { tracks: statesOf(tracks.value), broken: tracks.value.filter(({ broken }) => broken).length } : tracks.reason;
  return done({ incident: incident.value.state, tracks: read, by, at: new Date().toISOString() });
}
