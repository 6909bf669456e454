// What a card shows beside its questions, while SharePoint is slow or away.
import { lastKnown } from '../../src/service/last-known';

function switchable(): { readonly read: () => Promise<string>; answer: Promise<string> } {
  const source = { answer: Promise.resolve('0922-150 00'), read: () => source.answer };
  return source;
}

test('what was read last is given while nothing can be read', async () => {
  const source = switchable();
  const phone = lastKnown(source.read, 1_000);
  expect(await phone()).toBe('0922-150 00');
  source.answer = Promise.reject(new Error('SharePoint is away.'));
  expect(await phone()).toBe('0922-150 00');
  source.answer = Promise.resolve('0922-150 01');
  expect(await phone()).toBe('0922-150 01');
});

test('nobody waits for a reading that never ends, and one that ends late is known the next time', async () => {
  const source = switchable();
  const phone = lastKnown(source.read, 10);
  await phone();
  let end: (value: string) => void = () => undefined;
  const late = new Promise<string>((resolve) => (end = resolve));
  source.answer = late;
  expect(await phone()).toBe('0922-150 00');
  end('0922-150 02');
  await late;
  source.answer = Promise.reject(new Error('SharePoint is away.'));
  expect(await phone()).toBe('0922-150 02');
});

test('what was never read is not made up', async () => {
  await expect(lastKnown(() => Promise.reject(new Error('SharePoint is away.')), 1_000)()).rejects.toThrow('SharePoint is away.');
  await expect(lastKnown(() => new Promise(() => undefined), 10)()).rejects.toThrow('10 milliseconds');
});
