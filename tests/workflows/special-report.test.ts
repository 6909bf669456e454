// A särskild rapport after it is written: handed over with its fingerprint, acknowledged by whoever was given it, and dealt with by kommunstyrelsen (H64).
import { attachmentsOf, handedReports, type Incident } from '../../src/domain/incident';
import { concernedPeople, concernedRoles } from '../../src/domain/need-to-know';
import { addAttachment, type AddAttachmentInput } from '../../src/workflows/add-attachment';
import type { Answer } from '../../src/workflows/context';
import { handOverReport, type HandOverReportInput } from '../../src/workflows/hand-over-report';
import { noteIncident } from '../../src/workflows/note-incident';
import { receiveReport } from '../../src/workflows/receive-report';
import { recordBoardReceipt, type RecordBoardReceiptInput } from '../../src/workflows/record-board-receipt';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { chainDeviations } from '../domain/log-rows';
import { actor, memoryContext, people, type MemoryContext } from './memory-context';

type Who = Parameters<typeof actor>[0];

const reference = 'I-2026-0001';
const sha256 = '1'.repeat(64);
let commands = 0;
const by = <I>(who: Who, input: I, command = `command-${(commands += 1)}`) => ({ command, actor: actor(who), input });

const wordFile = { name: 'rapport.docx', file: 'rapport 1.docx', kind: 'word', size: 7, sha256 } as const;

async function reported(...files: readonly Omit<AddAttachmentInput, 'reference'>[]): Promise<MemoryContext> {
  const context = memoryContext();
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'no', description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  for (const file of files) await addAttachment(context, by('securityOfficer', { reference, ...file }));
  return context;
}

const handOver = (context: MemoryContext, changes: Partial<HandOverReportInput> = {}, who: Who = 'securityOfficer', command?: string) =>
  handOverReport(context, by(who, { reference, sha256, to: people.director.upn, ...changes }, command));
const receive = (context: MemoryContext, who: Who = 'director', report = 0) => receiveReport(context, by(who, { reference, report }));
const treat = (context: MemoryContext, changes: Partial<RecordBoardReceiptInput> = {}, who: Who = 'securityOfficer') =>
  recordBoardReceipt(context, by(who, { reference, report: 0, on: '2026-11-24', registryNumber: 'KS 2026/123 § 5', ...changes }));

async function handedOver(): Promise<MemoryContext> {
  const context = await reported(wordFile);
  await handOver(context);
  return context;
}

async function standing(context: MemoryContext): Promise<Incident> {
  const page = await context.incidents.read(reference);
  if (page === undefined) throw new Error('The incident is not in its register.');
  return page.state;
}

const outcome = (answer: Answer<unknown, string>): string => (answer.ok ? 'done' : answer.reason);

test('it goes from a file of the incident to the kommundirektör and kommunstyrelsen, and each step stands in the log with its fingerprint', async () => {
  const context = await reported(wordFile);
  const handed = await handOver(context);
  expect(handed.ok && handed.notices).toEqual([{ kind: 'report-handed-over', to: people.director.id, reference, report: 0 }]);
  context.setNow('2026-11-24T09:00:00Z');
  const received = await receive(context);
  expect(received.ok && received.notices).toEqual([{ kind: 'report-received', to: people.securityOfficer.id, reference }]);
  context.setNow('2026-11-25T09:00:00Z');
  expect(await treat(context, {}, 'director')).toMatchObject({ ok: true, notices: [] });
  expect(handedReports(await standing(context))).toEqual([
    {
      file: 'rapport 1.docx',
      name: 'rapport.docx',
      sha256,
      by: people.securityOfficer,
      at: '2026-11-23T14:40:00Z',
      to: people.director,
      receivedAt: '2026-11-24T09:00:00Z',
      treated: { by: people.director, at: '2026-11-25T09:00:00Z', on: '2026-11-24', registryNumber: 'KS 2026/123 § 5' }
    }
  ]);
  const lines = context.entries.slice(-3).map(({ event, actorId, reason }) => [event, actorId, reason]);
  expect(lines).toEqual([
    ['report-handed-over', people.securityOfficer.id, `Lena Styr: rapport.docx, SHA-256 ${sha256}`],
    ['report-received', people.director.id, 'rapport.docx'],
    ['report-treated', people.director.id, '2026-11-24, KS 2026/123 § 5: rapport.docx']
  ]);
  expect(chainDeviations(context.entries)).toEqual([]);
});

