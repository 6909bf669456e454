// Reminders through the whole service: over SharePoint's lists, through the outbox to the chat, once however many look, and true to the log.
import '@pnp/sp/items';
import type { Incident } from '../../src/domain/incident';
import type { Notice } from '../../src/domain/notice';
import type { Person } from '../../src/domain/person';
import { incidentRegister, readIncident } from '../../src/lists/incidents';
import { listOf } from '../../src/lists/rows';
import { escalationRules } from '../../src/reference/escalation';
import { legalRules } from '../../src/reference/legal-rules';
import { incidentList } from '../../src/schema/incidents';
import { rosterList } from '../../src/schema/roster';
import { verifyLog } from '../../src/service/log-verification';
import { lookoutOver } from '../../src/service/lookout';
import { reminders } from '../../src/service/reminders';
import type { Job } from '../../src/service/schedule';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import type { Context } from '../../src/workflows/context';
import { openTrack } from '../../src/workflows/open-track';
import { reportIncident } from '../../src/workflows/report-incident';
import type { Tell } from '../../src/workflows/telling';
import { recordOver } from '../lists/record';
import { admin, director, employee, manager, officer, openSite, technician, type Site } from '../lists/site';
import { actor as memoryActor, people } from '../workflows/memory-context';
import {
  eventually,
  quickPace,
  report,
  runService,
  silentLog,
  switchableRecord,
  type RunningService,
  type SwitchableRecord
} from './running-service';

const reference = 'I-2026-0001';
const reportedAt = '2026-11-23T14:40:00Z';
/** A working day later, which is what a report that goes on has to be answered in. */
const due = '2026-11-24T14:40:00Z';

describe('over the lists of a site', () => {
  let site: Site;
  beforeEach(async () => {
    site = await openSite();
  });
  afterEach(() => site.stop());

  /** The record at a moment, in a municipality where the nearest manager's manager is of Ledning. */
  function recordAt(now: string): Context {
    const record = recordOver(site.asService());
    const nearestManager = ({ id }: Person) => Promise.resolve(id === manager.id ? director : manager);
    return { ...record, now: () => now, directory: { ...record.directory, nearestManager } };
  }

  function jobAt(now: string, told: [string, Notice][]): Job {
    const tell: Tell = (key, notices) => {
      told.push(...notices.map((notice): [string, Notice] => [key, notice]));
      return Promise.resolve();
    };
    const telling = { context: recordAt(now), rules: escalationRules, legalRules, tell };
    return reminders({ lookout: lookoutOver({ sp: site.asService(), now: () => new Date(now), log: silentLog }), telling, log: silentLog });
  }

  async function lookAt(now: string): Promise<readonly string[]> {
    const told: [string, Notice][] = [];
    await jobAt(now, told).run(new AbortController().signal, { due: now });
    return told.map(([, { kind, to }]) => `${kind} ${nameOf(to)}`).sort();
  }

  const given = <I>(command: string, who: Person, input: I) => ({
    command,
    actor: { person: who, roles: ['information-security'] as const },
    input
  });
  const reported = () => reportIncident(recordAt(reportedAt), given('c1', employee, { report, reportedAt }));
  const faults = async (): Promise<string[]> =>
    (await verifyLog(site.asService(), { now: () => new Date(due), witnessed: [] })).findings.map(({ fault }) => fault);

  test('what is late is found, told, and recorded so that the check of the log holds', async () => {
    await reported();
    expect(await lookAt('2026-11-24T14:39:59Z')).toEqual(['incident-reminder manager', 'incident-reminder technician']);
    expect(await lookAt(due)).toEqual([
      'incident-escalated manager',
      'incident-reminder manager',
      'incident-reminder officer',
      'incident-reminder technician'
    ]);
    expect(await readIncident(site.as(officer), reference)).toMatchObject({
      state: {
        state: 'reported',
        handling: { escalated: { due, step: 1, at: due }, happenings: [{ event: 'incident-escalated', text: manager.name }] }
      }
    });
    expect(await faults()).toEqual([]);
  });

  test('two instances at the same moment record it once', async () => {
    await reported();
    const told: [string, Notice][] = [];
    const { signal } = new AbortController();
    await Promise.all([jobAt(due, told), jobAt(due, told)].map((job) => job.run(signal, { due })));
    const escalated = told.filter(([, { kind }]) => kind === 'incident-escalated');
    expect(new Set(escalated.map(([key]) => key)).size).toBe(1);
    const register = await incidentRegister(site.asService()).read(reference);
    expect(register).toMatchObject({ sequence: 2, state: { handling: { happenings: { length: 1 } } } });
    expect(await faults()).toEqual([]);
  });

  test('whoever has a shift in the list Beredskap is told first, and the line is theirs', async () => {
    const { Id } = await site.as(admin).web.ensureUser(`i:0#.f|membership|${technician.upn}`);
    const shift = { VemId: Id, Roll: 'IT', Fran: '2026-11-23T07:00:00Z', Till: '2026-11-30T07:00:00Z', Ordning: 1 };
    await listOf(site.as(admin), rosterList).items.add(shift);
    const { Id: second } = await site.as(admin).web.ensureUser(`i:0#.f|membership|${officer.upn}`);
    await listOf(site.as(admin), rosterList).items.add({ ...shift, VemId: second });
    const { notices } = await reported();
    expect(notices.map(({ to }) => nameOf(to))).toEqual(['technician', 'manager']);
  });

  test('the report of a legal track that is due is found', async () => {
    await reported();
    const opening = { incident: reference, regime: 'gdpr', controller: 'SN', decider: officer.upn } as const;
    const record = recordAt(reportedAt);
    const unit = () => Promise.resolve({ code: 'SN', name: 'Socialnämnden', kind: 'committee', head: officer } as const);
    expect(
      await openTrack({ ...record, directory: { ...record.directory, unit } }, legalRules, given('c2', officer, opening))
    ).toMatchObject({ ok: true });
    expect(await lookAt('2026-11-26T14:40:00Z')).toContain('track-reminder officer');
    expect(await lookAt('2026-12-28T14:40:00Z')).toEqual([]);
  });

  test('a row that cannot be read keeps nobody from hearing of the others', async () => {
    await reported();
    await listOf(site.as(admin), incidentList).items.add({ Title: 'För hand', Status: 'Rapporterad' });
    expect(await lookAt(due)).toContain('incident-escalated manager');
  });
});

