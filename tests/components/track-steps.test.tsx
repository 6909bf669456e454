/** @jest-environment jsdom */
// What can be done with a legal track on the page of an incident, by whom, and what is said when it cannot.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { people } from '../workflows/memory-context';
import { pick, showTab } from './screens';
import { assessed, at, card, choosePerson, given, opened, press, reference, reported, standing, unfold, write } from './track-example';

beforeEach(() => window.localStorage.clear());

test('a track is opened with law, nämnd and decider, and says what is missing until they are there', async () => {
  const place = await reported();
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = await unfold('Öppna ett spår');
  await userEvent.click(await within(form).findByRole('radio', { name: 'Dataskyddsförordningen' }));
  await press(form, 'Öppna spåret');
  expect(within(form).getByRole('alert').textContent).toMatch(/^Något saknas/);
  await userEvent.click(within(form).getByRole('combobox', { name: /^Ansvarig nämnd/ }));
  await pick('Socialnämnden');
  await choosePerson(form, 'Lena', 'Lena Styr');
  await press(form, 'Öppna spåret');
  expect(within(await card()).getByText('Ej bedömt')).toBeTruthy();
  expect(standing(place)).toMatchObject({ incident: 'I-2026-0001', regime: 'gdpr', controller: 'SN', decider: people.director });
});

test('whom the rules keep from deciding is refused in words', async () => {
  showTab({ in: await opened(), at, as: 'securityOfficer' });
  const form = await unfold('Byt vem som beslutar');
  await choosePerson(form, 'Disa', 'Disa Opartisk');
  await press(form, 'Utse');
  expect(await within(form).findByText(/^Den du har valt hör till dataskyddet/)).toBeTruthy();
});

test('the suggestion follows the answers while they are given, and is kept with them', async () => {
  const place = await opened();
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = await unfold('Svara på frågorna');
  const answer = async (question: string, words: string): Promise<void> =>
    userEvent.click(within(within(form).getByRole('radiogroup', { name: question })).getByRole('radio', { name: words }));
  await answer('Rör händelsen personuppgifter som nämnden ansvarar för?', 'Ja');
  await answer('Har uppgifterna förstörts, förlorats, ändrats, röjts eller varit åtkomliga för någon obehörig?', 'Ja');
  expect(within(form).getByText('Inget förslag än, för uppgifter saknas.')).toBeTruthy();
  await answer('Vilken risk medför det för de registrerades rättigheter och friheter?', 'Risk');
  expect(within(within(form).getByRole('status', { name: 'Förslag' })).getByText('Förslag: rapportera')).toBeTruthy();
  await answer('Var uppgifterna krypterade eller på annat sätt oläsbara för den obehöriga?', 'Vet inte');
  await press(form, 'Spara svaren');
  await waitFor(() => expect(standing(place)).toMatchObject({ state: 'assessing', answers: { risk: 'risk', unreadable: 'unknown' } }));
  expect(within(await card()).getByText('Bedöms')).toBeTruthy();
});

test('a number that is none is said at the field and not saved; an empty one is not known', async () => {
  const place = await opened({ regime: 'cybersecurity' });
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = await unfold('Svara på frågorna');
  const [hours] = within(form).getAllByRole('textbox');
  if (hours === undefined) throw new Error('There is no number to fill in.');
  fireEvent.change(hours, { target: { value: 'fem' } });
  expect(await within(form).findByText('Skriv ett tal, till exempel 1500 eller 2,5.')).toBeTruthy();
  await press(form, 'Spara svaren');
  expect(standing(place).assessment).toBeUndefined();
  fireEvent.change(hours, { target: { value: '1 500,5' } });
  await press(form, 'Spara svaren');
  await waitFor(() => expect(Object.values(standing(place).answers)).toEqual([1500.5]));
});

test('whoever is named decides with a reason, and nobody else is offered to', async () => {
  const place = await assessed();
  const { unmount } = showTab({ in: place, at, as: 'securityOfficer' });
  await card();
  expect(screen.queryByText('Besluta', { selector: 'summary' })).toBeNull();
  unmount();
  showTab({ in: place, at, as: 'director' });
  const form = await unfold('Besluta');
  await userEvent.click(within(form).getByRole('radio', { name: 'Rapportera' }));
  await press(form, 'Spara beslutet');
  expect(within(form).getByRole('alert').textContent).toMatch(/^Något saknas/);
  write(form, /^Skäl/, 'Risken är tydlig');
  await press(form, 'Spara beslutet');
  await waitFor(() =>
    expect(standing(place)).toMatchObject({ state: 'to-report', decisions: [{ report: true, reason: 'Risken är tydlig' }] })
  );
  expect(within(await card()).getByText('Ska rapporteras')).toBeTruthy();
});

test('not to report is refused in words as long as facts are missing', async () => {
  const place = await assessed({ 'personal-data': 'yes' });
  showTab({ in: place, at, as: 'director' });
  const form = await unfold('Besluta');
  await userEvent.click(within(form).getByRole('radio', { name: 'Rapportera inte' }));
  write(form, /^Skäl/, 'Ingen risk');
  await press(form, 'Spara beslutet');
  expect(await within(form).findByText(/^Uppgifter saknas, så det går inte att besluta/)).toBeTruthy();
  expect(standing(place).decisions).toEqual([]);
});

