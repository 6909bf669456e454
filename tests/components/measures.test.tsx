/** @jest-environment jsdom */
// Lessons and measures in the tab: on the incident's page, on Hem for whoever is to see them done, and on a page of their own.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readersOfMeasure, type Measure } from '../../src/domain/measure';
import { Measure as MeasureState } from '../../src/domain/measure';
import { people } from '../workflows/memory-context';
import { reportedIncident } from './example';
import { brokenRow, municipality, type Municipality } from './municipality';
import { done } from '../../src/domain/outcome';
import { errors, showTab } from './screens';
import { given, press, unfold, write } from './track-example';
import { fireEvent } from '@testing-library/react';

const incident = 'I-2026-0001';
const at = `incidents/${incident}`;
const reference = 'M-2026-0001';

/** Far ahead, since the tab's own clock is the machine's. */
const days = { due: '2126-12-18', check: '2127-03-01' };

beforeEach(() => {
  window.localStorage.clear();
  errors.length = 0;
});

async function assessed(): Promise<Municipality> {
  const place = municipality();
  await reportedIncident(place);
  await given(place, 'it', 'acknowledge-incident', { reference: incident, receiver: 'it' });
  const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };
  await given(place, 'it', 'triage-incident', {
    reference: incident,
    category: 'misdirected',
    facts,
    severity: 'medium',
    reason: 'Så är det'
  });
  return place;
}

async function owned(changes: { due?: string; check?: string } = {}): Promise<Municipality> {
  const place = await assessed();
  const input = { incident, what: 'Räkna plattorna', owner: people.custodian.upn, ...days, ...changes };
  await given(place, 'it', 'add-measure', input);
  return place;
}

function standing({ context }: Municipality, number = reference): Measure {
  return MeasureState.parse(context.entries.filter(({ aggregate }) => aggregate === number).at(-1)?.state);
}

const card = (name = `${reference}: Räkna plattorna`): Promise<HTMLElement> => screen.findByRole('region', { name });

test('a handler writes a lesson and adds a measure on the page of the incident', async () => {
  const place = await assessed();
  showTab({ in: place, at, as: 'it' });
  expect(await screen.findByText('Inga lärdomar eller åtgärder är införda än.')).toBeTruthy();
  const lesson = await unfold('Skriv en lärdom');
  write(lesson, /^Vad vi lärde oss/, 'Ingen räknade plattorna');
  await press(lesson, 'Spara lärdomen');
  expect(await within(await screen.findByRole('list', { name: 'Lärdomar' })).findByText('Ingen räknade plattorna')).toBeTruthy();
  const form = await unfold('Lägg till åtgärd');
  await press(form, 'Lägg till');
  expect(within(form).getByRole('alert').textContent).toMatch(/^Något saknas/);
  write(form, /^Vad ska göras/, 'Räkna plattorna');
  await userEvent.type(within(form).getByRole('combobox', { name: 'Ansvarig' }), 'Fia');
  fireEvent.click(await screen.findByText('Fia Ojala'));
  write(form, /^Klar senast/, days.due);
  write(form, /^Effekten kontrolleras/, days.check);
  await press(form, 'Lägg till');
  const shown = within(await card());
  expect(shown.getByText('Att göra')).toBeTruthy();
  expect(shown.getByText('Fia Ojala')).toBeTruthy();
  expect(standing(place)).toMatchObject({ what: 'Räkna plattorna', owner: people.custodian });
});

test('whoever only reads the incident sees its measures and can do nothing with them', async () => {
  showTab({ in: await owned(), at, as: 'employee' });
  const shown = within(await card());
  expect(shown.getByText('Fia Ojala')).toBeTruthy();
  expect(shown.queryByText('Byt ansvarig eller dag')).toBeNull();
  expect(screen.queryByText('Lägg till åtgärd')).toBeNull();
});

