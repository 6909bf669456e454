// The morning's word of classes that are to be reconsidered: one card to each who answers for them, a month before, on the day and each month after.
import { Temporal } from 'temporal-polyfill';
import type { Notice } from '../../src/domain/notice';
import { classificationModel as model } from '../../src/reference/classification-model';
import { incidentCategoryMeanings } from '../../src/reference/incident-categories';
import { acknowledgeIncident } from '../../src/workflows/acknowledge-incident';
import { changeAsset } from '../../src/workflows/change-asset';
import { decideClassification } from '../../src/workflows/decide-classification';
import { linkAssets } from '../../src/workflows/link-assets';
import { registerAsset } from '../../src/workflows/register-asset';
import { reportIncident } from '../../src/workflows/report-incident';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { triageIncident } from '../../src/workflows/triage-incident';
import { nameOf, watched, type Watched } from './lookout';
import { actor, people } from './memory-context';

type Who = Parameters<typeof actor>[0];

let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });
const at = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant().toString();
const morning = (day: string): string => new Date(at(`${day}T08:00`)).toISOString();

const content = { description: '', carriers: ['system' as const], unit: 'SOC-HEM' };
const owners = { informationOwner: people.manager.upn, objectOwner: people.objectOwner.upn, custodian: people.custodian.upn };

/** An asset of Karin Vaara's that Fia Ojala looks after, its class decided at a Swedish time. */
async function decided(watching: Watched, local: string, name: string): Promise<string> {
  const { context } = watching;
  context.setNow(at(local));
  const registered = await registerAsset(context, by('manager', { asset: { ...content, ...owners, name } }));
  if (!registered.ok) throw new Error(registered.reason);
  const { reference } = registered.value;
  await submitAsset(context, by('manager', { reference }));
  const { contentHash, reference: number } = await submitted(watching, reference);
  await decideClassification(context, by('objectOwner', { reference: number, asset: reference, contentHash }));
  return reference;
}

