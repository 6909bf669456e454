// Those who are to answer for an incident are reminded at half the time, when it is nearly up, and when it has passed (domain.md 5.2).
import { handlingOf, type Incident, type Receiver } from '../domain/incident';
import { markedNotices, type Notice } from '../domain/notice';
import type { Person } from '../domain/person';
import { reminderDue, type EscalationRules, type ReminderStage } from '../domain/reminders';
import { isEarlier } from '../domain/swedish-time';
import { responseDeadline, type ResponseDeadline } from '../domain/response-deadline';
import { readMended } from './commit';
import type { Context } from './context';
import { firstInLine } from './line-of-answer';
import { answering, awaited, type Telling } from './telling';

interface DueReminder extends ResponseDeadline {
  readonly stage: ReminderStage;
}

/** The reminder that is to be given of the incident at `now` (UTC), if any. Whoever has taken it since its time knows of it. */
export function incidentReminder(incident: Incident, rules: EscalationRules, now: string): DueReminder | undefined {
  const deadline = responseDeadline(incident);
  const reminder = deadline && reminderDue(deadline, rules.answer[deadline.severity], now);
  if (deadline === undefined || reminder === undefined) return undefined;
  return takenAt(incident).some((at) => !isEarlier(at, reminder.at)) ? undefined : { ...deadline, stage: reminder.stage };
}

/** When IT received it, and when it got its handlers. */
function takenAt(incident: Incident): readonly string[] {
  const assigned = handlingOf(incident).happenings.flatMap(({ event, at }) => (event === 'incident-assigned' ? [at] : []));
  return incident.acknowledgedByIt === undefined ? assigned : [incident.acknowledgedByIt.at, ...assigned];
}

/** What the reminder is told under. */
export function reminderKey({ reference }: Pick<Incident, 'reference'>, { response, due, stage }: DueReminder): string {
  return `remind ${reference} ${response} ${due} ${stage}`;
}

/** Of the incident as the log has it: what its item says is only where to look. Gives the key it was told under; none when there was nothing to tell. */
export async function remindOfIncident({ context, rules, tell }: Telling, reference: string): Promise<string | undefined> {
  const page = await readMended(context, context.incidents, reference);
  const reminder = page && incidentReminder(page.state, rules, context.now());
  if (page === undefined || reminder === undefined) return undefined;
  const key = reminderKey(page.state, reminder);
  await tell(key, markedNotices(page.state, await notices(context, page.state, reminder)));
  return key;
}

/** Two are to receive it, each for their part (H40), unless it is restricted and closed to both; whether it is late concerns whoever leads the work as well (H51). */
async function notices(context: Context, incident: Incident, reminder: DueReminder): Promise<readonly Notice[]> {
  const { response, stage } = reminder;
  const { nearestManager, acknowledgedByManager } = incident;
  const isRestricted = handlingOf(incident).restricted;
  const isManagers = nearestManager !== undefined && acknowledgedByManager === undefined && response !== 'handle' && !isRestricted;
  const [it, officers] = await Promise.all([
    answering(context, incident),
    stage === 'over' ? firstInLine(context, 'information-security') : []
  ]);
  const asked = it.map((person) => noticeTo(incident, reminder, person, response === 'receive' && !isRestricted ? 'it' : undefined));
  const manager = isManagers ? [noticeTo(incident, { ...reminder, response: 'receive' }, nearestManager, 'nearest-manager')] : [];
  const told = [...it, ...(isManagers ? [nearestManager] : [])].map(({ id }) => id);
  const others = officers.filter(({ id }) => !told.includes(id)).map((person) => noticeTo(incident, reminder, person, undefined));
  return [...asked, ...manager, ...others];
}

function noticeTo({ reference }: Incident, reminder: DueReminder, { id: to }: Person, receiver: Receiver | undefined): Notice {
  return {
    kind: 'incident-reminder',
    to,
    reference,
    stage: reminder.stage,
    ...awaited(reminder),
    ...(receiver !== undefined && { receiver })
  };
}
