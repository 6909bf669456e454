/** @jest-environment jsdom */
// The documents of one incident: who can take them out, what stands in them, and what is said when they cannot be made.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../../src/domain/outcome';
import { texts } from '../../src/i18n/every-language';
import { everythingIn, readWord } from '../documents/office-file';
import { brokenRow, type Municipality } from './municipality';
import { savedFile } from './saved-files';
import { errors, pick, showTab } from './screens';
import { assessed, at, given, reported, unfold } from './track-example';

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

test('a masked copy cannot be made before each part that is masked has its paragraph, and masks those parts alone', async () => {
  const place = await reported();
  await given(place, 'it', 'note-incident', { reference: 'I-2026-0001', text: 'Hemligheten' });
  showTab({ in: place, at, as: 'it' });
  await region();
  const form = within(await unfold('Maskad kopia'));
  const button = (): HTMLElement | null => form.queryByRole('button', { name: 'Ladda ner maskad kopia (Word)' });
  expect(button()).toBeNull();
  await userEvent.click(form.getByRole('checkbox', { name: 'Anteckningar, skäl, samråd, grundorsak och besked' }));
  await userEvent.click(form.getByRole('checkbox', { name: 'Namn på den som rapporterade eller berättade' }));
  await userEvent.click(form.getByRole('combobox', { name: /^Lagrum: Anteckningar/ }));
  await pick(/^OSL 18 kap\. 8 §\. .*Källa: .*Källan är läst i andra hand\.$/);
  expect(button()).toBeNull();
  await userEvent.click(form.getByRole('combobox', { name: /^Lagrum: Namn på den/ }));
  await pick('Ett annat lagrum i OSL');
  expect(button()).toBeNull();
  await userEvent.type(form.getByRole('textbox', { name: /^Annat lagrum/ }), '99 kap. 1 §');
  await userEvent.click(button() ?? document.body);
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  expect(name).toBe('I-2026-0001-maskad-kopia.docx');
  const read = await readWord(content);
  expect(read).toContain('[maskat, OSL 18 kap. 8 §]');
  expect(read).toContain('Rapporterad av\n[maskat, OSL 99 kap. 1 §]');
  expect(read).toContain('E-post');
  expect(await everythingIn(content)).not.toMatch(/Hemligheten|Elsa Niemi/);
});

test('what is not to be masked any more is shown again', async () => {
  showTab({ in: await reported(), at, as: 'it' });
  await region();
  const form = within(await unfold('Maskad kopia'));
  await userEvent.click(form.getByRole('checkbox', { name: 'Frågor och svar' }));
  expect(form.getByRole('combobox')).toBeTruthy();
  await userEvent.click(form.getByRole('checkbox', { name: 'Frågor och svar' }));
  expect(form.queryByRole('combobox')).toBeNull();
  expect(form.getByText('Kryssa för det som ska maskas och ange lagrum för varje del.')).toBeTruthy();
});

test.each(['sv', 'en', 'fi'] as const)('in %s', async (language) => {
  showTab({ in: await reported(), at, as: 'it', language });
  expect(await screen.findByRole('region', { name: texts[language]['tab.documents'] })).toBeTruthy();
  const form = within(await unfold(texts[language]['tab.document.masked']));
  expect(form.getAllByRole('checkbox')).toHaveLength(8);
});

const suggestion = 'Förslag: lämna en särskild rapport till kommundirektören och kommunstyrelsen.';
const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };

async function assessedAsHigh(): Promise<Municipality> {
  const place = await reported();
  const input = { reference: 'I-2026-0001' };
  await given(place, 'it', 'acknowledge-incident', { ...input, receiver: 'it' });
  await given(place, 'it', 'triage-incident', { ...input, category: 'misdirected', facts, severity: 'high', reason: 'Barn berörs' });
  return place;
}

test('of a high incident a särskild rapport is suggested to IT, which does not make it', async () => {
  showTab({ in: await assessedAsHigh(), at, as: 'it' });
  expect(await screen.findByText(suggestion)).toBeTruthy();
  expect(screen.getByText('Incidenten är hög eller kritisk.')).toBeTruthy();
  expect(screen.getByText('Informationssäkerhetsansvarig tar fram den.')).toBeTruthy();
  expect(screen.queryByText('Särskild rapport', { selector: 'summary' })).toBeNull();
});

test('the informationssäkerhetsansvarig makes it, with reason, consequences and proposal', async () => {
  showTab({ in: await assessedAsHigh(), at, as: 'securityOfficer' });
  const form = within(await unfold('Särskild rapport'));
  await userEvent.click(form.getByRole('combobox', { name: /^Skäl för rapporten/ }));
  await pick('Brist');
  await userEvent.type(form.getByRole('textbox', { name: 'Följder för verksamheten och för enskilda' }), 'Två familjer fick fel brev');
  await userEvent.click(form.getByRole('button', { name: 'Ladda ner särskild rapport (Word)' }));
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  expect(name).toBe('I-2026-0001-sarskild-rapport.docx');
  const read = await readWord(content);
  expect(read).toContain('Skäl\nBrist\n');
  expect(read).toContain('Två familjer fick fel brev\n');
  expect(read).toContain('Vad som behöver beslutas eller göras\nSaknas\n');
});

