// An incident that is handled over SharePoint's lists: who sees it on the way, and that the check of the log holds, and finds what was changed by hand.
import '@pnp/sp/attachments';
import '@pnp/sp/items';
import '@pnp/sp/security/item';
import '@pnp/sp/site-users/web';

import type { Person, Role } from '../../src/domain/person';
import type { RetentionRule } from '../../src/domain/retention';
import { severities } from '../../src/domain/severity';
import { incidentRegister, readIncident } from '../../src/lists/incidents';
import { logRegister } from '../../src/lists/log';
import { listOf } from '../../src/lists/rows';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { incidentList } from '../../src/schema/incidents';
import { verifyLog } from '../../src/service/log-verification';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { addAttachment } from '../../src/workflows/add-attachment';
import { assignIncident } from '../../src/workflows/assign-incident';
import { decideDisposal } from '../../src/workflows/decide-disposal';
import { dismissIncident } from '../../src/workflows/dismiss-incident';
import { handOverReport } from '../../src/workflows/hand-over-report';
import { noteIncident } from '../../src/workflows/note-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { setRegistryNumber } from '../../src/workflows/set-registry-number';
import { triageIncident } from '../../src/workflows/triage-incident';
import { entry, incident } from '../lists/examples';
import { recordOver } from '../lists/record';
import { admin, colleague, employee, manager, officer, openSite, owner, technician, type Site } from '../lists/site';

const reference = 'I-2026-0001';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

/** As an earlier version left it: nothing about its handling, in the log or in the list. */
async function reportedLongAgo(): Promise<void> {
  const first = entry({ at: '2026-11-23T14:39:00Z', reason: '' });
  await logRegister(site.asService()).append(first);
  await incidentRegister(site.asService()).write({ state: incident(), sequence: 1, hash: first.hash });
}

let commands = 0;
function by<I>(person: Person, roles: readonly Role[], input: I) {
  commands += 1;
  return { command: `0f0f0f0f-0000-4000-8000-${String(commands).padStart(12, '0')}`, actor: { person, roles }, input };
}

async function handled(): Promise<void> {
  const record = recordOver(site.asService());
  const facts = { ongoing: true, manyPersons: true, severalCommittees: false, malicious: false, personalData: false };
  const triage = { reference, category: 'misdirected', facts, severity: 'high', reason: '' } as const;
  await acknowledgeIncident(record, by(technician, ['it'], { reference, receiver: 'it' }));
  expect(await triageIncident(record, incidentCategoryMeanings, by(technician, ['it'], triage))).toMatchObject({ ok: true });
  await assignIncident(record, by(technician, ['it'], { reference, handler: owner.upn, reason: '' }));
  await noteIncident(record, by(owner, [], { reference, text: 'Ringt mottagaren' }));
}

const faults = async (): Promise<string[]> =>
  (await verifyLog(site.asService(), { now: () => new Date(), witnessed: [] })).findings.map(({ fault }) => fault);

async function isSeenBy(person: Person): Promise<boolean> {
  const row = await readIncident(site.as(person), reference).catch(() => undefined);
  return row !== undefined && !row.broken;
}

test('what an earlier version reported is no deviation, and is handled like any other', async () => {
  await reportedLongAgo();
  expect(await faults()).toEqual([]);
  await handled();
  expect(await faults()).toEqual([]);
  expect(await readIncident(site.as(owner), reference)).toMatchObject({
    state: { state: 'triage', handling: { severity: 'high', handler: owner, happenings: [{}, {}, { text: 'Ringt mottagaren' }] } }
  });
});

test('restricted, it is out of sight to all but those it must be open to, and the check of the log agrees', async () => {
  await reportedLongAgo();
  await handled();
  const record = recordOver(site.asService());
  await restrictIncident(record, by(officer, ['information-security'], { reference, restricted: true, reason: 'Personalärende' }));
  const seen = await Promise.all([technician, manager, owner, officer].map(isSeenBy));
  expect(seen).toEqual([false, false, true, true]);
  expect(await faults()).toEqual([]);
});

