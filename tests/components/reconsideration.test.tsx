/** @jest-environment jsdom */
// Classes that are to be reconsidered: on the asset's page, in the register, on Hem and in the overview.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused } from '../../src/domain/outcome';
import { classificationModel } from '../../src/reference/classification-model';
import { brokenRow, municipality, type Municipality } from './municipality';
import { decided, submittedAsset, submittedClassification } from './example';
import { showTab } from './screens';
import { given } from './track-example';

const day = 86_400_000;

beforeEach(() => {
  window.localStorage.clear();
});

test('a class that was decided lately says by when it is reconsidered, and nothing waits', async () => {
  const place = municipality();
  const { reference } = await decidedAt(place, daysAgo(1));
  const { unmount } = showTab({ in: place, at: `assets/${reference}` });
  expect(await screen.findByText(/^Klassen omprövas senast /)).toBeTruthy();
  expect(screen.queryByText('Klassen ska omprövas.')).toBeNull();
  unmount();
  showTab({ in: place });
  await screen.findByText('Inget väntar på dig. En bra dag.');
  expect(screen.queryByRole('heading', { name: 'Klasser att ompröva' })).toBeNull();
});

test('the asset keeps by which version of the model it was decided', async () => {
  const place = municipality();
  const { reference } = await decidedAt(place, daysAgo(1));
  expect((await place.context.assets.read(reference))?.state.decidedModel).toBe(classificationModel.version);
});

test('after a year the page, Hem, the register and the overview say so, and each number leads to its rows', async () => {
  const place = municipality();
  const { reference } = await decidedAt(place, daysAgo(370));
  await decidedAt(place, daysAgo(1), 'Elevakter');
  const { unmount } = showTab({ in: place });
  const list = await screen.findByRole('region', { name: 'Klasser att ompröva' });
  expect(within(list).getByText('ett år sedan beslutet')).toBeTruthy();
  await userEvent.click(within(list).getByRole('link', { name: `Se ${reference}` }));
  expect(await screen.findByText(/^Det har gått ett år sedan beslutet\. Klassen skulle omprövas senast /)).toBeTruthy();
  expect(screen.getByText(/^Klassa tillgången igen\./)).toBeTruthy();
  unmount();
  const overview = showTab({ in: place, at: 'overview' });
  const mine = await screen.findByRole('region', { name: 'Mitt' });
  await userEvent.click(within(valueOf(mine, 'Mina klasser som ska omprövas')).getByRole('link', { name: '1' }));
  expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Elevakter' })).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Ska omprövas' }).checked).toBe(true);
  expect(screen.getAllByText('Ska omprövas').length).toBeGreaterThan(1);
  overview.unmount();
});

test('an asset that changed, and was part of a serious incident, says both, and names the incident', async () => {
  const place = municipality();
  const { reference } = await decidedAt(place, daysAgo(30));
  place.context.setNow(daysAgo(5));
  const incident = await seriousIncident(place, reference);
  showTab({ in: place, at: `assets/${reference}` });
  expect(await screen.findByText(/^Sedan beslutet har tillgången berörts av en incident/)).toBeTruthy();
  expect(screen.getAllByRole('link', { name: incident })).toHaveLength(2);
});

test('whoever may not read the incident is given no reason by it', async () => {
  const place = municipality();
  const { reference } = await decidedAt(place, daysAgo(30));
  place.context.setNow(daysAgo(5));
  await seriousIncident(place, reference);
  showTab({ in: place, at: `assets/${reference}`, source: { seriousIncidents: () => Promise.resolve(refused('no-right')) } });
  expect(await screen.findByText(/^Klassen omprövas senast /)).toBeTruthy();
});

test('a new classification that is on its way is told of instead of being asked for', async () => {
  const place = municipality();
  const asset = await decidedAt(place, daysAgo(370));
  place.context.setNow(daysAgo(1));
  const { reference } = await submittedClassification(place, asset);
  showTab({ in: place, at: `assets/${asset.reference}` });
  expect(await screen.findByText(/En ny klassning är på väg:/)).toBeTruthy();
  expect(screen.getAllByRole('link', { name: reference }).length).toBeGreaterThan(1);
  expect(screen.queryByText(/^Klassa tillgången igen\./)).toBeNull();
});

test('Hem names five, leads to all of them, and says when a row cannot be understood', async () => {
  const place = municipality();
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) await decidedAt(place, daysAgo(370), name);
  const own = await place.source('objectOwner').myAssets();
  if (!own.ok) throw new Error('The assets could not be read.');
  showTab({ in: place, source: { myAssets: () => Promise.resolve({ ok: true, value: [...own.value, brokenRow(17)] }) } });
  const list = await screen.findByRole('region', { name: 'Klasser att ompröva' });
  expect(within(list).getAllByRole('link', { name: /^Se T-/ })).toHaveLength(5);
  expect(within(list).getByText(/rad 17\./)).toBeTruthy();
  expect(within(list).getByRole('link', { name: 'Se alla 6' }).getAttribute('href')).toBe('#assets?mine=yes&reconsider=yes');
});

test('an employee who may not see the register has no such part', async () => {
  const none = () => Promise.resolve(refused('no-right'));
  showTab({ as: 'employee', source: { myAssets: none, seriousIncidents: none } });
  await screen.findByText('Inget väntar på dig. En bra dag.');
  expect(screen.queryByRole('heading', { name: 'Klasser att ompröva' })).toBeNull();
});

test('the month in the address narrows the register to what is due in it', async () => {
  const place = municipality();
  await decidedAt(place, '2026-11-23T14:40:00Z');
  await decidedAt(place, '2026-12-23T14:40:00Z', 'Elevakter');
  const assets = await place.source('objectOwner').assets();
  showTab({ in: place, at: 'assets?due=2027-11', source: { assets: () => Promise.resolve(assets) } });
  expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Elevakter' })).toBeNull();
  expect(screen.getByText('Omprövas senast i november 2027')).toBeTruthy();
});

async function decidedAt(place: Municipality, at: string, name?: string) {
  place.context.setNow(at);
  const asset = await submittedAsset(place, name);
  await decided(place, await submittedClassification(place, asset));
  return asset;
}

/** Gives its number. */
async function seriousIncident(place: Municipality, asset: string): Promise<string> {
  const report = { kind: 'sent-wrong', when: 'today', where: 'E-post', ongoing: 'no', personalData: 'yes', description: '' } as const;
  const sent = await place.desk('employee').send('report-incident', 'a report', { report, reportedAt: place.context.now() });
  if (!sent.ok || 'kept' in sent) throw new Error('The incident was not reported.');
  const { reference } = sent.value;
  const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: true };
  await given(place, 'it', 'acknowledge-incident', { reference, receiver: 'it' });
  await given(place, 'it', 'triage-incident', { reference, category: 'misdirected', facts, severity: 'high', reason: 'Barn berörs' });
  await given(place, 'it', 'link-assets', { reference, assets: [asset] });
  return reference;
}

function daysAgo(days: number): string {
  return `${new Date(Date.now() - days * day).toISOString().slice(0, 19)}Z`;
}

/** The value that stands beside a name in a list of facts. */
function valueOf(within: HTMLElement, name: string): HTMLElement {
  const term = Array.from(within.querySelectorAll('dt')).find(({ textContent }) => textContent === name);
  const value = term?.nextElementSibling;
  if (!(value instanceof HTMLElement)) throw new Error(`There is no ${name}.`);
  return value;
}
