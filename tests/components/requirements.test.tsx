/** @jest-environment jsdom */
// The screens of requirements: what is met on the page of an asset, answering by three buttons, sending to a supplier, and what is left to answer.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readExcel, readWord } from '../documents/office-file';
import type { Asset } from '../../src/domain/asset';
import type { RequirementAnswers } from '../../src/domain/requirement-answers';
import { decided, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { municipality, type Municipality } from './municipality';
import { savedFile } from './saved-files';
import { showTab } from './screens';
import { given } from './track-example';

async function classed(place: Municipality, name?: string): Promise<Asset> {
  const asset = await submittedAsset(place, name);
  await decided(place, await submittedClassification(place, asset, { answers: sensitiveAnswers }));
  return asset;
}

async function opened(title: RegExp): Promise<HTMLElement> {
  const heading = await screen.findByText(title, { selector: 'summary' });
  await userEvent.click(heading);
  const folded = heading.closest('details');
  if (folded === null) throw new Error(`${String(title)} is not folded.`);
  return folded;
}

function one(part: HTMLElement, code: string): HTMLElement {
  const item = within(part).getByText(code).closest('li');
  if (item === null) throw new Error(`${code} stands in no list.`);
  return item;
}

async function answersIn(place: Municipality): Promise<RequirementAnswers['answers']> {
  return (await place.context.requirementAnswers.read('Q-2026-0001'))?.state.answers ?? {};
}

test('an asset without a decided class says when its requirements come', async () => {
  const place = municipality();
  const { reference } = await submittedAsset(place);
  showTab({ in: place, at: `assets/${reference}`, as: 'manager' });
  expect(await screen.findByText('Kraven visas när tillgångens klass är beslutad.')).toBeTruthy();
});

test('IT answers with one press, with what was written of how it is shown, and sees what is met', async () => {
  const place = municipality();
  const { reference } = await classed(place);
  showTab({ in: place, at: `assets/${reference}`, as: 'it' });
  const part = await opened(/^IT-enheten: 0 av \d+ uppfyllda, \d+ utan svar$/);
  const requirement = one(part, 'K-07');
  expect(within(requirement).getByText(/Inloggning kräver flera faktorer\./)).toBeTruthy();
  fireEvent.change(within(requirement).getByRole('textbox', { name: 'Hur det visas' }), { target: { value: 'Entra, villkorad åtkomst' } });
  await userEvent.click(within(requirement).getByRole('button', { name: 'Uppfyllt' }));
  expect(await screen.findByText(/^IT-enheten: 1 av \d+ uppfyllda/)).toBeTruthy();
  expect(await answersIn(place)).toMatchObject({ 'K-07': { answer: 'met', proof: 'Entra, villkorad åtkomst' } });
  expect(within(one(part, 'K-07')).getByRole('button', { name: 'Uppfyllt' }).getAttribute('aria-pressed')).toBe('true');
});

test('a requirement says where it comes from when it is asked', async () => {
  const place = municipality();
  const { reference } = await classed(place);
  showTab({ in: place, at: `assets/${reference}`, as: 'it' });
  const requirement = one(await opened(/^IT-enheten/), 'K-07');
  await userEvent.click(within(requirement).getByText('Varifrån kravet kommer'));
  expect(within(requirement).getByText('SS-EN ISO/IEC 27002:2022: 8.5')).toBeTruthy();
  expect(within(requirement).getByText('2 kap. 3 § cybersäkerhetslagen (2025:1506), punkt 10')).toBeTruthy();
});

test('who does not answer for the unit or for IT sees the answers and has no buttons', async () => {
  const place = municipality();
  const { reference } = await classed(place);
  await given(place, 'it', 'answer-requirements', {
    asset: reference,
    actor: 'it',
    answers: [{ code: 'K-07', answer: 'no', proof: 'Leverantören saknar stöd' }]
  });
  showTab({ in: place, at: `assets/${reference}`, as: 'securityOfficer' });
  const requirement = one(await opened(/^IT-enheten/), 'K-07');
  expect(within(requirement).getByText(/^Nej \(/)).toBeTruthy();
  expect(within(requirement).getByText('Leverantören saknar stöd')).toBeTruthy();
  expect(within(requirement).queryByRole('button', { name: 'Uppfyllt' })).toBeNull();
});

test('what was written of how a requirement is met is there after a reload', async () => {
  const place = municipality();
  const { reference } = await classed(place);
  const shown = showTab({ in: place, at: `assets/${reference}`, as: 'it' });
  fireEvent.change(within(one(await opened(/^IT-enheten/), 'K-07')).getByRole('textbox', { name: 'Hur det visas' }), {
    target: { value: 'Halvvägs' }
  });
  shown.unmount();
  showTab({ in: place, at: `assets/${reference}`, as: 'it' });
  const box = within(one(await opened(/^IT-enheten/), 'K-07')).getByRole('textbox', { name: 'Hur det visas' });
  expect((box as HTMLInputElement).value).toBe('Halvvägs');
});

test('a supplier is noted as sent to, then its answers are entered with who there gave them', async () => {
  const place = municipality();
  const { reference } = await classed(place);
  showTab({ in: place, at: `assets/${reference}`, as: 'custodian' });
  const form = await opened(/^Notera krav som skickas till en leverantör$/);
  fireEvent.change(within(form).getByLabelText(/^Leverantörens namn/), { target: { value: 'Nordvårdssystem AB' } });
  fireEvent.change(within(form).getByLabelText(/^Vem hos leverantören/), { target: { value: 'Kundansvarig' } });
  fireEvent.change(within(form).getByLabelText(/^Svar senast/), { target: { value: '2026-12-18' } });
  await userEvent.click(within(form).getByRole('button', { name: 'Notera som skickat' }));
  const part = await opened(/^Leverantören Nordvårdssystem AB: 0 av \d+ uppfyllda/);
  expect(within(part).getByText(/^Skickade till Kundansvarig .* Svar senast .*18 dec 2026/)).toBeTruthy();
  const requirement = one(part, 'K-07');
  expect(within(requirement).getByText(/Leverantören ska kräva inloggning med flera faktorer/)).toBeTruthy();
  await userEvent.click(within(requirement).getByRole('button', { name: 'Delvis' }));
  expect(within(requirement).getByRole('alert').textContent).toBe('Skriv först vem hos leverantören som har svarat.');
  fireEvent.change(within(part).getByLabelText(/^Vem hos leverantören som har svarat/), { target: { value: 'Säkerhetschefen' } });
  await userEvent.click(within(one(part, 'K-07')).getByRole('button', { name: 'Delvis' }));
  expect(await within(part).findByText(/^Delvis, enligt Säkerhetschefen hos leverantören/)).toBeTruthy();
});

test('what is left to answer stands with the most worth beginning with on top, and leads to the asset', async () => {
  const place = municipality();
  const first = await classed(place, 'Elevakter');
  const second = await classed(place, 'Hemtjänstens planering');
  await given(place, 'it', 'answer-requirements', {
    asset: first.reference,
    actor: 'it',
    answers: [{ code: 'K-07', answer: 'met', proof: '' }]
  });
  showTab({ in: place, at: 'requirements', as: 'it' });
  const links = await screen.findAllByRole('link', { name: /Elevakter|Hemtjänstens planering/ });
  expect(links.map(({ textContent }) => textContent)).toEqual([second.name, first.name]);
  expect(screen.queryByText('Egen verksamhet')).toBeNull();
});

test('whoever answers for the unit is asked for the unit, and the informationssäkerhetsansvarig sees all', async () => {
  const place = municipality();
  await classed(place);
  const mine = showTab({ in: place, at: 'requirements', as: 'custodian' });
  expect(await screen.findByText('Egen verksamhet')).toBeTruthy();
  expect(screen.queryByText('IT-enheten')).toBeNull();
  mine.unmount();
  showTab({ in: place, at: 'requirements', as: 'securityOfficer' });
  expect(await screen.findByText('IT-enheten')).toBeTruthy();
  expect(screen.getByText('Egen verksamhet')).toBeTruthy();
});

test('when nothing is left it says so', async () => {
  showTab({ at: 'requirements', as: 'it' });
  expect(await screen.findByText('Alla krav har svar. Bra jobbat!')).toBeTruthy();
});

test('those who have something to answer find the way on Hem', async () => {
  const mine = showTab({ as: 'it' });
  expect((await screen.findByRole('link', { name: 'Se krav utan svar' })).getAttribute('href')).toBe('#requirements');
  mine.unmount();
  showTab({ as: 'stranger' });
  await screen.findByRole('link', { name: 'Rapportera incident' });
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Se krav utan svar' })).toBeNull());
});

test('the annex for a procurement is taken out on the page of the asset', async () => {
  const place = municipality();
  const { reference } = await classed(place);
  showTab({ in: place, at: `assets/${reference}`, as: 'custodian' });
  await userEvent.click(await screen.findByRole('button', { name: 'Ladda ner kravbilagan (Word)' }));
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  expect(name).toBe('T-2026-0001-kravbilaga.docx');
  expect(await readWord(content)).toContain('Leverantören ska kräva inloggning med flera faktorer');
});

test('the statement of applicability is the informationssäkerhetsansvarig’s to take out', async () => {
  const place = municipality();
  await classed(place);
  const theirs = showTab({ in: place, at: 'requirements', as: 'it' });
  await screen.findByText('IT-enheten');
  expect(screen.queryByRole('button', { name: /^Ladda ner uttalandet/ })).toBeNull();
  theirs.unmount();
  showTab({ in: place, at: 'requirements', as: 'securityOfficer' });
  await userEvent.click(await screen.findByRole('button', { name: 'Ladda ner uttalandet om tillämplighet (Excel)' }));
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  expect(name).toMatch(/^tillamplighet-\d{4}-\d{2}-\d{2}\.xlsx$/);
  expect((await readExcel(content)).flat(2)).toContain('Inloggning kräver flera faktorer.');
});
