/** @jest-environment jsdom */
// A municipality that numbers its levels from 1 to 4: every place of the tab that shows a level, and the files made there, say its numbers.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LevelNumbers } from '../../src/domain/level-numbers';
import { readExcel, readWord } from '../documents/office-file';
import { decided, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { municipality, type Municipality } from './municipality';
import { savedFile } from './saved-files';
import { errors, pick, showManyDialog, showTab, type Showing } from './screens';

beforeEach(() => {
  window.localStorage.clear();
  errors.length = 0;
});

const fromOne: LevelNumbers = { negligible: 1, moderate: 2, significant: 3, serious: 4 };

/** How the levels are numbered is all that is set. */
const numbered = (levelNumbers: LevelNumbers | undefined): Pick<Showing, 'source'> => ({
  source: { settings: () => Promise.resolve({ levelNumbers, broken: [] }) }
});

/** One asset whose class is decided, and another proposed for it since. */
async function register(): Promise<Municipality> {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset));
  await decided(place, await submittedClassification(place, asset, { answers: sensitiveAnswers }));
  await submittedClassification(place, asset);
  return place;
}

test('the register and its choice of class, whose address is the code', async () => {
  showTab({ in: await register(), at: 'assets', ...numbered(fromOne) });
  expect(within(await screen.findByRole('list', { name: 'Klass' })).getByText('K3 Betydande')).toBeTruthy();
  await userEvent.click(screen.getByRole('combobox', { name: /^Klass/ }));
  await pick('K3 Betydande');
  await waitFor(() => expect(window.location.hash).toBe('#assets?class=confidentiality.significant'));
  expect(screen.getByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
});

test('the overview of the nämnder', async () => {
  const place = await register();
  const units = await place.source('manager').units();
  const tree = units.map((row) => (!row.broken && row.state.code === 'SOC' ? { ...row, state: { ...row.state, parent: 'SN' } } : row));
  const { source } = numbered(fromOne);
  showTab({ in: place, at: 'overview', as: 'manager', source: { ...source, units: () => Promise.resolve(tree) } });
  const classes = await screen.findByRole('table', { name: 'Ingen tillgång har den allvarligaste nivån' });
  expect(within(classes).getByText('K3 Betydande')).toBeTruthy();
});

test('the page of an asset and the decision on its class', async () => {
  const place = await register();
  const { unmount } = showTab({ in: place, at: 'assets/T-2026-0001', ...numbered(fromOne) });
  expect((await screen.findAllByText('K3 Betydande')).length).toBeGreaterThan(0);
  unmount();
  showTab({ in: place, at: 'decisions/K-2026-0003', ...numbered(fromOne) });
  expect(await screen.findByText('K3 Betydande')).toBeTruthy();
  expect((await screen.findAllByText('K1 Försumbar')).length).toBeGreaterThan(0);
});

test('what a proposal changes, in the dialog over the list', async () => {
  showManyDialog({ in: await register(), references: ['K-2026-0003'], ...numbered(fromOne) });
  expect((await screen.findByRole('list', { name: 'Valda klassningar' })).textContent).toContain('K3 Betydande → K1 Försumbar');
});

test('the side panel while somebody classifies', async () => {
  showTab({ in: await register(), at: 'assets/T-2026-0001/classify', as: 'manager', ...numbered(fromOne) });
  await userEvent.click(await screen.findByRole('button', { name: 'Nej' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /^Känsliga/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Nästa' }));
  expect(within(screen.getByRole('complementary', { name: 'Hittills' })).getByText('K3 Betydande')).toBeTruthy();
});

async function saved(button: string): Promise<ArrayBuffer> {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.');
  return (await savedFile()).content;
}

test.each(['Ladda ner akten (Word)', 'Ladda ner beslutet (Word)'])('the Word file of %s', async (button) => {
  showTab({ in: await register(), at: 'assets/T-2026-0001', as: 'manager', ...numbered(fromOne) });
  expect(await readWord(await saved(button))).toMatch(/^K3 Betydande$/m);
});

test('the Excel file of the decisions that wait', async () => {
  showTab({ in: await register(), at: 'decisions', ...numbered(fromOne) });
  const [rows] = await readExcel(await saved('Exportera till Excel'));
  expect(rows?.[1]?.[3]).toBe('K1 Försumbar');
});

test.each<[string, Pick<Showing, 'source'>, number]>([
  ['cannot be understood', numbered(undefined), 0],
  ['cannot be read', { source: { settings: () => Promise.reject(new Error('503')) } }, 1]
])('numbers that %s are left out, and the word says the level', async (_what, showing, told) => {
  showTab({ in: await register(), at: 'assets', ...showing });
  expect(within(await screen.findByRole('list', { name: 'Klass' })).getByText('K Betydande')).toBeTruthy();
  expect(errors).toHaveLength(told);
});
