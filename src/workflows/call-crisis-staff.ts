// The krisstab is called to an incident: everybody in the crisis plan as it stands, told in Teams and rung by the list (H55).
import { z } from 'zod';
import { calledPeople, crisisLimits, stateOfStaff, type CrisisPlan, type CrisisStaff } from '../domain/crisis-staff';
import { WebAddress } from '../domain/web-address';
import { crisisStaffs, type Incident } from '../domain/incident';
import type { Notice } from '../domain/notice';
import { done, refused, type Outcome } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import type { Actor } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { written, writtenVisibly } from '../domain/written-text';
import { changeIncident, type StepTaken } from './change-incident';
import type { Answer, Context, Request } from './context';

/** Who is called stands in the crisis plan and is never sent in. */
export const CallCrisisStaffInput = z.strictObject({
  reference: numberIn('I'),
  reason: writtenVisibly(crisisLimits.reason),
  agenda: written(crisisLimits.agenda),
  link: WebAddress.optional()
});
export type CallCrisisStaffInput = Readonly<z.infer<typeof CallCrisisStaffInput>>;

/** `crisis-staff-called`: the one called before has not ended. `crisis-plan-empty`: nobody in the plan can be read. */
type Fault = 'crisis-staff-called' | 'crisis-plan-empty';

/** Those who are called are told that they are and where to come. They may not read the incident for that. */
export async function callCrisisStaff(
  context: Context,
  request: Request<CallCrisisStaffInput>
): Promise<Answer<Incident, HandlingRefusal | Fault>> {
  const plan = await context.directory.crisisPlan();
  return changeIncident<Fault>(context, request, {
    act: 'call-crisis-staff',
    take: (incident, at) => called(incident, { ...request, plan }, at),
    notices: toTheCalled
  });
}

interface Calling {
  readonly actor: Actor;
  readonly input: CallCrisisStaffInput;
  readonly plan: CrisisPlan;
}

function called(incident: Incident, { actor, input, plan }: Calling, at: string): Outcome<StepTaken, Fault> {
  const before = crisisStaffs(incident);
  const latest = before.at(-1);
  if (latest !== undefined && stateOfStaff(latest) !== 'ended') return refused('crisis-staff-called');
  if (plan.participants.length === 0) return refused('crisis-plan-empty');
  const { reason, agenda, link } = input;
  const staff: CrisisStaff = { by: actor.person, at, reason, agenda, ...(link !== undefined && { link }), ...plan, decisions: [] };
  return done({ event: 'crisis-staff-called', text: reason, changes: { crisisStaffs: [...before, staff] } });
}

function toTheCalled(incident: Incident): readonly Notice[] {
  const staff = crisisStaffs(incident).at(-1);
  if (staff === undefined) return [];
  const { reference } = incident;
  const where = staff.link === undefined ? {} : { link: staff.link };
  return calledPeople(staff).map(({ person }) => ({ kind: 'crisis-staff-called', to: person.id, reference, ...where }));
}
