// An inventory over SharePoint's lists: who sees it, what the rows say for people, and that the check of the log holds, and finds what was changed by hand.
import '@pnp/sp/items';
import '@pnp/sp/site-users/web';
import type { Person, Role } from '../../src/domain/person';
import { readsOf } from '../../src/lists/reads';
import { listOf } from '../../src/lists/rows';
import { writeOrganisation } from '../../src/lists/organisation';
import { inventoryList } from '../../src/schema/inventories';
import { unitAnswerChoices, unitAnswerList } from '../../src/schema/unit-answers';
import { openLog } from '../../src/service/log';
import { lookoutOver } from '../../src/service/lookout';
import { verifyLog } from '../../src/service/log-verification';
import { answerInventory } from '../../src/workflows/answer-inventory';
import { closeInventory } from '../../src/workflows/close-inventory';
import { openInventory } from '../../src/workflows/open-inventory';
import { recordOver } from '../lists/record';
import { admin, employee, manager, officer, openSite, owner, type Site } from '../lists/site';

const inventory = 'N-2026-0001';

let site: Site;
beforeEach(async () => {
  site = await openSite();
}, 120_000);
afterEach(() => site.stop());

let commands = 0;
function by<I>(person: Person, roles: readonly Role[], input: I) {
  commands += 1;
  return { command: `0f0f0f0f-0000-4000-9000-${String(commands).padStart(12, '0')}`, actor: { person, roles }, input };
}

/** Two units of one förvaltning: one of them has answered that something is missing. */
async function answered(): Promise<void> {
  const sp = site.asService();
  await writeOrganisation(sp, [
    { code: 'SOC', name: 'Socialförvaltningen', kind: 'department' },
    { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC', head: manager },
    { code: 'SOC-IFO', name: 'Individ och familj', kind: 'unit', parent: 'SOC' }
  ]);
  const record = recordOver(sp);
  expect(await openInventory(record, by(officer, ['information-security'], { lastDay: '2026-12-10' }))).toMatchObject({
    ok: true,
    notices: [{ kind: 'inventory-asked', to: manager.id, unit: 'SOC-HEM' }]
  });
  const input = { state: 'missing', reference: 'E-2026-0001', text: 'Nyckelskåpet', names: ['Nyckelpärmen', 'Portkoder'] } as const;
  expect(await answerInventory(record, by(manager, [], input))).toMatchObject({ ok: true });
}

async function faults(): Promise<string[]> {
  const { findings } = await verifyLog(site.asService(), { now: () => new Date(), witnessed: [] });
  return findings.map(({ aggregate, fault }) => `${aggregate} ${fault}`);
}

function readAs(person: Person) {
  return readsOf(site.as(person), person.id);
}

test('everybody with a role sees what the units have answered, and others that there is nothing for them', async () => {
  await answered();
  expect(await readAs(owner).openInventory()).toMatchObject({
    ok: true,
    value: {
      inventory: { state: { reference: inventory, lastDay: '2026-12-10', state: 'open' } },
      answers: [
        { state: { unit: 'SOC-HEM', state: 'missing', said: { by: manager, text: 'Nyckelskåpet', names: ['Nyckelpärmen', 'Portkoder'] } } },
        { state: { unit: 'SOC-IFO', state: 'asked' } }
      ]
    }
  });
  expect(await readAs(employee).openInventory()).toEqual({ ok: false, reason: 'no-right' });
  expect(await faults()).toEqual([]);
}, 120_000);

test('one that is closed is still the latest, and no other is open', async () => {
  await answered();
  await closeInventory(recordOver(site.asService()), by(officer, ['information-security'], { reference: inventory }));
  expect(await readAs(owner).openInventory()).toEqual({ ok: true, value: { inventory: undefined, answers: [] } });
  expect(await readAs(owner).inventory()).toMatchObject({ value: { inventory: { state: { state: 'closed' } }, answers: { length: 2 } } });
  expect(await faults()).toEqual([]);
}, 120_000);

test('on a site that an earlier version provisioned none is open', async () => {
  await answered();
  const lines: string[] = [];
  const lookout = lookoutOver({ sp: site.asService(), now: () => new Date(), log: openLog({ write: (line) => void lines.push(line) }) });
  expect(await lookout.inventories()).toMatchObject([{ reference: inventory }]);
  await listOf(site.as(admin), inventoryList).delete();
  expect(await lookout.inventories()).toEqual([]);
  expect(lines.join('')).toContain('provision it');
}, 120_000);

test('an answer that somebody makes complete by hand is found', async () => {
  await answered();
  await listOf(site.as(admin), unitAnswerList)
    .items.getById(1)
    .update({ Status: unitAnswerChoices.wordOf('complete') });
  expect(await faults()).toEqual(['E-2026-0001 item-differs']);
}, 120_000);
