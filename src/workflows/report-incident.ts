// An employee reports: the incident stands in the record, IT and the nearest manager are told at once (H40).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Report, type Incident } from '../domain/incident';
import type { Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import { alreadyDone, commitNew } from './commit';
import { told, type Context, type Request, type Told } from './context';

/** `reportedAt` is when the person pressed submit (UTC, whole seconds, as SharePoint keeps them), which a delivery after an outage must not move. */
export const ReportIncidentInput = z.strictObject({ report: Report, reportedAt: z.iso.datetime({ precision: 0 }) });
export type ReportIncidentInput = Readonly<z.infer<typeof ReportIncidentInput>>;

/** Never refused once it is well formed: better one report too many. The same command again gives the same incident. */
export async function reportIncident(context: Context, request: Request<ReportIncidentInput>): Promise<Told<Incident>> {
  const known = await alreadyDone(context, context.incidents, request.command);
  const incident = known ?? (await register(context, request));
  return told(incident, await notices(context, incident));
}

async function register(context: Context, { command, actor, input }: Request<ReportIncidentInput>): Promise<Incident> {
  const reporter = actor.person;
  const reportedAt = earlier(input.reportedAt, context.now());
  const [nearestManager, unit] = await Promise.all([context.directory.nearestManager(reporter), context.directory.unitOf(reporter)]);
  return commitNew(context, context.incidents, 'I', (reference) => ({
    event: 'incident-reported',
    command,
    actor,
    from: '',
    to: 'reported',
    state: {
      reference,
      report: input.report,
      reporter,
      unitName: unit?.name ?? '',
      nearestManager,
      state: 'reported',
      reportedAt,
      knownAt: reportedAt
    }
  }));
}

/** A clock that runs ahead must not move kännedom, from which the law's time limits are counted, into the future. Both are UTC, ISO 8601. */
function earlier(a: string, b: string): string {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}

async function notices(context: Context, incident: Incident): Promise<Notice[]> {
  const it = await context.directory.membersOf('it');
  const toIt = it.map((person) => toReceiver(incident, person, 'it'));
  const toManager = incident.nearestManager === undefined ? [] : [toReceiver(incident, incident.nearestManager, 'nearest-manager')];
  return [...toIt, ...toManager];
}

function toReceiver({ reference, report }: Incident, person: Person, receiver: 'it' | 'nearest-manager'): Notice {
  return { kind: 'incident-reported', to: person.id, reference, incidentKind: report.kind, receiver };
}
