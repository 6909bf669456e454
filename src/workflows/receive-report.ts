// The kommundirektör acknowledges that a särskild rapport has been received; whoever handed it over is told (H64).
import { z } from 'zod';
import { handedReports, type Incident } from '../domain/incident';
import { done, refused, type Outcome } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { changeIncident, type StepTaken } from './change-incident';
import type { Answer, Context, Request } from './context';

/** `report` is its place among those that were handed over, from 0. */
export const ReceiveReportInput = z.strictObject({ reference: numberIn('I'), report: z.int().min(0) });
export type ReceiveReportInput = Readonly<z.infer<typeof ReceiveReportInput>>;

type Fault = 'not-allowed' | 'report-missing' | 'receipt-kept';

/** Only whoever it was handed to can. */
export function receiveReport(context: Context, request: Request<ReceiveReportInput>): Promise<Answer<Incident, HandlingRefusal | Fault>> {
  const { report } = request.input;
  return changeIncident<Fault>(context, request, {
    act: 'receive-report',
    stands: 'by-itself',
    take: (incident, at) => received(incident, request, at),
    notices: (incident) => {
      const handed = handedReports(incident)[report];
      return handed === undefined ? [] : [{ kind: 'report-received', to: handed.by.id, reference: incident.reference }];
    }
  });
}

function received(incident: Incident, { actor, input }: Request<ReceiveReportInput>, receivedAt: string): Outcome<StepTaken, Fault> {
  const reports = handedReports(incident);
  const handed = reports[input.report];
  if (handed === undefined) return refused('report-missing');
  if (handed.to.id !== actor.person.id) return refused('not-allowed');
  if (handed.receivedAt !== undefined) return refused('receipt-kept');
  const changes = { reports: reports.map((one) => (one === handed ? { ...one, receivedAt } : one)) };
  return done({ event: 'report-received', text: handed.name, changes });
}
