// What a document about an incident is made from, read anew when it is made: the incident, its legal tracks and its measures as the log has them, as far as the person may read.
import type { Case } from '../../documents/case';
import { done, type Outcome } from '../../domain/outcome';
import type { Person } from '../../domain/person';
import { rulesWith } from '../rules/rules-with';
import { statesOf, type Row, type Source } from '../source';

/** `no-right`: the person may not read the incident any more, or its row cannot be read; no document is made of half of it. */
export async function readCase(source: Source, reference: string, by: Person): Promise<Outcome<Case, 'no-right'>> {
  const [incident, tracks, measures, changes] = await Promise.all([
    source.recordedIncident(reference),
    source.recordedTracks(reference),
    source.recordedMeasures(reference),
    source.ruleChanges()
  ]);
  if (!incident.ok) return incident;
  if (incident.value === undefined || incident.value.broken) return { ok: false, reason: 'no-right' };
  // Whoever reads an incident reads its measures: that they may see none says that there is none.
  const rows = measures.ok ? measures.value : [];
  return done({
    incident: incident.value.state,
    tracks: tracks.ok ? { tracks: statesOf(tracks.value), broken: brokenIn(tracks.value) } : tracks.reason,
    measures: { measures: statesOf(rows), broken: brokenIn(rows) },
    rules: rulesWith(changes),
    by,
    at: new Date().toISOString()
  });
}

function brokenIn(rows: readonly Row<unknown>[]): number {
  return rows.filter(({ broken }) => broken).length;
}
