/** @jest-environment jsdom */
// Incidenter: the work queue with its clock and its filters, receiving many, and the states around it.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { inQueueOrder, timeLeft } from '../../src/components/incidents/queue';
import { noHandling } from '../../src/domain/handling';
import type { Incident } from '../../src/domain/incident';
import { done, refused } from '../../src/domain/outcome';
import { people } from '../workflows/memory-context';
import { reportedIncident } from './example';
import { municipality } from './municipality';
import { readExcel } from '../documents/office-file';
import { savedFile } from './saved-files';
import { pick, showTab } from './screens';

beforeEach(() => window.localStorage.clear());

test('an incident shows what it is about, when it was reported and that nobody has received it yet', async () => {
  const place = municipality();
  await reportedIncident(place);
  showTab({ in: place, at: 'incidents', as: 'it' });
  const row = await screen.findByRole('row', { name: /I-2026-0001/ });
  expect(within(row).getByText('Jag har skickat något fel')).toBeTruthy();
  expect(within(row).getByText('mån 23 nov 2026 15:40')).toBeTruthy();
  expect(within(row).getByText('IT: Inte än')).toBeTruthy();
  expect(within(row).getByText('Närmaste chef: Inte än')).toBeTruthy();
  expect(within(row).getByRole('link', { name: 'I-2026-0001' }).getAttribute('href')).toBe('#incidents/I-2026-0001');
});

test('the clock says when it must have been assessed', async () => {
  const place = municipality();
  await reportedIncident(place);
  showTab({ in: place, at: 'incidents', as: 'it' });
  expect(await screen.findByText('ons 25 nov 2026 15:40', { exact: false })).toBeTruthy();
});

test('IT chooses some, and receives them all at once', async () => {
  const place = municipality();
  for (let count = 0; count < 3; count += 1) await reportedIncident(place);
  showTab({ in: place, at: 'incidents', as: 'it' });
  for (const reference of ['I-2026-0001', 'I-2026-0003']) {
    await userEvent.click(await screen.findByRole('checkbox', { name: `Välj ${reference} för att ta emot` }));
  }
  await userEvent.click(screen.getByRole('button', { name: 'Ta emot 2 för IT' }));
  expect(await screen.findByText('2 incidenter är mottagna.')).toBeTruthy();
  const received = place.context.entries.filter(({ event }) => event === 'incident-acknowledged').map(({ aggregate }) => aggregate);
  expect(received).toEqual(['I-2026-0001', 'I-2026-0003']);
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
});

