/** @jest-environment jsdom */
// "Exportera till Excel": each table of the register as a file of what it shows.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readExcel } from '../documents/office-file';
import { decided, draftAsset, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { municipality, type Municipality } from './municipality';
import { savedFile } from './saved-files';
import { errors, showTab, type Showing } from './screens';

beforeEach(() => {
  window.localStorage.clear();
  errors.length = 0;
});

async function exported(showing: Showing, button = 'Exportera till Excel') {
  showTab(showing);
  await userEvent.click(await screen.findByRole('button', { name: button }));
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  return { name, sheets: await readExcel(content) };
}

/** One asset with a decided class, one that waits for a decision, and a draft. */
async function register(): Promise<Municipality> {
  const place = municipality();
  await decided(place, await submittedClassification(place, await submittedAsset(place), { answers: sensitiveAnswers }));
  await submittedClassification(place, await submittedAsset(place, 'Nyckelpärm'));
  await draftAsset(place, 'Elevakter');
  return place;
}

test('what is shown of the register is taken out, and nothing else', async () => {
  const { name, sheets } = await exported({ in: await register(), at: 'assets?vacant=yes' });
  expect(name).toMatch(/^tillgangar-\d{4}-\d{2}-\d{2}\.xlsx$/);
  expect(sheets[0]?.slice(1).map((cells) => cells[1])).toEqual(['Elevakter']);
  expect(sheets[1]?.[1]).toEqual(['Urval', 'Ansvarig saknas']);
});

test('a search that finds nothing has nothing to take out', async () => {
  showTab({ in: await register(), at: 'assets?sought=finns-inte' });
  await screen.findByText(/stämmer med ”finns-inte”|finns-inte/);
  expect(screen.queryByRole('button', { name: 'Exportera till Excel' })).toBeNull();
});

test('the decisions that wait are taken out', async () => {
  const { name, sheets } = await exported({ in: await register(), at: 'decisions' });
  expect(name).toMatch(/^beslut-/);
  expect(sheets[0]?.slice(1).map((cells) => cells[1])).toEqual(['Nyckelpärm']);
});

test('requirements without answers are taken out for those who are shown them', async () => {
  const { name, sheets } = await exported({ in: await register(), at: 'requirements', as: 'it' });
  expect(name).toMatch(/^krav-utan-svar-/);
  expect(sheets[0]?.slice(1).map((cells) => [cells[1], cells[7]])).toEqual([['Hemtjänstens planering', 'IT-enheten']]);
});

test('what is required of one asset is taken out on its page', async () => {
  const { name, sheets } = await exported(
    { in: await register(), at: 'assets/T-2026-0001', as: 'custodian' },
    'Exportera krav och åtgärder till Excel'
  );
  expect(name).toMatch(/^T-2026-0001-krav-/);
  expect(sheets[0]?.[0]?.slice(0, 2)).toEqual(['Krav', 'Aspekt']);
  expect(sheets[0]?.length).toBeGreaterThan(20);
});

test('the overview is taken out with what its tables say', async () => {
  const { name, sheets } = await exported({ in: await register(), at: 'overview' });
  expect(name).toMatch(/^oversikt-/);
  expect(sheets[0]?.at(-1)).toEqual(['Hela kommunen', '3', '1', '2']);
});
