// Reading tables from other registers: headings, columns, cells, what is wrong with a row, and what is there already.
import fc from 'fast-check';
import type { Asset } from '../../src/domain/asset';
import { importFields, importHeadings } from '../../src/reference/import-headings';
import { AssetContent } from '../../src/workflows/asset-content';
import { dayIn, hoursIn, levelIn } from '../../src/workflows/import-cells';
import { keyOf, namedPeople, readRows, type ImportSurroundings } from '../../src/workflows/import-rows';
import { columnLetter, foldedHeading, guessedMapping, tableOf, type ImportTable } from '../../src/workflows/import-table';
import { unknownWords, wordKey } from '../../src/workflows/import-words';
import { people, units } from './memory-context';

const around: ImportSurroundings = {
  units,
  people: new Map([
    [people.manager.upn, [people.manager]],
    ['Karin Vaara', [people.objectOwner]]
  ]),
  carrierOf: (word) =>
    ({ 'it-system': 'system' as const, papper: 'paper' as const, paper: 'paper' as const, 'file-area': 'file-area' as const })[
      word.toLowerCase()
    ],
  meant: new Map(),
  scale: 'from-1',
  source: 'register.xlsx',
  register: []
};

function tabled(...lines: string[][]): ImportTable {
  const table = tableOf(lines, importHeadings);
  if ('reason' in table) throw new Error(table.reason);
  return table;
}

function readAll(lines: string[][], more: Partial<ImportSurroundings> = {}) {
  const table = tabled(...lines);
  return readRows(table, guessedMapping(table.headings, importHeadings), { ...around, ...more });
}

describe('a table', () => {
  test.each<[string, string[][], object]>([
    ['nothing in it', [['', ' ']], { reason: 'no-headings' }],
    [
      'figures where headings should be',
      [
        ['1', '2'],
        ['3', '4']
      ],
      { reason: 'no-headings' }
    ],
    ['headings alone', [['Namn', 'Enhet']], { reason: 'no-rows' }],
    [
      'the same heading twice',
      [
        ['Namn', 'Enhet', 'NAMN '],
        ['a', 'b', 'c']
      ],
      { reason: 'same-heading', column: 'NAMN' }
    ],
    [
      'a merged heading',
      [
        ['Namn', ''],
        ['a', 'b']
      ],
      { reason: 'empty-heading', column: 'B' }
    ],
    ['too many rows', [['Namn'], ...Array.from({ length: 20_001 }, (_, n) => [`rad ${n}`])], { reason: 'too-many-rows' }]
  ])('with %s is refused', (_, lines, fault) => {
    expect(tableOf(lines, importHeadings)).toEqual(fault);
  });

  test('leaves out empty lines and columns without anything in them', () => {
    expect(tabled(['', ''], ['Namn', '', 'Enhet'], ['', '', ''], ['Diariet', '', 'SOC-HEM'])).toEqual({
      headings: ['Namn', 'Enhet'],
      rows: [['Diariet', 'SOC-HEM']],
      lines: [4]
    });
  });

  test('has its headings below a title and whatever else stands above them, and its rows by their numbers in the file', () => {
    const title = ['Förteckning över system', '', ''];
    const table = tabled(title, ['Ändrad', '2026-03-12', ''], ['', '', ''], ['Systemnamn', 'Enhet', 'Färg'], ['Diariet', 'SOC-HEM', 'blå']);
    expect(table).toEqual({ headings: ['Systemnamn', 'Enhet', 'Färg'], rows: [['Diariet', 'SOC-HEM', 'blå']], lines: [5] });
  });

  test('with no line of headings that we know begins at the first', () => {
    expect(tabled(['Pryl', 'Kulör'], ['Diariet', 'blå']).headings).toEqual(['Pryl', 'Kulör']);
  });

  test('has no headings among its rows, whatever they are called', () => {
    const rows = Array.from({ length: 10 }, (_, at) => [`rad ${at}`, 'blå']);
    expect(tabled(['Pryl', 'Kulör'], ...rows, ['Namn', 'Enhet']).headings).toEqual(['Pryl', 'Kulör']);
  });

  test('is never read as anything else than the cells it has', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 6 }), (lines) => {
        const table = tableOf(lines, importHeadings);
        if ('reason' in table) return;
        const cells = lines.flat().map((cell) => cell.trim());
        for (const cell of [...table.headings, ...table.rows.flat().map((value) => value.trim())]) expect([...cells, '']).toContain(cell);
        for (const row of table.rows) expect(row).toHaveLength(table.headings.length);
      })
    );
  });
});

