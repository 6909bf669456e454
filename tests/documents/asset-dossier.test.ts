// The dossier of an asset on paper, read back from the Word file: what it is, why its class is what it is, and what whoever made it may not read.
import { assetDossier, type AssetFile } from '../../src/documents/asset-dossier';
import { wordOf } from '../../src/documents/word';
import { assess, profileOf, type Classification } from '../../src/domain/classification';
import { ordinaryNumbers } from '../../src/domain/level-numbers';
import type { Unit } from '../../src/domain/person';
import { classificationModel as model } from '../../src/reference/classification-model';
import { requirementCatalogue as catalogue } from '../../src/reference/requirement-catalogue';
import { asset, classification, entry, incident, measure, requirementAnswers } from '../lists/examples';
import { people } from '../workflows/memory-context';
import { readWord } from './office-file';

const mild = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
const answers = { ...mild, 'personal-data': ['ordinary', 'sensitive'] };
const profile = profileOf(assess(model, answers));
const decided: Classification = {
  ...classification({ model: model.version, answers, profile, state: 'decided' }),
  ...{ decidedBy: people.objectOwner, decidedAt: '2026-11-23T14:40:00Z', byDelegation: 'D-2026-0001' }
};
const earlier: Classification = { ...decided, reference: 'K-2025-0001', state: 'replaced', submittedAt: '2025-11-20T09:00:00Z' };
const units: readonly Unit[] = [
  { code: 'SOC', name: 'Socialförvaltningen', kind: 'department', head: people.director },
  { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC' }
];
const described = asset({
  ...{ profile, classification: decided.reference, state: 'active', carriers: ['system'], needs: ['T-2026-0002'] },
  sets: [{ id: 'm1', name: 'Journaler', types: ['Läkemedelslista'] }],
  supplier: { name: 'Fjällsyn', contractEnds: '2027-12-31', processorAgreement: 'yes' },
  ...{ secrecy: ['26 kap. 1 §'], tolerableOutageHours: 4, retention: { rule: 'dispose', years: 5 } }
});

function made(more: Partial<AssetFile> = {}): AssetFile {
  return {
    asset: described,
    register: [
      described,
      asset({ reference: 'T-2026-0002', name: 'Katalogen' }),
      asset({ reference: 'T-2026-0003', name: 'Planen', needs: ['T-2026-0001'] })
    ],
    ...{ units, vacancies: [], classifications: [earlier, decided], answers: [requirementAnswers()], catalogue, unread: 0 },
    measures: [measure({ asset: 'T-2026-0001', requirement: 'K-07' })],
    incidents: [incident()],
    log: [entry({ aggregate: 'T-2026-0001', event: 'asset-changed', reason: 'Bytte namn' })],
    levelNumbers: ordinaryNumbers,
    by: people.securityOfficer,
    at: '2026-11-26T09:00:00Z',
    ...more
  };
}

async function readOf(more?: Partial<AssetFile>): Promise<string> {
  return readWord(await wordOf(assetDossier(made(more))));
}

test('says what the asset is, with its sets, the law, supplier, archive and needs both ways', async () => {
  const read = await readOf();
  expect(read).toContain('Akt: T-2026-0001');
  for (const said of [
    'Rad ett\nRad två med åäö',
    'Journaler',
    'Läkemedelslista',
    'Fjällsyn',
    'OSL 26 kap. 1 §',
    '4 timmar',
    'Gallras efter 5 år'
  ]) {
    expect(read).toContain(said);
  }
  expect(read).toMatch(/Behöver\s+T-2026-0002 Katalogen/);
  expect(read).toMatch(/Behövs av\s+T-2026-0003 Planen/);
});

test('gives the class with its reasons and the floor of the law, and every classification with who decided', async () => {
  const read = await readOf();
  expect(read).toMatch(/GDPR|dataskydd/i);
  expect(read).toContain('K-2025-0001');
  expect(read.indexOf('K-2026-0001')).toBeLessThan(read.indexOf('K-2025-0001'));
  expect(read).toContain('Karin Vaara, 2026-11-23 15:40 svensk tid, enligt D-2026-0001');
});

test('its class and the history stand with the numbers of the municipality', async () => {
  const read = await readOf({ levelNumbers: { negligible: 10, moderate: 20, significant: 30, serious: 40 } });
  const shown = read.match(/^[KRTS]\d+ \S+$/gm) ?? [];
  expect(shown.length).toBeGreaterThanOrEqual(8);
  const right = ['10 Försumbar', '20 Måttlig', '30 Betydande', '40 Allvarlig'];
  expect(shown.filter((words) => !right.includes(words.slice(1)))).toEqual([]);
});

test('gives the requirements with answers, the measures and the incidents', async () => {
  const read = await readOf();
  expect(read).toMatch(/Leverantören Nordvårdssystem AB/);
  expect(read).toContain('Certifikat <A> "2026"');
  expect(read).toContain('Inget svar');
  expect(read).toContain('M-2026-0001');
  expect(read).toContain('I-2026-0001');
});

test('says who is told, by the line organisation, and marks whoever has left', async () => {
  expect(await readOf()).toMatch(/Förvaltningschef\s+Lena Styr/);
  const standing = { since: '2026-11-23T14:40:00Z', state: 'standing' as const, fault: 'closed' as const };
  const left = { asset: 'T-2026-0001', role: 'custodian' as const, holder: described.custodian ?? people.custodian, ...standing };
  expect(await readOf({ vacancies: [left] })).toContain(`${described.custodian?.name ?? ''} (kontot är stängt)`);
  const circle: readonly Unit[] = [{ code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC-HEM' }];
  expect(await readOf({ units: circle })).toMatch(/Förvaltningschef\s+Ingen utsedd/);
});

test('gives the entries of the log with their fingerprints to whoever reads the log', async () => {
  const read = await readOf();
  expect(read).toContain('Bytte namn');
  expect(read).toContain(entry({ aggregate: 'T-2026-0001', event: 'asset-changed', reason: 'Bytte namn' }).hash);
});

test('what may not be read is said, and never looks like nothing', async () => {
  const read = await readOf({ log: 'no-right', answers: 'no-right', measures: 'no-right', incidents: 'no-right', unread: 3 });
  expect(read.match(/Den som tog fram akten får inte läsa det här\./g)).toHaveLength(3);
  expect(read).toContain('Loggen läses av informationssäkerhet.');
  expect(read).toContain('Gick inte att läsa och saknas här: 3 rader.');
});

test('an asset without a class says so, and has no requirements', async () => {
  const { profile: _profile, classification: _classification, ...bare } = described;
  const read = await readOf({ asset: bare, classifications: [], incidents: [], measures: [] });
  expect(read).toContain('Tillgången har ingen beslutad klass än.');
  expect(read).toContain('Inga klassningar än.');
  expect(read).toContain('Kraven visas när tillgångens klass är beslutad.');
  expect(read.match(/Inget som den som tog fram akten får läsa\./g)).toHaveLength(2);
});
