// The other tables of the register taken out as Excel, read back: decisions that wait, requirements without answers, what is required of one asset, and the overview.
import { decisionSheets, requiredSheets, unansweredSheets } from '../../src/documents/asset-sheets';
import { excelOf } from '../../src/documents/excel';
import { overviewSheets } from '../../src/documents/overview-sheets';
import type { Sheet } from '../../src/documents/sheet';
import { ordinaryNumbers } from '../../src/domain/level-numbers';
import { partiesOf } from '../../src/domain/requirement-answers';
import { requirementCatalogue as catalogue } from '../../src/reference/requirement-catalogue';
import { asset, classification, measure, requirementAnswers } from '../lists/examples';
import { people } from '../workflows/memory-context';
import { readExcel } from './office-file';

const taken = { by: people.securityOfficer, at: '2026-12-20T09:00:00Z', levelNumbers: ordinaryNumbers };
const profile = { confidentiality: 'serious', integrity: 'significant', availability: 'moderate', traceability: 'negligible' } as const;
const classed = asset({ profile, carriers: ['system'], decidedAt: '2026-11-23T14:40:00Z', state: 'active' });

async function readBack(sheets: readonly Sheet[]): Promise<string[][][]> {
  return readExcel(await (await excelOf(sheets)).arrayBuffer());
}

test('decisions that wait stand in the order they were given, with class and proposer', async () => {
  const [rows, about] = await readBack(decisionSheets({ classifications: [classification()], ...taken }));
  expect(rows?.[1]).toEqual([
    ...['K-2026-0001', classification().assetName, 'T-2026-0001', 'K3 Allvarlig', 'R2 Betydande', 'T1 Måttlig', 'S0 Försumbar'],
    ...[classification().proposer.name, '2026-11-23 15:40', classification().decider.name]
  ]);
  expect(about?.slice(1, 3)).toEqual([
    ['Urval', 'Beslut som väntar på den som tog fram filen'],
    ['Antal', '1']
  ]);
});

test('the sheets number the levels as the municipality does', async () => {
  const numbered = { ...taken, levelNumbers: { negligible: 4, moderate: 3, significant: 2, serious: 1 } };
  const [decisions] = await readBack(decisionSheets({ classifications: [classification()], ...numbered }));
  expect(decisions?.[1]?.slice(3, 7)).toEqual(['K1 Allvarlig', 'R2 Betydande', 'T3 Måttlig', 'S4 Försumbar']);
  const waiting = partiesOf(catalogue, classed, []).map((party) => ({ asset: classed, party }));
  const [unanswered] = await readBack(unansweredSheets({ waiting, ...numbered }));
  expect(unanswered?.[1]).toContain('K1 Allvarlig');
  const units = [{ code: 'SOC-HEM', name: 'Socialnämnden', kind: 'committee' as const }];
  const worst = (await readBack(overviewSheets({ assets: [classed], units, vacancies: [], grounds, ...numbered })))[2];
  expect(worst?.[1]?.slice(1, 4)).toEqual(['K1 Allvarlig', '1 av 1', 'R2 Betydande']);
});

test('whoever has not answered stands with how much is left, and a supplier that is late with its day', async () => {
  const parties = partiesOf(catalogue, classed, [requirementAnswers()]);
  const waiting = parties.map((party) => ({ asset: classed, party }));
  const [rows = []] = await readBack(unansweredSheets({ waiting, ...taken }));
  const supplier = rows.find((cells) => cells.includes('Leverantören Nordvårdssystem AB'));
  const asked = parties.find(({ actor }) => actor === 'supplier')?.asked.length ?? 0;
  expect(rows).toHaveLength(parties.length + 1);
  expect(supplier?.slice(8)).toEqual([String(asked - 2), String(asked), '2026-12-18', 'Ja']);
});

test('what is required of an asset stands with each answer, and with the measures it led to', async () => {
  const led = measure({ requirement: 'K-07', cost: 1200, incident: undefined, asset: 'T-2026-0001' });
  const view = { asset: classed, answers: [requirementAnswers()], measures: [led], catalogue, ...taken };
  const [answers = [], measures = []] = await readBack(requiredSheets(view));
  expect(answers.find((cells) => cells[0] === 'K-07' && cells[3]?.startsWith('Leverantören') === true)?.slice(4)).toEqual([
    ...['Uppfyllt', 'Certifikat <A> "2026"', 'Säkerhetschefen', requirementAnswers().answers['K-07']?.by.name, '2026-12-10 10:00']
  ]);
  expect(answers.filter((cells) => cells[4] === 'Inget svar').length).toBeGreaterThan(10);
  expect(measures[1]).toEqual([
    ...['M-2026-0001', led.what, 'K-07', 'Klar, väntar på effektkontroll', led.owner.name, '', '1200', '2026-12-18', '2027-03-01']
  ]);
});

const grounds = { now: taken.at, model: 'Haparanda 1.1', incidents: new Map() };

test('the overview says the same as the screen: coverage, worst levels, what needs somebody and when it was decided', async () => {
  const units = [
    { code: 'SN', name: 'Socialnämnden', kind: 'committee' as const },
    { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit' as const, parent: 'SN' },
    { code: 'SOC-X', name: 'Boendet', kind: 'unit' as const, parent: 'SN' }
  ];
  const draft = asset({ reference: 'T-2026-0002', state: 'draft' });
  const without = asset({ reference: 'T-2026-0003', custodian: undefined });
  const [coverage, empty, worst, needing, months] = await readBack(
    overviewSheets({ assets: [classed, draft, without], units, vacancies: [], grounds, ...taken })
  );
  expect(coverage?.slice(1)).toEqual([
    ['Socialnämnden', '3', '1', '2'],
    ['Hela kommunen', '3', '1', '2']
  ]);
  expect(empty?.slice(1)).toEqual([['Boendet']]);
  expect(worst?.[1]?.slice(0, 3)).toEqual(['Socialnämnden', 'K3 Allvarlig', '1 av 1']);
  expect(needing?.slice(1).map((cells) => [cells[0], cells[3], cells[4]])).toEqual([
    ['T-2026-0003', 'Oklassad', 'Ansvarig saknas, Klass saknas']
  ]);
  expect(months?.find(([month]) => month === 'november 2026')).toEqual(['november 2026', '1']);
});