test('columns are called as spreadsheets call them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

describe('the guess at what a column says', () => {
  test('knows Swedish and English headings, however they are written', () => {
    expect(guessedMapping(['System-ID', 'Systemnamn', 'Department', 'INFORMATIONSÄGARE', 'Klass K', 'Färg'], importHeadings)).toEqual([
      'sourceId',
      'name',
      'unit',
      'informationOwner',
      'confidentiality',
      undefined
    ]);
  });

  test('gives no field to two columns, and every heading it knows leads to one field', () => {
    expect(guessedMapping(['Namn', 'Name'], importHeadings)).toEqual(['name', undefined]);
    const all = importFields.flatMap((field) => importHeadings[field]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.map(foldedHeading)).toEqual(all);
  });
});

describe('a cell', () => {
  test.each([
    ['2026-11-26', '2026-11-26'],
    ['26/11 2026', '2026-11-26'],
    ['26/11/2026', '2026-11-26'],
    ['46352', '2026-11-26'],
    ['2026-02-30', undefined],
    ['31/4 2026', undefined],
    ['2026', undefined],
    ['i höst', undefined]
  ])('with the day %s is %s', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });

  test('with any day of these centuries reads as that day, in all three styles', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const written = date.toISOString().slice(0, 10);
        const serial = Math.round((Date.parse(written) - Date.UTC(1899, 11, 30)) / 86_400_000);
        expect([written, `${date.getUTCDate()}/${date.getUTCMonth() + 1} ${date.getUTCFullYear()}`, String(serial)].map(dayIn)).toEqual([
          written,
          written,
          written
        ]);
      })
    );
  });

  test.each([
    ['4', 4],
    ['0,5 h', 0.5],
    ['24 timmar', 24],
    ['0,25', undefined],
    ['en dag', undefined]
  ])('with the outage %s is %s hours', (cell, hours) => {
    expect(hoursIn(cell)).toBe(hours);
  });

  test.each([
    ['0', 'from-0', 'negligible'],
    ['K3', 'from-0', 'serious'],
    ['4', 'from-0', undefined],
    ['1', 'from-1', 'negligible'],
    ['0', 'from-1', undefined],
    ['Betydande', 'words', 'significant'],
    ['allvarlig', 'from-0', 'serious'],
    ['2', 'words', undefined]
  ] as const)('with the class %s by %s is %s', (cell, scale, level) => {
    expect(levelIn(cell, scale)).toBe(level);
  });
});

