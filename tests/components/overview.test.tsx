/** @jest-environment jsdom */
// Översikt: how things stand, and every number a way to its rows.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../../src/domain/outcome';
import { municipality } from './municipality';
import { decided, draftAsset, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { showTab } from './screens';

beforeEach(() => {
  window.localStorage.clear();
});

test('shows coverage and the worst levels of each nämnd, and leads to the rows', async () => {
  const place = municipality();
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset, { answers: sensitiveAnswers }));
  await submittedAsset(place, 'Nyckelpärm');
  await draftAsset(place, 'Elevakter');
  const units = await place.source('manager').units();
  const tree = units.map((row) => (!row.broken && row.state.code === 'SOC' ? { ...row, state: { ...row.state, parent: 'SN' } } : row));
  showTab({ in: place, at: 'overview', as: 'manager', source: { units: () => Promise.resolve(tree) } });
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
