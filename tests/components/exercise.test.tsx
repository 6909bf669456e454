/** @jest-environment jsdom */
// An exercise in the tab: who can begin one, and that it is marked first in every place where it is shown.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dossier } from '../../src/documents/dossier';
import { maskedCopy } from '../../src/documents/masked-copy';
import { queueSheets } from '../../src/documents/queue-sheet';
import { specialReport } from '../../src/documents/special-report';
import { Incident } from '../../src/domain/incident';
import { prepareRenderer } from '../cards/renderer';
import { wholeCase } from '../documents/whole-case';
import { people } from '../workflows/memory-context';
import { setWidth } from './jsdom-parts';
import { municipality, type Municipality } from './municipality';
import { showTab } from './screens';
import { given } from './track-example';

prepareRenderer();

beforeAll(async () => {
  await import('../../src/components/report/report-screen');
});

beforeEach(() => {
  window.localStorage.clear();
  setWidth(1200);
});

const reference = 'I-2026-0001';
const at = `incidents/${reference}`;
const report = { kind: 'sent-wrong', when: 'today', where: 'E-post', ongoing: 'no', personalData: 'yes', description: '' } as const;

async function begun(): Promise<Municipality> {
  const place = municipality();
  await given(place, 'it', 'report-exercise', { report, reportedAt: '2026-11-23T14:40:00Z' });
  return place;
}

async function press(name: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name }));
}

test('whoever handles incidents begins an exercise with the very cards of a report, each marked', async () => {
  const place = municipality();
  showTab({ in: place, as: 'it', at: 'incidents' });
  await userEvent.click(await screen.findByRole('link', { name: 'Starta en övning' }));
  expect(await screen.findByRole('group', { name: /^ÖVNING: / })).toBeTruthy();
  await press('Jag har skickat något fel');
  expect(await screen.findByRole('group', { name: /^ÖVNING: / })).toBeTruthy();
  expect(window.localStorage.getItem(Object.keys(window.localStorage).find((key) => key.endsWith('exercise')) ?? '')).not.toBeNull();
  expect(place.context.entries).toEqual([]);
});

test('to whoever does not handle incidents it is not offered, and the address says that they may not', async () => {
  const first = showTab({ in: municipality(), as: 'manager', at: 'incidents' });
  expect(await screen.findByRole('heading', { name: 'Incidenter' })).toBeTruthy();
  await screen.findByText('Inga incidenter ännu.', { exact: false }).catch(() => undefined);
  expect(screen.queryByRole('link', { name: 'Starta en övning' })).toBeNull();
  first.unmount();
  showTab({ in: municipality(), as: 'manager', at: 'incidents/exercise' });
  expect(await screen.findByText(/övningen/)).toBeTruthy();
  expect(screen.queryByRole('group', { name: /^ÖVNING/ })).toBeNull();
});

test('a stop in an exercise tells nobody', async () => {
  const place = municipality();
  showTab({ in: place, as: 'it', at: 'incidents/exercise' });
  await press('Ja eller osäker');
  expect(await screen.findByRole('group', { name: /^ÖVNING: / })).toBeTruthy();
  expect(place.context.entries).toEqual([]);
});

test('it is marked first in the queue, on its page and on Hem, in each language', async () => {
  const place = await begun();
  const queue = showTab({ in: place, as: 'it', at: 'incidents' });
  expect(await screen.findByText('ÖVNING: Jag har skickat något fel')).toBeTruthy();
  queue.unmount();
  const page = showTab({ in: place, as: 'it', at });
  expect(await screen.findByRole('heading', { name: 'ÖVNING: I-2026-0001: Jag har skickat något fel' })).toBeTruthy();
  expect(screen.getByText(/^Det här är en övning\./)).toBeTruthy();
  page.unmount();
  showTab({ in: place, as: 'it', at, language: 'en' });
  expect(await screen.findByRole('heading', { name: /^EXERCISE: I-2026-0001/ })).toBeTruthy();
});

