// The service's scheduled telling over a record in memory: looks when a test says so, and notes who is told what, each once, as the outbox does.
import type { Notice } from '../../src/domain/notice';
import type { Person } from '../../src/domain/person';
import { escalationRules } from '../../src/reference/escalation';
import { legalRules } from '../../src/reference/legal-rules';
import { openLog } from '../../src/service/log';
import {
  decisionDigest,
  digest,
  lateSuppliers,
  reconsiderationDigest,
  reminders,
  yearlyReminders,
  type Lookout
} from '../../src/service/reminders';
import type { Job } from '../../src/service/schedule';
import type { Tell } from '../../src/workflows/telling';
import { isStillSo } from '../../src/workflows/still-so';
import { memoryContext, people, type MemoryContext } from './memory-context';

export interface Watched {
  readonly context: MemoryContext;
  /** The notices of a look at this moment (UTC, ISO 8601). */
  readonly look: (at: string) => Promise<readonly Notice[]>;
  /** As `look`, by an instance of the service that remembers nothing. */
  readonly lookAnew: (at: string) => Promise<readonly Notice[]>;
  readonly sumUp: (span: { readonly after?: string; readonly due: string }) => Promise<readonly Notice[]>;
  /** The morning's summary of decisions that wait, at this moment (UTC, ISO 8601). */
  readonly sumUpDecisions: (due: string) => Promise<readonly Notice[]>;
  /** As `sumUp`, of classes that are to be reconsidered. */
  readonly sumUpReconsiderations: (span: { readonly after?: string; readonly due: string }) => Promise<readonly Notice[]>;
  /** The morning's look for suppliers that have not answered in time, at this moment (UTC, ISO 8601). */
  readonly lookForLateSuppliers: (at: string) => Promise<readonly Notice[]>;
  /** The morning's look at the årshjul, at this moment (UTC, ISO 8601). */
  readonly lookAtYearlyTasks: (at: string) => Promise<readonly Notice[]>;
  /** Faults are written there. */
  readonly logged: () => string;
}

/** Ivar of IT has an IT-chef above him, and she the kommundirektör. */
export function municipality(): MemoryContext {
  const context = memoryContext();
  const { nearestManager } = context.directory;
  const above = new Map([
    [people.it.id, people.objectOwner],
    [people.objectOwner.id, people.director]
  ]);
  return {
    ...context,
    directory: {
      ...context.directory,
      nearestManager: (person: Person) => (above.has(person.id) ? Promise.resolve(above.get(person.id)) : nearestManager(person))
    }
  };
}

export function watched(context: MemoryContext = municipality(), yearlyBegan?: string): Watched {
  const known = new Set<string>();
  const lines: string[] = [];
  let told: Notice[] = [];
  const tell: Tell = (key, notices) => {
    for (const notice of notices) {
      const which = notice.kind === 'inventory-asked' ? notice.reference : '';
      const id = [key, notice.to, notice.kind, 'receiver' in notice ? notice.receiver : which].join(' ');
      if (!known.has(id)) told.push(notice);
      known.add(id);
    }
    return Promise.resolve();
  };
  const telling = { context, rules: escalationRules, legalRules, tell };
  const options = {
    lookout: { ...lookoutIn(context), yearlyBegan: () => Promise.resolve(yearlyBegan) },
    telling,
    log: openLog({ write: (line) => void lines.push(line) })
  };
  const noted = async (run: () => Promise<void>): Promise<readonly Notice[]> => {
    told = [];
    await run();
    return told;
  };
  const lookWith = (job: Job) => (at: string) => {
    context.setNow(at);
    return noted(() => job.run(new AbortController().signal, { due: at }));
  };
  return {
    context,
    look: lookWith(reminders(options)),
    lookAnew: (at) => lookWith(reminders(options))(at),
    sumUp: (span) => noted(() => digest(options).run(new AbortController().signal, span)),
    sumUpDecisions: (due) => noted(() => decisionDigest(options).run(new AbortController().signal, { due })),
    sumUpReconsiderations: (span) => noted(() => reconsiderationDigest(options).run(new AbortController().signal, span)),
    lookAtYearlyTasks: lookWith(yearlyReminders(options)),
    lookForLateSuppliers: lookWith(lateSuppliers(options)),
    logged: () => lines.join('')
  };
}

/** Everything: what is not due is for the work itself to leave. */
function lookoutIn({
  entries,
  assets,
  incidents,
  tracks,
  measures,
  inventories,
  classifications,
  requirementAnswers
}: MemoryContext): Omit<Lookout, 'yearlyBegan'> {
  const numbers = (series: string) => [...new Set(entries.map(({ aggregate }) => aggregate).filter((number) => number.startsWith(series)))];
  const all = async <S>(register: { readonly read: (reference: string) => Promise<{ readonly state: S } | undefined> }, series: string) =>
    (await Promise.all(numbers(series).map((number) => register.read(number)))).flatMap((page) => (page === undefined ? [] : [page.state]));
  return {
    awaiting: () => all(incidents, 'I-'),
    due: () => all(tracks, 'R-'),
    measures: () => all(measures, 'M-'),
    inventories: () => all(inventories, 'N-'),
    decisions: () => all(classifications, 'K-'),
    requirementAnswers: () => all(requirementAnswers, 'Q-'),
    all: () => all(incidents, 'I-'),
    register: async () => ({
      assets: await all(assets, 'T-'),
      incidents: await all(incidents, 'I-'),
      proposed: (await all(classifications, 'K-')).filter(({ state }) => state === 'submitted' || state === 'waiting')
    })
  };
}

/** Who is told what, in short. */
export function inShort(notices: readonly Notice[]): readonly string[] {
  return notices.map((notice) => [nameOf(notice.to), ...partsOf(notice)].join(' ')).sort();
}

function partsOf(notice: Notice): readonly string[] {
  if (notice.kind === 'track-reminder') return [notice.stage, notice.report, notice.reference];
  if (notice.kind === 'measure-reminder') return [notice.stage, notice.errand, notice.reference];
  if (notice.kind === 'inventory-asked') return [notice.stage, notice.reference, notice.unit];
  if (notice.kind !== 'incident-reminder' && notice.kind !== 'incident-escalated') return [notice.kind];
  const capacity = notice.receiver === undefined ? [] : [`as ${notice.receiver}`];
  return [notice.kind === 'incident-reminder' ? notice.stage : 'next', notice.response, ...capacity];
}

export function nameOf(id: string): string {
  return Object.entries(people).find(([, person]) => person.id === id)?.[0] ?? id;
}

/** Whether the person would be told it now. */
export function isTold({ context }: Watched, notice: Notice): Promise<boolean> {
  return isStillSo(context, notice);
}
