/** @jest-environment jsdom */
// What a report is to say: shown in order, copied, and filled in.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showTab } from './screens';
import { at, card, opened, press, standing, unfold, write } from './track-example';

beforeEach(() => window.localStorage.clear());

async function sheet(stage: string): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: `Visa: ${stage}` }));
  return screen.findByRole('group', { name: 'Underlag' });
}

test('the sheet stands in the receiver’s order, with what the record knows and what is missing', async () => {
  showTab({ in: await opened(), at, as: 'securityOfficer' });
  const shown = await sheet('Anmälan');
  const lines = within(within(shown).getAllByRole('list')[0] ?? shown).getAllByRole('listitem');
  expect(lines.slice(0, 2).map(({ textContent }) => textContent)).toEqual([
    'PersonuppgiftsansvarigSocialnämndenKopiera',
    'Organisationsnummer: saknas'
  ]);
  expect(lines.at(-1)?.textContent).toMatch(/^Berörs registrerade i andra länder/);
  expect(within(shown).getByText('R-2026-0001 (I-2026-0001)', { selector: 'p' })).toBeTruthy();
});

test('a field is copied by the keyboard and it is said; so is the whole sheet, with what is missing marked', async () => {
  const user = userEvent.setup();
  showTab({ in: await opened(), at, as: 'securityOfficer' });
  const shown = await sheet('Anmälan');
  within(shown).getByRole('button', { name: 'Kopiera Personuppgiftsansvarig' }).focus();
  await user.keyboard('{Enter}');
  expect(await within(shown).findByText('Kopierad', { selector: '[role="status"]' })).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe('Socialnämnden');
  await user.click(within(shown).getByRole('button', { name: 'Kopiera allt' }));
  await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('Organisationsnummer: SAKNAS'));
});

test('a clipboard that cannot be reached is said, too', async () => {
  const user = userEvent.setup();
  showTab({ in: await opened(), at, as: 'securityOfficer' });
  const shown = await sheet('Anmälan');
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
  await user.click(within(shown).getByRole('button', { name: 'Kopiera allt' }));
  expect(await within(shown).findByText('Det gick inte att kopiera. Markera texten och kopiera själv.')).toBeTruthy();
});

test('what is written into the sheet goes before what the record knows, until it is emptied', async () => {
  const place = await opened();
  showTab({ in: place, at, as: 'securityOfficer' });
  const shown = await sheet('Anmälan');
  const form = await unfold('Fyll i');
  await press(form, 'Spara underlaget');
  expect(within(form).getByRole('alert')).toBeTruthy();
  write(form, 'Orsak', 'Gammal adress');
  write(form, 'Var eller i vilket system', 'Posten');
  await press(form, 'Spara underlaget');
  await waitFor(() => expect(standing(place).sheet).toEqual({ cause: 'Gammal adress', where: 'Posten' }));
  expect(within(shown).getByText('Gammal adress', { selector: 'p' })).toBeTruthy();
  write(form, 'Var eller i vilket system', '');
  await press(form, 'Spara underlaget');
  expect(await within(shown).findByText('E-post', { selector: 'p' })).toBeTruthy();
});

test('whoever only decides or advises reads the sheet at most', async () => {
  const place = await opened();
  const { unmount } = showTab({ in: place, at, as: 'privacyOfficer' });
  await sheet('Anmälan');
  expect(screen.queryByText('Fyll i', { selector: 'summary' })).toBeNull();
  unmount();
  showTab({ in: place, at, as: 'director' });
  await card();
  expect(screen.queryByRole('group', { name: 'Underlag' })).toBeNull();
});

test('what is written into the sheet and not saved is there when the page is opened again', async () => {
  const place = await opened();
  const { unmount } = showTab({ in: place, at, as: 'securityOfficer' });
  await sheet('Anmälan');
  write(await unfold('Fyll i'), 'Orsak', 'Gammal adress');
  unmount();
  showTab({ in: place, at, as: 'securityOfficer' });
  await sheet('Anmälan');
  await press(await unfold('Fyll i'), 'Spara underlaget');
  await waitFor(() => expect(standing(place).sheet).toEqual({ cause: 'Gammal adress' }));
});