test('so are its legal tracks and its measures, for those who read nothing else of it', async () => {
  const place = await begun();
  const opening = { incident: reference, regime: 'gdpr', controller: 'SN', decider: people.director.upn } as const;
  await given(place, 'securityOfficer', 'open-track', opening);
  const answers = { 'personal-data': 'yes', breach: 'yes', risk: 'risk', unreadable: 'no', 'risk-removed': 'no' };
  await given(place, 'securityOfficer', 'answer-assessment', { reference: 'R-2026-0001', answers });
  const home = showTab({ in: place, as: 'director' });
  expect(await screen.findByText('ÖVNING: Besluta om R-2026-0001 (Dataskyddsförordningen)')).toBeTruthy();
  home.unmount();
  const page = showTab({ in: place, as: 'director', at });
  const tracks = within(await screen.findByRole('region', { name: 'Rapporteringsspår' }));
  expect(tracks.getByRole('region', { name: 'ÖVNING: R-2026-0001 Dataskyddsförordningen: Socialnämnden' })).toBeTruthy();
  expect(tracks.getByText(/^Det här är en övning\./)).toBeTruthy();
  page.unmount();
  await given(place, 'it', 'acknowledge-incident', { reference, receiver: 'it' });
  const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };
  await given(place, 'it', 'triage-incident', { reference, category: 'misdirected', facts, severity: 'medium', reason: 'x' });
  const days = { due: '2126-12-18', check: '2127-03-01' };
  await given(place, 'it', 'add-measure', { incident: reference, what: 'Räkna', owner: people.custodian.upn, ...days });
  const owner = showTab({ in: place, as: 'custodian' });
  expect(await screen.findByText('ÖVNING: Räkna')).toBeTruthy();
  owner.unmount();
  showTab({ in: place, as: 'custodian', at: 'measures/M-2026-0001' });
  expect(await screen.findByRole('region', { name: 'ÖVNING: M-2026-0001: Räkna' })).toBeTruthy();
});

test('what is written to those concerned says so in the language it is written in', async () => {
  const place = await begun();
  const opening = { incident: reference, regime: 'gdpr', controller: 'SN', decider: people.director.upn } as const;
  await given(place, 'securityOfficer', 'open-track', opening);
  const texts = { textSv: 'Uppgifter har kommit fel', textFi: 'Tietoja on joutunut väärään paikkaan' };
  const informing = { reference: 'R-2026-0001', inform: true, reason: 'Risk', channel: 'Brev', when: '2026-11-24T08:00:00Z', ...texts };
  await given(place, 'director', 'inform-concerned', informing);
  showTab({ in: place, as: 'director', at });
  expect(await screen.findByText('ÖVNING: Uppgifter har kommit fel')).toBeTruthy();
  expect(screen.getByText('HARJOITUS: Tietoja on joutunut väärään paikkaan')).toBeTruthy();
});

test('the statistics count it by itself', async () => {
  showTab({ in: await begun(), as: 'it', at: 'incidents/statistics' });
  const name = await screen.findByText('Övningar, räknas för sig');
  expect(name.nextElementSibling?.textContent).toBe('1');
  expect(screen.getByText('Rapporterade').nextElementSibling?.textContent).toBe('0');
});

test('every document of it says so in its title and on each page, and so does its row in Excel', () => {
  const state: Incident = { ...wholeCase.incident.state, exercise: true };
  const made = { ...wholeCase, incident: { state } };
  const papers = [
    dossier(made),
    maskedCopy(made, { notes: '18 kap. 8 §' }),
    specialReport(made, { code: 'other', consequences: '', proposal: '' })
  ];
  for (const { number, title, blocks } of papers) {
    expect(number).toBe('ÖVNING: I-2026-0001');
    expect(title).toMatch(/^ÖVNING: /);
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', text: expect.stringMatching(/^Det här är en övning\./) as unknown });
  }
  const [sheet] = queueSheets({ incidents: [state], choice: 'Alla', by: people.it, at: '2026-11-26T09:00:00Z' });
  expect(sheet?.rows[0]?.[1]).toBe('ÖVNING: Jag har skickat något fel');
});