test('whoever is given it may read the incident, also a restricted one, and nobody else of Ledning comes with them', async () => {
  const context = await handedOver();
  await restrictIncident(context, by('securityOfficer', { reference, restricted: true, reason: 'Personalärende' }));
  const incident = await standing(context);
  expect(concernedPeople(incident)).toContainEqual(people.director);
  expect(concernedRoles(incident)).not.toContain('leadership');
});

test.each<[string, Partial<HandOverReportInput>, string]>([
  ['a file that is not kept with the incident', { sha256: '9'.repeat(64) }, 'report-missing'],
  ['a picture', { sha256: '2'.repeat(64) }, 'report-missing'],
  ['somebody who is not of Ledning', { to: people.manager.upn }, 'not-leadership'],
  ['nobody that the directory knows', { to: 'ingen@haparanda.example' }, 'unknown-person'],
  ['what is no name', { to: 'kommundirektören' }, 'unknown-person']
])('%s cannot be handed over, or be given it', async (_what, changes, reason) => {
  const picture = { name: 'a.png', file: 'a 1.png', kind: 'png', size: 7, sha256: '2'.repeat(64) } as const;
  const context = await reported(wordFile, picture);
  expect(attachmentsOf(await standing(context))).toHaveLength(2);
  expect(outcome(await handOver(context, changes))).toBe(reason);
  expect(handedReports(await standing(context))).toEqual([]);
});

test('the same file is handed to the same person once, and the same press once', async () => {
  const context = await reported(wordFile);
  const first = await handOver(context, {}, 'securityOfficer', 'pressed');
  expect(await handOver(context, {}, 'securityOfficer', 'pressed')).toEqual(first);
  expect(outcome(await handOver(context))).toBe('report-known');
  expect(handedReports(await standing(context))).toHaveLength(1);
});

test('nobody acknowledges for whoever was given it, and they do it once', async () => {
  const context = await handedOver();
  expect(outcome(await receive(context, 'securityOfficer'))).toBe('not-allowed');
  expect(outcome(await receive(context, 'stranger'))).toBe('not-found');
  expect(outcome(await receive(context, 'director', 1))).toBe('report-missing');
  expect(outcome(await receive(context))).toBe('done');
  expect(outcome(await receive(context))).toBe('receipt-kept');
});

test('another of Ledning, to whom another report was handed, cannot acknowledge this one', async () => {
  const context = await handedOver();
  const other = { person: people.objectOwner, roles: ['leadership'] as const };
  const input = { reference, report: 0 };
  expect(outcome(await receiveReport(context, { command: 'other', actor: other, input }))).toBe('not-found');
  const page = await standing(context);
  const [report] = handedReports(page);
  if (report === undefined) throw new Error('A report was just handed over.');
  const both = await memoryWith(page, [report, { ...report, sha256: '3'.repeat(64), to: people.objectOwner }]);
  expect(outcome(await receiveReport(both, { command: 'other', actor: other, input }))).toBe('not-allowed');
  expect(outcome(await receiveReport(both, { command: 'own', actor: other, input: { reference, report: 1 } }))).toBe('done');
});

/** A record in which the incident stands with these reports. */
async function memoryWith(incident: Incident, reports: ReturnType<typeof handedReports>): Promise<MemoryContext> {
  const context = await reported(wordFile);
  const directors = { ...context.directory, membersOf: () => Promise.resolve([people.director, people.objectOwner]) };
  const wide = { ...context, directory: directors };
  for (const { to } of reports) await handOverReport(wide, by('securityOfficer', { reference: incident.reference, sha256, to: to.upn }));
  return wide;
}

test.each<[string, Partial<RecordBoardReceiptInput>, string]>([
  ['on a day that has not come', { on: '2026-11-26' }, 'wrong-time'],
  ['on a day before it was handed over', { on: '2026-11-22' }, 'wrong-time'],
  ['of a report that was not handed over', { report: 1 }, 'report-missing']
])('kommunstyrelsen deals with it %s: refused', async (_when, changes, reason) => {
  const context = await handedOver();
  context.setNow('2026-11-25T09:00:00Z');
  expect(outcome(await treat(context, changes))).toBe(reason);
  expect(outcome(await treat(context))).toBe('done');
  expect(outcome(await treat(context))).toBe('receipt-kept');
});

test('a note written at the same moment is in nobody’s way', async () => {
  const context = await handedOver();
  const [received, noted] = await Promise.all([receive(context), noteIncident(context, by('it', { reference, text: 'Ringt' }))]);
  expect([outcome(received), outcome(noted)]).toEqual(['done', 'done']);
});
