// The day's look for those who have left: marked in the list, told of once and then each week, and ended when somebody else is named.
import type { Notice } from '../../src/domain/notice';
import type { AccountFault } from '../../src/domain/vacancy';
import { readVacancies } from '../../src/lists/vacancies';
import { checkVacancies } from '../../src/service/vacancy-check';
import { openLog } from '../../src/service/log';
import { recordOver } from '../lists/record';
import { employee, manager, officer, owner, type Site } from '../lists/site';
import { asset } from '../lists/examples';
import { openKeptRecord } from './kept-record';

let site: Site;
let told: { readonly key: string; readonly notices: readonly Notice[] }[];
let faults: Map<string, AccountFault>;
let logged: string;

beforeEach(async () => {
  site = await openKeptRecord();
  told = [];
  faults = new Map();
  logged = '';
}, 60_000);
afterEach(() => site.stop());

const monday = '2026-11-30T05:30:00Z';
const tuesday = '2026-12-01T05:30:00Z';
const nextMonday = '2026-12-07T05:30:00Z';

/** As the schedule does it at the time it is due. */
async function checkAt(at: string): Promise<void> {
  const sp = site.asService();
  await checkVacancies(
    {
      sp,
      people: { accountFault: (id) => Promise.resolve(faults.get(id)) },
      telling: { context: recordOver(sp), tell: (key, notices) => Promise.resolve(void told.push({ key, notices })) },
      now: () => new Date(at),
      log: openLog({ write: (line) => void (logged += line) })
    },
    { signal: new AbortController().signal, due: at }
  );
}

const roles = (['informationOwner', 'objectOwner', 'custodian'] as const).filter((role) => asset()[role]?.id === owner.id);

test('with everybody there nothing is marked and nobody told', async () => {
  await checkAt(monday);
  expect(await readVacancies(site.as(owner))).toEqual([]);
  expect(told).toEqual([]);
});

test('who has left is marked since when, and whoever can name somebody new is told once a week', async () => {
  faults.set(owner.id, 'gone');
  await checkAt(monday);
  await checkAt(tuesday);
  expect(roles).not.toEqual([]);
  expect(await readVacancies(site.as(owner))).toEqual(
    roles.map((role, index) => ({
      broken: false,
      id: index + 1,
      state: {
        asset: 'T-2026-0001',
        role,
        holder: { id: owner.id, name: owner.name },
        fault: 'gone',
        since: monday,
        toldAt: monday,
        state: 'standing'
      }
    }))
  );
  const some = roles.map((role) => ({ assetName: 'Det fjärde', role, fault: 'gone' }));
  const notice = { kind: 'owner-vacant', reference: 'T-2026-0001', count: roles.length, some };
  const notices = [manager, officer].map(({ id: to }) => ({ ...notice, to }));
  expect(told).toEqual([{ key: `vacancies ${monday}`, notices }]);
  await checkAt(nextMonday);
  expect(told.map(({ key }) => key)).toEqual([`vacancies ${monday}`, `vacancies ${nextMonday}`]);
});

test('the asset and its log are as before, and nobody is named in the log of the service', async () => {
  const before = await recordOver(site.asService()).log.latest('T-2026-0001');
  faults.set(owner.id, 'closed');
  await checkAt(monday);
  expect(await recordOver(site.asService()).log.latest('T-2026-0001')).toEqual(before);
  expect(logged).toContain(`"vacancies":${roles.length}`);
  expect(logged).not.toContain(owner.name);
});

test('who has left is not told of others who have', async () => {
  faults.set(owner.id, 'closed').set(manager.id, 'gone');
  await checkAt(monday);
  expect(told.flatMap(({ notices }) => notices.map(({ to }) => to))).toEqual([officer.id]);
  expect(await readVacancies(site.as(owner))).toHaveLength(2);
});

test('an account that is open again ends it', async () => {
  faults.set(owner.id, 'closed');
  await checkAt(monday);
  faults.clear();
  await checkAt(tuesday);
  expect(await readVacancies(site.as(owner))).toEqual([]);
});

test('an employee without a role does not read it', async () => {
  await expect(readVacancies(site.as(employee))).rejects.toMatchObject({ name: 'SharePointError' });
});
