/** @jest-environment jsdom */
// The legal tracks on the page of an incident: who sees them, what each card says, and what can be done there.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Track } from '../../src/domain/legal-track';
import { done, refused } from '../../src/domain/outcome';
import { texts } from '../../src/i18n/text';
import type { Commands } from '../../src/components/commands/desk';
import { people } from '../workflows/memory-context';
import { reportedIncident } from './example';
import { brokenRow, municipality, type Municipality } from './municipality';
import { showTab } from './screens';

const at = 'incidents/I-2026-0001';
const reference = 'R-2026-0001';

beforeEach(() => window.localStorage.clear());

type Who = keyof typeof people;
let commands = 0;

async function given<N extends keyof Commands>(place: Municipality, who: Who, name: N, input: Commands[N]['input']): Promise<void> {
  commands += 1;
  const answer = await place.desk(who).send(name, `given-${commands}`, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.reason}`);
}

async function reported(): Promise<Municipality> {
  const place = municipality();
  await reportedIncident(place);
  return place;
}

async function opened(changes: Partial<Commands['open-track']['input']> = {}): Promise<Municipality> {
  const place = await reported();
  const input = { incident: 'I-2026-0001', regime: 'gdpr', controller: 'SN', decider: people.director.upn, ...changes } as const;
  await given(place, 'securityOfficer', 'open-track', input);
  return place;
}

const likely = { 'personal-data': 'yes', breach: 'yes', risk: 'risk', unreadable: 'no', 'risk-removed': 'unknown' };

async function assessed(answers: Readonly<Record<string, string | number>> = likely): Promise<Municipality> {
  const place = await opened();
  await given(place, 'securityOfficer', 'answer-assessment', { reference, answers: { ...answers } });
  return place;
}

async function card(name = 'R-2026-0001 Dataskyddsförordningen: Socialnämnden'): Promise<HTMLElement> {
  return screen.findByRole('region', { name });
}

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
  await reportedIncident(place);
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

function standing(place: Municipality, number = reference): Track {
  return Track.parse(place.context.entries.filter(({ aggregate }) => aggregate === number).at(-1)?.state);
}

/** The form that is folded under a name, opened by the keyboard. */
async function unfold(title: string): Promise<HTMLElement> {
  const summary = await screen.findByText(title, { selector: 'summary' });
  await userEvent.click(summary);
  return summary.parentElement ?? document.body;
}

async function choosePerson(form: HTMLElement, begun: string, name: string): Promise<void> {
  await userEvent.type(within(form).getByRole('combobox', { name: 'Beslutas av' }), begun);
  await userEvent.click(await screen.findByText(name));
}

function write(form: HTMLElement, label: RegExp | string, text: string): void {
  fireEvent.change(within(form).getByLabelText(label), { target: { value: text } });
}

const press = (form: HTMLElement, name: string): Promise<void> => userEvent.click(within(form).getByRole('button', { name }));

test('a track is opened with law, nämnd and decider, and says what is missing until they are there', async () => {
  const place = await reported();
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = await unfold('Öppna ett spår');
  await userEvent.click(await within(form).findByRole('radio', { name: 'Dataskyddsförordningen' }));
  await press(form, 'Öppna spåret');
  expect(within(form).getByRole('alert').textContent).toMatch(/^Något saknas/);
  await userEvent.click(within(form).getByRole('combobox', { name: /^Ansvarig nämnd/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Socialnämnden' }));
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
  expect(within(await card()).getAllByRole('group')).toHaveLength(1);
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
