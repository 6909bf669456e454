// The register taken out as Excel: what was shown, and read again by our own import as the same assets.
import fc from 'fast-check';
import { sheetsOf } from '../../src/components/import/read-file';
import { excelOf } from '../../src/documents/excel';
import { registerSheets, type RegisterView } from '../../src/documents/register-sheet';
import { ordinaryNumbers } from '../../src/domain/level-numbers';
import type { Asset } from '../../src/domain/asset';
import { isBlank, keepable } from '../../src/domain/written-text';
import { carriers } from '../../src/domain/asset-details';
import { text } from '../../src/i18n/text';
import { importHeadings } from '../../src/reference/import-headings';
import { readRows, type ReadRow } from '../../src/workflows/import-rows';
import { guessedMapping, tableOf } from '../../src/workflows/import-table';
import { asset } from '../lists/examples';
import { people, units } from '../workflows/memory-context';
import { readExcel } from './office-file';

const profile = { confidentiality: 'serious', integrity: 'significant', availability: 'moderate', traceability: 'negligible' } as const;

const full = asset({
  ...{ informationOwner: people.manager, objectOwner: people.objectOwner, custodian: people.custodian },
  ...{ profile, classification: 'K-2026-0001', decidedAt: '2026-11-23T14:40:00Z', state: 'active' },
  supplier: { name: 'Fjällsyn', contractEnds: '2027-12-31' },
  ...{ recordType: 'Akt', processCode: '3.4.1', place: 'Skåpet', tolerableOutageHours: 0.5, sourceId: 'SYS-17' }
});

function view(more: Partial<RegisterView> = {}): RegisterView {
  return {
    assets: [full],
    vacancies: [],
    filter: {},
    units,
    levelNumbers: ordinaryNumbers,
    by: people.securityOfficer,
    at: '2026-11-26T09:00:00Z',
    ...more
  };
}

async function fileOf(more?: Partial<RegisterView>): Promise<ArrayBuffer> {
  return (await excelOf(registerSheets(view(more)))).arrayBuffer();
}

async function readAgain(file: ArrayBuffer, register: readonly Asset[]): Promise<readonly ReadRow[]> {
  const read = await sheetsOf('tillgangar.xlsx', new Uint8Array(file));
  if ('fault' in read) throw new Error(read.fault);
  const [sheet] = read.sheets;
  const table = tableOf(sheet?.lines ?? [], importHeadings);
  if ('reason' in table) throw new Error(table.reason);
  return readRows(table, guessedMapping(table.headings, importHeadings), {
    units,
    people: new Map(Object.values(people).map((person) => [person.upn, [person]])),
    carrierOf: (word) => carriers.find((code) => text('sv', `carrier.${code}`) === word),
    meant: new Map(),
    scale: 'words',
    source: 'tillgangar.xlsx',
    register
  });
}

test('is read by the import as what stands in the register already, without a fault', async () => {
  const draft = asset({ reference: 'T-2026-0002', name: 'Nyckelpärm', carriers: ['paper'], informationOwner: undefined, ...nobody });
  const rows = await readAgain(await fileOf({ assets: [full, draft] }), [full, draft]);
  expect(rows.map(({ faults, standing }) => ({ faults, standing }))).toEqual([
    { faults: [], standing: { reference: 'T-2026-0001', isSame: true } },
    { faults: [], standing: { reference: 'T-2026-0002', isSame: true } }
  ]);
});

const nobody = { objectOwner: undefined, custodian: undefined } as const;

test('is read by the import of another register as new assets that say the same', async () => {
  const [row] = await readAgain(await fileOf(), []);
  expect(row).toEqual({
    line: 2,
    faults: [],
    content: {
      ...{ name: full.name, description: full.description, carriers: ['system', 'paper'], unit: 'SOC-HEM' },
      ...{ informationOwner: people.manager.upn, objectOwner: people.objectOwner.upn, custodian: people.custodian.upn },
      ...{
        supplier: full.supplier,
        recordType: 'Akt',
        processCode: '3.4.1',
        place: 'Skåpet',
        sourceId: 'SYS-17',
        tolerableOutageHours: 0.5
      },
      importedClass: { source: 'tillgangar.xlsx', levels: profile }
    }
  });
});