test('what could not be received is told of, and the rest are received', async () => {
  const place = municipality();
  await reportedIncident(place);
  const desk = { send: () => Promise.resolve(refused('unreachable' as const)) };
  showTab({ in: place, at: 'incidents', as: 'it', desk });
  await userEvent.click(await screen.findByRole('checkbox', { name: /I-2026-0001/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Ta emot en för IT' }));
  expect(await screen.findByText('Ingen incident togs emot. En gick inte att ta emot; försök igen.')).toBeTruthy();
});

test('the queue is narrowed to what nobody has received, and says so when there is none', async () => {
  const place = municipality();
  await reportedIncident(place);
  showTab({ in: place, at: 'incidents', as: 'it' });
  await userEvent.click(await screen.findByRole('combobox', { name: /^Visa/ }));
  await pick('Inte mottagna');
  expect(screen.getByRole('row', { name: /I-2026-0001/ })).toBeTruthy();
  await userEvent.click(screen.getByRole('combobox', { name: /^Visa/ }));
  await pick('Stängda och avförda');
  expect(screen.getByText('Inga incidenter att visa här. Välj något annat under Visa.')).toBeTruthy();
});

test('what is shown is taken out as an Excel file, and no more than that', async () => {
  const place = municipality();
  for (let count = 0; count < 2; count += 1) await reportedIncident(place);
  await place.desk('it').send('acknowledge-incident', 'taken', { reference: 'I-2026-0001', receiver: 'it' });
  showTab({ in: place, at: 'incidents', as: 'it' });
  await userEvent.click(await screen.findByRole('combobox', { name: /^Visa/ }));
  await pick('Inte mottagna');
  await userEvent.click(screen.getByRole('button', { name: 'Exportera till Excel' }));
  expect(await screen.findByText('Filen är skapad. Den finns bland dina hämtade filer.')).toBeTruthy();
  const { name, content } = await savedFile();
  expect(name).toMatch(/^incidenter-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const [rows, about] = await readExcel(content);
  expect(rows?.map(([number]) => number)).toEqual(['Nummer', 'I-2026-0002']);
  expect(about?.[1]).toEqual(['Urval', 'Inte mottagna']);
});

test.each(['employee', 'manager'] as const)('%s sees the incident and has nothing to export', async (as) => {
  const place = municipality();
  await reportedIncident(place);
  showTab({ in: place, at: 'incidents', as });
  expect(await screen.findByRole('link', { name: 'I-2026-0001' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Exportera till Excel' })).toBeNull();
});

test('the reporter sees their own, and has nothing to receive', async () => {
  const place = municipality();
  await reportedIncident(place);
  showTab({ in: place, at: 'incidents', as: 'employee' });
  expect(await screen.findByRole('link', { name: 'I-2026-0001' })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('first what nobody has received, then the shortest time left, then the most severe, and the settled last', () => {
  const ordered = inQueueOrder([
    incident('closed', 'closed', { severity: 'critical' }),
    incident('low', 'handling', { severity: 'low' }),
    incident('high', 'triage', { severity: 'high' }),
    incident('tomorrow', 'received', { answerBy: '2026-11-25T08:00:00Z' }),
    incident('today', 'received', { answerBy: '2026-11-24T08:00:00Z' }),
    incident('unreceived', 'reported', { answerBy: '2026-11-26T08:00:00Z' })
  ]);
  expect(ordered.map(({ reference }) => reference)).toEqual(['unreceived', 'today', 'tomorrow', 'high', 'low', 'closed']);
});

test.each([
  ['2026-11-23T14:40:00Z', '2026-11-23T17:52:30Z', { isLate: false, days: 0, hours: 3, minutes: 12 }],
  ['2026-11-23T14:40:00Z', '2026-11-25T14:39:59Z', { isLate: false, days: 1, hours: 23, minutes: 59 }],
  ['2026-11-23T14:40:00Z', '2026-11-23T14:10:00Z', { isLate: true, days: 0, hours: 0, minutes: 30 }]
])('from %s to %s', (now, due, expected) => {
  expect(timeLeft(now, due)).toEqual(expected);
});

test.each([
  ['at the moment', 0, 'Tiden går ut nu'],
  ['less than a minute before it', 25, 'Tiden går ut nu'],
  ['before it', 90, '1 min kvar'],
  ['after it', -90, 'Försenad 1 min']
])('a clock %s says neither left nor late of no minutes', async (_when, seconds, words) => {
  const answerBy = new Date(Date.now() + seconds * 1000).toISOString();
  const row = { broken: false, id: 1, state: incident('due', 'received', { answerBy }) } as const;
  showTab({ as: 'it', at: 'incidents', source: { incidents: () => Promise.resolve(done([row])) } });
  expect(await screen.findByText(words)).toBeTruthy();
});

test('none is said as none', async () => {
  showTab({ at: 'incidents' });
  expect(await screen.findByText('Det finns inga incidenter som du kan se.')).toBeTruthy();
});

test('no right is said as no right', async () => {
  showTab({ at: 'incidents', source: { incidents: () => Promise.resolve(refused('no-right')) } });
  expect(await screen.findByText(/^Du har inte rätt att se incidenterna\./)).toBeTruthy();
});

test('a failure is said as a failure', async () => {
  showTab({ at: 'incidents', source: { incidents: () => Promise.reject(new Error('503')) } });
  expect((await screen.findByRole('alert')).textContent).toContain('Kunde inte läsa incidenterna');
});

test('whoever handles incidents finds what a year of them comes to, and the way back', async () => {
  const place = municipality();
  for (let count = 0; count < 2; count += 1) await reportedIncident(place);
  await place.desk('it').send('acknowledge-incident', 'received', { reference: 'I-2026-0001', receiver: 'it' });
  showTab({ in: place, at: 'incidents', as: 'it' });
  await userEvent.click(await screen.findByRole('link', { name: 'Statistik' }));
  expect(await screen.findByText('0 min för hälften, högst 0 min för nio av tio (en incident)')).toBeTruthy();
  const units = screen.getByRole('table', { name: 'Enhet' });
  expect(within(units).getByRole('row', { name: 'Hemtjänsten 2' })).toBeTruthy();
  expect(screen.getByText('Inget har hänt tre gånger.')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Till incidenterna' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Incidenter' })).toBeTruthy();
});

test('an employee is offered no statistics', async () => {
  const place = municipality();
  await reportedIncident(place);
  showTab({ in: place, at: 'incidents', as: 'employee' });
  await screen.findByText('I-2026-0001');
  expect(screen.queryByRole('link', { name: 'Statistik' })).toBeNull();
});

function incident(reference: string, state: Incident['state'], handling: Partial<Incident['handling']>): Incident {
  return {
    reference,
    state,
    report: { kind: 'other', when: 'today', where: '', ongoing: 'no', personalData: 'no', description: '' },
    reporter: people.employee,
    unitName: '',
    reportedAt: '2026-11-23T14:40:00Z',
    knownAt: '2026-11-23T14:40:00Z',
    handling: { ...noHandling, ...handling }
  };
}
