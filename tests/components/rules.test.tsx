/** @jest-environment jsdom */
// The legal rules in the tab: what holds and by which source, who can change it, and what a track makes of a change.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../../src/domain/outcome';
import { RuleChanges } from '../../src/domain/rule-changes';
import { texts } from '../../src/i18n/every-language';
import { municipality, type Municipality } from './municipality';
import { pick, showTab } from './screens';
import { card, given, opened, at as caseAt } from './track-example';

const at = 'incidents/rules';

beforeEach(() => window.localStorage.clear());

const cybersecurity = async () => within(await screen.findByRole('region', { name: 'Cybersäkerhetslagen' }));
const changesIn = ({ context }: Municipality) => RuleChanges.parse(context.entries.at(-1)?.state).changes;

async function unfolded(title: string): Promise<HTMLElement> {
  const summary = (await cybersecurity()).getByText(title, { selector: 'summary' });
  await userEvent.click(summary);
  return summary.parentElement ?? document.body;
}

test('what holds, has held and will hold stands there with source, day and how well it is known', async () => {
  showTab({ at, as: 'it' });
  const region = await cybersecurity();
  expect(region.getByText(/^Myndigheten för civilt försvar/)).toBeTruthy();
  expect(region.getByText(/gäller från tors 15 jan\.? 2026\. Till och med tis 30 juni 2026\./)).toBeTruthy();
  expect(within(region.getByRole('list', { name: 'Gränser' })).getByText(/^Verksamheten begränsad i mer än 12 timmar\./)).toBeTruthy();
  expect(screen.getByText('Stöd för bedömning – kontrollera mot gällande föreskrift.')).toBeTruthy();
  expect(screen.getByText('Inget är ändrat. Allt är som Värna levereras.')).toBeTruthy();
  expect(screen.queryByText('Ändra mottagare eller portal', { selector: 'summary' })).toBeNull();
});

test('the informationssäkerhetsansvarig changes a receiver, and is told what is missing', async () => {
  const place = municipality();
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = within(await unfolded('Ändra mottagare eller portal'));
  await userEvent.click(form.getByRole('button', { name: 'Spara ändringen' }));
  expect(form.getByRole('alert').textContent).toContain('Fyll i det som är märkt med en stjärna');
  fireEvent.change(form.getByRole('textbox', { name: /^Portal/ }), { target: { value: 'https://ny.example' } });
  await userEvent.type(form.getByRole('textbox', { name: /^Källa/ }), 'SFS 2026:999');
  fireEvent.change(form.getByLabelText(/^Gäller från/), { target: { value: '2027-01-01' } });
  await userEvent.click(form.getByRole('checkbox', { name: 'Jag har läst källan själv' }));
  await userEvent.click(form.getByRole('button', { name: 'Spara ändringen' }));
  const region = await cybersecurity();
  expect(await region.findByText(/Källa: SFS 2026:999, gäller från fre 1 jan 2027\.$/)).toBeTruthy();
  expect(region.getByText(/Till och med tors 31 dec\.? 2026\./)).toBeTruthy();
  expect(region.getByText(/\+1$/)).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Ändringar' })).getByText(/^Siv Modig, /)).toBeTruthy();
  expect(changesIn(place)).toMatchObject([{ kind: 'receiver', portal: 'https://ny.example', isRead: true }]);
});

test('a threshold is changed with the words that say it', async () => {
  const place = municipality();
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = within(await unfolded('Ändra en gräns'));
  await userEvent.click(form.getByRole('combobox', { name: /^Vilken gräns/ }));
  await pick('Vård begränsad i mer än 1 timme.');
  fireEvent.change(form.getByRole('textbox', { name: /^Ny gräns/ }), { target: { value: 'tre' } });
  fireEvent.change(form.getByRole('textbox', { name: /^Så står den på svenska/ }), {
    target: { value: 'Vård begränsad i mer än 3 timmar.' }
  });
  await userEvent.type(form.getByRole('textbox', { name: /^Källa/ }), 'MCFFS 2026:20');
  fireEvent.change(form.getByLabelText(/^Gäller från/), { target: { value: '2026-11-01' } });
  await userEvent.click(form.getByRole('button', { name: 'Spara ändringen' }));
  expect(form.getByRole('alert')).toBeTruthy();
  fireEvent.change(form.getByRole('textbox', { name: /^Ny gräns/ }), { target: { value: '3' } });
  await userEvent.click(form.getByRole('button', { name: 'Spara ändringen' }));
  await waitFor(() => expect(changesIn(place)).toMatchObject([{ kind: 'threshold', rule: 'csl-care-limited', number: 3, isRead: false }]));
  const held = within((await cybersecurity()).getByRole('list', { name: 'Gränser' }));
  expect(await held.findByText(/^Vård begränsad i mer än 3 timmar\./)).toBeTruthy();
});

test('a track suggests by the changed threshold, in its words', async () => {
  const place = await opened({ regime: 'cybersecurity' });
  const how = { regime: 'cybersecurity', source: 'MCFFS 2026:20', validFrom: '2026-11-01', isRead: true } as const;
  const words = { sv: 'Mer än 2 timmar.', en: 'More than 2 hours.', fi: 'Yli 2 tuntia.' };
  await given(place, 'securityOfficer', 'change-legal-rules', { kind: 'threshold', rule: 'csl-limited', number: 2, words, ...how });
  const answers = { 'security-sensitive': 'no', 'limited-hours': 3 };
  await given(place, 'securityOfficer', 'answer-assessment', { reference: 'R-2026-0001', answers });
  showTab({ in: place, at: caseAt, as: 'securityOfficer' });
  const track = within(await card('R-2026-0001 Cybersäkerhetslagen: Socialnämnden'));
  expect((await track.findAllByText(/^Mer än 2 timmar\./)).length).toBeGreaterThan(0);
});

test('when it cannot be known what was changed, no tracks are shown as if nothing were', async () => {
  const place = await opened();
  showTab({ in: place, at: caseAt, as: 'securityOfficer', source: { ruleChanges: () => Promise.resolve(refused('no-right')) } });
  const region = within(await screen.findByRole('region', { name: 'Rapporteringsspår' }));
  expect(await region.findByText(/^Kunde inte läsa/)).toBeTruthy();
  expect(region.queryByText('R-2026-0001 Dataskyddsförordningen: Socialnämnden')).toBeNull();
});

test.each(['sv', 'en', 'fi'] as const)('in %s', async (language) => {
  showTab({ at, as: 'securityOfficer', language });
  expect(await screen.findByRole('heading', { level: 1, name: texts[language]['tab.rules'] })).toBeTruthy();
  expect((await screen.findAllByText(texts[language]['tab.rules.receiver.change'])).length).toBe(5);
});
