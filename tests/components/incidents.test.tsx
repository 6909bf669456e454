/** @jest-environment jsdom */
// Incidenter: what the person may see, and the states around it.
import { screen, within } from '@testing-library/react';
import { refused } from '../../src/domain/outcome';
import { municipality } from './municipality';
import { reportedIncident } from './example';
import { showTab } from './screens';

test('an incident shows what it is about, when it was reported and that nobody has received it yet', async () => {
  const place = municipality();
  await reportedIncident(place);
  showTab({ in: place, at: 'incidents' });
  const row = await screen.findByRole('row', { name: /I-2026-0001/ });
  expect(within(row).getByText('Jag har skickat något fel')).toBeTruthy();
  expect(within(row).getByText('mån 23 nov 2026 15:40')).toBeTruthy();
  expect(within(row).getAllByText('Inte än')).toHaveLength(2);
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
