// An employee reports: the incident stands in the record, IT (whoever is on duty, else all of them) and the nearest manager are told at once (H40).
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Marked } from '../domain/exercise';
import { noHandling } from '../domain/handling';
import { Report, reportLimits, type Incident } from '../domain/incident';
import { detailLimits } from '../domain/report-details';
import type { Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import { answerBy, severityOfReport } from '../domain/severity';
import { earliestMoment } from '../domain/swedish-time';
import { written, writtenVisibly } from '../domain/written-text';
import { alreadyDone, commitNew, newNumber } from './commit';
import { told, type Context, type Request, type Told } from './context';
import { firstInLine } from './line-of-answer';
import { whoseReport } from './whose-report';

const GivenReport = z.strictObject({
  ...Report.shape,
  where: writtenVisibly(reportLimits.where),
  description: written(reportLimits.description),
  toldBy: writtenVisibly(detailLimits.toldBy).optional()
});

/** `reportedAt` is when the person pressed submit (UTC, whole seconds, as SharePoint keeps them), which a delivery after an outage must not move. */
export const ReportIncidentInput = z.strictObject({
  report: GivenReport,
  reportedAt: z.iso.datetime({ precision: 0 }).refine((at) => at >= earliestMoment)
});
export type ReportIncidentInput = Readonly<z.infer<typeof ReportIncidentInput>>;

/** Never refused once it is well formed: better one report too many. The same command again gives the same incident. */
export function reportIncident(context: Context, request: Request<ReportIncidentInput>): Promise<Told<Incident>> {
  return reported(context, request, {});
}

/** `mark` says whether it is an exercise; it stays what it is. */
export async function reported(context: Context, request: Request<ReportIncidentInput>, mark: Marked): Promise<Told<Incident>> {
  const it = firstInLine(context, 'it');
  // Asked for together with the rest, needed last: that it could not be read must not keep the incident out of the record.
  it.catch(() => undefined);
  const incident = await registered(context, request, mark);
  return told(incident, notices(incident, await it));
}

async function registered(context: Context, { command, actor, input }: Request<ReportIncidentInput>, mark: Marked): Promise<Incident> {
  const { report } = input;
  const reporter = actor.person;
  const reportedAt = earlier(input.reportedAt, context.now());
  const [known, number, whose] = await Promise.all([
    alreadyDone(context, context.incidents, command),
    newNumber(context, 'I'),
    whoseReport(context, reporter, report)
  ]);
  if (known !== undefined) return known;
  return commitNew(context, context.incidents, number, (reference) => ({
    event: mark.exercise === true ? 'exercise-reported' : 'incident-reported',
    command,
    actor,
    from: '',
    to: 'reported',
    state: {
      reference,
      ...mark,
      report,
      reporter,
      ...whose,
      state: 'reported',
      reportedAt,
      knownAt: reportedAt,
      handling: { ...noHandling, answerBy: answerBy(severityOfReport(report), reportedAt) }
    }
  }));
}

/** A clock that runs ahead must not move kännedom, from which the law's time limits are counted, into the future. Both are UTC, ISO 8601. */
function earlier(a: string, b: string): string {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}

function notices(incident: Incident, it: readonly Person[]): Notice[] {
  const toIt = it.map((person) => toReceiver(incident, person, 'it'));
  const toManager = incident.nearestManager === undefined ? [] : [toReceiver(incident, incident.nearestManager, 'nearest-manager')];
  return [...toIt, ...toManager];
}

function toReceiver({ reference, report }: Incident, person: Person, receiver: 'it' | 'nearest-manager'): Notice {
  return { kind: 'incident-reported', to: person.id, reference, incidentKind: report.kind, receiver };
}
