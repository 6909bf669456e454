/** @jest-environment jsdom */
// The page of one incident: what each person sees of it and can do with it, from received to closed.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handlingOf, Incident } from '../../src/domain/incident';
import { texts } from '../../src/i18n/every-language';
import { escalationRules } from '../../src/reference/escalation';
import { escalateIncident } from '../../src/workflows/escalate-incident';
import { reportedIncident } from './example';
import { municipality, type Municipality } from './municipality';
import { pick, showTab } from './screens';

const at = 'incidents/I-2026-0001';

beforeEach(() => window.localStorage.clear());
afterEach(() => jest.useRealTimers());

/** All that tells or keeps time but the date. */
const timers = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame'] as const),
  ...(['requestIdleCallback', 'cancelIdleCallback', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
  ...(['setTimeout', 'clearTimeout'] as const)
];

async function reported(): Promise<Municipality> {
  const place = municipality();
  await reportedIncident(place);
  return place;
}

let commands = 0;
/** What has been done with it before the page is opened. */
async function given(
  place: Municipality,
  who: Parameters<Municipality['desk']>[0],
  ...steps: readonly (readonly [string, object])[]
): Promise<void> {
  for (const [name, input] of steps) {
    commands += 1;
    const answer = await place
      .desk(who)
      .send(name as 'note-incident', `given-${commands}`, { reference: 'I-2026-0001', ...input } as never);
    if (!answer.ok) throw new Error(`${name}: ${answer.reason}`);
  }
}

const calm = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };
const received = ['acknowledge-incident', { receiver: 'it' }] as const;
const triaged = ['triage-incident', { category: 'misdirected', facts: calm, severity: 'low', reason: '' }] as const;
const assigned = ['assign-incident', { handler: 'ivar.teknell@haparanda.example', reason: '' }] as const;

function standing(place: Municipality): Incident {
  return Incident.parse(place.context.entries.filter(({ aggregate }) => aggregate === 'I-2026-0001').at(-1)?.state);
}

async function unfold(title: string): Promise<HTMLElement> {
  const summary = await screen.findByText(title, { selector: 'summary' });
  await userEvent.click(summary);
  return summary.parentElement ?? document.body;
}

test('kännedom is corrected with a reason; what was said first stands beside it and in the timeline', async () => {
  const place = await reported();
  await given(place, 'it', received);
  showTab({ in: place, at, as: 'it' });
  const form = await unfold('Rätta när kommunen fick kännedom');
  await userEvent.click(within(form).getByRole('button', { name: 'Spara kännedom' }));
  expect(within(form).getByRole('alert').textContent).toContain('Fyll i det som är märkt med en stjärna');
  fireEvent.change(within(form).getByLabelText(/När kommunen fick kännedom/), { target: { value: '2026-11-23T08:05' } });
  await userEvent.type(within(form).getByLabelText(/Skäl/), 'Växeln fick ett samtal');
  await userEvent.click(within(form).getByRole('button', { name: 'Spara kännedom' }));
  await waitFor(() => expect(standing(place).knownAt).toBe('2026-11-23T07:05:00Z'));
  const about = within(screen.getByRole('region', { name: 'Vad som har hänt' }));
  expect(await about.findByText(/mån 23 nov 2026 08:05/)).toBeTruthy();
  expect(about.getByText(/Först angavs mån 23 nov 2026 15:/)).toBeTruthy();
  const timeline = within(screen.getByRole('region', { name: 'Tidslinje' }));
  expect(timeline.getByText(/^Från mån 23 nov 2026 15:.. till mån 23 nov 2026 08:05$/)).toBeTruthy();
  expect(timeline.getByText('Växeln fick ett samtal')).toBeTruthy();
});

test('a registry number is entered, and the page says how long the incident is kept', async () => {
  const place = await reported();
  await given(place, 'it', received, triaged, ['dismiss-incident', { reason: 'Rätt mottagare' }]);
  showTab({ in: place, at, as: 'it' });
  const archive = within(await screen.findByRole('region', { name: 'Diarium och gallring' }));
  expect(archive.getByText('Inte infört')).toBeTruthy();
  expect(archive.getByText(/^Till och med .*31 dec.* 2031$/)).toBeTruthy();
  expect(archive.getByText(/^Källa: Förslag\. Gallring kräver stöd i nämndens dokumenthanteringsplan/)).toBeTruthy();
  expect(archive.queryByText('Besluta om gallring')).toBeNull();
  await unfold('För in diarienummer');
  await userEvent.type(archive.getByRole('textbox', { name: 'Diarienummer' }), 'KS 2026/123');
  await userEvent.click(archive.getByRole('button', { name: 'Spara numret' }));
  expect(await archive.findByText('KS 2026/123')).toBeTruthy();
});

