/** @jest-environment jsdom */
// Many decisions at once: chosen in the queue or in the list, each seen with its change, each a command of its own.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { decided, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { municipality, type Municipality } from './municipality';
import { showManyDialog, showTab } from './screens';

beforeEach(() => window.localStorage.clear());

/** The first is proposed as it was decided, the second otherwise, the third for the first time, the fourth by the objektägare. */
async function four(place: Municipality): Promise<readonly string[]> {
  const references: string[] = [];
  for (const [name, isDecided, changes] of [
    ['Scheman', true, {}],
    ['Journaler', true, { answers: sensitiveAnswers }],
    ['Protokoll', false, {}],
    ['Avtal', false, { as: 'objectOwner' }]
  ] as const) {
    const asset = await submittedAsset(place, name);
    if (isDecided) await decided(place, await submittedClassification(place, asset));
    references.push((await submittedClassification(place, asset, changes)).reference);
  }
  return references;
}

async function stateOf(place: Municipality, reference: string): Promise<string | undefined> {
  return (await place.context.classifications.read(reference))?.state.state;
}

const list = (name: string) => screen.findByRole('list', { name });

test('each is shown with its class, what it changes and who proposed it; what is not mine to decide is named with why', async () => {
  const place = municipality();
  showManyDialog({ in: place, references: await four(place) });
  const [same, changed, first, ...none] = within(await list('Valda klassningar'))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
    .filter((words) => words?.includes('Inlämnad av') === true);
  expect(same).toContain('Inget är ändrat (K-2026-0001)');
  expect(changed).toContain('K0 Försumbar → K2 Betydande');
  expect(first).toContain('Första klassningen');
  expect(first).toContain('Inlämnad av Mats Lindbäck');
  expect(none).toEqual([]);
  expect((await list('Kan inte beslutas av dig')).textContent).toMatch(/Avtal: Du har själv lämnat in klassningen/);
});

test('one press decides the rest, each on record, and the list is told that its rows are old', async () => {
  const place = municipality();
  const references = await four(place);
  const onClose = jest.fn();
  showManyDialog({ in: place, references, onClose });
  await userEvent.click(await screen.findByRole('button', { name: 'Besluta 3 klassningar' }));
  expect(await screen.findByText('3 klassningar är beslutade.')).toBeTruthy();
  expect(await Promise.all(references.map((reference) => stateOf(place, reference)))).toEqual([
    'decided',
    'decided',
    'decided',
    'submitted'
  ]);
  expect(screen.queryByRole('button', { name: /^Besluta \d/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  expect(onClose).toHaveBeenCalledWith(true);
});

test('one that fails does not stop the others, and only it is tried again, with the same key', async () => {
  const place = municipality();
  const [same = '', changed = '', first = ''] = await four(place);
  const desk = place.desk('objectOwner');
  const sent: [string, string][] = [];
  let isAway = true;
  const send: typeof desk.send = (name, command, input) => {
    const { reference } = input as { readonly reference: string };
    sent.push([reference, command]);
    return isAway && reference === changed ? Promise.resolve({ ok: false, reason: 'unreachable' }) : desk.send(name, command, input);
  };
  showManyDialog({ in: place, references: [same, changed, first], desk: { send } });
  await userEvent.click(await screen.findByRole('button', { name: 'Besluta 3 klassningar' }));
  expect(await screen.findByText('2 klassningar är beslutade. 1 är kvar.')).toBeTruthy();
  expect(screen.getByText(/^Värnas tjänst svarar inte/)).toBeTruthy();
  isAway = false;
  await userEvent.click(screen.getByRole('button', { name: 'Försök igen med 1 klassning' }));
  expect(await screen.findByText('3 klassningar är beslutade.')).toBeTruthy();
  expect(sent.map(([reference]) => reference)).toEqual([same, changed, first, changed]);
  expect(new Set(sent.map(([, command]) => command)).size).toBe(3);
  expect(await stateOf(place, changed)).toBe('decided');
});

test('stopped, the one under way is finished and the rest are left', async () => {
  const place = municipality();
  const [same = '', changed = '', first = ''] = await four(place);
  const desk = place.desk('objectOwner');
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const send: typeof desk.send = async (name, command, input) => {
    await held;
    return desk.send(name, command, input);
  };
  showManyDialog({ in: place, references: [same, changed, first], desk: { send } });
  await userEvent.click(await screen.findByRole('button', { name: 'Besluta 3 klassningar' }));
  expect(await screen.findByText('Beslutar: 0 av 3 är klara')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Stoppa' }));
  goOn();
  expect(await screen.findByText('1 klassning är beslutad. 2 är kvar.')).toBeTruthy();
  expect(await Promise.all([same, changed, first].map((reference) => stateOf(place, reference)))).toEqual([
    'decided',
    'submitted',
    'submitted'
  ]);
});

test('nothing to decide among the chosen leaves nothing to press', async () => {
  const place = municipality();
  const references = await four(place);
  showManyDialog({ in: place, references, as: 'manager' });
  expect((await list('Kan inte beslutas av dig')).textContent).toContain('Karin Vaara är objektägare och beslutar.');
  expect(screen.queryByRole('button', { name: /^Besluta/ })).toBeNull();
});

test('a number that is not to be found is named', async () => {
  const place = municipality();
  showManyDialog({ in: place, references: [...(await four(place)), 'K-2026-0099'] });
  expect(await screen.findByText('K-2026-0099 hittas inte, eller går inte att läsa.')).toBeTruthy();
});

describe('in the queue', () => {
  test('all without change are chosen at once, decided, and gone from the queue', async () => {
    const place = municipality();
    const [same = '', changed = ''] = await four(place);
    showTab({ in: place, at: 'decisions' });
    await userEvent.click(await screen.findByRole('button', { name: 'Markera alla utan ändring (1)' }));
    expect(screen.getByRole('checkbox', { name: `Välj Scheman, ${same}` })).toHaveProperty('checked', true);
    expect(screen.getByRole('checkbox', { name: `Välj Journaler, ${changed}` })).toHaveProperty('checked', false);
    await userEvent.click(screen.getByRole('button', { name: 'Besluta 1 vald' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Besluta 1 klassning' }));
    expect(await screen.findByText('1 klassning är beslutad.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(screen.queryByRole('checkbox', { name: `Välj Scheman, ${same}` })).toBeNull();
    expect(await stateOf(place, same)).toBe('decided');
    expect(await stateOf(place, changed)).toBe('submitted');
  });

  test('any others can be chosen as well', async () => {
    const place = municipality();
    const [same = '', changed = ''] = await four(place);
    showTab({ in: place, at: 'decisions' });
    await userEvent.click(await screen.findByRole('checkbox', { name: `Välj Scheman, ${same}` }));
    await userEvent.click(screen.getByRole('checkbox', { name: `Välj Journaler, ${changed}` }));
    await userEvent.click(screen.getByRole('button', { name: 'Besluta 2 valda' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Besluta 2 klassningar' }));
    expect(await screen.findByText('2 klassningar är beslutade.')).toBeTruthy();
  });
});