test('whoever a särskild rapport is handed to can read the incident, and once it is let go nobody but Informationssäkerhet can', async () => {
  await reportedLongAgo();
  await handled();
  const record = { ...recordOver(site.asService()), now: () => '2027-02-01T09:00:00Z' };
  const file = { name: 'a.docx', file: 'a 1.docx', kind: 'word', size: 1, sha256: '1'.repeat(64) } as const;
  await addAttachment(record, by(officer, ['information-security'], { reference, ...file }));
  expect(await isSeenBy(colleague)).toBe(false);
  const people = { person: () => Promise.resolve(colleague), membersOf: () => Promise.resolve([colleague]) };
  const leadership = { ...record, directory: { ...record.directory, ...people } };
  const handing = by(officer, ['information-security'], { reference, sha256: file.sha256, to: colleague.upn });
  expect(await handOverReport(leadership, handing)).toMatchObject({ ok: true });
  expect(await isSeenBy(colleague)).toBe(true);
  await setRegistryNumber(record, by(technician, ['it'], { reference, registryNumber: 'KS 2026/123' }));
  await row().attachmentFiles.add(file.file, 'x');
  expect(await faults()).toEqual([]);
  await dismissIncident(record, by(technician, ['it'], { reference, reason: 'Rätt mottagare' }));
  const rules: readonly RetentionRule[] = [
    { id: 'all', severities, years: 1, source: 'Planen', validFrom: '2026-01-01', checked: 'check' }
  ];
  const later = { ...record, now: () => '2029-01-01T09:00:00Z' };
  const letGo = await decideDisposal(later, rules, by(officer, ['information-security'], { reference, reason: 'Planen 4.2' }));
  expect(letGo).toMatchObject({ ok: true });
  const readers = [employee, manager, technician, owner, colleague, officer];
  expect(await Promise.all(readers.map(isSeenBy))).toEqual([false, false, false, false, false, true]);
  expect(await faults()).toEqual([]);
});

test.each<[string, () => Promise<unknown>, string]>([
  ['the registry number', () => row().update({ Diarienummer: 'KS 1' }), 'item-differs'],
  ['the severity', () => row().update({ Allvarlighet: 'Låg' }), 'item-differs'],
  ['a line of the timeline', () => row().update({ Handlaggning: '{}' }), 'item-differs'],
  ['the linked assets', () => row().update({ Tillgangar: 'T-2026-0001' }), 'item-differs'],
  ['the readers, so that one who left is back', letInAgain, 'readers-left']
])('changed by hand, %s is found', async (_what, change, fault) => {
  await reportedLongAgo();
  await handled();
  const record = recordOver(site.asService());
  await assignIncident(record, by(technician, ['it'], { reference, handler: technician.upn, reason: 'Semester' }));
  expect(await isSeenBy(owner)).toBe(false);
  await change();
  expect(await faults()).toEqual([fault]);
});

const row = () => listOf(site.as(admin), incidentList).items.getById(1);

async function letInAgain(): Promise<void> {
  const { Id } = await site.as(admin).web.ensureUser(`i:0#.f|membership|${owner.upn}`);
  await row().roleAssignments.add(Id, 1073741826);
}

test('the view Mina shows what is assigned to whoever looks, the view Arbetskö what is not settled', async () => {
  await reportedLongAgo();
  await handled();
  await assignIncident(recordOver(site.asService()), by(technician, ['it'], { reference, handler: technician.upn, reason: 'Semester' }));
  const shownTo = async (person: Person, view: string): Promise<number> => {
    const list = listOf(site.as(person), incidentList);
    const { ListViewXml } = await list.views.getByTitle(view).select('ListViewXml')<{ ListViewXml: string }>();
    return ((await list.renderListDataAsStream({ ViewXml: ListViewXml })) as { Row: unknown[] }).Row.length;
  };
  expect(await Promise.all([shownTo(technician, 'Mina'), shownTo(officer, 'Mina')])).toEqual([1, 0]);
  expect(await shownTo(technician, 'Arbetskö')).toBe(1);
  expect(await isSeenBy(colleague)).toBe(false);
});
