/** @jest-environment jsdom */
// Hem, the navigation and the addresses.
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../../src/domain/outcome';
import { setWidth } from './jsdom-parts';
import { municipality } from './municipality';
import { showTab } from './screens';
import { given, opened } from './track-example';
import { draftAsset, reportedIncident, submittedAsset, submittedClassification } from './example';

beforeEach(() => {
  window.localStorage.clear();
  setWidth(1200);
});

test('an empty home says that it is a good day, and leads to the report, here or in the chat', async () => {
  showTab();
  expect(await screen.findByText('Inget väntar på dig. En bra dag.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Rapportera incident' }).getAttribute('href')).toBe('#report');
  expect(screen.getByRole('link', { name: 'Rapportera i chatten i stället' }).getAttribute('href')).toBe(
    'https://teams.microsoft.com/l/chat/0/0?users=28:11111111-2222-4333-8444-555555555555&message=rapportera%20incident'
  );
  expect(screen.getByRole('link', { name: '070-174 06 32' }).getAttribute('href')).toBe('tel:0701740632');
});

test('an employee who may not see classifications has none waiting, and is not told off for it', async () => {
  showTab({ as: 'employee', source: { awaitingMe: () => Promise.resolve(refused('no-right')) } });
  expect(await screen.findByText('Inget väntar på dig. En bra dag.')).toBeTruthy();
});

test('a home whose decisions could not be read does not look like a good day', async () => {
  showTab({ source: { awaitingMe: () => Promise.reject(new Error('503')) } });
  expect((await screen.findByRole('alert')).textContent).toContain('Kunde inte läsa det som väntar på beslut');
  expect(screen.queryByText('Inget väntar på dig. En bra dag.')).toBeNull();
});

test('a decision that waits stands on home and leads to the classification', async () => {
  const place = municipality();
  await submittedClassification(place, await submittedAsset(place));
  showTab({ in: place });
  expect(await screen.findByText('Besluta om klassningen av Hemtjänstens planering')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Se K-2026-0001' }));
  expect(await screen.findByRole('heading', { level: 1, name: /K-2026-0001/ })).toBeTruthy();
  expect(window.location.hash).toBe('#decisions/K-2026-0001');
});

test('a question about what one has reported stands on home until it is answered', async () => {
  const place = municipality();
  await reportedIncident(place);
  const reference = 'I-2026-0001';
  const asked = await place.desk('it').send('ask-reporter', 'a question', { reference, text: 'Vem fick brevet?' });
  expect(asked.ok).toBe(true);
  const { unmount } = showTab({ in: place, as: 'employee' });
  expect(await screen.findByText('Svara på en fråga om I-2026-0001')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Se I-2026-0001' }).getAttribute('href')).toBe('#incidents/I-2026-0001');
  unmount();
  await place.desk('employee').send('answer-question', 'an answer', { reference, question: 'a question', text: 'En granne' });
  showTab({ in: place, as: 'employee' });
  expect(await screen.findByText('Inget väntar på dig. En bra dag.')).toBeTruthy();
});

test('a manager finds on home what nobody has received for them, until they have', async () => {
  const place = municipality();
  await reportedIncident(place);
  const { unmount } = showTab({ in: place, as: 'manager' });
  expect(await screen.findByText('Ta emot rapporten I-2026-0001')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Se I-2026-0001' }).getAttribute('href')).toBe('#incidents/I-2026-0001');
  unmount();
  await place.desk('manager').send('acknowledge-incident', 'received', { reference: 'I-2026-0001', receiver: 'nearest-manager' });
  showTab({ in: place, as: 'manager' });
  expect(await screen.findByText('Inget väntar på dig. En bra dag.')).toBeTruthy();
});

test('whoever is to decide on a legal track finds it on home once its questions are answered', async () => {
  const place = await opened();
  const { unmount } = showTab({ in: place, as: 'director' });
  expect(await screen.findByText('Inget väntar på dig. En bra dag.')).toBeTruthy();
  unmount();
  await given(place, 'securityOfficer', 'answer-assessment', { reference: 'R-2026-0001', answers: { 'personal-data': 'yes' } });
  showTab({ in: place, as: 'director' });
  expect(await screen.findByText('Besluta om R-2026-0001 (Dataskyddsförordningen)')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Se I-2026-0001' }).getAttribute('href')).toBe('#incidents/I-2026-0001');
});

test('moving by the rail takes the focus to the new heading', async () => {
  showTab();
  await userEvent.click(await screen.findByRole('link', { name: 'Incidenter' }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Incidenter' });
  expect(document.activeElement).toBe(heading);
});

test('where there is little width the rail is a menu and a register is cards', async () => {
  setWidth(320);
  const place = municipality();
  await draftAsset(place);
  showTab({ in: place, at: 'assets' });
  const cards = await screen.findByRole('list', { name: 'Tillgångar' });
  expect(within(cards).getByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Meny: Tillgångar' }));
  fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Beslut' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Beslut' })).toBeTruthy();
});

test('a link in Teams opens the very asset it points at', async () => {
  const place = municipality();
  const { reference } = await submittedAsset(place);
  showTab({ in: place, startAt: `assets/${reference}` });
  expect(await screen.findByRole('heading', { level: 1, name: `${reference} Hemtjänstens planering` })).toBeTruthy();
});

test('the skip link moves the focus past the rail', async () => {
  showTab();
  await userEvent.click(await screen.findByRole('button', { name: 'Hoppa till innehållet' }));
  expect(document.activeElement).toBe(screen.getByRole('main'));
});
