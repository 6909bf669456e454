/** @jest-environment jsdom */
// The legal tracks on the page of an incident: who sees them, and what each card says.
import { screen, within } from '@testing-library/react';
import { done, refused } from '../../src/domain/outcome';
import { texts } from '../../src/i18n/every-language';
import { people } from '../workflows/memory-context';
import { reportedIncident } from './example';
import { brokenRow, municipality } from './municipality';
import { showTab } from './screens';
import { assessed, at, card, given, opened, reference, reported, type Who } from './track-example';

beforeEach(() => window.localStorage.clear());

test('whoever keeps the tracks is told when there are none', async () => {
  showTab({ in: await reported(), at, as: 'securityOfficer' });
  expect(within(await screen.findByRole('region', { name: 'Rapporteringsspår' })).getByText(/^Inget spår är öppnat\./)).toBeTruthy();
});

test.each<Who>(['it', 'employee'])('to %s there is no such section, whatever there is in it', async (as) => {
  showTab({ in: await opened(), at, as });
  expect(await screen.findByRole('region', { name: 'Tidslinje' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Rapporteringsspår' })).toBeNull();
});

test('a card says law, nämnd, who decides, what is due next and when in Swedish time, and what it is only a support for', async () => {
  showTab({ in: await opened(), at, as: 'securityOfficer' });
  const shown = within(await card());
  expect(shown.getByText('Ej bedömt')).toBeTruthy();
  expect(shown.getByText('Lena Styr')).toBeTruthy();
  expect(shown.getByText('Anmälan: senast tors 26 nov 2026 15:40')).toBeTruthy();
  expect(shown.getByText('Komplettering: på begäran')).toBeTruthy();
  expect(shown.getByText('Frågorna är inte besvarade än.')).toBeTruthy();
  expect(screen.getByText('Stöd för bedömning – kontrollera mot gällande föreskrift.')).toBeTruthy();
});

test.each([
  ['2126-11-23T14:40:00Z', / kvar$/],
  ['2020-11-23T14:40:00Z', /^Försenad /]
])('a track known since %s says how long is left, or how late it is', async (knownAt, words) => {
  const place = municipality();
  place.context.setNow(knownAt);
  await reportedIncident(place, knownAt);
  const number = place.context.entries[0]?.aggregate ?? '';
  const input = { incident: number, regime: 'gdpr', controller: 'SN', decider: people.director.upn } as const;
  await given(place, 'securityOfficer', 'open-track', input);
  showTab({ in: place, at: `incidents/${number}`, as: 'securityOfficer' });
  expect(within(await screen.findByRole('region', { name: 'Rapporteringsspår' })).getByText(words)).toBeTruthy();
});

test('the suggestion stands with its rule, source and the day it holds from', async () => {
  showTab({ in: await assessed(), at, as: 'director' });
  const shown = within(await card());
  expect(shown.getByText('Förslag: rapportera')).toBeTruthy();
  expect(shown.getByText('En personuppgiftsincident anmäls om det inte är osannolikt att den medför en risk.')).toBeTruthy();
  expect(shown.getByText('Källa: Dataskyddsförordningen (EU) 2016/679, art. 33.1, gäller från fre 25 maj 2018.')).toBeTruthy();
});

test('the facts that are missing are named by their questions', async () => {
  showTab({ in: await assessed({ 'personal-data': 'yes', breach: 'unknown', risk: 'risk' }), at, as: 'director' });
  const shown = within(await card());
  expect(shown.getByText('Inget förslag än, för uppgifter saknas.')).toBeTruthy();
  expect(shown.getByText('Har uppgifterna förstörts, förlorats, ändrats, röjts eller varit åtkomliga för någon obehörig?')).toBeTruthy();
  expect(shown.queryByText('Vilken risk medför det för de registrerades rättigheter och friheter?')).toBeNull();
});

test('what was decided, advised and sent in stands on the card', async () => {
  const place = await assessed();
  const assessedAt = place.context.now();
  await given(place, 'director', 'decide-track', { reference, report: true, reason: 'Risken är tydlig', assessedAt });
  await given(place, 'privacyOfficer', 'give-opinion', { reference, text: 'Anmäl redan i dag' });
  await given(place, 'securityOfficer', 'record-consultation', { reference, with: 'IT-chefen', outcome: 'Eniga', heldAt: assessedAt });
  const sent = { reference, stage: 'notification', sentAt: assessedAt, externalReference: 'IMY-77', receipt: 'Mejl' } as const;
  await given(place, 'securityOfficer', 'record-submission', sent);
  showTab({ in: place, at, as: 'securityOfficer' });
  const shown = within(await card());
  const listed = (name: string): string => shown.getByRole('list', { name }).textContent ?? '';
  expect(listed('Beslut')).toBe('Rapporteras Lena Styr, mån 23 nov 2026 15:40Risken är tydlig');
  expect(listed('Dataskyddsombudets yttranden')).toContain('Anmäl redan i dag');
  expect(listed('Samråd')).toContain('Samråd med IT-chefen');
  expect(listed('Lämnade rapporter')).toContain('Mottagarens ärendenummer: IMY-77');
  expect(shown.getByText('Anmälan: lämnad mån 23 nov 2026 15:40')).toBeTruthy();
});

test('whoever decides a track reads it also when the incident is not theirs to read', async () => {
  showTab({ in: await opened(), at, as: 'director' });
  expect(await screen.findByText(/^Vi hittar inte incidenten\./)).toBeTruthy();
  expect(within(await card()).getByText('Ej bedömt')).toBeTruthy();
});

test('tracks that could not be read are not taken for none, and a broken one is named', async () => {
  const failing = { tracks: () => Promise.reject(new Error('SharePoint is away')) };
  const { unmount } = showTab({ in: await reported(), at, as: 'securityOfficer', source: failing });
  expect(await screen.findByText(/^Kunde inte läsa rapporteringsspåren/)).toBeTruthy();
  unmount();
  showTab({ in: await reported(), at, as: 'securityOfficer', source: { tracks: () => Promise.resolve(done([brokenRow(7)])) } });
  expect(await screen.findByText(/7/, { selector: '.ms-MessageBar *' })).toBeTruthy();
  expect(screen.queryByText(/^Inget spår är öppnat/)).toBeNull();
});

test('a list that cannot be seen is no section', async () => {
  showTab({ in: await reported(), at, as: 'securityOfficer', source: { tracks: () => Promise.resolve(refused('no-right')) } });
  expect(await screen.findByRole('region', { name: 'Tidslinje' })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Rapporteringsspår' })).toBeNull();
});

test.each(['sv', 'en', 'fi'] as const)('in %s a card has no code of ours in it', async (language) => {
  const { container } = showTab({ in: await assessed(), at, as: 'securityOfficer', language });
  expect(await screen.findByRole('region', { name: texts[language]['tab.tracks'] })).toBeTruthy();
  expect(container.textContent).not.toMatch(/\b(tab|track|refusal)\.[a-z]|[{}]|undefined|not-assessed/);
});
