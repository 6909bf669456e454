// Whoever owns a measure is reminded as it falls due, and whoever follows it up when it is late or its effect is to be checked (H47).
import type { Incident } from '../domain/incident';
import type { Measure } from '../domain/measure';
import { markedNotices, type Notice } from '../domain/notice';
import { reminderDue, type EscalationRules, type ReminderStage } from '../domain/reminders';
import { readMended } from './commit';
import { followersOf, incidentOf } from './measures';
import { decidersOf, type MeasureDecider } from './tell-measure-decider';
import type { Context } from './context';
import type { Telling } from './telling';

interface DueErrand extends NonNullable<Measure['next']> {
  readonly stage: ReminderStage;
}

/** The reminder that is to be given of the measure at `now` (UTC), if any. Its effect, or a risk that was accepted, is nothing to look at before its day has come. */
export function measureReminder({ next }: Measure, { measure }: EscalationRules, now: string): DueErrand | undefined {
  const reminder = next && reminderDue(next, measure, now);
  if (next === undefined || reminder === undefined) return undefined;
  const waits = next.errand === 'check' || next.errand === 'reconsider';
  return waits && reminder.stage !== 'over' ? undefined : { ...next, stage: reminder.stage };
}

export function measureReminderKey({ reference }: Pick<Measure, 'reference'>, { errand, due, stage }: DueErrand): string {
  return `remind ${reference} ${errand} ${due} ${stage}`;
}

/** Of the measure as the log has it. Gives the key it was told under; none when there was nothing to tell. */
export async function remindOfMeasure({ context, rules, tell }: Telling, reference: string): Promise<string | undefined> {
  const page = await readMended(context, context.measures, reference);
  const reminder = page && measureReminder(page.state, rules, context.now());
  if (page === undefined || reminder === undefined) return undefined;
  const incident = await incidentOf(context, page.state);
  if (incident === 'missing') return undefined;
  const key = measureReminderKey(page.state, reminder);
  await tell(key, markedNotices(page.state, await notices(context, page.state, incident, reminder)));
  return key;
}

/** A decision is asked of whoever decides, and of their deputies, at all times; the effect is looked at by whoever follows the measure up. */
async function whoIsToAct(context: Context, measure: Measure, errand: DueErrand['errand']): Promise<readonly MeasureDecider[]> {
  if (errand === 'finish') return [{ to: measure.owner.id }];
  return errand === 'check' ? [] : decidersOf(context, measure);
}

async function notices(
  context: Context,
  measure: Measure,
  incident: Incident | undefined,
  { errand, stage, due }: DueErrand
): Promise<readonly Notice[]> {
  const acting = await whoIsToAct(context, measure, errand);
  const followers = stage === 'over' ? followersOf(measure, incident).map(({ id: to }): MeasureDecider => ({ to })) : [];
  const told = [...acting, ...followers];
  return told
    .filter(({ to }, index) => told.findIndex((other) => other.to === to) === index)
    .map((one) => ({ kind: 'measure-reminder', reference: measure.reference, errand, stage, due, ...one }));
}
