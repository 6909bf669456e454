/** @jest-environment jsdom */
// The documents and the log on the page of an asset: the dossier as it stands now, the decision on its class, and who did what.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../../src/domain/outcome';
import { readWord } from '../documents/office-file';
import { decided, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { municipality, type Municipality } from './municipality';
import { savedFile } from './saved-files';
import { showTab } from './screens';

beforeEach(() => {
  window.localStorage.clear();
});

async function classed(): Promise<Municipality> {
  const place = municipality();
  await decided(place, await submittedClassification(place, await submittedAsset(place), { answers: sensitiveAnswers }));
  return place;
}

async function made(button: string): Promise<{ readonly name: string; readonly words: string }> {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  return { name, words: await readWord(content) };
}

test('the dossier is made of what the person may read, and says what they may not', async () => {
  showTab({ in: await classed(), at: 'assets/T-2026-0001', as: 'manager' });
  const { name, words } = await made('Ladda ner akten (Word)');
  expect(name).toBe('T-2026-0001-akt.docx');
  expect(words).toContain('Akt: T-2026-0001 Hemtjänstens planering');
  expect(words).toContain('Loggen läses av informationssäkerhet.');
});

test('whoever reads the log gets it in the dossier, with the decision', async () => {
  showTab({ in: await classed(), at: 'assets/T-2026-0001', as: 'securityOfficer' });
  const { words } = await made('Ladda ner akten (Word)');
  expect(words).toMatch(/K-2026-0001:2\s+[0-9a-f]{64}/);
});

test('the decision on the class is taken out where the asset is', async () => {
  showTab({ in: await classed(), at: 'assets/T-2026-0001', as: 'manager' });
  const { name, words } = await made('Ladda ner beslutet (Word)');
  expect(name).toBe('K-2026-0001-beslut.docx');
  expect(words).toContain('Beslut om informationsklassning K-2026-0001');
});

test('of an asset that nobody may read any more no dossier is made', async () => {
  const place = await classed();
  showTab({ in: place, at: 'assets/T-2026-0001', as: 'manager', source: { classificationsOf: once(place) } });
  await userEvent.click(await screen.findByRole('button', { name: 'Ladda ner akten (Word)' }));
  expect(await screen.findByText(/^Det gick inte att läsa hela ärendet/)).toBeTruthy();
});

/** Answers the page, and turns whoever asks again away. */
function once(place: Municipality) {
  let asked = 0;
  return (asset: string) => {
    asked += 1;
    return asked === 1 ? place.source('manager').classificationsOf(asset) : Promise.resolve(refused('no-right'));
  };
}

test('the log stands on the page for those who read it: who did what and when, latest first', async () => {
  showTab({ in: await classed(), at: 'assets/T-2026-0001', as: 'securityOfficer' });
  const log = await screen.findByRole('grid', { name: 'Logg' });
  const [, latest] = within(log).getAllByRole('row');
  expect(within(log).getAllByText('Mats Lindbäck').length).toBeGreaterThan(1);
  expect(latest?.textContent).toContain('Karin Vaara');
});

test.each(['manager', 'it', 'custodian'] as const)('%s sees no log', async (as) => {
  showTab({ in: await classed(), at: 'assets/T-2026-0001', as });
  await screen.findByRole('button', { name: 'Ladda ner akten (Word)' });
  expect(screen.queryByRole('heading', { name: 'Logg' })).toBeNull();
});
