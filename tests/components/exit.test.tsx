/** @jest-environment jsdom */
// Utträdespaket: offered to the informationssäkerhetsansvarig alone, with how far it has come, a way to stop it, and whether anything is missing.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { done } from '../../src/domain/outcome';
import { partsOf } from '../documents/office-file';
import { draftAsset, reportedIncident } from './example';
import { municipality, type Municipality } from './municipality';
import { savedFile } from './saved-files';
import { errors, showTab } from './screens';

beforeEach(() => {
  window.localStorage.clear();
  errors.length = 0;
});

async function make(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Skapa utträdespaket' }));
}

async function filled(): Promise<Municipality> {
  const place = municipality();
  await draftAsset(place);
  return place;
}

test('the informationssäkerhetsansvarig makes one from the overview, and is told that it is whole', async () => {
  showTab({ in: await filled(), at: 'overview', as: 'securityOfficer' });
  await userEvent.click(await screen.findByRole('link', { name: 'Utträdespaket' }));
  await make();
  expect(await screen.findByText(/^Paketet är skapat och komplett\./)).toBeTruthy();
  const { name, content } = await savedFile();
  expect(name).toMatch(/^varna-uttradespaket-\d{4}-\d{2}-\d{2}\.zip$/);
  const parts = await partsOf(content);
  expect([...parts.keys()].sort()).toEqual([
    'README.txt',
    'avvikelser.txt',
    ...['listor/Handelselogg.csv', 'listor/Handelselogg.json', 'listor/Tillgangar.csv', 'listor/Tillgangar.json', 'logg/kedja.jsonl']
  ]);
  expect(parts.get('README.txt')).toContain('Inget. Allt som paketet ska innehålla gick att läsa.');
});

test('what is missing is said where it was made', async () => {
  const place = await filled();
  await reportedIncident(place);
  showTab({ in: place, at: 'overview/exit', as: 'securityOfficer' });
  await make();
  expect(await screen.findByText(/allt gick inte att läsa\. Vad som saknas står i README\.txt/)).toBeTruthy();
  expect((await partsOf((await savedFile()).content)).get('README.txt')).toContain('i någon lista: I-2026-0001.');
});

test.each(['manager', 'it', 'privacyOfficer', 'director'] as const)('%s is neither led to it nor given it', async (as) => {
  const overview = showTab({ at: 'overview', as });
  await screen.findByRole('heading', { level: 1, name: 'Översikt' });
  await screen.findByText('Inga tillgångar är registrerade');
  expect(screen.queryByRole('link', { name: 'Utträdespaket' })).toBeNull();
  overview.unmount();
  showTab({ at: 'overview/exit', as });
  await screen.findByText(/^Du har inte rätt att se utträdespaketet\./);
  expect(screen.queryByRole('button', { name: 'Skapa utträdespaket' })).toBeNull();
});

test('it says which list it reads, and stopped it gives no file', async () => {
  const place = await filled();
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const columns = [{ name: 'Referens', title: 'Nummer' }];
  const slow = {
    ...{ name: 'Tillgangar', title: 'Tillgångar', description: '', columns },
    pages: async function* () {
      yield done([{ Id: 1, Referens: 'T-2026-0001' }]);
      await held;
      yield done([{ Id: 2, Referens: 'T-2026-0002' }]);
    }
  };
  showTab({ in: place, at: 'overview/exit', as: 'securityOfficer', source: { wholeLists: () => Promise.resolve([slow]) } });
  await make();
  expect(await screen.findByText('Tillgångar: en rad')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Stoppa' }));
  goOn();
  expect(await screen.findByText('Stoppat. Inget paket skapades.')).toBeTruthy();
  await expect(savedFile()).rejects.toThrow('Nothing has been saved.');
  expect(screen.getByRole('button', { name: 'Skapa utträdespaket' })).toBeTruthy();
});

test('that it failed is said, and the host is told of it', async () => {
  const broken = { wholeLists: () => Promise.reject(new Error('Away.')) };
  showTab({ at: 'overview/exit', as: 'securityOfficer', source: broken });
  await make();
  expect(await screen.findByText('Det gick inte att skapa filen. Försök igen om en stund.')).toBeTruthy();
  await waitFor(() => expect(errors.map(({ message }) => message)).toEqual(['Away.']));
});
