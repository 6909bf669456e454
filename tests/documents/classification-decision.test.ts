// The decision on a classification on paper, read back from the Word file.
import { classificationDecision, type DecisionMade } from '../../src/documents/classification-decision';
import { wordOf } from '../../src/documents/word';
import { assetHash, type Asset } from '../../src/domain/asset';
import { assess, profileOf, type Classification } from '../../src/domain/classification';
import { ordinaryNumbers } from '../../src/domain/level-numbers';
import { classificationModel as model } from '../../src/reference/classification-model';
import { people } from '../workflows/memory-context';
import { readWord } from './office-file';

const asset: Asset = {
  reference: 'T-2026-0001',
  name: 'Journaler',
  description: 'Vad som skrivs.',
  carriers: ['system'],
  unit: 'SOC-HEM',
  unitName: 'Hemtjänsten',
  informationOwner: people.manager,
  objectOwner: people.objectOwner,
  custodian: people.custodian,
  state: 'active'
};
const mild = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
const answers = { ...mild, 'personal-data': ['ordinary', 'sensitive'] };

const state: Classification = {
  reference: 'K-2026-0002',
  asset: asset.reference,
  assetName: asset.name,
  model: model.version,
  answers,
  profile: profileOf(assess(model, answers)),
  state: 'decided',
  decider: people.objectOwner,
  proposer: people.custodian,
  submittedAt: '2026-11-20T09:00:00Z',
  assetHash: assetHash(asset),
  contentHash: 'c'.repeat(64),
  decidedBy: people.manager,
  decidedAt: '2026-11-23T14:40:00Z',
  byDelegation: 'D-2026-0001'
};
const previous: Classification = {
  ...state,
  reference: 'K-2025-0001',
  answers: mild,
  profile: profileOf(assess(model, mild)),
  decidedAt: '2025-11-20T09:00:00Z'
};
const made: DecisionMade = {
  classification: { state, entry: { sequence: 2, hash: 'e'.repeat(64) } },
  asset,
  previous,
  levelNumbers: ordinaryNumbers,
  by: people.securityOfficer,
  at: '2026-11-24T08:00:00Z'
};
const readOf = async (changes: Partial<DecisionMade> = {}): Promise<string> =>
  readWord(await wordOf(classificationDecision({ ...made, ...changes })));

test('it says what was decided, by whom, when, by which delegation, and who answers for the asset', async () => {
  const read = await readOf();
  expect(read).toContain('Beslut om informationsklassning K-2026-0002');
  expect(read).toContain('Beslutad av\nMats Lindbäck\nBeslutad\n2026-11-23 15:40 svensk tid\n');
  expect(read).toContain('Med delegering\nD-2026-0001\n');
  expect(read).toContain(`Klassningsmodell\n${model.version}\n`);
  expect(read).toContain('T-2026-0001 Journaler\n');
  for (const { name } of [people.manager, people.objectOwner, people.custodian]) expect(read).toContain(name);
});

test('each aspect has its level in words and why, with the source of what the law sets', async () => {
  const read = await readOf();
  expect(read).toMatch(/K2 Betydande\nLagen ger lägst Betydande: .*Källa: Dataskyddsförordningen \(EU\) 2016\/679, art\. 9, 32 och 35/);
  expect(read).toContain('T0 Försumbar\n');
});

test('the levels stand with the numbers of the municipality, and without any where those are not known', async () => {
  const numbered = await readOf({ levelNumbers: { negligible: 1, moderate: 2, significant: 3, serious: 4 } });
  expect(numbered).toMatch(/K3 Betydande\nLagen ger lägst Betydande/);
  expect(numbered).toMatch(/Vad som har ändrats\nK1 Försumbar → K3 Betydande, /);
  const unnumbered = await readOf({ levelNumbers: undefined });
  expect(unnumbered).toContain('K Betydande\n');
  expect(unnumbered).not.toMatch(/\b[KRTS]\d /);
});

test('it says what was decided before and what is other than then, or that this is the first', async () => {
  expect(await readOf()).toMatch(
    /Nummer\nK-2025-0001\n.*\n.*\nVad som har ändrats\nK0 Försumbar → K2 Betydande, .*\(jämfört med K-2025-0001\)\n/
  );
  expect(await readOf({ previous: undefined })).toContain('Vad som har ändrats\nFörsta klassningen\n');
});

test('the fingerprint of what was decided and the entry of the log stand in it, and who took it out', async () => {
  const read = await readOf();
  expect(read).toContain(`Innehållets fingeravtryck\n${'c'.repeat(64)}\nLoggpost\nK-2026-0002:2\n`);
  expect(read).toContain('Framtaget\n2026-11-24 09:00 svensk tid\nAv\nSiv Modig\n');
});

test('an asset changed since then is said to be', async () => {
  const words = 'Tillgången har ändrats sedan klassningen lämnades in.';
  expect(await readOf()).not.toContain(words);
  expect(await readOf({ asset: { ...asset, name: 'Annat' } })).toContain(words);
});
