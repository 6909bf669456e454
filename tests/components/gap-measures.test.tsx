/** @jest-environment jsdom */
// What an asset lacks, in the tab: proposed from the requirement, decided or declined by the head of the förvaltning, and found on Hem.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Measure } from '../../src/domain/measure';
import { people } from '../workflows/memory-context';
import { decided, sensitiveAnswers, submittedClassification } from './example';
import { municipality, type Municipality } from './municipality';
import { pick, showTab } from './screens';
import { given, press, unfold, write } from './track-example';

const asset = 'T-2026-0001';
const reference = 'M-2026-0001';
/** Far ahead, since the tab's own clock is the machine's. */
const days = { due: '2126-12-18', check: '2127-03-01' };

beforeEach(() => window.localStorage.clear());

/** IT has said that the archive's system lacks sign-in by more than one factor. */
async function lacking(): Promise<Municipality> {
  const place = municipality();
  const content = {
    name: 'Arkivets register',
    description: '',
    carriers: ['system' as const],
    unit: 'KLF-ARK',
    informationOwner: people.manager.upn,
    objectOwner: people.objectOwner.upn,
    custodian: people.custodian.upn
  };
  await given(place, 'manager', 'register-asset', { asset: content });
  await given(place, 'manager', 'submit-asset', { reference: asset });
  const registered = await place.context.assets.read(asset);
  if (registered === undefined) throw new Error('There is no asset.');
  await decided(place, await submittedClassification(place, registered.state, { answers: sensitiveAnswers }));
  await given(place, 'it', 'answer-requirements', { asset, actor: 'it', answers: [{ code: 'K-07', answer: 'no', proof: '' }] });
  return place;
}

async function proposedIn(place: Municipality): Promise<void> {
  const input = { asset, requirement: 'K-07', what: 'Koppla till kommunens inloggning', cost: 120_000, owner: people.it.upn, ...days };
  await given(place, 'custodian', 'propose-measure', input);
}

async function standing(place: Municipality): Promise<Measure | undefined> {
  const page = await place.context.measures.read(reference);
  return page && Measure.parse(page.state);
}

test('whoever answers for the asset proposes a measure from the requirement that is not met', async () => {
  const place = await lacking();
  showTab({ in: place, at: `assets/${asset}`, as: 'custodian' });
  const part = (await screen.findByText(/^IT-enheten: /, { selector: 'summary' })).closest('details');
  if (part === null) throw new Error('It is not folded.');
  await userEvent.click(within(part).getByText(/^IT-enheten: /));
  await userEvent.click(within(part).getByText('Föreslå en åtgärd'));
  write(part, /^Vad ska göras/, 'Koppla till kommunens inloggning');
  write(part, /^Kostnad i hela kronor/, '120 000');
  await userEvent.type(within(part).getByRole('combobox', { name: 'Ansvarig' }), 'Ivar');
  await pick(/Ivar Teknell/);
  fireEvent.change(within(part).getByLabelText(/^Klar senast/), { target: { value: days.due } });
  fireEvent.change(within(part).getByLabelText(/^Effekten kontrolleras/), { target: { value: days.check } });
  await press(part, 'Föreslå');
  expect(await screen.findByRole('region', { name: 'M-2026-0001: Koppla till kommunens inloggning' })).toBeTruthy();
  expect(await standing(place)).toMatchObject({ cost: 120_000, owner: people.it, decider: people.director, state: 'proposed' });
});

test('a requirement that is met has nothing to propose', async () => {
  const place = await lacking();
  await given(place, 'it', 'answer-requirements', { asset, actor: 'it', answers: [{ code: 'K-07', answer: 'met', proof: '' }] });
  showTab({ in: place, at: `assets/${asset}`, as: 'custodian' });
  await userEvent.click(await screen.findByText(/^IT-enheten: /, { selector: 'summary' }));
  expect(screen.queryByText('Föreslå en åtgärd')).toBeNull();
});

test('the head of the förvaltning finds it on Hem, and decides it on its page', async () => {
  const place = await lacking();
  await proposedIn(place);
  const home = showTab({ in: place, as: 'director' });
  expect(await screen.findByText('Besluta om åtgärden M-2026-0001: Koppla till kommunens inloggning')).toBeTruthy();
  home.unmount();
  showTab({ in: place, at: `measures/${reference}`, as: 'director' });
  expect(await screen.findByRole('link', { name: 'Arkivets register' })).toBeTruthy();
  expect(screen.getByText(/^120.000 kr$/)).toBeTruthy();
  const form = await unfold('Besluta åtgärden');
  await press(form, 'Besluta');
  expect(await screen.findByText('Att göra')).toBeTruthy();
  expect((await standing(place))?.state).toBe('open');
});

test('when the form is gone the focus is where it was: on the measure', async () => {
  const place = await lacking();
  await proposedIn(place);
  showTab({ in: place, at: `measures/${reference}`, as: 'director' });
  const form = await unfold('Besluta åtgärden');
  within(form).getByRole('button', { name: 'Besluta' }).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByText('Att göra');
  const title = screen.getByRole('heading', { name: /^M-2026-0001: / });
  await waitFor(() => expect(document.activeElement).toBe(title));
});

test('declining asks for the reason, the remaining risk and until when, and shows them', async () => {
  const place = await lacking();
  await proposedIn(place);
  showTab({ in: place, at: `measures/${reference}`, as: 'director' });
  const form = await unfold('Avslå och acceptera risken');
  await press(form, 'Avslå');
  expect(within(form).getByRole('alert')).toBeTruthy();
  write(form, /^Varför åtgärden inte ska göras/, 'Systemet byts i höst');
  write(form, /^Vilken risk som finns kvar/, 'Ett stulet lösenord räcker');
  fireEvent.change(within(form).getByLabelText(/^Risken accepteras/), { target: { value: '2027-06-30' } });
  await press(form, 'Avslå');
  expect(await screen.findByText(/^Kvarstående risk, accepterad till .*30 juni 2027: Ett stulet lösenord räcker$/)).toBeTruthy();
  expect((await standing(place))?.state).toBe('declined');
});

test('whoever proposed it sees it and has no decision to make', async () => {
  const place = await lacking();
  await proposedIn(place);
  showTab({ in: place, at: `measures/${reference}`, as: 'custodian' });
  expect(await screen.findByText('Föreslagen')).toBeTruthy();
  expect(screen.queryByText('Besluta åtgärden')).toBeNull();
});

test('a deputy finds it on Hem and decides it on its page, which says in whose place', async () => {
  const place = await lacking();
  await given(place, 'director', 'delegate-decisions', { deputy: people.manager.upn, from: '2026-11-23', to: '2026-11-27' });
  await proposedIn(place);
  const home = showTab({ in: place, as: 'manager' });
  expect(await screen.findByText('Besluta om åtgärden M-2026-0001: Koppla till kommunens inloggning')).toBeTruthy();
  home.unmount();
  showTab({ in: place, at: `measures/${reference}`, as: 'manager' });
  await press(await unfold('Besluta åtgärden'), 'Besluta');
  expect(await screen.findByText('I stället för Lena Styr, enligt delegering D-2026-0001')).toBeTruthy();
});

test('a förvaltningschef who is objektägare of nothing names a deputy under Beslut', async () => {
  showTab({ in: await lacking(), at: 'decisions', as: 'director' });
  expect(await screen.findByRole('combobox', { name: 'Ställföreträdare' })).toBeTruthy();
});
