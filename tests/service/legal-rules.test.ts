// What is changed of the legal rules over SharePoint's lists: everybody reads it, the check of the log holds it to its log, and finds what was changed by hand.
import '@pnp/sp/items';
import { legalRules } from '../../src/reference/legal-rules';
import { readRuleChanges } from '../../src/lists/rule-changes';
import { listOf } from '../../src/lists/rows';
import { ruleChangeList } from '../../src/schema/rule-changes';
import { verifyLog } from '../../src/service/log-verification';
import { changeLegalRules, rulesInRecord } from '../../src/workflows/change-legal-rules';
import { recordOver } from '../lists/record';
import { admin, employee, officer, openSite, type Site } from '../lists/site';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

const actor = { person: officer, roles: ['information-security'] as const };
const receiver = { kind: 'receiver', regime: 'gdpr', source: 'Art. 55', validFrom: '2026-11-01', isRead: true, name: 'IMY' } as const;

function change(command: string, portal: string) {
  return changeLegalRules(recordOver(site.asService()), legalRules, { command, actor, input: { ...receiver, portal } });
}

const findings = async () => (await verifyLog(site.asService(), { now: () => new Date(), witnessed: [] })).findings;

test('two changes, each read by everybody, and by the next command from the log', async () => {
  expect(await readRuleChanges(site.as(employee))).toBeUndefined();
  expect(await change('first', 'https://ett.example')).toMatchObject({ ok: true });
  expect(await change('second', 'https://tva.example')).toMatchObject({ ok: true });
  const read = await readRuleChanges(site.as(employee));
  expect(read).toMatchObject({ broken: false, state: { changes: [{ portal: 'https://ett.example' }, { portal: 'https://tva.example' }] } });
  const { gdpr } = await rulesInRecord(recordOver(site.asService()), legalRules);
  expect(gdpr.receivers.at(-1)).toMatchObject({ name: 'IMY', portal: 'https://tva.example' });
  expect(await findings()).toEqual([]);
});

test('what somebody changes by hand in the list is found, and counts for nothing', async () => {
  await change('first', 'https://ett.example');
  await listOf(site.as(admin), ruleChangeList).items.getById(1).update({ Innehall: '[]', Antal: 0 });
  expect((await findings()).map(({ aggregate, fault }) => [aggregate, fault])).toEqual([['L-0001', 'item-differs']]);
  const { gdpr } = await rulesInRecord(recordOver(site.asService()), legalRules);
  expect(gdpr.receivers.at(-1)).toMatchObject({ portal: 'https://ett.example' });
  const [finding] = await findings();
  await finding?.restore?.();
  expect(await findings()).toEqual([]);
});
