// The scheduled work of telling people what is due, who is next in line, and what has happened since the last summary.
import type { Logger } from 'pino';
import type { Classification } from '../domain/classification';
import type { Incident } from '../domain/incident';
import { inventoryReminder, type Inventory } from '../domain/inventory';
import type { Track } from '../domain/legal-track';
import type { Measure } from '../domain/measure';
import type { RequirementAnswers } from '../domain/requirement-answers';
import { modelInForce } from '../reference/model-in-force';
import { yearlyTasks } from '../reference/yearly-tasks';
import { escalateIncident, escalationKey, incidentStep } from '../workflows/escalate-incident';
import { incidentReminder, remindOfIncident, reminderKey } from '../workflows/remind-of-incident';
import { inventoryReminderKey, remindOfInventory } from '../workflows/remind-of-inventory';
import { measureReminder, measureReminderKey, remindOfMeasure } from '../workflows/remind-of-measure';
import { remindOfTrack, trackReminder, trackReminderKey, type TrackTelling } from '../workflows/remind-of-track';
import { remindOfYearlyTasks } from '../workflows/remind-of-yearly-tasks';
import { tellDecisions } from '../workflows/tell-decisions';
import { tellDigest } from '../workflows/tell-digest';
import { tellLateSuppliers } from '../workflows/tell-late-suppliers';
import { tellReconsiderations, type Register } from '../workflows/tell-reconsiderations';
import { faultOf } from './log';
import { everyMinute, everyWorkingDay, type DueTimes, type Job } from './schedule';

/** Where it is looked. What is found is told of only as the log has it. */
export interface Lookout {
  /** Incidents that wait for an answer. */
  readonly awaiting: () => Promise<readonly Incident[]>;
  /** Tracks of which something is due, or was within the last month. */
  readonly due: () => Promise<readonly Track[]>;
  /** Measures of which something is waited for, or was within the last month. */
  readonly measures: () => Promise<readonly Measure[]>;
  /** Those that are open. */
  readonly inventories: () => Promise<readonly Inventory[]>;
  /** Classifications that wait for a decision. */
  readonly decisions: () => Promise<readonly Classification[]>;
  /** What has been answered to requirements, with when they were sent to suppliers. */
  readonly requirementAnswers: () => Promise<readonly RequirementAnswers[]>;
  /** When the municipality got its årshjul (UTC, ISO 8601); `undefined` where it has none yet. */
  readonly yearlyBegan: () => Promise<string | undefined>;
  readonly all: () => Promise<readonly Incident[]>;
  /** The whole register, and what its classes are held against. */
  readonly register: () => Promise<Register>;
}

export interface RemindersOptions {
  readonly lookout: Lookout;
  readonly telling: TrackTelling;
  readonly log: Logger;
}

/** Something that looks as if it were to be told under this key; `run` gives the key that something was told under. Until they agree it is looked at again. */
interface Errand {
  readonly key: string;
  readonly run: () => Promise<string | undefined>;
}

/**
 * Looked for every minute. What has been told is remembered here only so as not to ask for it again: the outbox and the log know it, so that a process that
 * starts anew, or another instance, tells nobody twice.
 */
export function reminders({ lookout, telling, log }: RemindersOptions): Job {
  let done = new Set<string>();

  async function carryOut({ key, run }: Errand): Promise<void> {
    try {
      if ((await run()) === key) done.add(key);
    } catch (error) {
      log.error({ fault: faultOf(error) }, 'reminder failed');
    }
  }

  return {
    name: 'reminders',
    due: everyMinute,
    run: async (signal) => {
      const [incidents, tracks, measures, inventories] = await Promise.all([
        lookout.awaiting(),
        lookout.due(),
        lookout.measures(),
        lookout.inventories()
      ]);
      const errands = [
        ...incidents.flatMap((incident) => errandsOf(incident, telling)),
        ...tracks.flatMap((track) => errandsOfTrack(track, telling)),
        ...measures.flatMap((measure) => errandsOfMeasure(measure, telling)),
        ...inventories.flatMap((inventory) => errandsOfInventory(inventory, telling))
      ];
      done = new Set(errands.map(({ key }) => key).filter((key) => done.has(key)));
      for (const errand of errands) if (!signal.aborted && !done.has(errand.key)) await carryOut(errand);
    }
  };
}

