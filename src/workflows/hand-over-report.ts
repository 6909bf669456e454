// The särskild rapport on an incident is handed over to the kommundirektör: a file that is kept with the incident, told by its fingerprint (H64).
import { z } from 'zod';
import { isReportFile, type HandedReport } from '../domain/handed-report';
import { attachmentsOf, handedReports, type Incident } from '../domain/incident';
import type { Notice } from '../domain/notice';
import { done, refused, type Outcome } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { isUpn, type Person } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { changeIncident, type StepTaken } from './change-incident';
import type { Answer, Context, Directory, Request } from './context';
import { upn } from './owners';

/** `sha256` is that of one of the incident's files. `to` is a user principal name, looked up. */
export const HandOverReportInput = z.strictObject({
  reference: numberIn('I'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  to: upn.min(1)
});
export type HandOverReportInput = Readonly<z.infer<typeof HandOverReportInput>>;

/** `not-leadership`: only somebody in Ledning can be given it. `report-missing`: no such Word or PDF file is kept. `report-known`: they have been given it. */
type Fault = 'unknown-person' | 'not-leadership' | 'report-missing' | 'report-known';

/** Whoever is given it may read the incident from then on. */
export async function handOverReport(
  context: Context,
  request: Request<HandOverReportInput>
): Promise<Answer<Incident, HandlingRefusal | Fault>> {
  const receiver = await receiverNamed(context.directory, request.input.to);
  return changeIncident<Fault>(context, request, {
    act: 'hand-over-report',
    stands: 'by-itself',
    take: (incident, at) => (receiver.ok ? handedOver(incident, request, receiver.value, at) : receiver),
    notices: toReceiver
  });
}

async function receiverNamed(directory: Directory, name: string): Promise<Outcome<Person, 'unknown-person' | 'not-leadership'>> {
  if (!isUpn(name)) return refused('unknown-person');
  const [person, leadership] = await Promise.all([directory.person(name), directory.membersOf('leadership')]);
  if (person === undefined) return refused('unknown-person');
  return leadership.some(({ id }) => id === person.id) ? done(person) : refused('not-leadership');
}

function handedOver(
  incident: Incident,
  { actor, input: { sha256 } }: Request<HandOverReportInput>,
  to: Person,
  at: string
): Outcome<StepTaken, 'report-missing' | 'report-known'> {
  const kept = attachmentsOf(incident).find((one) => one.sha256 === sha256 && isReportFile(one));
  if (kept === undefined) return refused('report-missing');
  const before = handedReports(incident);
  if (before.some((one) => one.sha256 === sha256 && one.to.id === to.id)) return refused('report-known');
  const { file, name } = kept;
  const handed: HandedReport = { file, name, sha256, by: actor.person, at, to };
  return done({ event: 'report-handed-over', text: `${to.name}: ${name}, SHA-256 ${sha256}`, changes: { reports: [...before, handed] } });
}

function toReceiver(incident: Incident): readonly Notice[] {
  const reports = handedReports(incident);
  const last = reports.at(-1);
  return last === undefined
    ? []
    : [{ kind: 'report-handed-over', to: last.to.id, reference: incident.reference, report: reports.length - 1 }];
}