test('whoever owns a measure finds it on Hem, marks it as done, and sees nothing of the incident', async () => {
  const place = await owned();
  showTab({ in: place, as: 'custodian' });
  const part = within(await screen.findByRole('region', { name: 'Åtgärder att göra' }));
  expect(part.getByText('Räkna plattorna')).toBeTruthy();
  expect(part.getByText(`${reference}, klar senast ons 18 dec 2126`)).toBeTruthy();
  await userEvent.click(part.getByRole('link', { name: `Se ${reference}` }));
  await card();
  expect(screen.queryByRole('link', { name: `Se ${incident}` })).toBeNull();
  const form = await unfold('Markera som klar');
  write(form, /^Vad du har gjort/, 'Lista vid dörren');
  await press(form, 'Klar');
  expect(await within(await card()).findByText('Klar, väntar på effektkontroll')).toBeTruthy();
  expect(within(await card()).getByText('Lista vid dörren')).toBeTruthy();
  expect(readersOfMeasure(standing(place)).people).toContainEqual(people.custodian);
});

test('on Hem a measure that is late says so, and there is no such part for whoever has none', async () => {
  const place = await owned({ due: '2026-11-23', check: '2026-11-23' });
  const first = showTab({ in: place, as: 'custodian' });
  expect(await screen.findByText(`${reference}, skulle ha varit klar mån 23 nov 2026`)).toBeTruthy();
  first.unmount();
  showTab({ in: place, as: 'manager' });
  expect(await screen.findByRole('region', { name: 'Väntar på dig' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Åtgärder att göra' })).toBeNull();
});

test('a measure whose effect was none asks for another, which then says what it is instead of', async () => {
  const place = await owned();
  await given(place, 'custodian', 'finish-measure', { reference, text: 'Lista vid dörren' });
  showTab({ in: place, at, as: 'it' });
  await card();
  const check = await unfold('Kontrollera effekten');
  await userEvent.click(within(check).getByRole('radio', { name: 'Nej, det behövs något annat' }));
  write(check, /^Hur du ser det/, 'En platta är borta igen');
  await press(check, 'Spara kontrollen');
  expect(await screen.findByText(`Åtgärden ${reference} hade inte effekt. Lägg till en ny i stället.`)).toBeTruthy();
  const form = await unfold(`Lägg till en åtgärd i stället för ${reference}`);
  write(form, /^Vad ska göras/, 'Fäst plattorna');
  await userEvent.type(within(form).getByRole('combobox', { name: 'Ansvarig' }), 'Fia');
  fireEvent.click(await screen.findByText('Fia Ojala', { selector: '[role="listbox"] *' }));
  write(form, /^Klar senast/, days.due);
  write(form, /^Effekten kontrolleras/, days.check);
  await press(form, 'Lägg till');
  expect(within(await card('M-2026-0002: Fäst plattorna')).getByText(reference)).toBeTruthy();
  expect(screen.queryByText(/hade inte effekt\. Lägg till/)).toBeNull();
});

test('a handler gives a measure other days with a reason, and what it said before stays', async () => {
  const place = await owned();
  showTab({ in: place, at, as: 'it' });
  await card();
  const form = await unfold('Byt ansvarig eller dag');
  write(form, /^Klar senast/, '2127-01-15');
  write(form, /^Skäl/, 'Jul');
  await press(form, 'Spara ändringen');
  expect(await within(await card()).findByText(/^Fia Ojala, klar senast ons 18 dec 2126\. Jul \(Ivar Teknell/)).toBeTruthy();
});

test('a measure is struck with its reason', async () => {
  const place = await owned();
  showTab({ in: place, at, as: 'it' });
  await card();
  const form = await unfold('Stryk åtgärden');
  write(form, /^Skäl/, 'Plattorna är avskaffade');
  await press(form, 'Stryk');
  expect(await within(await card()).findByText('Struken')).toBeTruthy();
});

test('a measure nobody may see is not found, and a broken row is shown as broken', async () => {
  const first = showTab({ in: await owned(), at: `measures/${reference}`, as: 'stranger' });
  expect(await screen.findByText(/^Vi hittar inte åtgärden\./)).toBeTruthy();
  first.unmount();
  showTab({ in: await owned(), as: 'custodian', source: { measuresToDo: () => Promise.resolve(done([brokenRow(7)])) } });
  expect(await within(await screen.findByRole('region', { name: 'Åtgärder att göra' })).findByText(/7/)).toBeTruthy();
});

test('measures that could not be read are said so, and the rest of the incident is there', async () => {
  showTab({ in: await owned(), at, as: 'it', source: { measures: () => Promise.reject(new Error('away')) } });
  expect(await screen.findByText(/^Kunde inte läsa åtgärderna/)).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Tidslinje' })).toBeTruthy();
});
