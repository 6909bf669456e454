/** @jest-environment jsdom */
// Beslut: the queue, what a decider sees, deciding and returning, on the page and over the list.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { municipality, row, type Municipality } from './municipality';
import { decided, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { showDialog, showTab } from './screens';

beforeEach(() => window.localStorage.clear());

async function waiting(place: Municipality): Promise<string> {
  const { reference } = await submittedClassification(place, await submittedAsset(place), { answers: sensitiveAnswers });
  return reference;
}

test('the queue shows what waits for me, with the proposed class', async () => {
  const place = municipality();
  await waiting(place);
  showTab({ in: place, at: 'decisions' });
  expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  expect(screen.getByText('K2 Betydande')).toBeTruthy();
});

test('an empty queue says when something comes', async () => {
  showTab({ at: 'decisions' });
  expect(await screen.findByText('Inget väntar på ditt beslut.')).toBeTruthy();
});

test('the decider sees the answers and the reasons in words, and decides exactly that', async () => {
  const place = municipality();
  const reference = await waiting(place);
  showTab({ in: place, at: `decisions/${reference}` });
  expect(await screen.findByText('Det finns inget tidigare beslut om den här tillgången.')).toBeTruthy();
  expect(screen.getByText(/^Vanliga, till exempel namn och adress; Känsliga/)).toBeTruthy();
  expect(screen.getAllByText(/^Lagen ger lägst Betydande: .* Källa:/)).toHaveLength(3);
  await userEvent.click(screen.getByRole('button', { name: 'Besluta' }));
  const [standing] = await screen.findAllByRole('status');
  expect(standing?.textContent).toBe('Beslutad. Beslutades av Karin Vaara mån 23 nov 2026 15:40.');
  expect(screen.getByRole('button', { name: 'Ladda ner beslutet (Word)' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Besluta' })).toBeNull();
});

test('what changed since the last decision stands side by side', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset));
  const { reference } = await submittedClassification(place, asset, { answers: sensitiveAnswers });
  showTab({ in: place, at: `decisions/${reference}` });
  const table = await screen.findByRole('grid', { name: 'Sedan förra beslutet' });
  const words = within(table)
    .getAllByRole('row')
    .map(({ textContent }) => textContent);
  expect(words).toContain('SekretessK0 FörsumbarK2 Betydandeändrad');
  expect(words).toContain('TillgänglighetT0 FörsumbarT0 Försumbaroförändrad');
  expect(screen.getByText(/^.*Förut: Inga personuppgifter\. Nu: Vanliga.*$/)).toBeTruthy();
});

test('returning asks for the reason, and the reason is shown afterwards', async () => {
  const place = municipality();
  const reference = await waiting(place);
  showTab({ in: place, at: `decisions/${reference}` });
  await userEvent.click(await screen.findByRole('button', { name: 'Återsänd' }));
  const dialog = await screen.findByRole('dialog', { name: 'Återsänd' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Återsänd med skäl' }));
  expect(within(dialog).getByText('Skriv varför, så att det går att rätta.')).toBeTruthy();
  await userEvent.type(within(dialog).getByRole('textbox'), 'Glöm inte loggen.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Återsänd med skäl' }));
  expect(await screen.findByText('Den återsändes med skälet: Glöm inte loggen.', { exact: false })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Besluta' })));
});

test('the proposer cannot decide their own, and is told why', async () => {
  const place = municipality();
  const { reference } = await submittedClassification(place, await submittedAsset(place), { as: 'objectOwner' });
  showTab({ in: place, at: `decisions/${reference}` });
  expect(await screen.findByText(/Du har själv lämnat in klassningen\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Besluta' })).toBeNull();
});

test('an objektägare who has come to the data protection is told that they do not decide', async () => {
  const place = municipality();
  const reference = await waiting(place);
  showTab({ in: place, at: `decisions/${reference}`, source: { roles: () => Promise.resolve(['data-protection']) } });
  expect(await screen.findByText(/Du hör till dataskyddet, som ska vara oberoende/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Besluta' })).toBeNull();
});

test('somebody else sees whose decision it is', async () => {
  const place = municipality();
  const reference = await waiting(place);
  showTab({ in: place, at: `decisions/${reference}`, as: 'manager' });
  expect(await screen.findByText(/Karin Vaara är objektägare och beslutar\./)).toBeTruthy();
});

test('an asset changed since it was submitted can only be returned', async () => {
  const place = municipality();
  const reference = await waiting(place);
  const asset = await place.context.assets.read('T-2026-0001');
  if (asset === undefined) throw new Error('The example has no asset.');
  const changed = row({ ...asset.state, name: 'Något annat' });
  showTab({ in: place, at: `decisions/${reference}`, source: { asset: () => Promise.resolve({ ok: true, value: changed }) } });
  expect(await screen.findByText(/^Tillgången har ändrats sedan klassningen lämnades in/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Besluta' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Återsänd' })).toBeTruthy();
});

test('who came second is told who came first, when, and what they did', async () => {
  const place = municipality();
  const reference = await waiting(place);
  const overtaken = {
    ok: false,
    reason: 'overtaken',
    by: 'Siv Modig',
    at: '2026-11-23T14:41:00Z',
    event: 'classification-returned'
  } as const;
  showTab({ in: place, at: `decisions/${reference}`, desk: { send: () => Promise.resolve(overtaken) } });
  await userEvent.click(await screen.findByRole('button', { name: 'Besluta' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Siv Modig hann före (mån 23 nov 2026 15:41: Klassning återsänd)');
});

test('the dialog over the list decides, and tells the list that its rows are old', async () => {
  const place = municipality();
  const reference = await waiting(place);
  const onClose = jest.fn();
  showDialog({ in: place, reference, onClose });
  await userEvent.click(await screen.findByRole('button', { name: 'Besluta' }));
  expect((await screen.findByRole('status')).textContent).toContain('Beslutad.');
  await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  expect(onClose).toHaveBeenCalledWith(true);
});

test('chosen Återsänd in the list, the dialog opens with the reason', async () => {
  const place = municipality();
  const reference = await waiting(place);
  showDialog({ in: place, reference, isReturning: true });
  expect(await screen.findByRole('textbox', { name: /^Varför återsänder du klassningen/ })).toBeTruthy();
});