test('whoever answered the questions is told why they may not decide', async () => {
  const place = await opened({ regime: 'security-protection', decider: people.protectionOfficer.upn });
  await given(place, 'protectionOfficer', 'answer-assessment', { reference, answers: {} });
  showTab({ in: place, at, as: 'protectionOfficer' });
  const shown = within(await card('R-2026-0001 Säkerhetsskydd: Socialnämnden'));
  expect(shown.getByText(/^Du har själv svarat på frågorna\./)).toBeTruthy();
  expect(shown.queryByText('Besluta', { selector: 'summary' })).toBeNull();
});

test('the dataskyddsombud gives an opinion and does nothing else', async () => {
  const place = await assessed();
  showTab({ in: place, at, as: 'privacyOfficer' });
  const form = await unfold('Lämna yttrande');
  expect((await card()).querySelectorAll('summary')).toHaveLength(1);
  await userEvent.type(within(form).getByRole('textbox'), 'Anmäl redan i dag');
  await press(form, 'Lämna yttrandet');
  await waitFor(() => expect(standing(place).opinions).toMatchObject([{ by: people.privacyOfficer, text: 'Anmäl redan i dag' }]));
});

test('a samråd is recorded at the Swedish time that is written', async () => {
  const place = await opened();
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = await unfold('För in samråd');
  write(form, /^Med vem/, 'IT-chefen');
  write(form, /^När det hölls/, '2026-11-23T15:00');
  write(form, /^Vad ni kom fram till/, 'Eniga');
  await press(form, 'Spara samrådet');
  await waitFor(() =>
    expect(standing(place).consultations).toMatchObject([{ with: 'IT-chefen', outcome: 'Eniga', at: '2026-11-23T14:00:00Z' }])
  );
});

test('a report that was late asks why, and its receipt can come afterwards with the number', async () => {
  const place = await assessed();
  const assessedAt = place.context.now();
  await given(place, 'director', 'decide-track', { reference, report: true, reason: 'Risk', assessedAt });
  place.context.setNow('2026-11-30T10:00:00Z');
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = await unfold('För in en lämnad rapport');
  await userEvent.click(within(form).getByRole('radio', { name: 'Anmälan' }));
  write(form, /^När den lämnades/, '2026-11-26T15:40');
  expect(within(form).queryByLabelText(/^Varför den blev sen/)).toBeNull();
  write(form, /^När den lämnades/, '2026-11-26T15:41');
  await press(form, 'Spara rapporten');
  expect(await within(form).findByText('Skriv mottagarens ärendenummer, eller varför det inte finns något.')).toBeTruthy();
  write(form, /^Varför det inte finns något nummer/, 'Kommer med post');
  write(form, /^Varför den blev sen/, 'Underlaget saknades');
  await press(form, 'Spara rapporten');
  await waitFor(() =>
    expect(standing(place)).toMatchObject({ state: 'notified', submissions: [{ lateMotivation: 'Underlaget saknades' }] })
  );
  expect(within(await card()).getByText('Anmälan: lämnad för sent, tors 26 nov 2026 15:41')).toBeTruthy();
  const receipt = await unfold('För in kvittens: Anmälan');
  write(receipt, /^Kvittens/, 'Brev 1 december');
  write(receipt, 'Mottagarens ärendenummer', 'IMY-77');
  await press(receipt, 'Spara kvittensen');
  await waitFor(() => expect(standing(place).submissions).toMatchObject([{ receipt: 'Brev 1 december', externalReference: 'IMY-77' }]));
  expect(screen.queryByText('För in kvittens: Anmälan')).toBeNull();
});

test('closing names what hinders it, and is open when nothing does', async () => {
  const place = await assessed();
  const assessedAt = place.context.now();
  await given(place, 'director', 'decide-track', { reference, report: true, reason: 'Risk', assessedAt });
  const { unmount } = showTab({ in: place, at, as: 'securityOfficer' });
  const hindered = (await card()).querySelector('[aria-describedby="varna-open-R-2026-0001"]');
  expect(hindered?.getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById('varna-open-R-2026-0001')?.textContent).toMatch(/^Alla rapporter är inte lämnade/);
  unmount();
  await given(place, 'securityOfficer', 'record-submission', {
    reference,
    stage: 'notification',
    sentAt: assessedAt,
    externalReference: 'IMY-77'
  });
  const deciders = showTab({ in: place, at, as: 'director' });
  const form = await unfold('Besluta om de berörda');
  await userEvent.click(within(form).getByRole('radio', { name: 'Ja' }));
  write(form, /^Skäl/, 'De behöver kunna skydda sig');
  await press(form, 'Spara beslutet om de berörda');
  expect(await within(form).findByText('Skriv texten på svenska och finska, hur den når fram och när.')).toBeTruthy();
  await userEvent.click(within(form).getByRole('radio', { name: 'Nej' }));
  await press(form, 'Spara beslutet om de berörda');
  await waitFor(() => expect(standing(place).informing).toMatchObject([{ inform: false, reason: 'De behöver kunna skydda sig' }]));
  deciders.unmount();
  showTab({ in: place, at, as: 'securityOfficer' });
  await press(await card(), 'Avsluta spåret');
  expect(await within(await card()).findByText('Avslutat')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Avsluta spåret' })).toBeNull();
});

test('kännedom is corrected with a reason, and the clock follows', async () => {
  const place = await opened();
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = await unfold('Rätta kännedom');
  write(form, /^Kännedom/, '2026-11-22T09:00');
  write(form, /^Skäl/, 'Leverantören ringde redan då');
  await press(form, 'Spara kännedom');
  expect(await within(await card()).findByText('Anmälan: senast ons 25 nov 2026 09:00')).toBeTruthy();
});