function errandsOf(incident: Incident, telling: TrackTelling): readonly Errand[] {
  const { rules, context } = telling;
  const { reference } = incident;
  const reminder = incidentReminder(incident, rules, context.now());
  const step = incidentStep(incident, rules, context.now());
  return [
    ...(reminder === undefined ? [] : [{ key: reminderKey(incident, reminder), run: () => remindOfIncident(telling, reference) }]),
    ...(step === undefined ? [] : [{ key: escalationKey(incident, step), run: () => escalateIncident(telling, reference) }])
  ];
}

/** Whether its incident is critical, and nobody left to sleep, is not known from here: what would be told in either case is looked at. */
function errandsOfTrack(track: Track, telling: TrackTelling): readonly Errand[] {
  const now = telling.context.now();
  const reminders = [true, false].flatMap((isCritical) => trackReminder(track, telling, { isCritical, now }) ?? []);
  const keys = new Set(reminders.map((reminder) => trackReminderKey(track, reminder)));
  return [...keys].map((key) => ({ key, run: () => remindOfTrack(telling, track.reference) }));
}

function errandsOfMeasure(measure: Measure, telling: TrackTelling): readonly Errand[] {
  const reminder = measureReminder(measure, telling.rules, telling.context.now());
  if (reminder === undefined) return [];
  return [{ key: measureReminderKey(measure, reminder), run: () => remindOfMeasure(telling, measure.reference) }];
}

function errandsOfInventory(inventory: Inventory, telling: TrackTelling): readonly Errand[] {
  const stage = inventoryReminder(inventory, telling.rules.inventory.waking, telling.context.now());
  if (stage === undefined) return [];
  return [{ key: inventoryReminderKey(inventory, stage), run: () => remindOfInventory(telling, inventory.reference) }];
}

/** When the day's summary is told, Swedish time: when the office opens (src/reference/escalation.ts). */
const digestTime = '08:00';

/** Of what happened since the last one that was told, or since the last working day when none ever was. */
export function digest({ lookout, telling }: Pick<RemindersOptions, 'lookout' | 'telling'>): Job {
  const due = everyWorkingDay(digestTime);
  return {
    name: 'digest',
    due,
    run: async (_signal, { due: until, after = workingDayBefore(due, until) }) => tellDigest(telling, await lookout.all(), { after, until })
  };
}

function workingDayBefore({ latest }: DueTimes, until: string): string {
  return latest(new Date(new Date(until).getTime() - 1));
}

/** As the day's summary, to those who decide classifications. */
export function decisionDigest({ lookout, telling }: Pick<RemindersOptions, 'lookout' | 'telling'>): Job {
  return {
    name: 'decision-digest',
    due: everyWorkingDay(digestTime),
    run: async (_signal, { due }) => tellDecisions(telling, await lookout.decisions(), due)
  };
}

/** As the day's summary, to those who sent requirements to a supplier that has not answered in time. */
export function lateSuppliers({ lookout, telling }: Pick<RemindersOptions, 'lookout' | 'telling'>): Job {
  return {
    name: 'late-suppliers',
    due: everyWorkingDay(digestTime),
    run: async () => tellLateSuppliers(telling, await lookout.requirementAnswers())
  };
}

/** As the day's summary, to those whose tasks of the årshjul are near or late. */
export function yearlyReminders({ lookout, telling }: Pick<RemindersOptions, 'lookout' | 'telling'>): Job {
  return {
    name: 'yearly-tasks',
    due: everyWorkingDay(digestTime),
    run: async () => {
      const began = await lookout.yearlyBegan();
      if (began !== undefined) await remindOfYearlyTasks(telling, yearlyTasks, began);
    }
  };
}

/** As the day's summary, to those who answer for assets: which classes are to be reconsidered, or soon are. */
export function reconsiderationDigest({ lookout, telling }: Pick<RemindersOptions, 'lookout' | 'telling'>): Job {
  const due = everyWorkingDay(digestTime);
  return {
    name: 'reconsiderations',
    due,
    run: async (_signal, { due: until, after = workingDayBefore(due, until) }) =>
      tellReconsiderations(telling, await lookout.register(), { model: modelInForce, span: { after, until } })
  };
}