describe('a row', () => {
  const headings = ['Namn', 'Enhet', 'Bärare', 'Objektägare', 'Leverantör', 'Avtal tom', 'K', 'ID'];

  test('that is right is an asset as the register takes it, with its class as a proposal', () => {
    const [row] = readAll([
      headings,
      ['=Diariet', 'hemtjänsten', 'IT-system, papper', people.manager.upn, 'Fjällsyn', '46352', '3', 'S-17']
    ]);
    expect(row).toEqual({
      line: 2,
      faults: [],
      content: {
        name: '=Diariet',
        description: '',
        carriers: ['system', 'paper'],
        unit: 'SOC-HEM',
        objectOwner: people.manager.upn,
        supplier: { name: 'Fjällsyn', contractEnds: '2026-11-26' },
        sourceId: 'S-17',
        importedClass: { source: 'register.xlsx', levels: { confidentiality: 'significant' } }
      }
    });
    expect(AssetContent.safeParse(row?.content).success).toBe(true);
  });

  test.each<[string, string[], object]>([
    ['no name', ['', 'SOC-HEM', 'papper'], { fault: 'missing-name', field: 'name' }],
    ['a name too long', ['x'.repeat(201), 'SOC-HEM', 'papper'], { fault: 'long-text', field: 'name' }],
    ['no unit', ['Diariet', '', 'papper'], { fault: 'missing-unit', field: 'unit' }],
    ['a unit nobody knows', ['Diariet', 'Månbasen', 'papper'], { fault: 'unknown-unit', field: 'unit', value: 'Månbasen' }],
    ['a form that is none', ['Diariet', 'SOC-HEM', 'stentavla'], { fault: 'unknown-carrier', field: 'carriers', value: 'stentavla' }],
    ['no form', ['Diariet', 'SOC-HEM', ''], { fault: 'missing-carrier', field: 'carriers' }],
    ['a person nobody knows', ['Diariet', 'SOC-HEM', 'papper', 'Ingen Alls'], { fault: 'unknown-person', value: 'Ingen Alls' }],
    [
      'a name for an address',
      ['Diariet', 'SOC-HEM', 'papper', 'Karin Vaara'],
      { fault: 'name-for-address', suggested: `Karin Vaara ${people.objectOwner.upn}` }
    ],
    ['a day that is none', ['Diariet', 'SOC-HEM', 'papper', '', 'Fjällsyn', '2026-02-30'], { fault: 'wrong-day', value: '2026-02-30' }],
    ['a class that is none', ['Diariet', 'SOC-HEM', 'papper', '', '', '', '9'], { fault: 'wrong-class', field: 'confidentiality' }]
  ])('with %s says so', (_, cells, fault) => {
    const [row] = readAll([headings, cells]);
    expect(row?.faults).toEqual([expect.objectContaining(fault)]);
  });

  test('with a class is not taken before somebody has said how the source numbers them', () => {
    const [row] = readAll([headings, ['Diariet', 'SOC-HEM', 'papper', '', '', '', '2']], { scale: undefined });
    expect(row?.faults).toMatchObject([{ fault: 'no-scale' }]);
    expect(row?.content.importedClass).toBeUndefined();
  });

  describe('with words that nothing here is called', () => {
    const lines = [
      headings,
      ['Diariet', 'Soc/Hemtj', 'stentavla', 'Karin Vaara'],
      ['Arkivet', 'SOC-HEM', 'Stentavla ', 'vakant'],
      ['Nycklarna', 'SOC-HEM', 'papper', 'Karin Vaara']
    ];

    test('has each of them once, the most common first, with who may be meant', () => {
      const suggested = [{ name: people.objectOwner.name, upn: people.objectOwner.upn }];
      expect(unknownWords(readAll(lines), around.people)).toMatchObject([
        { kind: 'carriers', word: 'stentavla', count: 2, suggested: [] },
        { kind: 'person', word: 'Karin Vaara', count: 2, suggested },
        { kind: 'unit', word: 'Soc/Hemtj', count: 1 },
        { kind: 'person', word: 'vakant', count: 1, suggested: [] }
      ]);
    });

    test('is right in every row once somebody has said what they mean', () => {
      const meant = new Map([
        [wordKey('carriers', 'Stentavla'), 'papper'],
        [wordKey('person', 'karin vaara'), people.objectOwner.upn],
        [wordKey('person', 'Vakant'), ''],
        [wordKey('unit', 'soc/hemtj'), 'SOC-HEM']
      ]);
      const rows = readAll(lines, { meant });
      expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
      expect(rows.map(({ content }) => [content.unit, content.carriers, content.objectOwner])).toEqual([
        ['SOC-HEM', ['paper'], people.objectOwner.upn],
        ['SOC-HEM', ['paper'], undefined],
        ['SOC-HEM', ['paper'], people.objectOwner.upn]
      ]);
    });

    test('is still wrong when what was said is no unit and no form', () => {
      const meant = new Map([
        [wordKey('carriers', 'stentavla'), 'månsten'],
        [wordKey('unit', 'Soc/Hemtj'), 'MÅNEN']
      ]);
      const [row] = readAll(lines, { meant });
      expect(row?.faults.map(({ fault }) => fault)).toEqual(['unknown-unit', 'unknown-carrier', 'name-for-address']);
    });
  });

  test('that stands twice is right once', () => {
    const rows = readAll([headings, ['Diariet', 'SOC-HEM', 'papper'], [' diariet', 'Hemtjänsten', 'papper']]);
    expect(rows.map(({ faults }) => faults.map(({ fault }) => fault))).toEqual([[], ['twice-in-file']]);
  });

  test('that is in the register already says whether it is the same, by its number in the source or its name and unit', () => {
    const asset: Asset = {
      ...{
        reference: 'T-2026-0007',
        name: 'Diariet',
        description: 'Ärenden',
        carriers: ['paper'],
        unit: 'SOC-HEM',
        unitName: 'Hemtjänsten'
      },
      ...{ state: 'draft', sourceId: 'S-17' }
    };
    const rows = readAll(
      [headings, ['Diariet', 'SOC-HEM', 'papper'], ['Diarium', 'SOC-HEM', 'papper', '', '', '', '', 's-17'], ['Nytt', 'SOC-HEM', 'papper']],
      { register: [asset] }
    );
    expect(rows.map(({ standing }) => standing)).toEqual([
      { reference: 'T-2026-0007', isSame: true },
      { reference: 'T-2026-0007', isSame: false },
      undefined
    ]);
  });

  test('that is silent about its unit and form has what is said for all such rows, and never what it says itself', () => {
    const lacking = { unit: 'SOC-HEM', carriers: 'file-area' };
    const lines = [headings, ['Mappar', '', ''], ['Diariet', 'KLF', 'papper']];
    expect(readAll(lines, { lacking }).map(({ content: { unit, carriers }, faults }) => [unit, carriers, faults])).toEqual([
      ['SOC-HEM', ['file-area'], []],
      ['KLF', ['paper'], []]
    ]);
    expect(readAll(lines, { lacking: { unit: 'MÅNEN' } })[0]?.faults).toMatchObject([
      { fault: 'unknown-unit' },
      { fault: 'missing-carrier' }
    ]);
  });

  test('that is silent about them and stands in the register leaves them as they stand', () => {
    const asset: Asset = {
      ...{ reference: 'T-2026-0007', name: 'Mappar', description: '', carriers: ['paper'], unit: 'KLF', unitName: 'Kansliet' },
      ...{ state: 'draft', sourceId: 'S-17' }
    };
    const lines = [headings, ['Mappar', '', '', '', '', '', '', 's-17'], ['Pärmar', '', '', '', '', '', '', 's-17']];
    for (const lacking of [{ unit: 'SOC-HEM', carriers: 'file-area' }, undefined]) {
      const [same, renamed] = readAll(lines, { register: [asset], ...(lacking !== undefined && { lacking }) });
      expect(same).toMatchObject({ standing: { isSame: true }, faults: [], content: { unit: 'KLF', carriers: ['paper'] } });
      expect(renamed?.standing).toEqual({ reference: 'T-2026-0007', isSame: false });
    }
  });

  test('is never left out, and one without faults is what the register takes', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('SOC-HEM', 'papper', people.manager.upn, '46352', '2', 'Diariet'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 8 }), (lines) => {
        const table: ImportTable = { headings, rows: lines, lines: lines.map((_, at) => at + 2) };
        const rows = readRows(table, guessedMapping(headings, importHeadings), around);
        expect(rows.map(({ line }) => line)).toEqual(lines.map((_, at) => at + 2));
        for (const { faults, content } of rows) if (faults.length === 0) expect(AssetContent.safeParse(content).error).toBeUndefined();
      })
    );
  });
});

test('people are asked for once each, whatever column they stand in', () => {
  const table = tabled(['Namn', 'Ägare', 'Förvaltare'], ['a', 'Karin', 'Fia'], ['b', 'Karin ', '']);
  expect(namedPeople(table, guessedMapping(table.headings, importHeadings))).toEqual(['Karin', 'Fia']);
});

test('an asset is known again by its number in the source, else by its name in its unit', () => {
  expect(keyOf({ sourceId: ' S-17', name: 'Diariet', unit: 'A' })).toBe(keyOf({ sourceId: 's-17', name: 'Annat', unit: 'B' }));
  expect(keyOf({ name: 'Diariet  nytt', unit: 'A' })).toBe(keyOf({ name: 'DIARIET NYTT', unit: 'A' }));
  expect(keyOf({ name: 'Diariet', unit: 'A' })).not.toBe(keyOf({ name: 'Diariet', unit: 'B' }));
});
