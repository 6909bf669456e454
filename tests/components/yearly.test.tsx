/** @jest-environment jsdom */
// Årshjul: what comes back each year, who has done it, and the classes that are due.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { done, refused } from '../../src/domain/outcome';
import { brokenRow, municipality, type Municipality } from './municipality';
import { decided, submittedAsset, submittedClassification } from './example';
import { setWidth } from './jsdom-parts';
import { showTab } from './screens';
import { given } from './track-example';

beforeEach(() => {
  window.localStorage.clear();
  setWidth(1200);
});

test('those whose work it is come to it by the rail, others have no such part', async () => {
  const { unmount } = showTab({ as: 'securityOfficer' });
  await userEvent.click(await screen.findByRole('link', { name: 'Årshjul' }));
  expect(await screen.findByRole('heading', { level: 1, name: /^Årshjul 20\d\d$/ })).toBeTruthy();
  unmount();
  showTab({ as: 'employee' });
  await screen.findByText('Inget väntar på dig. En bra dag.');
  expect(screen.queryByRole('link', { name: 'Årshjul' })).toBeNull();
});

test('a month shows the classes that are due in it, and the number leads to them', async () => {
  const place = municipality();
  await decidedAsset(place);
  showTab({ in: place, as: 'securityOfficer', at: 'yearly/2027' });
  const november = await screen.findByRole('region', { name: 'November 2027' });
  await userEvent.click(within(november).getByRole('link', { name: '1' }));
  expect(await screen.findByRole('link', { name: 'Hemtjänstens planering' })).toBeTruthy();
  expect(window.location.hash).toBe('#assets?due=2027-11');
});

test('a task is marked as done with a note, shown with who and when, and taken back', async () => {
  const place = municipality();
  showTab({ in: place, as: 'securityOfficer', at: 'yearly/2027' });
  const february = await screen.findByRole('region', { name: 'Februari 2027' });
  const task = 'Rapportera läge och status till kommundirektören och kommunstyrelsen';
  await userEvent.click(within(february).getByText(`Markera som klar: ${task}`));
  await userEvent.type(within(february).getByRole('textbox', { name: 'Anteckning' }), 'KS 2027-02-15 § 21');
  await userEvent.click(within(february).getByRole('button', { name: 'Markera som klar' }));
  expect(await within(february).findByText(/^Klart: Siv Modig, mån 23 nov 2026 15:40/)).toBeTruthy();
  expect(within(february).getByText(/KS 2027-02-15 § 21/)).toBeTruthy();
  await userEvent.click(within(february).getByRole('button', { name: `Ta tillbaka: ${task}` }));
  expect(await within(february).findByText(`Markera som klar: ${task}`)).toBeTruthy();
  expect((await place.context.yearly.read('Y-2027'))?.state.marks).toEqual([]);
});

test('whose task it is not sees whose it is and how it stands, and has nothing to press', async () => {
  const place = municipality();
  await given(place, 'it', 'mark-yearly-task', { done: true, year: 2027, month: 3, task: 'internal-control', note: '' });
  showTab({ in: place, as: 'director', at: 'yearly/2027' });
  const march = await screen.findByRole('region', { name: 'Mars 2027' });
  expect(within(march).getByText(/^Klart: /)).toBeTruthy();
  expect(within(march).queryByRole('button', { name: /^Ta tillbaka/ })).toBeNull();
  expect(within(march).queryByText('Markera som klar: Följ upp efterlevnaden')).toBeNull();
  expect(within(march).getByText('Markera som klar: Ledningens genomgång')).toBeTruthy();
  expect(within(march).getByText('Informationssäkerhet. Källa: H62')).toBeTruthy();
});

test('a task whose month has gone says so until it is marked, and the years lead to each other', async () => {
  showTab({ as: 'securityOfficer', at: 'yearly/2021' });
  const january = await screen.findByRole('region', { name: 'Januari 2021' });
  expect(within(january).getByText('Månaden har gått och uppgiften är inte markerad som klar.')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: '2020' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Årshjul 2020' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: '2019' })).toBeNull();
});

test('what lay before the årshjul began is not late, and it says when it began', async () => {
  showTab({ as: 'securityOfficer', at: 'yearly/2021', source: { yearlyBegan: () => Promise.resolve(done('2021-05-20T08:00:00Z')) } });
  const late = 'Månaden har gått och uppgiften är inte markerad som klar.';
  const april = await screen.findByRole('region', { name: 'April 2021' });
  expect(within(april).queryByText(late)).toBeNull();
  expect(within(april).getByText(/^Markera som klar: Se över klassningsmodellen/)).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Maj 2021' })).getAllByText(late)).toHaveLength(2);
  expect(screen.getByText('Årshjulet började i maj 2021. Det som låg före räknas inte som försenat.')).toBeTruthy();
});

test('who comes too late is told who was first', async () => {
  const place = municipality();
  showTab({ in: place, as: 'securityOfficer', at: 'yearly/2027' });
  const june = await screen.findByRole('region', { name: 'Juni 2027' });
  await userEvent.click(within(june).getByText('Markera som klar: Följ upp efterlevnaden'));
  await given(place, 'securityOfficer', 'mark-yearly-task', { done: true, year: 2027, month: 6, task: 'follow-up', note: '' });
  await userEvent.click(within(june).getByRole('button', { name: 'Markera som klar' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Siv Modig hann före');
});

test('what cannot be understood is named, and whoever may not see it is told so', async () => {
  const { unmount } = showTab({ as: 'it', at: 'yearly/2027', source: { yearlyMarks: () => Promise.resolve(done(brokenRow(17))) } });
  expect(await screen.findByText(/rad 17\./)).toBeTruthy();
  unmount();
  showTab({ as: 'employee', at: 'yearly', source: { yearlyMarks: () => Promise.resolve(refused('no-right')) } });
  expect(await screen.findByText(/^Du har inte rätt att se årshjulet\./)).toBeTruthy();
});

async function decidedAsset(place: Municipality): Promise<void> {
  await decided(place, await submittedClassification(place, await submittedAsset(place)));
}
