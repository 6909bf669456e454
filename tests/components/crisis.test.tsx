/** @jest-environment jsdom */
// The krisstab on the page of an incident: suggested, called with its call list, followed to the minutes, and shown to those who may call it alone.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { languages } from '../../src/domain/language';
import { refused } from '../../src/domain/outcome';
import { crisisStaffs, Incident } from '../../src/domain/incident';
import { texts } from '../../src/i18n/every-language';
import { readWord } from '../documents/office-file';
import { people } from '../workflows/memory-context';
import { brokenRow, row, type Municipality } from './municipality';
import { savedFile } from './saved-files';
import { showTab } from './screens';
import { at, given, reported, unfold } from './track-example';

const reference = 'I-2026-0001';
const link = 'https://teams.microsoft.com/l/meetup-join/19';

beforeEach(() => window.localStorage.clear());

async function critical(): Promise<Municipality> {
  const place = await reported();
  const facts = { ongoing: true, manyPersons: true, severalCommittees: true, malicious: false, personalData: false };
  await given(place, 'it', 'acknowledge-incident', { reference, receiver: 'it' });
  await given(place, 'it', 'triage-incident', { reference, category: 'outage', facts, severity: 'critical', reason: 'Vården' });
  return place;
}

async function called(): Promise<Municipality> {
  const place = await critical();
  await given(place, 'protectionOfficer', 'call-crisis-staff', { reference, reason: 'Journalen', agenda: 'Lägesbild', link });
  return place;
}

async function active(): Promise<Municipality> {
  const place = await called();
  const present = [people.director.id];
  await given(place, 'protectionOfficer', 'record-crisis-attendance', { reference, staff: 0, present, others: '' });
  return place;
}

function staffOf(place: Municipality) {
  return crisisStaffs(Incident.parse(place.context.entries.filter(({ aggregate }) => aggregate === reference).at(-1)?.state))[0];
}

const region = async () => within(await screen.findByRole('region', { name: 'Krisstab' }));
const numbersIn = (list: HTMLElement): readonly (string | null)[] =>
  within(list)
    .getAllByRole('link')
    .map((number) => number.getAttribute('href'));

test('of a critical incident it is suggested, and called with reason, agenda and link once it is seen who is called', async () => {
  const place = await critical();
  showTab({ in: place, at, as: 'protectionOfficer' });
  const crisis = await region();
  expect(crisis.getByText('Övervägs')).toBeTruthy();
  expect(crisis.getByText(/^Incidenten är kritisk\. Ska krisstaben kallas\?/)).toBeTruthy();
  const form = within(await unfold('Kalla krisstab'));
  const list = await form.findByRole('list', { name: 'Ringlista' });
  expect(within(list).getAllByRole('listitem')[0]?.textContent).toBe('Stabschef: Lena StyrTelefon: 070-174 06 05 Reserv: 0701740631');
  expect(numbersIn(list)).toEqual(['tel:0701740605', 'tel:0701740631', 'tel:0701740607', 'tel:0701740605', 'tel:0701740631']);
  await userEvent.click(form.getByRole('button', { name: 'Kalla krisstab' }));
  expect(form.getByRole('alert').textContent).toContain('Fyll i det som är märkt med en stjärna');
  await userEvent.type(form.getByRole('textbox', { name: /^Varför krisstaben kallas/ }), 'Journalen ligger nere');
  await userEvent.type(form.getByRole('textbox', { name: /^Dagordning/ }), 'Lägesbild');
  await userEvent.type(form.getByRole('textbox', { name: /^Länk till mötet/ }), 'http://teams.example');
  expect(form.getByText(/^Länken går inte att använda/)).toBeTruthy();
  await userEvent.click(form.getByRole('button', { name: 'Kalla krisstab' }));
  expect(staffOf(place)).toBeUndefined();
  await userEvent.clear(form.getByRole('textbox', { name: /^Länk till mötet/ }));
  await userEvent.type(form.getByRole('textbox', { name: /^Länk till mötet/ }), link);
  await userEvent.click(form.getByRole('button', { name: 'Kalla krisstab' }));
  expect(await crisis.findByText('Kallad', { selector: 'dd' })).toBeTruthy();
  expect(staffOf(place)).toMatchObject({ reason: 'Journalen ligger nere', agenda: 'Lägesbild', link });
  expect(crisis.queryByText('Kalla krisstab', { selector: 'summary' })).toBeNull();
  expect(crisis.getByRole('link', { name: 'Öppna mötet' }).getAttribute('href')).toBe(link);
});

test('what is typed and not sent is there when the page is opened again', async () => {
  const place = await critical();
  const { unmount } = showTab({ in: place, at, as: 'protectionOfficer' });
  await userEvent.type(within(await unfold('Kalla krisstab')).getByRole('textbox', { name: /^Varför/ }), 'Journalen');
  unmount();
  showTab({ in: place, at, as: 'protectionOfficer' });
  expect(within(await unfold('Kalla krisstab')).getByDisplayValue('Journalen')).toBeTruthy();
});

