// Those who handle incidents begin an exercise: it goes through the whole chain as an incident does, marked from the first line (H26, domain.md 4, 26).
import { facingNew } from '../domain/capacities';
import type { Incident } from '../domain/incident';
import { refused } from '../domain/outcome';
import { refusalTo } from '../domain/permissions';
import type { Answer, Context, Request } from './context';
import { reported, ReportIncidentInput } from './report-incident';

/** Told as an incident is. */
export const ReportExerciseInput = ReportIncidentInput;
export type ReportExerciseInput = ReportIncidentInput;

export async function reportExercise(context: Context, request: Request<ReportExerciseInput>): Promise<Answer<Incident, 'not-allowed'>> {
  const refusal = refusalTo('report-exercise', facingNew(request.actor));
  return refusal === undefined ? reported(context, request, { exercise: true }) : refused(refusal);
}
