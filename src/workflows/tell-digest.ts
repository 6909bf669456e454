// Once a working day those are told in summary whom the severity of an incident does not call for at once (domain.md 5.2, "Who is told at once").
import { digestPartOf, type DigestPart, type DigestSpan } from '../domain/digest';
import type { Marked } from '../domain/exercise';
import { handlingOf, type Incident } from '../domain/incident';
import { markedNotices, type Notice, type Summed } from '../domain/notice';
import type { Person } from '../domain/person';
import { severities, severityOfReport, type Severity } from '../domain/severity';
import { severityTargets, type ToldParty } from '../reference/severity-targets';
import { peopleOf } from './called-by-severity';
import type { Context } from './context';
import type { Telling } from './telling';

/** One message to each, and none to those for whom nothing has happened. What happened in exercises is summed up by itself. */
export async function tellDigest(
  telling: Pick<Telling, 'context' | 'tell'>,
  incidents: readonly Incident[],
  span: DigestSpan
): Promise<void> {
  const [real, exercises] = [incidents.filter(({ exercise }) => exercise !== true), incidents.filter(({ exercise }) => exercise === true)];
  await sumUp(telling, { incidents: real, span, mark: {} });
  await sumUp(telling, { incidents: exercises, span, mark: { exercise: true } });
}

interface Summary {
  readonly incidents: readonly Incident[];
  readonly span: DigestSpan;
  readonly mark: Marked;
}

async function sumUp({ context, tell }: Pick<Telling, 'context' | 'tell'>, { incidents, span, mark }: Summary): Promise<void> {
  const digests = new Map<string, Readonly<Record<DigestPart, readonly Incident[]>>>();
  for (const incident of incidents) {
    const part = digestPartOf(incident, span);
    if (part === undefined) continue;
    for (const { id } of await inSummary(context, incident)) {
      const before = digests.get(id) ?? { fresh: [], changed: [], settled: [] };
      digests.set(id, { ...before, [part]: [...before[part], incident] });
    }
  }
  const notices = [...digests].map(
    ([to, { fresh, changed, settled }]): Notice => ({
      kind: 'incident-digest',
      to,
      fresh: summed(fresh),
      changed: summed(changed),
      settled: summed(settled)
    })
  );
  const key = mark.exercise === true ? `digest exercise ${span.until}` : `digest ${span.until}`;
  if (notices.length > 0) await tell(key, markedNotices(mark, notices));
}

/** Those of the table who are not told at once at this severity. Of a restricted incident only those who answer for the restriction. */
async function inSummary(context: Context, incident: Incident): Promise<readonly Person[]> {
  const { told } = severityTargets[severityOf(incident)];
  const rest = severityTargets.critical.told.filter((party) => !told.includes(party));
  const summarised = handlingOf(incident).restricted ? rest.filter((party) => party === 'information-security') : rest;
  const [known, others] = await Promise.all([peopleIn(context, incident, told), peopleIn(context, incident, summarised)]);
  const ids = new Set([incident.reporter, ...known].map(({ id }) => id));
  return others.filter(({ id }, index) => !ids.has(id) && others.findIndex((other) => other.id === id) === index);
}

async function peopleIn(context: Context, incident: Incident, parties: readonly ToldParty[]): Promise<readonly Person[]> {
  return (await Promise.all(parties.map((party) => peopleOf(party, incident, context)))).flat();
}

function severityOf(incident: Incident): Severity {
  return handlingOf(incident).severity ?? severityOfReport(incident.report);
}

/** As many as are named; the rest are counted. */
const mostNamed = 5;

/** The most severe are named. */
function summed(incidents: readonly Incident[]): Summed {
  const lines = incidents.map((incident) => ({ reference: incident.reference, severity: severityOf(incident) }));
  lines.sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  return { count: lines.length, some: lines.slice(0, mostNamed) };
}
