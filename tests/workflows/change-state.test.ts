// Commands that do no more than take one thing from one state to another: once, and with a line in the log.
import { cancelAsset } from '../../src/workflows/cancel-asset';
import { closeInventory } from '../../src/workflows/close-inventory';
import { openInventory } from '../../src/workflows/open-inventory';
import { registerAsset } from '../../src/workflows/register-asset';
import { actor, memoryContext, type MemoryContext } from './memory-context';

const by = <I>(command: string, input: I) => ({ command, actor: actor('securityOfficer'), input });

/** With an asset in draft and an inventory under way. */
async function begun(): Promise<MemoryContext> {
  const context = memoryContext();
  await registerAsset(context, by('register', { asset: { name: 'Arkivet', description: '', carriers: ['paper'], unit: 'SOC-HEM' } }));
  await openInventory(context, by('open', { lastDay: '2026-12-10' }));
  return context;
}

function close(context: MemoryContext) {
  return closeInventory(context, by('close', { reference: 'N-2026-0001' }));
}

test('the same command again does it once and tells the same', async () => {
  const context = await begun();
  const closed = await close(context);
  expect(closed).toMatchObject({ ok: true, value: { state: 'closed' } });
  expect(await close(context)).toEqual(closed);
  expect(context.entries.filter(({ event }) => event === 'inventory-closed')).toHaveLength(1);
});

test('the log says from which state it went to which, and why, where that is asked', async () => {
  const context = await begun();
  await close(context);
  expect(context.entries.at(-1)).toMatchObject({ event: 'inventory-closed', from: 'open', to: 'closed', reason: '' });
  await cancelAsset(context, by('cancel', { reference: 'T-2026-0001', reason: 'Dubblett' }));
  expect(context.entries.at(-1)).toMatchObject({ event: 'asset-cancelled', from: 'draft', to: 'cancelled', reason: 'Dubblett' });
});
