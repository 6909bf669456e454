/** @jest-environment jsdom */
// Översikt: how things stand, and every number a way to its rows.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Source } from '../../src/components/source';
import { refused } from '../../src/domain/outcome';
import { municipality, type Municipality } from './municipality';
import { decided, draftAsset, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { setWidth } from './jsdom-parts';
import { showTab } from './screens';

beforeEach(() => {
  window.localStorage.clear();
  setWidth(1200);
});

/** Socialförvaltningen stands beneath its nämnd, as in the list of units. */
async function withSocialBeneath(place: Municipality): Promise<Pick<Source, 'units'>> {
  const units = await place.source('manager').units();
  const tree = units.map((row) => (!row.broken && row.state.code === 'SOC' ? { ...row, state: { ...row.state, parent: 'SN' } } : row));
  return { units: () => Promise.resolve(tree) };
}

test('shows coverage and the worst levels of each nämnd, and leads to the rows', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset, { answers: sensitiveAnswers }));
  await submittedAsset(place, 'Nyckelpärm');
  await draftAsset(place, 'Elevakter');
  showTab({ in: place, at: 'overview', as: 'manager', source: await withSocialBeneath(place) });
  const coverage = await screen.findByRole('table', { name: '33 procent av tillgångarna har en beslutad klass' });
  expect(within(coverage).getByRole('row', { name: 'Socialnämnden 3 1 av 3 2' })).toBeTruthy();
  const classes = screen.getByRole('table', { name: 'Ingen tillgång har den allvarligaste nivån' });
  expect(within(classes).getByText('K2 Betydande')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'En tillgång behöver någon' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Min enhet: Hemtjänsten' })).toBeTruthy();
  await userEvent.click(within(within(coverage).getByRole('row', { name: /^Socialnämnden/ })).getByRole('link', { name: '2' }));
  await screen.findByRole('link', { name: 'Nyckelpärm' });
  await screen.findByRole('link', { name: 'Elevakter' });
  expect(screen.queryByRole('link', { name: 'Hemtjänstens planering' })).toBeNull();
});

afterEach(() => jest.restoreAllMocks());

test('on a telephone each nämnd is a card, with its figures beside one another and its levels in words', async () => {
  setWidth(320);
  jest.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(700);
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset, { answers: sensitiveAnswers }));
  showTab({ in: place, at: 'overview', as: 'manager', source: await withSocialBeneath(place) });
  const coverage = within(await screen.findByRole('list', { name: '100 procent av tillgångarna har en beslutad klass' }));
  expect(coverage.getAllByRole('listitem').at(-1)?.textContent).toBe('Hela kommunenRegistrerade1Med beslutad klass1 av 1Utan klass0');
  const classes = within(screen.getByRole('list', { name: 'Ingen tillgång har den allvarligaste nivån' }));
  expect(classes.getAllByRole('listitem')[0]?.textContent).toContain('RiktighetR2 Betydande1 av 1');
  expect(screen.queryByRole('columnheader', { name: 'Nämnd' })).toBeNull();
});

test('how the classes have come along is read when it is asked for, and said in a table', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset, { answers: sensitiveAnswers }));
  await submittedAsset(place, 'Nyckelpärm');
  let asked = 0;
  const classifications = () => {
    asked += 1;
    return place.source('manager').classifications();
  };
  showTab({ in: place, at: 'overview', as: 'manager', source: { classifications } });
  const show = await screen.findByRole('button', { name: 'Visa hur klasserna har vuxit fram' });
  expect(asked).toBe(0);
  await userEvent.click(show);
  const table = await screen.findByRole('table', {
    name: /^När .* var slut hade \d av dagens 2 tillgångar en beslutad klass, nu har 1 det$/
  });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent)
  ).toEqual([...['Månad', 'Med beslutad klass', 'Allvarlig', 'Betydande', 'Måttlig', 'Försumbar']]);
  expect(within(table).getAllByRole('row').at(-1)?.textContent).toMatch(/ 1 av 20100$/);
  expect(asked).toBe(1);
});

test('classifications that could not be read are asked for again', async () => {
  let isAway = true;
  const place = municipality();
  const classifications = () => (isAway ? Promise.reject(new Error('Away.')) : place.source('manager').classifications());
  showTab({ in: place, at: 'overview', as: 'manager', source: { classifications } });
  await userEvent.click(await screen.findByRole('button', { name: 'Visa hur klasserna har vuxit fram' }));
  const again = await screen.findByRole('button', { name: 'Försök igen' });
  isAway = false;
  await userEvent.click(again);
  await screen.findByRole('table', { name: /0 av dagens 0 tillgångar/ });
});

test('what it is for is said until somebody has understood it', async () => {
  const { unmount } = showTab({ at: 'overview' });
  await userEvent.click(await screen.findByRole('button', { name: 'Jag förstår' }));
  expect(screen.queryByText('Första gången här?')).toBeNull();
  unmount();
  showTab({ at: 'overview' });
  await screen.findByText('Inga tillgångar är registrerade');
  expect(screen.queryByText('Första gången här?')).toBeNull();
});

test('who may not see the register is told who can give the right', async () => {
  showTab({ at: 'overview', as: 'stranger', source: { assets: () => Promise.resolve(refused('no-right')) } });
  expect(await screen.findByText(/^Du har inte rätt att se tillgångarna\./)).toBeTruthy();
});

test('Hem leads to it those who can read the register', async () => {
  showTab({ as: 'manager' });
  await userEvent.click(await screen.findByRole('link', { name: 'Översikt' }));
  await screen.findByRole('heading', { level: 1, name: 'Översikt' });
});
