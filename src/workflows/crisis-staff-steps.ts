// What is entered while the krisstab works: who came, each decision, and the minutes it ends with (H55).
import { z } from 'zod';
import { calledPeople, crisisLimits, stateOfStaff, type CrisisStaff } from '../domain/crisis-staff';
import { crisisStaffs, type Incident } from '../domain/incident';
import { done, refused, type Outcome } from '../domain/outcome';
import type { HandlingAct, HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { isBlank, written, writtenVisibly } from '../domain/written-text';
import { changeIncident, type StepTaken } from './change-incident';
import type { Answer, Context, Request } from './context';

/** `staff` is its place among the callings of the incident, from 0. */
const which = { reference: numberIn('I'), staff: z.int().min(0) };

/** `present`: Entra ids of those called who came. `others`: whoever else did, in words. Entered again it takes the place of what was entered before. */
export const RecordCrisisAttendanceInput = z.strictObject({
  ...which,
  present: z.array(z.guid()).max(100).readonly(),
  others: written(crisisLimits.others)
});
export type RecordCrisisAttendanceInput = Readonly<z.infer<typeof RecordCrisisAttendanceInput>>;

export const RecordCrisisDecisionInput = z.strictObject({ ...which, text: writtenVisibly(crisisLimits.decision) });
export type RecordCrisisDecisionInput = Readonly<z.infer<typeof RecordCrisisDecisionInput>>;

export const EndCrisisStaffInput = z.strictObject({ ...which, minutes: writtenVisibly(crisisLimits.minutes) });
export type EndCrisisStaffInput = Readonly<z.infer<typeof EndCrisisStaffInput>>;

/** `crisis-staff-missing`: none was called there. `crisis-staff-ended`: its minutes are kept as they are. */
type Standing = 'crisis-staff-missing' | 'crisis-staff-ended';
/** `attendance-missing`: nobody is said to have come. `not-called`: somebody was not called; they are written among the others. */
type AttendanceFault = Standing | 'attendance-missing' | 'not-called';
/** `crisis-staff-not-active`: nobody has come yet who could decide. */
type DecisionFault = Standing | 'crisis-staff-not-active';

/** The krisstab is active from then on. */
export function recordCrisisAttendance(
  context: Context,
  request: Request<RecordCrisisAttendanceInput>
): Promise<Answer<Incident, HandlingRefusal | AttendanceFault>> {
  const { actor, input } = request;
  const { others } = input;
  const present = [...new Set(input.present)];
  return changeStaff<AttendanceFault>(context, request, 'record-crisis-attendance', (staff, at) => {
    const called = calledPeople(staff).map(({ person }) => person);
    if (present.some((id) => called.every((person) => person.id !== id))) return refused('not-called');
    if (present.length === 0 && isBlank(others)) return refused('attendance-missing');
    const names = called.filter(({ id }) => present.includes(id)).map(({ name }) => name);
    const text = [...names, ...(isBlank(others) ? [] : [others])].join(', ');
    return done({ event: 'crisis-attendance-recorded', text, staff: { ...staff, attendance: { by: actor.person, at, present, others } } });
  });
}

/** Stands in the timeline with who wrote it, and is never changed. */
export function recordCrisisDecision(
  context: Context,
  request: Request<RecordCrisisDecisionInput>
): Promise<Answer<Incident, HandlingRefusal | DecisionFault>> {
  const {
    actor: { person: by },
    input: { text }
  } = request;
  return changeStaff<DecisionFault>(context, request, 'record-crisis-decision', (staff, at) =>
    stateOfStaff(staff) === 'active'
      ? done({ event: 'crisis-decision-recorded', text, staff: { ...staff, decisions: [...staff.decisions, { by, at, text }] } })
      : refused('crisis-staff-not-active')
  );
}

/** Ends one that nobody came to as well: then the minutes say why. */
export function endCrisisStaff(
  context: Context,
  request: Request<EndCrisisStaffInput>
): Promise<Answer<Incident, HandlingRefusal | Standing>> {
  const {
    actor: { person: by },
    input: { minutes }
  } = request;
  return changeStaff<Standing>(context, request, 'end-crisis-staff', (staff, at) =>
    done({ event: 'crisis-staff-ended', text: minutes, staff: { ...staff, ended: { by, at, minutes } } })
  );
}

interface StaffStep extends Pick<StepTaken, 'event' | 'text'> {
  readonly staff: CrisisStaff;
}

function changeStaff<R extends string>(
  context: Context,
  request: Request<{ readonly reference: string; readonly staff: number }>,
  act: HandlingAct,
  take: (staff: CrisisStaff, at: string) => Outcome<StaffStep, R>
): Promise<Answer<Incident, HandlingRefusal | R | Standing>> {
  return changeIncident<R | Standing>(context, request, {
    act,
    stands: 'by-itself',
    take: (incident, at) => inStaff(incident, request.input.staff, (staff) => take(staff, at)),
    notices: () => []
  });
}

function inStaff<R extends string>(
  incident: Incident,
  place: number,
  take: (staff: CrisisStaff) => Outcome<StaffStep, R>
): Outcome<StepTaken, R | Standing> {
  const staffs = crisisStaffs(incident);
  const standing = staffs[place];
  if (standing === undefined) return refused('crisis-staff-missing');
  if (standing.ended !== undefined) return refused('crisis-staff-ended');
  const taken = take(standing);
  if (!taken.ok) return taken;
  const { event, text, staff } = taken.value;
  return done({ event, text, changes: { crisisStaffs: staffs.map((one) => (one === standing ? staff : one)) } });
}