test('a samråd that said no takes the suggestion away, and the informationssäkerhetsansvarig may give one all the same', async () => {
  const place = await assessedAsHigh();
  await given(place, 'securityOfficer', 'consult-on-incident', {
    reference: 'I-2026-0001',
    text: 'Räcker i årsrapporten',
    specialReport: false
  });
  showTab({ in: place, at, as: 'securityOfficer' });
  expect(await screen.findByText('Särskild rapport', { selector: 'summary' })).toBeTruthy();
  expect(screen.queryByText(suggestion)).toBeNull();
});

test('a track with a report that was late suggests it, to whoever may read the track', async () => {
  const place = await assessed();
  const assessedAt = place.context.now();
  await given(place, 'director', 'decide-track', { reference: 'R-2026-0001', report: true, reason: 'Risk', assessedAt });
  place.context.setNow('2026-11-30T12:00:00Z');
  const sent = { stage: 'notification', sentAt: '2026-11-30T11:00:00Z', externalReference: 'IMY-1', lateMotivation: 'Helg' } as const;
  await given(place, 'securityOfficer', 'record-submission', { reference: 'R-2026-0001', ...sent });
  showTab({ in: place, at, as: 'securityOfficer' });
  expect(await screen.findByText('En rapport enligt lag eller avtal är eller var försenad.')).toBeTruthy();
});

test('it is kept with the incident without the tracks, handed over, and acknowledged by the kommundirektör', async () => {
  const place = await assessed();
  const { unmount } = showTab({ in: place, at, as: 'securityOfficer' });
  const form = within(await unfold('Särskild rapport'));
  await userEvent.click(form.getByRole('button', { name: 'Spara rapporten i ärendet' }));
  expect(await screen.findByText('Rapporten är sparad bland ärendets filer. Lämna över den under Handlägg.')).toBeTruthy();
  const [kept] = [...place.kept.values()];
  const read = await readWord((kept ?? new Uint8Array()).slice().buffer);
  expect(read).toContain('Rapporteringsspår står inte här, eftersom fler får läsa handlingen än spåren.');
  expect(read).not.toContain('R-2026-0001');
  const handing = within(await unfold('Lämna över särskild rapport'));
  await userEvent.click(handing.getByRole('button', { name: 'Lämna över' }));
  expect(handing.getByRole('alert').textContent).toContain('Fyll i det som är märkt med en stjärna');
  await userEvent.type(handing.getByRole('combobox', { name: 'Kommundirektör' }), 'Lena');
  fireEvent.click(await screen.findByRole('option', { name: /Lena Styr/ }));
  await userEvent.click(handing.getByRole('button', { name: 'Lämna över' }));
  const handed = () => screen.findByRole('region', { name: 'Särskild rapport' });
  expect(within(await handed()).getByText(/^Lena Styr, av Siv Modig/)).toBeTruthy();
  expect(within(await handed()).queryByRole('button', { name: 'Kvittera att du har tagit emot rapporten' })).toBeNull();
  unmount();
  const home = showTab({ in: place, as: 'director' });
  expect(await screen.findByText('Kvittera den särskilda rapporten om I-2026-0001')).toBeTruthy();
  home.unmount();
  const directors = showTab({ in: place, at, as: 'director' });
  expect(await screen.findByText('Läs den särskilda rapporten här nedanför och kvittera att du har tagit emot den.')).toBeTruthy();
  expect(screen.queryByText('Du behöver inte göra något just nu.')).toBeNull();
  await userEvent.click(within(await handed()).getByRole('button', { name: 'Kvittera att du har tagit emot rapporten' }));
  expect(await screen.findByText('Särskild rapport mottagen')).toBeTruthy();
  expect(within(await handed()).queryByText('Inte mottagen än')).toBeNull();
  directors.unmount();
  const after = showTab({ in: place, as: 'director' });
  await screen.findByRole('region', { name: 'Väntar på dig' });
  await waitFor(() => expect(screen.queryByText('Kvittera den särskilda rapporten om I-2026-0001')).toBeNull());
  after.unmount();
  showTab({ in: place, at, as: 'securityOfficer' });
  const treating = within(await unfold('För in att kommunstyrelsen har behandlat rapporten'));
  fireEvent.change(treating.getByLabelText(/Vilken dag/), { target: { value: '2026-11-23' } });
  await userEvent.type(treating.getByRole('textbox', { name: 'Diarienummer' }), 'KS 2026/123');
  await userEvent.click(treating.getByRole('button', { name: 'För in' }));
  expect(await within(await handed()).findByText(/23 nov.* 2026, KS 2026\/123$/)).toBeTruthy();
});