test('when the time is over the informationssäkerhetsansvarig lets it go, and nothing more can be done with it', async () => {
  const place = await reported();
  await given(place, 'it', received, triaged, ['dismiss-incident', { reason: 'Rätt mottagare' }]);
  place.context.setNow('2032-02-02T09:00:00Z');
  jest.useFakeTimers({ now: new Date('2032-02-02T09:00:00Z'), doNotFake: timers });
  showTab({ in: place, at, as: 'securityOfficer' });
  const form = within(await unfold('Besluta om gallring'));
  expect(form.getByText(/Värna raderar inget/)).toBeTruthy();
  await userEvent.type(form.getByRole('textbox'), 'Planen, punkt 4.2');
  await userEvent.click(form.getByRole('button', { name: 'Besluta' }));
  const archive = within(await screen.findByRole('region', { name: 'Diarium och gallring' }));
  expect(await archive.findByText('Siv Modig, mån 2 feb 2032 10:00: Planen, punkt 4.2')).toBeTruthy();
  expect(screen.queryByText('Återöppna', { selector: 'summary' })).toBeNull();
  expect(screen.queryByText('För in diarienummer')).toBeNull();
});

test('what happened stands on top, and nothing can be assessed before it is received', async () => {
  showTab({ in: await reported(), at, as: 'it' });
  expect(await screen.findByRole('heading', { level: 1, name: 'I-2026-0001: Jag har skickat något fel' })).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Vad som har hänt' })).getByText('E-post')).toBeTruthy();
  expect(screen.queryByText('Bedöm', { selector: 'summary' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Ta emot för IT' }));
  expect(await screen.findByText('Bedöm', { selector: 'summary' })).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Tidslinje' })).getAllByRole('listitem')).toHaveLength(2);
});

test('assessed, it has a clock until somebody works on it, and none after', async () => {
  const place = await reported();
  await given(place, 'it', received, triaged, assigned);
  showTab({ in: place, at, as: 'it' });
  expect(await screen.findByText('Någon ska arbeta med den senast')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Börja hantera' }));
  await waitFor(() => expect(screen.queryByText('Någon ska arbeta med den senast')).toBeNull());
});

test('that nobody answered stands in the timeline, done by nobody', async () => {
  const place = await reported();
  const now = () => '2026-11-27T09:00:00Z';
  const telling = { context: { ...place.context, now }, rules: escalationRules, tell: () => Promise.resolve() };
  await escalateIncident(telling, 'I-2026-0001');
  showTab({ in: place, at, as: 'it' });
  const timeline = within(await screen.findByRole('region', { name: 'Tidslinje' }));
  expect(timeline.getByText('Ingen svarade i tid: nästa i tur har fått veta')).toBeTruthy();
  expect(timeline.getByText(/Värna, av sig själv/)).toBeTruthy();
  expect(timeline.getByText('Lena Styr')).toBeTruthy();
});

test('the level is suggested with its reasons, and another one asks for a reason', async () => {
  const place = await reported();
  await given(place, 'it', received);
  showTab({ in: place, at, as: 'it' });
  const form = within(await unfold('Bedöm'));
  await userEvent.click(form.getByRole('combobox', { name: /Kategori/ }));
  await pick('Felutskick eller obehörigt röjande');
  await userEvent.click(form.getByRole('checkbox', { name: '500 personer eller fler berörs' }));
  expect(form.getByText('Förslag: Medel')).toBeTruthy();
  expect(form.getByText('Minst 500 personer berörs.')).toBeTruthy();
  await userEvent.click(form.getByRole('radio', { name: 'Hög' }));
  await userEvent.click(form.getByRole('button', { name: 'Spara bedömningen' }));
  expect(await form.findByText('Skriv ett skäl, så att andra förstår varför.')).toBeTruthy();
  await userEvent.type(form.getByRole('textbox', { name: /Skäl/ }), 'Barn berörs');
  await userEvent.click(form.getByRole('button', { name: 'Spara bedömningen' }));
  await waitFor(() => expect(standing(place)).toMatchObject({ state: 'triage', handling: { severity: 'high', suggested: 'medium' } }));
  expect(within(screen.getByRole('region', { name: 'Bedömning' })).getByText(/säkerhetsskyddschef/)).toBeTruthy();
});

test('what may touch säkerhetsskydd stops there', async () => {
  const place = await reported();
  await given(place, 'it', received);
  showTab({ in: place, at, as: 'it' });
  const form = within(await unfold('Bedöm'));
  await userEvent.click(form.getByRole('combobox', { name: /Kategori/ }));
  await pick('Misstänkt säkerhetshotande händelse');
  expect(form.getByRole('alert').textContent).toBe('Hantera det inte här. Ring säkerhetsskyddschefen och skriv inget mer.');
  expect(form.getByRole<HTMLButtonElement>('button', { name: 'Spara bedömningen' }).disabled).toBe(true);
});

test('a move that something is missing for says what, and is open once it is there', async () => {
  const place = await reported();
  await given(place, 'it', received, triaged);
  showTab({ in: place, at, as: 'it' });
  const button = await screen.findByRole('button', { name: 'Börja hantera' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
    'Ingen har utsetts till handläggare'
  );
  const form = within(await unfold('Utse handläggare'));
  await userEvent.type(form.getByRole('combobox'), 'Ivar');
  fireEvent.click(await screen.findByText('Ivar Teknell'));
  await userEvent.click(form.getByRole('button', { name: 'Utse' }));
  await waitFor(() => expect(handlingOf(standing(place)).handler?.name).toBe('Ivar Teknell'));
  await userEvent.click(screen.getByRole('button', { name: 'Börja hantera' }));
  expect(await screen.findByRole('button', { name: 'Återställd' })).toBeTruthy();
});

test('a question is asked, answered by the reporter, and read by whoever asked', async () => {
  const place = await reported();
  const { unmount } = showTab({ in: place, at, as: 'it' });
  const form = within(await unfold('Fråga rapportören'));
  await userEvent.click(form.getByRole('button', { name: 'Skicka frågan' }));
  expect(form.getByText('Skriv något först.')).toBeTruthy();
  await userEvent.type(form.getByRole('textbox'), 'Vem fick brevet?');
  await userEvent.click(form.getByRole('button', { name: 'Skicka frågan' }));
  expect(await screen.findByText('Väntar på svar.')).toBeTruthy();
  unmount();
  const reporters = showTab({ in: place, at, as: 'employee' });
  await userEvent.type(await screen.findByRole('textbox', { name: /Ditt svar/ }), 'En granne');
  await userEvent.click(screen.getByRole('button', { name: 'Svara' }));
  expect(await screen.findByText('Svar mån 23 nov 2026 15:40: En granne')).toBeTruthy();
  expect(screen.queryByText('Handlägg')).toBeNull();
  reporters.unmount();
  showTab({ in: place, at, as: 'it' });
  expect(await screen.findByText('Svar mån 23 nov 2026 15:40: En granne')).toBeTruthy();
});

test('closing says what is missing, and the reporter reads what came of it', async () => {
  const place = await reported();
  await given(
    place,
    'it',
    received,
    triaged,
    assigned,
    ['move-incident', { move: 'handle', text: '' }],
    ['move-incident', { move: 'analyse', text: '' }]
  );
  const { unmount } = showTab({ in: place, at, as: 'it' });
  const form = within(await unfold('Stäng ärendet'));
  expect(form.getByText('Grundorsaken saknas. Skriv varför det hände.')).toBeTruthy();
  await userEvent.type(form.getByRole('textbox', { name: /Grundorsak/ }), 'Gammal adress');
  expect(form.queryByText('Grundorsaken saknas. Skriv varför det hände.')).toBeNull();
  await userEvent.type(form.getByRole('textbox', { name: /Besked till rapportören/ }), 'Adressen är rättad');
  await userEvent.click(form.getByRole('button', { name: 'Stäng' }));
  expect(await screen.findByText('Ärendet är avslutat. Kommer det fram något nytt, så återöppna det.')).toBeTruthy();
  unmount();
  showTab({ in: place, at, as: 'employee' });
  expect(within(await screen.findByRole('region', { name: 'Vad det ledde till' })).getByText('Adressen är rättad')).toBeTruthy();
});

test('numbers that are none are said at the field, and linked assets are shown with their names', async () => {
  const place = await reported();
  showTab({ in: place, at, as: 'it' });
  const form = within(await unfold('Ärenden som hör ihop'));
  await userEvent.type(form.getByRole('textbox'), 'T-2026-0001');
  expect(await form.findByText('Ett nummer ser inte rätt ut: T-2026-0001')).toBeTruthy();
  await userEvent.clear(form.getByRole('textbox'));
  await userEvent.type(form.getByRole('textbox'), 'i-2026-0001');
  await userEvent.click(form.getByRole('button', { name: 'Spara kopplingarna' }));
  expect(await form.findByText('Ett ärende kan inte kopplas till sig självt. Ta bort det numret.')).toBeTruthy();
});

test('a restricted incident cannot be found by IT, and the informationssäkerhetsansvarig opens it again', async () => {
  const place = await reported();
  await given(place, 'securityOfficer', ['restrict-incident', { restricted: true, reason: 'Personalärende' }]);
  const { unmount } = showTab({ in: place, at, as: 'it' });
  expect(await screen.findByText(/^Vi hittar inte incidenten\./)).toBeTruthy();
  unmount();
  showTab({ in: place, at, as: 'securityOfficer' });
  expect(await screen.findByText('Begränsad läskrets')).toBeTruthy();
  const form = within(await unfold('Öppna läskretsen'));
  await userEvent.type(form.getByRole('textbox'), 'Utrett');
  await userEvent.click(form.getByRole('button', { name: 'Öppna' }));
  await waitFor(() => expect(handlingOf(standing(place)).restricted).toBe(false));
});

test.each(['sv', 'en', 'fi'] as const)('in %s', async (language) => {
  const place = await reported();
  await given(place, 'it', received, triaged);
  showTab({ in: place, at, as: 'it', language });
  expect(await screen.findByText(texts[language]['tab.incident.triage'], { selector: 'summary' })).toBeTruthy();
  expect(screen.getByRole('region', { name: texts[language]['tab.incident.timeline'] })).toBeTruthy();
});

describe('what is typed and not sent', () => {
  const typeQuestion = async (): Promise<HTMLElement> => {
    const form = await unfold('Fråga rapportören');
    fireEvent.change(within(form).getByRole('textbox'), { target: { value: 'Vem fick brevet?' } });
    return form;
  };
  const questionIn = (form: HTMLElement): string => within(form).getByRole<HTMLTextAreaElement>('textbox').value;

  test('is there when the page is opened again, until it has been sent', async () => {
    const place = await reported();
    await given(place, 'it', received, triaged, assigned);
    const first = showTab({ in: place, at, as: 'it' });
    await typeQuestion();
    first.unmount();
    const second = showTab({ in: place, at, as: 'it' });
    const form = await unfold('Fråga rapportören');
    expect(questionIn(form)).toBe('Vem fick brevet?');
    await userEvent.click(within(form).getByRole('button'));
    await waitFor(() => expect(handlingOf(standing(place)).questions).toHaveLength(1));
    second.unmount();
    showTab({ in: place, at, as: 'it' });
    expect(questionIn(await unfold('Fråga rapportören'))).toBe('');
  });

  test('is nobody else’s, also on the same computer', async () => {
    const place = await reported();
    await given(place, 'it', received, triaged, assigned);
    const first = showTab({ in: place, at, as: 'it' });
    await typeQuestion();
    first.unmount();
    showTab({ in: place, at, as: 'securityOfficer' });
    expect(questionIn(await unfold('Fråga rapportören'))).toBe('');
  });

  test('of an assessment is kept whole', async () => {
    const place = await reported();
    await given(place, 'it', received);
    const first = showTab({ in: place, at, as: 'it' });
    const form = within(await unfold('Bedöm'));
    await userEvent.click(form.getByRole('combobox'));
    await pick('Felutskick eller obehörigt röjande');
    await userEvent.click(form.getByRole('checkbox', { name: /500/ }));
    first.unmount();
    showTab({ in: place, at, as: 'it' });
    const again = within(await unfold('Bedöm'));
    expect(again.getByRole('combobox').textContent).toContain('Felutskick');
    expect(again.getByRole<HTMLInputElement>('checkbox', { name: /500/ }).checked).toBe(true);
  });
});