test('who came is ticked, with the functions they hold; then decisions can be entered, and the minutes end it', async () => {
  const place = await called();
  showTab({ in: place, at, as: 'securityOfficer' });
  const crisis = await region();
  expect(crisis.queryByText('För in ett beslut')).toBeNull();
  const attendance = within(await unfold('För in närvaro'));
  await userEvent.click(attendance.getByRole('checkbox', { name: 'Stabschef, Kommunikation: Lena Styr' }));
  await userEvent.type(attendance.getByRole('textbox', { name: 'Andra som är med' }), 'Polisen');
  await userEvent.click(attendance.getByRole('button', { name: 'Spara närvaron' }));
  expect(await crisis.findByText('Aktiv')).toBeTruthy();
  expect(crisis.getByText(/^Lena Styr, Polisen Siv Modig, /)).toBeTruthy();
  const decision = within(await unfold('För in ett beslut'));
  await userEvent.type(decision.getByRole('textbox'), 'Gå över till papper');
  await userEvent.click(decision.getByRole('button', { name: 'Spara beslutet' }));
  expect(await crisis.findByText(/^Gå över till papper \(Siv Modig, /)).toBeTruthy();
  const end = within(await unfold('Avsluta krisstaben'));
  await userEvent.type(end.getByRole('textbox'), 'Under kontroll');
  await userEvent.click(end.getByRole('button', { name: 'Avsluta och spara' }));
  expect(await crisis.findByText('Avslutad')).toBeTruthy();
  expect(crisis.getByText(/^Under kontroll Siv Modig, /)).toBeTruthy();
  expect(crisis.queryByText('För in närvaro')).toBeNull();
  expect(crisis.getByText('Kalla krisstab igen')).toBeTruthy();
});

test('the call list is taken out as a document with the numbers, and the minutes once somebody has come', async () => {
  showTab({ in: await active(), at, as: 'securityOfficer' });
  const crisis = await region();
  await userEvent.click(crisis.getByRole('button', { name: 'Ladda ner ringlista och kallelse (Word)' }));
  await crisis.findByText('Filen är skapad. Den finns bland dina hämtade filer.');
  const list = await savedFile();
  expect(list.name).toBe('I-2026-0001-ringlista.docx');
  expect(await readWord(list.content)).toContain('Stabschef\nLena Styr\n070-174 06 05\n0701740631\n');
  await userEvent.click(crisis.getByRole('button', { name: 'Ladda ner minnesanteckningar (Word)' }));
  await screen.findAllByText('Filen är skapad. Den finns bland dina hämtade filer.');
  const minutes = await savedFile();
  expect(minutes.name).toBe('I-2026-0001-krisstab.docx');
  expect(await readWord(minutes.content)).toContain('Lena Styr\nJa\n');
});

test('a handler who may not read the numbers sees who was called, and whom to ask to ring', async () => {
  const place = await called();
  await given(place, 'it', 'assign-incident', { reference, handler: people.custodian.upn, reason: '' });
  showTab({ in: place, at, as: 'custodian' });
  const crisis = await region();
  expect(await crisis.findByText(/^Numren står i listan Krisplan, som du inte får läsa/)).toBeTruthy();
  const list = crisis.getByRole('list', { name: 'Ringlista' });
  expect(within(list).getByText('Säkerhet: Gunnar Skarp')).toBeTruthy();
  expect(within(list).queryByRole('link')).toBeNull();
});

test.each([
  ['nobody is in it', { ok: true, value: [] } as const, /^Ingen står i krisplanen/],
  ['a row cannot be read', { ok: true, value: [brokenRow(7)] } as const, /7/]
])('of a plan where %s that is said before anybody calls', async (_what, plan, words) => {
  showTab({ in: await critical(), at, as: 'protectionOfficer', source: { crisisPlan: () => Promise.resolve(plan) } });
  expect(await within(await unfold('Kalla krisstab')).findByText(words)).toBeTruthy();
});

test('somebody without a number has none that is made up', async () => {
  const bare = { function: 'Stabschef', name: 'Lena Styr', upn: people.director.upn, phone: '', reservePhone: '', order: 1 };
  const crisisPlan = () => Promise.resolve({ ok: true, value: [row(bare)] } as const);
  showTab({ in: await critical(), at, as: 'protectionOfficer', source: { crisisPlan } });
  expect(await within(await unfold('Kalla krisstab')).findByText('Inget nummer i krisplanen')).toBeTruthy();
});

test.each(['employee', 'manager', 'it'] as const)('%s, who may not call it, is shown nothing of it but the timeline', async (as) => {
  showTab({ in: await called(), at, as });
  const timeline = within(await screen.findByRole('region', { name: 'Tidslinje' }));
  expect(timeline.getByText('Krisstaben kallad')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Krisstab' })).toBeNull();
});

test('that it was called meanwhile is said, and what was typed is kept', async () => {
  const desk = { send: () => Promise.resolve(refused('crisis-staff-called')) };
  showTab({ in: await critical(), at, as: 'protectionOfficer', desk });
  const form = within(await unfold('Kalla krisstab'));
  await userEvent.type(form.getByRole('textbox', { name: /^Varför/ }), 'Journalen');
  await userEvent.click(form.getByRole('button', { name: 'Kalla krisstab' }));
  expect((await form.findByRole('alert')).textContent).toContain('Krisstaben är redan kallad');
  expect(form.getByDisplayValue('Journalen')).toBeTruthy();
});

test.each(languages)('the section speaks in words in %s', async (language) => {
  showTab({ in: await active(), at, as: 'securityOfficer', language });
  const section = await screen.findByRole('region', { name: texts[language]['tab.crisis'] });
  await within(section).findByRole('list', { name: texts[language]['tab.crisis.list'] });
  expect(section.textContent).not.toMatch(/\b(tab|refusal|crisis)\.[a-z]|[{}]|undefined|\[object|NaN/);
});
