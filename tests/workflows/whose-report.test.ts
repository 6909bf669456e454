// Which manager a report reaches: the nearest one of whoever saw it, and somebody else when the manager is part of it or away.
import { reportIncident, ReportIncidentInput } from '../../src/workflows/report-incident';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import type { Incident, Report } from '../../src/domain/incident';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

const report: Report = { kind: 'sent-wrong', when: 'just-now', where: 'Outlook', ongoing: 'no', personalData: 'yes', description: '' };

function reported(
  by: keyof typeof people,
  changes: Partial<Report>,
  context: MemoryContext = memoryContext()
): ReturnType<typeof reportIncident> {
  const input = ReportIncidentInput.parse({ report: { ...report, ...changes }, reportedAt: '2026-11-23T14:39:00Z' });
  return reportIncident(context, { command: 'c1', actor: actor(by), input });
}

/** The record in a municipality where the manager has a manager. */
function withManagerAbove(above: keyof typeof people): MemoryContext {
  const context = memoryContext();
  const { nearestManager } = context.directory;
  const directory = {
    ...context.directory,
    nearestManager: (person: Incident['reporter']) =>
      person.id === people.manager.id ? Promise.resolve(people[above]) : nearestManager(person)
  };
  return { ...context, directory };
}

describe.each(['involved', 'away'] as const)('when the manager is %s', (manager) => {
  test('the manager’s own manager is told and acknowledges in their place', async () => {
    const context = withManagerAbove('objectOwner');
    const { value, notices } = await reported('employee', { manager }, context);
    expect(value.nearestManager).toEqual(people.objectOwner);
    expect(notices.map(({ to }) => to)).toEqual([people.it.id, people.objectOwner.id]);
    const request = { command: 'c2', input: { reference: value.reference, receiver: 'nearest-manager' } as const };
    expect(await acknowledgeIncident(context, { ...request, actor: actor('manager') })).toMatchObject({ ok: false });
    expect(await acknowledgeIncident(context, { ...request, actor: actor('objectOwner') })).toMatchObject({ ok: true });
  });

  test('the informationssäkerhetsansvarig is told where there is nobody above', async () => {
    const { value } = await reported('employee', { manager });
    expect(value.nearestManager).toEqual(people.securityOfficer);
  });

  test('nobody is told instead who is the manager or the reporter', async () => {
    const { value, notices } = await reported('securityOfficer', { manager });
    expect(value.nearestManager).toBeUndefined();
    expect(notices.map(({ to }) => to)).toEqual([people.it.id]);
    expect((await reported('employee', { manager }, withManagerAbove('employee'))).value.nearestManager).toEqual(people.securityOfficer);
  });
});

describe('written for somebody else', () => {
  test('goes to the manager of whoever told it, when they are given by their address', async () => {
    const { value } = await reported('it', { toldBy: people.employee.upn, toldThrough: 'telephone' });
    expect(value).toMatchObject({ reporter: people.it, nearestManager: people.manager, report: { toldBy: people.employee.upn } });
  });

  test('keeps other words as they are, and goes to the manager of whoever wrote', async () => {
    const { value } = await reported('employee', { toldBy: 'Vaktmästaren på Björkskolan', toldThrough: 'paper' });
    expect(value).toMatchObject({ nearestManager: people.manager, report: { toldBy: 'Vaktmästaren på Björkskolan' } });
  });
});

test.each([
  ['a day that is none', { happened: '2026-02-30' }],
  ['a time that is none', { discovered: '2026-02-03 24:00' }],
  ['a link to anything but a secure page', { messageLink: 'javascript:alert(1)' }],
  ['nobody who told', { toldBy: ' \u200b ' }]
])('%s is not taken in', (_case, changes) => {
  expect(ReportIncidentInput.safeParse({ report: { ...report, ...changes }, reportedAt: '2026-11-23T14:39:00Z' }).success).toBe(false);
});

test('a report from before there was anything to add is still a report', async () => {
  const { value } = await reported('employee', {});
  expect(Object.keys(value.report).sort()).toEqual(['description', 'kind', 'ongoing', 'personalData', 'when', 'where']);
});
