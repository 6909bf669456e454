// A measure over SharePoint's lists: who sees it as its incident is closed to others, and that the check of the log holds, and finds what was changed by hand.
import '@pnp/sp/items';
import '@pnp/sp/security/item';
import '@pnp/sp/site-users/web';
import type { Person, Role } from '../../src/domain/person';
import { readIncident } from '../../src/lists/incidents';
import { readMeasure } from '../../src/lists/measures';
import { listOf } from '../../src/lists/rows';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { measureList } from '../../src/schema/measures';
import { verifyLog } from '../../src/service/log-verification';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { addMeasure } from '../../src/workflows/add-measure';
import { finishMeasure } from '../../src/workflows/finish-measure';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { triageIncident } from '../../src/workflows/triage-incident';
import { recordOver } from '../lists/record';
import { admin, colleague, employee, manager, officer, openSite, owner, technician, type Site } from '../lists/site';

const incident = 'I-2026-0001';
const reference = 'M-2026-0001';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

let commands = 0;
function by<I>(person: Person, roles: readonly Role[], input: I) {
  commands += 1;
  return { command: `0f0f0f0f-0000-4000-9000-${String(commands).padStart(12, '0')}`, actor: { person, roles }, input };
}

/** The owner of the measure has nothing to do with the incident. */
async function given(): Promise<void> {
  const record = recordOver(site.asService());
  const report = { kind: 'sent-wrong', when: 'today', where: 'Posten', ongoing: 'no', personalData: 'no', description: '' } as const;
  await reportIncident(record, by(employee, [], { report, reportedAt: '2026-11-23T14:39:00Z' }));
  await acknowledgeIncident(record, by(technician, ['it'], { reference: incident, receiver: 'it' }));
  const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };
  const triage = { reference: incident, category: 'misdirected', facts, severity: 'medium', reason: 'Så är det' } as const;
  await triageIncident(record, incidentCategoryMeanings, by(technician, ['it'], triage));
  const input = { incident, what: 'Räkna plattorna', owner: owner.upn, due: '2026-12-18', check: '2027-03-01' };
  expect(await addMeasure(record, by(technician, ['it'], input))).toMatchObject({ ok: true });
}

const findings = async () => (await verifyLog(site.asService(), { now: () => new Date(), witnessed: [] })).findings;
const faults = async (): Promise<string[]> => (await findings()).map(({ aggregate, fault }) => `${aggregate} ${fault}`);

async function isSeenBy(person: Person): Promise<boolean> {
  const row = await readMeasure(site.as(person), reference).catch(() => undefined);
  return row !== undefined && !row.broken;
}

async function seenBy(...everybody: readonly Person[]): Promise<readonly boolean[]> {
  return Promise.all(everybody.map(isSeenBy));
}

test('it is seen by those who read its incident and by its owner, who does not read the incident for that', async () => {
  await given();
  expect(await seenBy(employee, manager, technician, officer, owner, colleague)).toEqual([true, true, true, true, true, false]);
  expect(await readIncident(site.as(owner), incident).catch(() => undefined)).toBeUndefined();
  expect(await faults()).toEqual([]);
});

test('when its incident is closed to others it is as well, but for its owner', async () => {
  await given();
  const record = recordOver(site.asService());
  await restrictIncident(record, by(officer, ['information-security'], { reference: incident, restricted: true, reason: 'Personal' }));
  expect(await seenBy(employee, manager, technician, officer, owner)).toEqual([true, false, false, true, true]);
  expect(await faults()).toEqual([]);
});

test('it is done by its owner', async () => {
  await given();
  const record = recordOver(site.asService());
  expect(await finishMeasure(record, by(owner, ['accountable'], { reference, text: 'Lista vid dörren' }))).toMatchObject({ ok: true });
  expect(await readMeasure(site.as(owner), reference)).toMatchObject({ state: { state: 'done', done: { text: 'Lista vid dörren' } } });
  expect(await faults()).toEqual([]);
});

const item = () => listOf(site.as(admin), measureList).items.getById(1);

test.each<[string, () => Promise<unknown>, string]>([
  ['what is to be done was changed', () => item().update({ Title: 'Ingenting' }), 'item-differs'],
  ['its day was changed', () => item().update({ KlarSenast: '2030-01-01T00:00:00Z' }), 'item-differs'],
  ['it was taken away', () => item().delete(), 'item-missing'],
  [
    'somebody who is to read it was let out',
    async () => item().roleAssignments.remove((await site.as(admin).web.ensureUser(`i:0#.f|membership|${owner.upn}`)).Id, 1073741826),
    'readers-missing'
  ]
])('%s by hand: it is named, and brought back', async (_what, tamper, fault) => {
  await given();
  await tamper();
  expect(await faults()).toEqual([`${reference} ${fault}`]);
  for (const { restore } of await findings()) await restore?.();
  expect(await faults()).toEqual([]);
  expect(await readMeasure(site.as(owner), reference)).toMatchObject({ state: { what: 'Räkna plattorna' } });
});