function nameOf(id: string): string {
  return Object.entries({ technician, manager, officer, director, employee }).find(([, person]) => person.id === id)?.[0] ?? id;
}

describe('through the outbox', () => {
  /** Looks every few milliseconds; whose clock is the record's. */
  function hasty(record: SwitchableRecord): (tell: Tell) => readonly Job[] {
    const incidents = async (): Promise<readonly Incident[]> => {
      const page = await record.memory.incidents.read(reference);
      return page === undefined ? [] : [page.state];
    };
    const none = () => Promise.resolve([]);
    const nothing = () => Promise.resolve({ assets: [], incidents: [], proposed: [] });
    const lookout = {
      awaiting: incidents,
      due: none,
      measures: none,
      inventories: none,
      requirementAnswers: none,
      yearlyBegan: () => Promise.resolve(undefined),
      decisions: none,
      all: incidents,
      register: nothing
    };
    const asOften = (now: Date, ahead: number): string => new Date(Math.floor(now.getTime() / 20) * 20 + ahead).toISOString();
    return (tell) => [
      {
        ...reminders({ lookout, telling: { context: record.context, rules: escalationRules, legalRules, tell }, log: silentLog }),
        due: { latest: (now) => asOften(now, 0), next: (now) => asOften(now, 20) }
      }
    ];
  }

  const toIt = {
    kind: 'incident-reminder',
    to: people.it.id,
    reference,
    stage: 'over',
    response: 'receive',
    severity: 'medium',
    due,
    receiver: 'it'
  };

  async function late(record: SwitchableRecord): Promise<void> {
    record.memory.setNow(reportedAt);
    await reportIncident(record.memory, { command: 'c1', actor: memoryActor('employee'), input: { report, reportedAt } });
    record.memory.setNow(due);
  }

  const running: RunningService[] = [];
  async function started(options: Parameters<typeof runService>[0]): Promise<RunningService> {
    const service = await runService(options);
    running.push(service);
    return service;
  }
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
  });

  test('whoever is late is told in the chat, once, also when the service is started anew and when several look', async () => {
    const record = switchableRecord();
    await late(record);
    const state = openSqliteState(':memory:');
    const kept = { ...state, close: () => Promise.resolve() };
    for (let start = 0; start < 2; start += 1) {
      const services = await Promise.all([
        started({ record, state: kept, jobs: hasty(record) }),
        started({ record, state: kept, jobs: hasty(record) })
      ]);
      for (const { chat } of services) await chat.hello(people.it);
      if (start === 0) await eventually(() => expect(services.flatMap(({ chat }) => chat.sent)).toEqual([toIt]));
      else await eventually(() => expect(services.every(({ logged }) => logged().includes('"outcome":"done"'))).toBe(true));
      if (start === 1) expect(services.flatMap(({ chat }) => chat.sent)).toEqual([]);
      await Promise.all(running.splice(0).map(({ stop }) => stop()));
    }
    expect(record.memory.entries.map(({ event }) => event)).toEqual(['incident-reported', 'incident-escalated']);
    await state.close();
  });

  test('somebody who is first met when it has been answered is not bothered with it', async () => {
    const record = switchableRecord();
    await late(record);
    const { chat, give, logged } = await started({ record, jobs: hasty(record) });
    await eventually(() => expect(record.memory.entries).toHaveLength(2));
    expect(await give(people.it, 'acknowledge-incident', { reference, receiver: 'it' })).toMatchObject({ status: 200 });
    await chat.hello(people.it);
    await eventually(() => expect(logged()).toContain('"outcome":"outdated"'));
    await chat.hello(people.manager);
    await eventually(() =>
      expect(chat.sent).toMatchObject([{ kind: 'incident-reminder', to: people.manager.id, receiver: 'nearest-manager' }])
    );
  });

  test('while SharePoint is away nobody is told, and when it is back they are', async () => {
    const record = switchableRecord();
    await late(record);
    record.setReach('away');
    const { chat, logged } = await started({ record, jobs: hasty(record), lookAgainAfter: quickPace.longestRetryAfter });
    await chat.hello(people.it);
    await eventually(() => expect(logged()).toContain('"outcome":"done"'));
    expect(chat.sent).toEqual([]);
    record.setReach('up');
    await eventually(() => expect(chat.sent).toEqual([toIt]));
    expect(logged()).not.toContain('Marielund');
  });
});
