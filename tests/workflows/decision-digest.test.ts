// The morning's summary of decisions that wait: to whoever decides, of what has waited more than two working days, once a day.
import { Temporal } from 'temporal-polyfill';
import type { Notice } from '../../src/domain/notice';
import { classificationModel as model } from '../../src/reference/classification-model';
import { decideClassification } from '../../src/workflows/decide-classification';
import { delegateDecisions } from '../../src/workflows/delegate-decisions';
import { registerAsset } from '../../src/workflows/register-asset';
import { submitAsset } from '../../src/workflows/submit-asset';
import { submitClassification } from '../../src/workflows/submit-classification';
import { nameOf, watched, type Watched } from './lookout';
import { actor, people } from './memory-context';

type Who = Parameters<typeof actor>[0];

let commands = 0;
const by = <I>(who: Who, input: I) => ({ command: `command-${(commands += 1)}`, actor: actor(who), input });
const at = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant().toString();
const morning = (day: string): string => new Date(at(`${day}T08:00`)).toISOString();

/** An asset of Karin Vaara's, classified by Fia Ojala or another at a Swedish time. */
async function submitted({ context }: Watched, local: string, name: string, who: Who = 'custodian') {
  context.setNow(at(local));
  const owners = { informationOwner: people.manager.upn, objectOwner: people.objectOwner.upn, custodian: people.custodian.upn };
  const content = { name, description: '', carriers: ['system' as const], unit: 'SOC-HEM', ...owners };
  const registered = await registerAsset(context, by('manager', { asset: content }));
  if (!registered.ok) throw new Error(registered.reason);
  const { reference: asset } = registered.value;
  await submitAsset(context, by('manager', { reference: asset }));
  const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
  const answer = await submitClassification(context, model, by(who, { asset, model: model.version, answers }));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

/** What each is told, in short. */
function inShort(notices: readonly Notice[]): readonly string[] {
  return notices.map((notice) => {
    if (notice.kind !== 'decisions-waiting') throw new Error('Only decisions are told of.');
    return `${nameOf(notice.to)} ${notice.count}: ${notice.oldest.map(({ assetName }) => assetName).join(', ')}`;
  });
}

test('nothing is told before more than two working days have passed, then it is, each morning until it is decided', async () => {
  const watching = watched();
  const { reference, asset, contentHash } = await submitted(watching, '2026-11-23T08:00', 'Scheman');
  expect(await watching.sumUpDecisions(morning('2026-11-24'))).toEqual([]);
  expect(await watching.sumUpDecisions(morning('2026-11-25'))).toEqual([]);
  expect(inShort(await watching.sumUpDecisions(morning('2026-11-26')))).toEqual(['objectOwner 1: Scheman']);
  expect(inShort(await watching.sumUpDecisions(morning('2026-11-27')))).toEqual(['objectOwner 1: Scheman']);
  await decideClassification(watching.context, by('objectOwner', { reference, asset, contentHash }));
  expect(await watching.sumUpDecisions(morning('2026-11-30'))).toEqual([]);
});

test('a weekend does not count as waiting', async () => {
  const watching = watched();
  await submitted(watching, '2026-11-27T15:00', 'Scheman');
  expect(await watching.sumUpDecisions(morning('2026-12-01'))).toEqual([]);
  expect(inShort(await watching.sumUpDecisions(morning('2026-12-02')))).toEqual(['objectOwner 1: Scheman']);
});

test('the same morning twice tells nobody twice', async () => {
  const watching = watched();
  await submitted(watching, '2026-11-20T10:00', 'Scheman');
  expect(await watching.sumUpDecisions(morning('2026-11-26'))).toHaveLength(1);
  expect(await watching.sumUpDecisions(morning('2026-11-26'))).toEqual([]);
});

test('the five oldest are named, oldest first, and the rest are counted', async () => {
  const watching = watched();
  for (const day of [20, 18, 16, 19, 17, 13, 12]) await submitted(watching, `2026-11-${day}T10:00`, `Tillgång ${day}`);
  expect(inShort(await watching.sumUpDecisions(morning('2026-11-26')))).toEqual([
    'objectOwner 7: Tillgång 12, Tillgång 13, Tillgång 16, Tillgång 17, Tillgång 18'
  ]);
});

test('a deputy in force is told as well; whoever proposed it is not, objektägare or deputy', async () => {
  const watching = watched();
  await submitted(watching, '2026-11-20T10:00', 'Scheman');
  const days = { from: '2026-11-20', to: '2026-11-26' };
  await delegateDecisions(watching.context, by('objectOwner', { deputy: people.manager.upn, ...days }));
  await submitted(watching, '2026-11-20T11:00', 'Journaler', 'objectOwner');
  await submitted(watching, '2026-11-20T12:00', 'Protokoll', 'manager');
  watching.context.setNow(at('2026-11-26T08:00'));
  expect(inShort(await watching.sumUpDecisions(morning('2026-11-26')))).toEqual([
    'objectOwner 2: Scheman, Protokoll',
    'manager 2: Scheman, Journaler'
  ]);
  watching.context.setNow(at('2026-11-27T08:00'));
  expect(inShort(await watching.sumUpDecisions(morning('2026-11-27')))).toEqual(['objectOwner 2: Scheman, Protokoll']);
});
