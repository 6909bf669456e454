// Those who answer for a legal track are reminded of the report that is due next: whoever decides it, whoever opened it, and Informationssäkerhet (H51, H60).
import { handlingOf, type Incident } from '../domain/incident';
import { nextClock, type NextClock } from '../domain/legal-clock';
import type { LegalRules } from '../domain/legal-rules';
import { rulesOf, type Track } from '../domain/legal-track';
import { markedNotices, type Notice } from '../domain/notice';
import { reminderDue, type EscalationRules, type ReminderRule, type ReminderStage } from '../domain/reminders';
import { readMended } from './commit';
import type { Context } from './context';
import { firstInLine } from './line-of-answer';
import type { Telling } from './telling';

export interface TrackTelling extends Telling {
  readonly legalRules: LegalRules;
}

interface DueReport extends NextClock {
  readonly moment: ReminderStage;
}

/** The reminder that is to be given of the track at `now` (UTC), if any. `isCritical`: the incident is, and nobody is left to sleep. */
export function trackReminder(track: Track, { rules, legalRules }: Rules, { isCritical, now }: Seen): DueReport | undefined {
  // What is over has nothing that is due next.
  const clock = track.next && nextClock(track, rulesOf(track, legalRules[track.regime]).stages);
  const rule: ReminderRule = isCritical ? { ...rules.legal, waking: 'always' } : rules.legal;
  const reminder = clock && reminderDue(clock, rule, now);
  return clock === undefined || reminder === undefined ? undefined : { ...clock, moment: reminder.stage };
}

interface Rules {
  readonly rules: EscalationRules;
  readonly legalRules: LegalRules;
}

interface Seen {
  readonly isCritical: boolean;
  readonly now: string;
}

export function trackReminderKey({ reference }: Pick<Track, 'reference'>, { stage, due, moment }: DueReport): string {
  return `remind ${reference} ${stage} ${due} ${moment}`;
}

/** Of track and incident as the log has them. Gives the key it was told under; none when there was nothing to tell. */
export async function remindOfTrack(telling: TrackTelling, reference: string): Promise<string | undefined> {
  const { context, tell } = telling;
  const page = await readMended(context, context.tracks, reference);
  if (page === undefined) return undefined;
  const incident = await readMended(context, context.incidents, page.state.incident);
  const reminder = trackReminder(page.state, telling, { isCritical: isCritical(incident?.state), now: context.now() });
  if (reminder === undefined) return undefined;
  const key = trackReminderKey(page.state, reminder);
  await tell(key, markedNotices(page.state, await notices(context, page.state, reminder)));
  return key;
}

async function notices(context: Context, track: Track, { stage: report, due, moment: stage }: DueReport): Promise<readonly Notice[]> {
  const { reference, incident, regime, decider, openedBy } = track;
  const people = [decider, openedBy, ...(await firstInLine(context, 'information-security'))];
  const ids = [...new Set(people.map(({ id }) => id))];
  return ids.map((to) => ({ kind: 'track-reminder', to, reference, incident, regime, report, stage, due }));
}

function isCritical(incident: Pick<Incident, 'handling'> | undefined): boolean {
  return incident !== undefined && handlingOf(incident).severity === 'critical';
}
