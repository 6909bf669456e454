// The day's summary: to those who are not told at once, of what has happened since the last one, and none where nothing has.
import { Temporal } from 'temporal-polyfill';
import type { Notice } from '../../src/domain/notice';
import type { Severity } from '../../src/domain/severity';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { dismissIncident } from '../../src/workflows/dismiss-incident';
import { noteIncident } from '../../src/workflows/note-incident';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { triageIncident } from '../../src/workflows/triage-incident';
import { municipality, nameOf, watched, type Watched } from './lookout';
import { actor } from './memory-context';

type Who = Parameters<typeof actor>[0];

const calm = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };
let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });
const at = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant().toString();
const dueAt = (local: string): string => new Date(at(local)).toISOString();

/** From Monday's summary until Tuesday's. */
const tuesday = { after: dueAt('2026-11-23T08:00'), due: dueAt('2026-11-24T08:00') };

/** Somebody does something at a Swedish time. */
function handling({ context }: Watched) {
  const when = (local: string) => context.setNow(at(local));
  return {
    report: async (local: string, who: Who = 'employee') => {
      when(local);
      const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'no', description: '' } as const;
      await reportIncident(context, by(who, { report, reportedAt: at(local) }));
    },
    receive: async (local: string, reference: string) => {
      when(local);
      await acknowledgeIncident(context, by('it', { reference, receiver: 'it' } as const));
    },
    assess: async (local: string, reference: string, severity: Severity) => {
      when(local);
      const input = { reference, category: 'misdirected', facts: calm, severity, reason: 'Så är det' } as const;
      await triageIncident(context, incidentCategoryMeanings, by('it', input));
    },
    dismiss: async (local: string, reference: string) => {
      when(local);
      await dismissIncident(context, by('it', { reference, reason: 'Inget' }));
    },
    note: async (local: string, reference: string) => {
      when(local);
      await noteIncident(context, by('it', { reference, text: 'Ringt' }));
    },
    restrict: async (local: string, reference: string) => {
      when(local);
      await restrictIncident(context, by('securityOfficer', { reference, restricted: true, reason: 'Personalärende' }));
    }
  };
}

/** What each is told, by part. */
function byPerson(notices: readonly Notice[]) {
  return Object.fromEntries(
    notices.map((notice) => {
      if (notice.kind !== 'incident-digest') throw new Error('Only a summary is told.');
      const { fresh, changed, settled } = notice;
      return [nameOf(notice.to), [fresh, changed, settled].map(({ some }) => some.map(({ reference }) => Number(reference.slice(-4))))];
    })
  );
}

test('a low incident is told in summary to all whom the table calls for at higher levels, and to no one who was told at once', async () => {
  const watching = watched();
  await handling(watching).report('2026-11-23T14:00');
  expect(byPerson(await watching.sumUp(tuesday))).toEqual({
    securityOfficer: [[1], [], []],
    privacyOfficer: [[1], [], []],
    protectionOfficer: [[1], [], []],
    director: [[1], [], []]
  });
});

test('from medium on Informationssäkerhet is told at once and not again in summary; of a critical one nobody is told in summary', async () => {
  const watching = watched();
  const { report, receive, assess } = handling(watching);
  for (const [number, severity] of [
    [1, 'medium'],
    [2, 'high'],
    [3, 'critical']
  ] as const) {
    await report('2026-11-23T14:00');
    await receive('2026-11-23T14:10', `I-2026-000${number}`);
    await assess('2026-11-23T14:20', `I-2026-000${number}`, severity);
  }
  expect(byPerson(await watching.sumUp(tuesday))).toEqual({
    privacyOfficer: [[1], [], []],
    protectionOfficer: [[1], [], []],
    director: [[2, 1], [], []]
  });
});

test('what is new, what has moved on and what is settled are told apart, each in the summary of its day, to the second', async () => {
  const watching = watched();
  const { report, receive, assess, dismiss, note } = handling(watching);
  await report('2026-11-23T08:00');
  await report('2026-11-23T08:00:01');
  await report('2026-11-20T10:00');
  await receive('2026-11-23T09:00', 'I-2026-0001');
  await receive('2026-11-23T09:00', 'I-2026-0003');
  await assess('2026-11-23T09:10', 'I-2026-0003', 'low');
  await dismiss('2026-11-23T09:20', 'I-2026-0003');
  expect(byPerson(await watching.sumUp(tuesday))['director']).toEqual([[2], [1], [3]]);
  await note('2026-11-24T08:00', 'I-2026-0002');
  expect(byPerson(await watching.sumUp({ after: tuesday.due, due: dueAt('2026-11-25T08:00') }))).toEqual({});
  await note('2026-11-24T08:00:01', 'I-2026-0002');
  expect(byPerson(await watching.sumUp({ after: tuesday.due, due: dueAt('2026-11-25T08:00') }))['director']).toEqual([[], [2], []]);
});

test('what happens on the very second of a summary is in it', async () => {
  const watching = watched();
  const { report, note } = handling(watching);
  await report('2026-11-20T10:00');
  await note('2026-11-24T08:00', 'I-2026-0001');
  expect(byPerson(await watching.sumUp(tuesday))['director']).toEqual([[], [1], []]);
});

test('nothing is told when nothing has happened, and the same summary twice tells nobody twice', async () => {
  const watching = watched();
  expect(await watching.sumUp(tuesday)).toEqual([]);
  await handling(watching).report('2026-11-23T14:00');
  expect(await watching.sumUp(tuesday)).toHaveLength(4);
  expect(await watching.sumUp(tuesday)).toEqual([]);
});

test('the first summary there ever is goes back to the last working day', async () => {
  const watching = watched();
  const { report } = handling(watching);
  await report('2026-11-20T07:59');
  await report('2026-11-20T08:01');
  expect(byPerson(await watching.sumUp({ due: dueAt('2026-11-23T08:00') }))['director']).toEqual([[2], [], []]);
});

test('of what an outage kept from being told nothing is lost', async () => {
  const watching = watched();
  await handling(watching).report('2026-11-18T10:00');
  const span = { after: dueAt('2026-11-16T08:00'), due: dueAt('2026-11-24T08:00') };
  expect(byPerson(await watching.sumUp(span))['director']).toEqual([[1], [], []]);
});

test('a restricted incident is told to those alone who answer for the restriction, and none to whoever reported it', async () => {
  const watching = watched();
  const { report, restrict } = handling(watching);
  await report('2026-11-23T14:00');
  await restrict('2026-11-23T14:05', 'I-2026-0001');
  await report('2026-11-23T14:10', 'director');
  expect(byPerson(await watching.sumUp(tuesday))).toEqual({
    securityOfficer: [[1, 2], [], []],
    privacyOfficer: [[2], [], []],
    protectionOfficer: [[2], [], []]
  });
});

test('the most severe are named, five at most, and the rest are counted', async () => {
  const context = municipality();
  const watching = watched(context);
  const { report, receive, assess } = handling(watching);
  for (let number = 1; number <= 7; number += 1) await report('2026-11-23T14:00');
  await receive('2026-11-23T14:10', 'I-2026-0007');
  await assess('2026-11-23T14:20', 'I-2026-0007', 'high');
  const told = (await watching.sumUp(tuesday)).find(({ to }) => nameOf(to) === 'director');
  expect(told).toMatchObject({
    fresh: { count: 7, some: [{ reference: 'I-2026-0007', severity: 'high' }, {}, {}, {}, {}] },
    changed: { count: 0 }
  });
});
