// The statement of applicability, made and read back: each requirement and each control with how many assets it applies to and how they stand.
import { applicabilitySheets, type Applicability } from '../../src/documents/applicability-sheets';
import { excelOf } from '../../src/documents/excel';
import type { Asset } from '../../src/domain/asset';
import type { Level } from '../../src/domain/classification';
import type { AnswerCode, RequirementAnswers } from '../../src/domain/requirement-answers';
import { requirementCatalogue as catalogue } from '../../src/reference/requirement-catalogue';
import { asset, requirementAnswers } from '../lists/examples';
import { people } from '../workflows/memory-context';
import { readExcel } from './office-file';

function classed(number: number, level: Level | undefined): Asset {
  const profile = level && { confidentiality: level, integrity: level, availability: level, traceability: level };
  return asset({ reference: `T-2026-000${number}`, carriers: ['system'], ...(profile && { profile }) });
}

function answered(number: number, answers: Readonly<Record<string, AnswerCode>>): RequirementAnswers {
  const { supplier: _supplier, ...rest } = requirementAnswers({ reference: `Q-2026-000${number}`, actor: 'it', sent: [] });
  const given = { by: people.it, at: '2026-11-26T09:00:00Z', proof: '=1+1' } as const;
  const codes = Object.entries(answers).map(([code, answer]) => [code, { ...given, answer }] as const);
  return { ...rest, asset: `T-2026-000${number}`, answers: Object.fromEntries(codes) };
}

const made: Applicability = {
  assets: [classed(1, 'significant'), classed(2, 'significant'), classed(3, 'serious'), classed(4, 'significant'), classed(5, undefined)],
  answers: [answered(1, { 'K-07': 'met', 'S-04': 'met' }), answered(2, { 'K-07': 'no', 'S-04': 'met' }), answered(3, { 'K-07': 'partly' })],
  catalogue,
  unread: 2,
  by: people.securityOfficer,
  at: '2026-11-26T09:00:00Z'
};

async function sheets(): Promise<string[][][]> {
  return readExcel(await (await excelOf(applicabilitySheets(made))).arrayBuffer());
}

test('a row for each requirement of the catalogue, with how many it applies to and how they stand', async () => {
  const [requirements = []] = await sheets();
  expect(requirements).toHaveLength(catalogue.requirements.length + 1);
  expect(requirements[0]?.slice(6)).toEqual(['Gäller antal tillgångar', 'Uppfyllt', 'Delvis', 'Nej', 'Inget svar']);
  expect(requirements.find(([code]) => code === 'K-07')).toEqual([
    'K-07',
    'Sekretess (konfidentialitet)',
    'Betydande',
    'Inloggning kräver flera faktorer.',
    '8.5',
    '10',
    ...['4', '1', '1', '1', '1']
  ]);
  expect(requirements.find(([code]) => code === 'S-07')?.slice(6)).toEqual(['1', '0', '0', '0', '1']);
});

test('a row for each of the 93 controls, where of each asset the worst counts', async () => {
  const [, controls = []] = await sheets();
  expect(controls).toHaveLength(94);
  expect(controls.find(([control]) => control === '8.5')).toEqual(['8.5', 'K-07, S-04', '4', '0', '1', '1', '2']);
  expect(controls.find(([control]) => control === '8.34')).toEqual(['8.34', 'Inget krav i katalogen', '0', '0', '0', '0', '0']);
});

test('says what was counted, what was not, and that it is support for judgement', async () => {
  const [, , about = []] = await sheets();
  expect(about).toContainEqual(['Tillgångar med beslutad klass', '4']);
  expect(about).toContainEqual(['Tillgångar utan beslutad klass, som inte räknas', '1']);
  expect(about).toContainEqual(['Rader som inte gick att läsa, och inte räknas', '2']);
  expect(about.flat().join(' ')).toContain('Stöd för bedömning.');
});

test('no proof that somebody wrote stands in it', async () => {
  expect((await sheets()).flat(2).join(' ')).not.toContain('=1+1');
});
