/** @jest-environment jsdom */
// Ändringsförslag: written where the model or the requirements do not fit, and answered in one list.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../../src/domain/outcome';
import { brokenRow, municipality } from './municipality';
import { decided, submittedAsset, submittedClassification } from './example';
import { showTab } from './screens';
import { given } from './track-example';

beforeEach(() => {
  window.localStorage.clear();
});

test('a wish is sent from the classification, not before it is said that Sweden’s security is not concerned', async () => {
  const place = municipality();
  const { reference } = await submittedAsset(place);
  showTab({ in: place, as: 'manager', at: `assets/${reference}/classify` });
  await screen.findByText('Kan uppgifterna ha betydelse för Sveriges säkerhet?');
  expect(screen.queryByText('Passar inte frågorna eller nivåerna?')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Nej' }));
  await userEvent.click(await screen.findByText('Passar inte frågorna eller nivåerna?'));
  await userEvent.type(screen.getByRole('textbox', { name: 'Vad borde ändras?' }), 'Fråga om pärmar');
  await userEvent.click(screen.getByRole('button', { name: 'Skicka förslaget' }));
  expect(place.context.entries.filter(({ event }) => event === 'change-proposed')).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Varför?' }), 'Vi har mest papper');
  await userEvent.click(screen.getByRole('button', { name: 'Skicka förslaget' }));
  expect(await screen.findByText(/Förslaget har nummer F-2026-0001/)).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Alla ändringsförslag' }));
  expect(await screen.findByText('Fråga om pärmar')).toBeTruthy();
  expect(screen.getByText(/^Mats Lindbäck, .*, mot Haparanda 1\.1\./)).toBeTruthy();
  expect(screen.queryByText('Svara på F-2026-0001')).toBeNull();
});

test('a wish about the requirements is sent from where they are shown', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset));
  showTab({ in: place, at: `assets/${asset.reference}` });
  await userEvent.click(await screen.findByText('Passar inte kraven?'));
  await userEvent.type(screen.getByRole('textbox', { name: 'Vad borde ändras?' }), 'Kravet på skåp');
  await userEvent.type(screen.getByRole('textbox', { name: 'Varför?' }), 'Arkivet är låst');
  await userEvent.click(screen.getByRole('button', { name: 'Skicka förslaget' }));
  expect(await screen.findByText(/Förslaget har nummer F-2026-0001/)).toBeTruthy();
  expect((await place.context.changeProposals.read('F-2026-0001'))?.state).toMatchObject({
    subject: 'requirements',
    version: 'Haparanda 1.0'
  });
});

test('the informationssäkerhetsansvarig answers with a reason, and what is not answered stands first', async () => {
  const place = municipality();
  const wish = { subject: 'model', what: 'Fråga om pärmar', why: 'Papper' } as const;
  await given(place, 'manager', 'propose-change', wish);
  await given(place, 'manager', 'propose-change', { ...wish, what: 'Fler nivåer' });
  const { unmount } = showTab({ in: place, as: 'securityOfficer', at: 'proposals' });
  const second = (await screen.findByText('Fler nivåer')).closest('li') as HTMLElement;
  await userEvent.click(within(second).getByText('Svara på F-2026-0002'));
  await userEvent.click(within(second).getByRole('button', { name: 'Skicka svaret' }));
  expect(within(second).getByRole('alert')).toBeTruthy();
  await userEvent.click(within(second).getByRole('radio', { name: 'Avböjt' }));
  await userEvent.type(within(second).getByRole('textbox', { name: 'Skäl' }), 'Modellen har fyra');
  await userEvent.click(within(second).getByRole('button', { name: 'Skicka svaret' }));
  expect(await within(second).findByText(/^Svar av Siv Modig, .*: Modellen har fyra$/)).toBeTruthy();
  unmount();
  showTab({ in: place, as: 'manager', at: 'proposals' });
  await screen.findByText(/Modellen har fyra/);
  const shown = screen.getAllByText(/^F-2026-000[12] Klassningsmodellen$/).map(({ textContent }) => textContent?.slice(0, 11));
  expect(shown).toEqual(['F-2026-0001', 'F-2026-0002']);
});

test('nothing proposed, a row that cannot be understood, and no right, are said', async () => {
  const { unmount } = showTab({ as: 'manager', at: 'proposals' });
  expect(await screen.findByText('Ingen har föreslagit någon ändring.')).toBeTruthy();
  unmount();
  const rows = () => Promise.resolve({ ok: true as const, value: [brokenRow(17)] });
  const broken = showTab({ as: 'manager', at: 'proposals', source: { changeProposals: rows } });
  expect(await screen.findByText(/rad 17\./)).toBeTruthy();
  broken.unmount();
  showTab({ as: 'employee', at: 'proposals', source: { changeProposals: () => Promise.resolve(refused('no-right')) } });
  expect(await screen.findByText(/^Du har inte rätt att se ändringsförslagen\./)).toBeTruthy();
});
