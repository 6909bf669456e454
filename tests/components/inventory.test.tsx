/** @jest-environment jsdom */
// The inventory in the tab: whoever heads a unit is asked at Hem and answers, everybody sees how complete the municipality is, and the informationssäkerhetsansvarig keeps it.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Inventory, UnitAnswer } from '../../src/domain/inventory';
import { answerInventory } from '../../src/workflows/answer-inventory';
import { closeInventory } from '../../src/workflows/close-inventory';
import { openInventory } from '../../src/workflows/open-inventory';
import { actor } from '../workflows/memory-context';
import { setWidth } from './jsdom-parts';
import { brokenRow, municipality, row, type Municipality } from './municipality';
import { pick, showTab } from './screens';

const at = 'inventory';
const reference = 'E-2026-0001';

/** The clock alone is set. */
const timers = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame'] as const),
  ...(['requestIdleCallback', 'cancelIdleCallback', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
  ...(['setTimeout', 'clearTimeout'] as const)
];

beforeEach(() => {
  window.localStorage.clear();
  setWidth(1200);
  jest.useFakeTimers({ now: new Date('2026-11-23T14:40:00Z'), doNotFake: timers });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

async function opened(): Promise<Municipality> {
  const place = municipality();
  await openInventory(place.context, { command: 'open', actor: actor('securityOfficer'), input: { lastDay: '2026-12-10' } });
  return place;
}

async function answered(): Promise<Municipality> {
  const place = await opened();
  const input = { state: 'missing', reference, text: 'Nyckelskåpet', names: ['Nyckelpärmen'] } as const;
  await answerInventory(place.context, { command: 'answer', actor: actor('manager'), input });
  return place;
}

const answerOf = async ({ context }: Municipality, number = reference) => UnitAnswer.parse((await context.unitAnswers.read(number))?.state);
const rowOf = async (name: RegExp) => within(await screen.findByRole('row', { name }));

describe('at Hem', () => {
  test('whoever heads a unit is asked, one click from its assets and from answering', async () => {
    showTab({ in: await opened(), as: 'manager' });
    expect(await screen.findByText('Är allt i Hemtjänsten med i förteckningen?')).toBeTruthy();
    expect(screen.getByText(/^Inventering\. Svara senast tors 10 dec\.? 2026\.$/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Tillgångar i Hemtjänsten' }).getAttribute('href')).toBe('#assets?unit=SOC-HEM');
    await userEvent.click(screen.getByRole('link', { name: 'Svara för Hemtjänsten' }));
    expect(await screen.findByRole('region', { name: 'Din enhet: Hemtjänsten' })).toBeTruthy();
  });

  test('that it is late is said', async () => {
    jest.setSystemTime(new Date('2026-12-11T09:00:00Z'));
    showTab({ in: await opened(), as: 'manager' });
    expect(await screen.findByText(/^Inventering\. Skulle ha besvarats/)).toBeTruthy();
  });

  test.each([
    ['whoever heads no unit', opened, 'custodian'],
    ['whoever has answered', answered, 'manager'],
    ['whoever may not see the register', opened, 'employee']
  ] as const)('%s is not asked', async (_who, made, as) => {
    showTab({ in: await made(), as });
    expect(await screen.findByText(/Inget väntar på dig/)).toBeTruthy();
    expect(screen.queryByText(/med i förteckningen/)).toBeNull();
  });

  test('nobody is asked when it is closed', async () => {
    const place = await opened();
    await closeInventory(place.context, { command: 'close', actor: actor('securityOfficer'), input: { reference: 'N-2026-0001' } });
    showTab({ in: place, as: 'manager' });
    expect(await screen.findByText(/Inget väntar på dig/)).toBeTruthy();
  });
});

describe('answering', () => {
  const mine = async () => within(await screen.findByRole('region', { name: 'Din enhet: Hemtjänsten' }));

  test('everything is there: complete as of the day chosen', async () => {
    const place = await opened();
    showTab({ in: place, at, as: 'manager' });
    const form = await mine();
    expect(form.getByRole('link', { name: 'Enhetens tillgångar (0)' })).toBeTruthy();
    await userEvent.click(form.getByRole('radio', { name: 'Allt är med' }));
    await userEvent.click(form.getByRole('button', { name: 'Spara svaret' }));
    expect((await rowOf(/^Hemtjänsten/)).getByText(/^Komplett per mån 23 nov\.? 2026, Mats Lindbäck$/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: '1 av 4 enheter är kompletta' })).toBeTruthy();
    expect(await answerOf(place)).toMatchObject({ state: 'complete', said: { asOf: '2026-11-23' } });
  });

  test('something is missing: in words that have to be there, and by name', async () => {
    const place = await opened();
    showTab({ in: place, at, as: 'manager' });
    const form = await mine();
    await userEvent.click(form.getByRole('radio', { name: 'Något saknas' }));
    await userEvent.click(form.getByRole('button', { name: 'Spara svaret' }));
    expect(form.getByRole('alert').textContent).toContain('Fyll i det som är märkt med en stjärna');
    fireEvent.change(form.getByRole('textbox', { name: 'Vad saknas?' }), { target: { value: 'Nyckelskåpet' } });
    fireEvent.change(form.getByRole('textbox', { name: 'Vad heter det som saknas?' }), {
      target: { value: 'Nyckelpärmen\n\n Portkoder ' }
    });
    await userEvent.click(form.getByRole('button', { name: 'Spara svaret' }));
    await waitFor(async () => expect(await answerOf(place)).toMatchObject({ state: 'missing' }));
    fireEvent.change(form.getByRole('textbox', { name: 'Vad heter det som saknas?' }), { target: { value: 'Pärm\n'.repeat(31) } });
    expect((await form.findAllByText('Högst 30 namn, vart och ett med högst 200 tecken.')).length).toBeGreaterThan(0);
    await userEvent.click(form.getByRole('button', { name: 'Spara svaret' }));
    expect((await answerOf(place)).said).toMatchObject({ text: 'Nyckelskåpet', names: ['Nyckelpärmen', 'Portkoder'] });
    expect((await rowOf(/^Hemtjänsten/)).getByText(/Nyckelskåpet\s– Nyckelpärmen\s– Portkoder/)).toBeTruthy();
  });

  test('an answer is there to be changed, and a day that cannot be is refused in words', async () => {
    const place = await answered();
    showTab({ in: place, at, as: 'manager' });
    const form = await mine();
    expect(form.getByRole('textbox', { name: 'Vad saknas?' })).toHaveProperty('value', 'Nyckelskåpet');
    fireEvent.change(form.getByLabelText(/^Svaret gäller per/), { target: { value: '2026-11-24' } });
    await userEvent.click(form.getByRole('button', { name: 'Spara svaret' }));
    expect(await form.findByText(/^Dagen går inte att använda/)).toBeTruthy();
    fireEvent.change(form.getByLabelText(/^Svaret gäller per/), { target: { value: '2026-11-23' } });
    await userEvent.click(form.getByRole('radio', { name: 'Allt är med' }));
    await userEvent.click(form.getByRole('button', { name: 'Spara svaret' }));
    await waitFor(async () => expect(await answerOf(place)).toMatchObject({ state: 'complete', said: { text: '', names: [] } }));
  });
});

describe('how complete the municipality is', () => {
  test('stands in the order of the organisation, with who has not been asked and where nothing is registered', async () => {
    showTab({ in: await answered(), at, as: 'custodian' });
    const table = within(await screen.findByRole('table', { name: '0 av 4 enheter är kompletta' }));
    const names = table.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(names).toEqual([
      'Socialförvaltningen',
      'Hemtjänsten',
      'Socialnämnden',
      'Kommunledningsförvaltningen',
      'Kommunarkivet',
      'Barn- och ungdomsnämnden',
      'Hela kommunen'
    ]);
    const cells = (name: string) =>
      within(table.getByRole('row', { name: new RegExp(`^${name}`) }))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    expect(cells('Socialförvaltningen')).toEqual(['0 av 1', '1', '0', '0 (inget registrerat)', '']);
    expect(cells('Hela kommunen')).toEqual(['0 av 4', '1', '3', '0', '']);
    expect(cells('Kommunarkivet').at(-1)).toMatch(/Ingen chef står i organisationen/);
    expect(screen.getByText(/^2 enheter har ingen chef i organisationen/)).toBeTruthy();
    expect(screen.queryByText('Svara åt en enhet')).toBeNull();
  });

  test('where there is little width each part is a card: figures of what has units beneath it, and of a unit its own answer', async () => {
    setWidth(320);
    jest.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(700);
    showTab({ in: await answered(), at, as: 'custodian' });
    const cards = within(await screen.findByRole('list', { name: '0 av 4 enheter är kompletta' }));
    const [office, homeCare] = cards.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(office).toBe('SocialförvaltningenKomplett0 av 1Något saknas1Ej svarat0Registrerade0 (inget registrerat)');
    expect(homeCare).toMatch(
      /^HemtjänstenRegistrerade0 \(inget registrerat\)SvarNågot saknas, .*, Mats LindbäckNyckelskåpet\s– Nyckelpärmen$/
    );
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('a row that cannot be read is told of, and the others are shown', async () => {
    const place = await answered();
    const read = await place.source('securityOfficer').inventory();
    if (!read.ok) throw new Error('Siv may read it.');
    const broken = { ...read.value, answers: [...read.value.answers.slice(1), brokenRow(7)] };
    showTab({ in: place, at, as: 'securityOfficer', source: { inventory: () => Promise.resolve({ ok: true, value: broken }) } });
    expect(await screen.findByText(/7/)).toBeTruthy();
    expect(await screen.findByRole('heading', { name: '0 av 3 enheter är kompletta' })).toBeTruthy();
  });

  test('whoever may not see it is told so', async () => {
    showTab({ in: await opened(), at, as: 'employee' });
    expect(await screen.findByText(/inte rätt att se/)).toBeTruthy();
  });
});

describe('the informationssäkerhetsansvarig', () => {
  test('opens one when there is none, and not before a last day is chosen', async () => {
    const place = municipality();
    showTab({ in: place, at, as: 'securityOfficer' });
    const form = within(await screen.findByRole('region', { name: 'Öppna en inventering' }));
    await userEvent.click(form.getByRole('button', { name: 'Öppna inventeringen' }));
    expect(form.getByRole('alert')).toBeTruthy();
    fireEvent.change(form.getByLabelText(/^Sista dag/), { target: { value: '2026-12-10' } });
    await userEvent.click(form.getByRole('button', { name: 'Öppna inventeringen' }));
    expect(await screen.findByRole('heading', { name: '0 av 4 enheter är kompletta' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Öppna en inventering' })).toBeNull();
  });

  test('nobody else does', async () => {
    showTab({ at, as: 'manager' });
    expect(await screen.findByText('Ingen inventering har öppnats än.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Öppna inventeringen' })).toBeNull();
  });

  test('answers for a unit on its manager’s word', async () => {
    const place = await opened();
    showTab({ in: place, at, as: 'securityOfficer' });
    await userEvent.click(await screen.findByText('Svara åt en enhet', { selector: 'summary' }));
    await userEvent.click(screen.getByRole('combobox', { name: /^Enhet/ }));
    await pick('Kommunarkivet: Ej svarat');
    await userEvent.click(await screen.findByRole('radio', { name: 'Allt är med' }));
    await userEvent.click(screen.getByRole('button', { name: 'Spara svaret' }));
    expect((await rowOf(/^Kommunarkivet/)).getByText(/Komplett per .*, Siv Modig/)).toBeTruthy();
    expect(await answerOf(place, 'E-2026-0003')).toMatchObject({ state: 'complete' });
  });

  test('closes it: the answers stay, nothing more can be answered, and the next can be opened', async () => {
    const place = await answered();
    showTab({ in: place, at, as: 'securityOfficer' });
    await userEvent.click(await screen.findByText('Avsluta inventeringen', { selector: 'summary' }));
    await userEvent.click(screen.getByRole('button', { name: 'Avsluta' }));
    expect(await screen.findByRole('region', { name: 'Öppna en inventering' })).toBeTruthy();
    expect(screen.getByText('N-2026-0001. Avslutad')).toBeTruthy();
    expect((await rowOf(/^Hemtjänsten/)).getByText(/Nyckelskåpet/)).toBeTruthy();
    expect(screen.queryByText('Svara åt en enhet')).toBeNull();
    const page = await place.context.inventories.read('N-2026-0001');
    expect(Inventory.parse(page?.state)).toMatchObject({ state: 'closed' });
  });

  test('sees a broken inventory as one, and can open another', async () => {
    const read = { ok: true, value: { inventory: brokenRow(3), answers: [] } } as const;
    showTab({ at, as: 'securityOfficer', source: { inventory: () => Promise.resolve(read) } });
    expect(await screen.findByText(/3/)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Öppna en inventering' })).toBeTruthy();
  });
});

test('the overview leads to it', async () => {
  showTab({
    at: 'overview',
    as: 'manager',
    source: { units: () => Promise.resolve([row({ code: 'SN', name: 'Socialnämnden', kind: 'committee' })]) }
  });
  await userEvent.click(await screen.findByRole('link', { name: /^Inventering/ }));
  expect(await screen.findByText('Ingen inventering har öppnats än.')).toBeTruthy();
});
