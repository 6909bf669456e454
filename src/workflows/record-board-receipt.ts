// That kommunstyrelsen has dealt with a särskild rapport: on what day, and under which number it stands in the registry (H64, H56).
import { z } from 'zod';
import { handedReports, type Incident } from '../domain/incident';
import { done, refused, type Outcome } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { RegistryNumber } from '../domain/registry-number';
import { swedishDay } from '../domain/swedish-time';
import { changeIncident, type StepTaken } from './change-incident';
import type { Answer, Context, Request } from './context';

/** `report` is its place among those that were handed over, from 0; `on` a Swedish calendar day (YYYY-MM-DD). */
export const RecordBoardReceiptInput = z.strictObject({
  reference: numberIn('I'),
  report: z.int().min(0),
  on: z.iso.date(),
  registryNumber: RegistryNumber
});
export type RecordBoardReceiptInput = Readonly<z.infer<typeof RecordBoardReceiptInput>>;

/** `wrong-time`: the day has not come, or was before the report was handed over. */
type Fault = 'report-missing' | 'receipt-kept' | 'wrong-time';

export function recordBoardReceipt(
  context: Context,
  request: Request<RecordBoardReceiptInput>
): Promise<Answer<Incident, HandlingRefusal | Fault>> {
  return changeIncident<Fault>(context, request, {
    act: 'record-board-receipt',
    stands: 'by-itself',
    take: (incident, at) => treated(incident, request, at),
    notices: () => []
  });
}

function treated(
  incident: Incident,
  { actor, input: { report, on, registryNumber } }: Request<RecordBoardReceiptInput>,
  at: string
): Outcome<StepTaken, Fault> {
  const reports = handedReports(incident);
  const handed = reports[report];
  if (handed === undefined) return refused('report-missing');
  if (handed.treated !== undefined) return refused('receipt-kept');
  if (on > swedishDay(at) || on < swedishDay(handed.at)) return refused('wrong-time');
  const marked = { ...handed, treated: { by: actor.person, at, on, registryNumber } };
  const changes = { reports: reports.map((one) => (one === handed ? marked : one)) };
  return done({ event: 'report-treated', text: `${on}, ${registryNumber}: ${handed.name}`, changes });
}