const kept = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map(keepable)
  .filter((said) => !isBlank(said));

test('whatever an asset is called and said to be, it is known again', async () => {
  await fc.assert(
    fc.asyncProperty(kept, kept, async (name, description) => {
      const one = asset({ name, description, ...nobody, informationOwner: undefined });
      const [row] = await readAgain(await fileOf({ assets: [one] }), [one]);
      expect(row).toMatchObject({ faults: [], content: { name, description }, standing: { isSame: true } });
    }),
    { numRuns: 60 }
  );
});

test.each(['toString', 'constructor', '__proto__', '=1+1'])('an asset may be called %s', async (name) => {
  const one = asset({ name, description: name });
  const [row] = await readAgain(await fileOf({ assets: [one] }), [one]);
  expect(row).toMatchObject({ content: { name, description: name }, standing: { isSame: true } });
});

test('says what a person reads: roles by name and address, the class in words, and what is missing', async () => {
  const left = {
    ...{ asset: full.reference, role: 'custodian' as const, holder: people.custodian, fault: 'closed' as const },
    ...standing
  };
  const [sheet] = await readExcel(await fileOf({ vacancies: [left] }));
  const said = Object.fromEntries((sheet?.[0] ?? []).map((heading, at) => [heading, sheet?.[1]?.[at]]));
  expect(said).toMatchObject({
    'Nummer i Värna': 'T-2026-0001',
    Bärare: 'IT-system, Papper eller akt',
    Informationsägare: people.manager.upn,
    'Informationsägare, namn': 'Mats Lindbäck',
    Saknas: 'Systemförvaltare',
    Läge: 'Aktiv',
    Konfidentialitet: 'Allvarlig',
    Klassning: 'K-2026-0001',
    Beslutad: '2026-11-23 15:40'
  });
});

test('numbers of the municipality stand in what it was narrowed to, and never in what the import reads', async () => {
  const numbered = { levelNumbers: { negligible: 4, moderate: 3, significant: 2, serious: 1 } };
  const [, about] = registerSheets(view({ filter: { class: 'confidentiality.serious' }, ...numbered }));
  expect(about?.rows[0]).toEqual(['Urval', 'Klass: K1 Allvarlig']);
  expect(await readExcel(await fileOf(numbered))).toEqual(await readExcel(await fileOf()));
});

const standing = { since: '2026-11-23T14:40:00Z', state: 'standing' as const };

test.each<[RegisterView['filter'], string]>([
  [{}, 'Alla som inte är avvecklade eller makulerade'],
  [{ sought: ' akter ', unit: 'SOC-HEM' }, 'Sökt: akter; Enhet: Hemtjänsten'],
  [{ class: 'serious', vacant: true }, 'Klass: Högsta nivå Allvarlig; Ansvarig saknas'],
  [{ class: 'confidentiality.significant', mine: true }, 'Klass: K2 Betydande; Mina'],
  [{ class: 'none', state: 'not-draft', changed: true }, 'Läge: Inte utkast; Klass: Oklassad; Ändrad efter beslut'],
  [{ class: 'any', decided: '2026-11' }, 'Klass: Klassad; Beslutade i november 2026'],
  [{ reconsider: true, due: '2027-11' }, 'Ska omprövas; Omprövas senast i november 2027'],
  [{ state: 'cancelled', unit: 'BORTA' }, 'Enhet: BORTA; Läge: Makulerad']
])('says what it was narrowed to: %j', (filter, words) => {
  const [, about] = registerSheets(view({ filter }));
  expect(about?.rows.slice(0, 2)).toEqual([
    ['Urval', words],
    ['Antal', '1']
  ]);
});

test('has a column for everything that the import knows', () => {
  const [sheet] = registerSheets(view());
  const mapping = guessedMapping(sheet?.columns.map(({ title }) => title) ?? [], importHeadings);
  const guessed = mapping.flatMap((field) => field ?? []);
  expect([...guessed].sort()).toEqual(Object.keys(importHeadings).sort());
});
