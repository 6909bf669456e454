/** @jest-environment jsdom */
// Ställföreträdare under Beslut: naming one, ending it, deciding in somebody's place, and what others see of it.
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delegateDecisions } from '../../src/workflows/delegate-decisions';
import { actor, people } from '../workflows/memory-context';
import { submittedAsset, submittedClassification } from './example';
import { municipality, type Municipality } from './municipality';
import { showTab } from './screens';

beforeEach(() => window.localStorage.clear());

async function withDeputy(): Promise<Municipality> {
  const place = municipality();
  await submittedAsset(place);
  const input = { deputy: people.manager.upn, from: '2026-11-23', to: '2026-11-27' };
  await delegateDecisions(place.context, { command: 'delegate', actor: actor('objectOwner'), input });
  return place;
}

async function section(): Promise<HTMLElement> {
  const region = await screen.findByRole('region', { name: 'Ställföreträdare' });
  await within(region).findByText(/^Är du borta kan någon annan besluta/);
  return region;
}

test('an objektägare names a deputy for some days, and sees it in the list', async () => {
  const place = municipality();
  await submittedAsset(place);
  showTab({ in: place, at: 'decisions' });
  const region = await section();
  expect(within(region).getByText('Ingen har en ställföreträdare just nu.')).toBeTruthy();
  await userEvent.type(within(region).getByRole('combobox', { name: 'Ställföreträdare' }), 'Mats');
  fireEvent.click(await screen.findByRole('option', { name: /Mats Lindbäck/ }));
  fireEvent.change(within(region).getByLabelText(/^Från och med/), { target: { value: '2026-11-23' } });
  fireEvent.change(within(region).getByLabelText(/^Till och med/), { target: { value: '2026-11-27' } });
  await userEvent.click(within(region).getByRole('button', { name: 'Spara' }));
  expect((await within(region).findByText(/^Mats Lindbäck får besluta i ditt ställe\./)).textContent).toContain('D-2026-0001');
  expect(within(within(region).getByRole('grid')).getByText('fre 27 nov 2026')).toBeTruthy();
});

test('what is missing is said at the fields, and nothing is sent', async () => {
  const place = municipality();
  await submittedAsset(place);
  showTab({ in: place, at: 'decisions' });
  const region = await section();
  const before = place.context.entries.length;
  await userEvent.click(within(region).getByRole('button', { name: 'Spara' }));
  expect(await within(region).findByText('3 saker behöver rättas')).toBeTruthy();
  fireEvent.change(within(region).getByLabelText(/^Från och med/), { target: { value: '2026-11-27' } });
  fireEvent.change(within(region).getByLabelText(/^Till och med/), { target: { value: '2026-11-23' } });
  expect(within(region).getAllByText('Sista dagen ligger före den första.').length).toBeGreaterThan(0);
  expect(place.context.entries).toHaveLength(before);
});

test('whoever made it ends it', async () => {
  showTab({ in: await withDeputy(), at: 'decisions' });
  const region = await section();
  await userEvent.click(within(region).getByRole('button', { name: 'Avsluta delegeringen till Mats Lindbäck' }));
  expect(await within(region).findByText('Delegeringen D-2026-0001 är avslutad.')).toBeTruthy();
  expect(within(region).queryByRole('grid')).toBeNull();
});

test('the informationssäkerhetsansvarig may end it, and cannot make one', async () => {
  showTab({ in: await withDeputy(), at: 'decisions', as: 'securityOfficer' });
  const region = await section();
  expect(within(region).getByRole('button', { name: /^Avsluta delegeringen/ })).toBeTruthy();
  expect(within(region).queryByRole('button', { name: 'Spara' })).toBeNull();
});

test('the deputy sees it and cannot end it; others do not see who is away', async () => {
  const place = await withDeputy();
  const first = showTab({ in: place, at: 'decisions', as: 'manager' });
  const region = await section();
  expect(within(within(region).getByRole('grid')).getByText('Karin Vaara')).toBeTruthy();
  expect(within(region).queryByRole('button', { name: /^Avsluta/ })).toBeNull();
  first.unmount();
  showTab({ in: place, at: 'decisions', as: 'custodian' });
  expect(within(await section()).queryByRole('grid')).toBeNull();
});

test('the deputy finds what waits, is told for whom they decide, and decides', async () => {
  const place = await withDeputy();
  const [asset] = await place.context.assets.numbersOf(people.objectOwner.id);
  const standing = asset === undefined ? undefined : await place.context.assets.read(asset);
  if (standing === undefined) throw new Error('The example has no asset.');
  const { reference } = await submittedClassification(place, standing.state, { as: 'custodian' });
  const queue = showTab({ in: place, at: 'decisions', as: 'manager' });
  expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  queue.unmount();
  showTab({ in: place, at: `decisions/${reference}`, as: 'manager' });
  expect(await screen.findByText('Du beslutar för Karin Vaara enligt delegering D-2026-0001.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Besluta' }));
  expect(
    await screen.findByText('Beslutades av Mats Lindbäck för Karin Vaara enligt delegering D-2026-0001 mån 23 nov 2026 15:40.', {
      exact: false
    })
  ).toBeTruthy();
});
