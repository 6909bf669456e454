/** @jest-environment jsdom */
// Incidents on the page of an asset, and causes that come back in the statistics: both of what the person may read.
import { screen, within } from '@testing-library/react';
import { done, refused } from '../../src/domain/outcome';
import { submittedAsset } from './example';
import { setWidth } from './jsdom-parts';
import { brokenRow, municipality, type Municipality } from './municipality';
import { showTab } from './screens';
import { given } from './track-example';

beforeEach(() => {
  window.localStorage.clear();
  setWidth(1200);
});

const asset = 'T-2026-0001';
const report = { kind: 'sent-wrong', when: 'today', where: 'E-post', ongoing: 'no', personalData: 'no', description: '' } as const;
const facts = { ongoing: false, manyPersons: false, severalCommittees: false, malicious: false, personalData: false };

/** So many incidents of one category that touch the same asset. */
async function happened(times: number): Promise<Municipality> {
  const place = municipality();
  await submittedAsset(place);
  for (let number = 1; number <= times; number += 1) {
    const reference = `I-2026-000${number}`;
    await given(place, 'employee', 'report-incident', { report, reportedAt: '2026-11-23T14:40:00Z' });
    await given(place, 'it', 'acknowledge-incident', { reference, receiver: 'it' });
    await given(place, 'it', 'triage-incident', { reference, category: 'misdirected', facts, severity: 'medium', reason: 'x' });
    await given(place, 'it', 'link-assets', { reference, assets: [asset] });
  }
  return place;
}

const incidents = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Incidenter' });

test('the page of an asset lists the incidents it had part in, with state and severity, and leads to them', async () => {
  const place = await happened(1);
  await given(place, 'it', 'report-incident', { report, reportedAt: '2026-11-23T14:40:00Z' });
  showTab({ in: place, at: `assets/${asset}`, as: 'it' });
  const part = within(await incidents());
  const link = await part.findByRole('link', { name: 'I-2026-0001' });
  expect(link.getAttribute('href')).toBe('#incidents/I-2026-0001');
  expect(part.getByText(/^Triage, allvarlighetsgrad: Medel\. Rapporterad mån 23 nov 2026 15:40$/)).toBeTruthy();
  expect(part.queryByText('I-2026-0002')).toBeNull();
});

test('whoever may not read them sees none, whether the list is closed to them or the row', async () => {
  const place = await happened(1);
  const first = showTab({ in: place, at: `assets/${asset}`, as: 'custodian' });
  expect(await within(await incidents()).findByText(/^Det finns inga incidenter/)).toBeTruthy();
  first.unmount();
  showTab({ in: place, at: `assets/${asset}`, as: 'custodian', source: { incidents: () => Promise.resolve(refused('no-right')) } });
  expect(await within(await incidents()).findByText(/^Det finns inga incidenter/)).toBeTruthy();
});

test('an exercise is marked there too, and rows that cannot be read are told of', async () => {
  const place = await happened(0);
  await given(place, 'it', 'report-exercise', { report: { ...report, asset }, reportedAt: '2026-11-23T14:40:00Z' });
  const first = showTab({ in: place, at: `assets/${asset}`, as: 'it' });
  expect(await within(await incidents()).findByText('ÖVNING: Jag har skickat något fel')).toBeTruthy();
  first.unmount();
  showTab({ in: place, at: `assets/${asset}`, as: 'it', source: { incidents: () => Promise.resolve(done([brokenRow(41)])) } });
  expect(await within(await incidents()).findByText(/41/)).toBeTruthy();
});

test('three of a kind with the same asset are named as a cause, with links to the asset and to each', async () => {
  showTab({ in: await happened(3), at: 'incidents/statistics', as: 'it' });
  const part = within(await screen.findByRole('region', { name: 'Återkommande orsaker' }));
  expect(part.getByText('Felutskick eller obehörigt röjande: 3 incidenter')).toBeTruthy();
  expect(part.getByText('Samma enhet: Hemtjänsten')).toBeTruthy();
  expect(part.getByRole('link', { name: `Samma tillgång: ${asset} Hemtjänstens planering` }).getAttribute('href')).toBe(`#assets/${asset}`);
  expect(part.getAllByRole('link', { name: /^I-/ }).map((link) => link.getAttribute('href'))).toEqual(
    expect.arrayContaining(['#incidents/I-2026-0001', '#incidents/I-2026-0002', '#incidents/I-2026-0003'])
  );
});

test('two are no cause, and a cause is of what the person may read', async () => {
  const place = await happened(3);
  const first = showTab({ in: await happened(2), at: 'incidents/statistics', as: 'it' });
  expect(await screen.findByText('Ingen orsak har återkommit så.')).toBeTruthy();
  first.unmount();
  await given(place, 'securityOfficer', 'restrict-incident', { reference: 'I-2026-0003', restricted: true, reason: 'x' });
  showTab({ in: place, at: 'incidents/statistics', as: 'it' });
  expect(await screen.findByText('Ingen orsak har återkommit så.')).toBeTruthy();
});
