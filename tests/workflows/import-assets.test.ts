// Bringing in assets from another register, many at a time.
import { importAssets } from '../../src/workflows/import-assets';
import { registerAsset } from '../../src/workflows/register-asset';
import { memoryContext, people, type MemoryContext } from './memory-context';

const officer = { person: people.securityOfficer, roles: ['information-security' as const] };
const row = (name: string, more: object = {}) => ({ name, description: '', carriers: ['system'], unit: 'SOC-HEM', ...more });

function imported(context: MemoryContext, rows: readonly unknown[], command = 'import') {
  return importAssets(context, { command, actor: officer, input: { rows: [...rows] } });
}

test('gives each good row the next number, in their order, and each bad one its reason', async () => {
  const context = memoryContext();
  const answer = await imported(context, [
    row('Ett'),
    row('Två', { unit: 'OKÄND' }),
    row('', {}),
    row('Fyra', { needs: ['T-2026-0404'] }),
    row('Fem', { objectOwner: 'ingen@haparanda.example' }),
    row('Sex')
  ]);
  expect(answer).toMatchObject({
    ok: true,
    value: {
      rows: [
        { reference: 'T-2026-0001' },
        { reason: 'unknown-unit' },
        { reason: 'invalid' },
        { reason: 'unknown-need', named: 'T-2026-0404' },
        { reason: 'unknown-person' },
        { reference: 'T-2026-0002' }
      ]
    }
  });
  expect((await context.assets.read('T-2026-0002'))?.state).toMatchObject({ name: 'Sex', state: 'draft', unitName: 'Hemtjänsten' });
  expect(context.entries.map(({ event, command }) => [event, command])).toEqual([
    ['asset-registered', 'import/1'],
    ['asset-registered', 'import/6']
  ]);
});

test('makes nothing twice when the same command comes again, and gives the same numbers', async () => {
  const context = memoryContext();
  const first = await imported(context, [row('Ett'), row('Två')]);
  await registerAsset(context, { command: 'other', actor: officer, input: { asset: { ...row('Tre'), carriers: ['system'] } } });
  expect(await imported(context, [row('Ett'), row('Två')])).toEqual(first);
  expect(context.entries).toHaveLength(3);
});

test('is mended by the same command after a crash between the log and the list', async () => {
  const context = memoryContext();
  const failing = { ...context.assets, write: () => Promise.reject(new Error('503')) };
  await expect(
    importAssets({ ...context, assets: failing }, { command: 'import', actor: officer, input: { rows: [row('Ett')] } })
  ).rejects.toThrow('503');
  expect(await context.assets.read('T-2026-0001')).toBeUndefined();
  expect(await imported(context, [row('Ett')])).toMatchObject({ value: { rows: [{ reference: 'T-2026-0001' }] } });
  expect((await context.assets.read('T-2026-0001'))?.state.name).toBe('Ett');
});

test('of two imports at once each row gets a number of its own', async () => {
  const context = memoryContext();
  const names = Array.from({ length: 30 }, (_, n) => `Rad ${n}`);
  const both = await Promise.all([
    imported(
      context,
      names.map((name) => row(name)),
      'one'
    ),
    imported(
      context,
      names.map((name) => row(name)),
      'two'
    )
  ]);
  const numbers = both.flatMap((answer) =>
    answer.ok ? answer.value.rows.flatMap((one) => ('reference' in one ? [one.reference] : [])) : []
  );
  expect(new Set(numbers).size).toBe(60);
  expect(new Set(context.entries.map(({ aggregate }) => aggregate)).size).toBe(60);
});

test('is refused as a whole to whoever may not register an asset', async () => {
  const answer = await importAssets(memoryContext(), {
    command: 'import',
    actor: { person: people.stranger, roles: [] },
    input: { rows: [row('Ett')] }
  });
  expect(answer).toEqual({ ok: false, reason: 'not-allowed' });
});