async function submitted({ context }: Watched, asset: string) {
  const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
  const answer = await submitClassification(context, model, by('custodian', { asset, model: model.version, answers }));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

/** What each is told, in short, on the morning of a day, since that of another. */
async function told({ sumUpReconsiderations, context }: Watched, after: string, due: string): Promise<readonly string[]> {
  context.setNow(morning(due));
  return inShort(await sumUpReconsiderations({ after: morning(after), due: morning(due) }));
}

function inShort(notices: readonly Notice[]): readonly string[] {
  return notices.map((notice) => {
    if (notice.kind !== 'classes-to-reconsider') throw new Error('Only classes to reconsider are told of.');
    const { to, now, soon, some } = notice;
    return `${nameOf(to)} ${now}+${soon}: ${some.map(({ assetName, reasons }) => [assetName, ...reasons].join(' ')).join(', ')}`;
  });
}

test('the objektägare and the systemförvaltare are told a month before, on the day, and each month after', async () => {
  const watching = watched();
  await decided(watching, '2026-03-02T10:00', 'Scheman');
  expect(await told(watching, '2027-01-29', '2027-02-01')).toEqual([]);
  expect(await told(watching, '2027-02-01', '2027-02-02')).toEqual(['objectOwner 0+1: Scheman', 'custodian 0+1: Scheman']);
  expect(await told(watching, '2027-02-02', '2027-03-01')).toEqual([]);
  expect(await told(watching, '2027-03-01', '2027-03-02')).toEqual(['objectOwner 1+0: Scheman year', 'custodian 1+0: Scheman year']);
  expect(await told(watching, '2027-03-02', '2027-04-01')).toEqual([]);
  expect(await told(watching, '2027-04-01', '2027-04-02')).toEqual(['objectOwner 1+0: Scheman year', 'custodian 1+0: Scheman year']);
});

test('a day that is no working day is told of on the next, and nobody is told of it twice', async () => {
  const watching = watched();
  await decided(watching, '2026-05-01T10:00', 'Scheman');
  expect(await told(watching, '2027-04-30', '2027-05-03')).toHaveLength(2);
  expect(await told(watching, '2027-04-30', '2027-05-03')).toEqual([]);
  const first = watched();
  await decided(first, '2026-05-01T10:00', 'Scheman');
  first.context.setNow(morning('2027-05-03'));
  expect(await first.sumUpReconsiderations({ due: morning('2027-05-03') })).toHaveLength(2);
});

test('each gets one card of all that is theirs, what is to be done now first, and five by name', async () => {
  const watching = watched();
  for (const name of ['A', 'B', 'C', 'D', 'E']) await decided(watching, '2026-03-02T10:00', name);
  await decided(watching, '2026-04-02T10:00', 'Soon');
  await decided(watching, '2025-02-02T10:00', 'Old');
  const [notice, ...others] = await told(watching, '2027-03-01', '2027-03-02');
  expect(notice).toBe('objectOwner 6+1: Old year, A year, B year, C year, D year');
  expect(others).toHaveLength(1);
});

test('what somebody has classified anew is told of no more', async () => {
  const watching = watched();
  const reference = await decided(watching, '2026-03-02T10:00', 'Scheman');
  await submitted(watching, reference);
  expect(await told(watching, '2027-03-01', '2027-03-02')).toEqual([]);
});

test('what the log says is told, not what somebody has written in the list', async () => {
  const watching = watched();
  const reference = await decided(watching, '2026-03-02T10:00', 'Scheman');
  const page = await watching.context.assets.read(reference);
  if (page === undefined) throw new Error('There is no asset.');
  await watching.context.assets.write({ ...page, sequence: 99, state: { ...page.state, name: 'Altered', objectOwner: people.it } });
  expect(await told(watching, '2027-03-01', '2027-03-02')).toEqual(['objectOwner 1+0: Scheman year', 'custodian 1+0: Scheman year']);
});

test('an asset that was changed is told of in the month after, and a decision ends it', async () => {
  const watching = watched();
  const reference = await decided(watching, '2026-03-02T10:00', 'Scheman');
  watching.context.setNow(at('2026-05-10T10:00'));
  await changeAsset(watching.context, by('manager', { reference, asset: { ...content, ...owners, name: 'Turer' } }));
  expect(await told(watching, '2026-06-01', '2026-06-02')).toEqual(['objectOwner 1+0: Turer changed', 'custodian 1+0: Turer changed']);
  watching.context.setNow(at('2026-06-03T10:00'));
  const { contentHash, reference: number } = await submitted(watching, reference);
  await decideClassification(watching.context, by('objectOwner', { reference: number, asset: reference, contentHash }));
  expect(await told(watching, '2026-07-01', '2026-07-03')).toEqual([]);
});

test('a serious incident is told of to those alone who may read it', async () => {
  const watching = watched();
  const { context } = watching;
  const asset = await decided(watching, '2026-03-02T10:00', 'Scheman');
  context.setNow(at('2026-04-10T10:00'));
  const report = { kind: 'sent-wrong', when: 'today', where: 'E-post', ongoing: 'no', personalData: 'yes', description: '' } as const;
  await reportIncident(context, by('employee', { report, reportedAt: context.now() }));
  const reference = 'I-2026-0001';
  const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };
  await acknowledgeIncident(context, by('it', { reference, receiver: 'it' }));
  await triageIncident(
    context,
    incidentCategoryMeanings,
    by('it', { reference, category: 'misdirected', facts, severity: 'high', reason: 'x' })
  );
  await linkAssets(context, incidentCategoryMeanings, by('it', { reference, assets: [asset] }));
  expect(await told(watching, '2026-04-30', '2026-05-04')).toEqual(['objectOwner 1+0: Scheman incident']);
  await restrictIncident(context, by('securityOfficer', { reference, restricted: true, reason: 'Utredning' }));
  expect(await told(watching, '2026-06-01', '2026-06-02')).toEqual([]);
});
