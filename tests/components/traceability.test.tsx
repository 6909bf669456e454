/** @jest-environment jsdom */
// What the tab says of the log's checks: calm when all is well, plain when it is not, and where only to informationssäkerhet.
import { screen } from '@testing-library/react';
import type { Read, Row } from '../../src/components/source';
import type { LogCheck } from '../../src/domain/log-check';
import { done, refused } from '../../src/domain/outcome';
import { brokenRow, municipality, row } from './municipality';
import { reportedIncident, submittedAsset, submittedClassification } from './example';
import { errors, showTab, type Showing } from './screens';

const deviations = [
  { aggregate: 'T-2026-0001', sequence: 3, at: '2026-11-23T14:40:00Z', fault: 'altered' },
  { aggregate: 'A-0001', sequence: 9, at: '2026-11-22', fault: 'day-without-anchor' },
  { aggregate: 'Incidenter #7', sequence: 0, at: '', fault: 'not-in-log' }
] as const;

function check(changes: Partial<LogCheck> = {}): LogCheck {
  return { at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'), by: 'service', entries: 120, found: 0, deviations: [], ...changes };
}

/** Incidenter with this as the latest check. */
function showIncidents(latest: Row<LogCheck> | undefined, showing: Showing = {}): void {
  showTab({ at: 'incidents', ...showing, source: { logCheck: () => Promise.resolve(done(latest)) } });
}

test.each([
  ['sv', /^Spårbarhet kontrollerad .+ av Värnas tjänst\.$/],
  ['en', /^Traceability checked .+ by Värna’s service\.$/],
  ['fi', /^Jäljitettävyys tarkistettu .+, tarkistaja Värnan palvelu\.$/]
] as const)('in %s a check that found nothing says when it was made and by whom', async (language, words) => {
  showIncidents(row(check()), { language });
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByText(/äldre än tre dygn/)).toBeNull();
});

test('a check that whoever runs the service made says so, in Swedish time', async () => {
  showIncidents(row(check({ by: 'operator', at: '2026-11-25T03:00:00Z' })));
  expect(await screen.findByText('Spårbarhet kontrollerad ons 25 nov 2026 04:00 av den som sköter driften.')).toBeTruthy();
});

test('it stands on the page of an asset and of a decision too', async () => {
  const place = municipality();
  const classification = await submittedClassification(place, await submittedAsset(place));
  const source = { logCheck: (): Promise<Read<Row<LogCheck>>> => Promise.resolve(done(row(check()))) };
  const { unmount } = showTab({ in: place, at: `assets/${classification.asset}`, source });
  expect(await screen.findByText(/^Spårbarhet kontrollerad/)).toBeTruthy();
  unmount();
  showTab({ in: place, at: `decisions/${classification.reference}`, source });
  expect(await screen.findByText(/^Spårbarhet kontrollerad/)).toBeTruthy();
});

test('deviations are counted for everybody, and named for informationssäkerhet alone', async () => {
  const found = row(check({ found: 3, deviations }));
  showIncidents(found);
  expect(await screen.findByText(/hittade 3 avvikelser\. Informationssäkerhetsansvarig ser var\.$/)).toBeTruthy();
  expect(screen.queryByText('Visa avvikelserna')).toBeNull();
});

test('informationssäkerhet sees where, and that there is more than is shown', async () => {
  showIncidents(row(check({ found: 24, deviations })), { as: 'securityOfficer' });
  expect(await screen.findByText('Visa avvikelserna')).toBeTruthy();
  expect(screen.getByText('T-2026-0001:3, mån 23 nov 2026 15:40, posten i loggen är ändrad')).toBeTruthy();
  expect(screen.getByText('A-0001:9, 2026-11-22, dygnet har inget ankare')).toBeTruthy();
  expect(screen.getByText('Incidenter #7, raden i listan finns inte i loggen')).toBeTruthy();
  expect(screen.getByText('Och 21 till.')).toBeTruthy();
});

test.each([
  [71, false],
  [73, true]
])('a check that is %i hours old is too old: %s', async (hours, isOld) => {
  const at = new Date(Date.now() - hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
  showIncidents(row(check({ at })));
  await screen.findByText(/^Spårbarhet kontrollerad/);
  expect(screen.queryByText(/^Kontrollen är äldre än tre dygn\./) !== null).toBe(isOld);
});

test('no check, a check that could not be read, and one that cannot be understood are three things', async () => {
  showIncidents(undefined);
  expect(await screen.findByText('Spårbarheten har inte kontrollerats än.')).toBeTruthy();
  showTab({ at: 'incidents', source: { logCheck: () => Promise.reject(new Error('503')) } });
  expect(await screen.findByText(/^Kunde inte läsa kontrollen av spårbarheten/)).toBeTruthy();
  expect(errors.map(({ message }) => message)).toContain('503');
  showIncidents(brokenRow(17));
  expect(await screen.findByText(/går inte att förstå.*rad 17/)).toBeTruthy();
});

test('whoever may not see the checks is told nothing of them', async () => {
  const place = municipality();
  await reportedIncident(place);
  showTab({ in: place, at: 'incidents', as: 'employee', source: { logCheck: () => Promise.resolve(refused('no-right')) } });
  await screen.findByRole('row', { name: /I-2026-0001/ });
  expect(screen.queryByText(/pårbarhet/)).toBeNull();
});
