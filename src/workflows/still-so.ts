// Whether what the service reminds of is still so when somebody is told: it may have been answered while the notice waited for them.
import type { Incident } from '../domain/incident';
import type { Notice } from '../domain/notice';
import { responseDeadline } from '../domain/response-deadline';
import type { Context, Register } from './context';
import { isToBeDone } from './remind-of-yearly-tasks';
import { lateSending } from './tell-late-suppliers';

type Awaiting = Extract<Notice, { readonly kind: 'incident-reminder' | 'incident-escalated' }>;

/** By the log. Everything but reminders was so when it was said, and is told. */
export async function isStillSo(context: Context, notice: Notice): Promise<boolean> {
  if (notice.kind === 'incident-reminder' || notice.kind === 'incident-escalated') {
    const incident = await latest(context, context.incidents, notice.reference);
    return incident !== undefined && isAwaited(incident, notice);
  }
  if (notice.kind === 'measure-reminder') {
    const measure = await latest(context, context.measures, notice.reference);
    return measure?.next?.errand === notice.errand && measure.next.due === notice.due;
  }
  if (notice.kind === 'inventory-asked') {
    const answer = await latest(context, context.unitAnswers, notice.reference);
    const inventory = answer && (await latest(context, context.inventories, answer.inventory));
    return answer?.state === 'asked' && inventory?.state === 'open';
  }
  if (notice.kind === 'supplier-late') return (await lateSending(context, notice.reference, notice.answers))?.due === notice.due;
  if (notice.kind === 'yearly-reminder') return isToBeDone(context, { code: notice.task, months: [notice.month] }, notice);
  if (notice.kind !== 'track-reminder') return true;
  const track = await latest(context, context.tracks, notice.reference);
  return track?.next?.stage === notice.report && track.next.due === notice.due;
}

/** Each of the two receivers is asked until they have received it, or it has been assessed without them. */
function isAwaited(incident: Incident, { response, due, receiver }: Awaiting): boolean {
  const deadline = responseDeadline(incident);
  if (deadline?.due !== due) return false;
  if (receiver === 'nearest-manager') return incident.acknowledgedByManager === undefined;
  return deadline.response === response;
}

async function latest<S>({ log }: Context, register: Register<S>, reference: string): Promise<S | undefined> {
  const entry = await log.latest(reference);
  return entry && register.parse(entry.state);
}
