/** @jest-environment jsdom */
// The documents of one incident: who can take them out, what stands in them, and what is said when they cannot be made.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../../src/domain/outcome';
import { readWord } from '../documents/office-file';
import { brokenRow } from './municipality';
import { savedFile } from './saved-files';
import { errors, showTab } from './screens';
import { assessed, at, given, reported } from './track-example';

beforeEach(() => window.localStorage.clear());

const region = () => screen.findByRole('region', { name: 'Dokument' });

async function pressDossier(): Promise<void> {
  await userEvent.click(within(await region()).getByRole('button', { name: 'Ladda ner akten (Word)' }));
}

test('whoever handles it takes out the dossier, of what the record says now and not when the page was opened', async () => {
  const place = await assessed();
  showTab({ in: place, at, as: 'securityOfficer' });
  await region();
  await given(place, 'it', 'note-incident', { reference: 'I-2026-0001', text: 'Skrivet av en kollega' });
  await pressDossier();
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  expect(name).toBe('I-2026-0001-akt.docx');
  const read = await readWord(content);
  expect(read).toContain('Skrivet av en kollega');
  expect(read).toContain('Av\nSiv Modig');
  const entry = place.context.entries.filter(({ aggregate }) => aggregate === 'I-2026-0001').at(-1);
  expect(read).toContain(`I-2026-0001:${entry?.sequence}, ${entry?.hash}`);
  expect(read).toContain('R-2026-0001 Dataskyddsförordningen: Socialnämnden');
});

test('IT, who may read no legal tracks, gets a dossier that says so', async () => {
  showTab({ in: await assessed(), at, as: 'it' });
  await pressDossier();
  await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.');
  const read = await readWord((await savedFile()).content);
  expect(read).toContain('får inte läsa rapporteringsspår');
  expect(read).not.toContain('R-2026-0001');
});

test.each(['employee', 'manager', 'privacyOfficer'] as const)('%s reads the incident and is offered no documents', async (as) => {
  showTab({ in: await reported(), at, as });
  await screen.findByRole('region', { name: 'Tidslinje' });
  expect(screen.queryByRole('region', { name: 'Dokument' })).toBeNull();
});

test.each([
  ['is closed to them meanwhile', () => Promise.resolve(refused('no-right'))],
  ['cannot be read', () => Promise.resolve({ ok: true, value: brokenRow(1) } as const)]
])('of an incident that %s no file is made', async (_what, recordedIncident) => {
  showTab({ in: await reported(), at, as: 'it', source: { recordedIncident } });
  await pressDossier();
  expect(await screen.findByText(/^Det gick inte att läsa hela ärendet/)).toBeTruthy();
  await expect(savedFile()).rejects.toThrow('Nothing has been saved.');
});

test('that it failed is said, and the host is told of it', async () => {
  errors.length = 0;
  showTab({ in: await reported(), at, as: 'it', source: { recordedIncident: () => Promise.reject(new Error('503')) } });
  await pressDossier();
  expect(await screen.findByText('Det gick inte att skapa filen. Försök igen om en stund.')).toBeTruthy();
  expect(errors.map(({ message }) => message)).toEqual(['503']);
});
