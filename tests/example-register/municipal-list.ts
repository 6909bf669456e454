// A list of systems and papers as municipalities keep them in Excel: uneven, incomplete and in its own words. Invented, and the same for the same seed.
import { people } from '../../src/local/example/people';
import { workbookOf, type Cell } from './workbook';

interface MunicipalList {
  readonly name: string;
  readonly file: Uint8Array;
  /** How many rows are about an asset. */
  readonly count: number;
  /** How many of them cannot be taken in as they stand, whatever their words mean: without a unit or a form, a number or a name that stands twice, a day or a class that is none. */
  readonly beyondWords: number;
}

/** How the list's own words are to be understood, by those who keep it. What is not among them is known by that name. */
export const meanings = {
  'Soc/Hemtj': 'Hemtjänsten',
  'Barn o ungdom': 'Barn- och ungdomsförvaltningen',
  'VA/Teknik': 'VA-enheten',
  Program: 'IT-system',
  SaaS: 'Molntjänst',
  Pärm: 'Papper eller akt',
  'Excel på G:': 'Filyta',
  Vakant: 'Ingen: lämna tomt',
  '?': 'Ingen: lämna tomt',
  'f.d. IT-samordnaren': 'Ingen: lämna tomt'
} as const;

/** Those whom the list calls by their name, where Värna needs their address. */
export const named = [
  people.manager,
  people.custodian,
  people.principal,
  people.waterHead,
  people.registrar,
  people.itHead,
  people.socialHead
] as const;

const headings = [
  ...['Nr', ' Systemnamn ', 'Beskrivning / syfte', 'Typ', 'Förvaltning/enhet', '', 'Informationsägare', 'Systemägare'],
  ...['System-\nförvaltare', 'Leverantör', 'Avtal t.o.m.', 'K', 'R', 'T', 'S', 'Kommentar IT']
];

const things = [
  ...['Bokning av', 'Larm i', 'Passersystem i', 'Journaler i', 'Schema för', 'Avvikelser i', 'Nycklar till', 'Avgifter för', 'Foton från'],
  ...['Enkäter om', 'Drift av', 'Avtal för', 'Ritningar över', 'Kontaktlistor för', 'Kölista till', 'Inventarier i', 'Ekonomi för'],
  ...['Handlingsplaner i', 'Mötesanteckningar från', 'Statistik över', 'Felanmälan i', 'Deltagarlistor för', 'Betyg i', 'Mätvärden från']
];

/** Where the work is done, and who in the organisation keeps it. */
const places = [
  ['simhallen', 'Grundskolan', 'principal'],
  ['skolköket', 'Barn o ungdom', 'principal'],
  ['fritidshemmet Åkern', 'grundskolan ', 'principal'],
  ['särskilt boende', 'Soc/Hemtj', 'manager'],
  ['nattpatrullen', 'SOC-HEM', 'manager'],
  ['växelvården', 'Hemtjänsten', 'manager'],
  ['daglig verksamhet', 'Soc/Hemtj', 'manager'],
  ['vattenverket', 'VA-enheten', 'waterHead'],
  ['pumpstationerna', 'VA/Teknik', 'waterHead'],
  ['reningsverket', 'SBF-VA', 'waterHead'],
  ['biblioteket', 'Barn- och ungdomsförvaltningen', 'principal'],
  ['överförmyndaren', 'Kansliet', 'registrar'],
  ['växeln', 'IT-enheten', 'itHead'],
  ['näringslivsenheten', 'Kommunledningsförvaltningen', 'registrar']
] as const;

const suppliers = ['', '', 'Fjällsyn', 'Fjällsyn & Co', 'egenutvecklat', 'Driftleverantören'];
const forms = ['IT-system', 'Program', 'Program', 'SaaS', 'Molntjänst', 'Filyta', 'Excel på G:', 'Pärm', 'Pärm', 'IT-system'];
const classWords = ['Försumbar', 'Måttlig', 'Betydande', 'Allvarlig'];
const comments = ['', '', 'Klar', 'Kolla med leverantören!!', 'ersätts ev. 2028', 'Åtgärdas av IT', 'OK', ''];

/** As many assets as `count`, at most the number of things at places. */
export function municipalList({ seed, count }: { readonly seed: number; readonly count: number }): MunicipalList {
  const random = drawing(seed);
  const all = places.flatMap((place) => things.map((thing) => ({ place, thing })));
  const chosen = all.map((each) => ({ each, order: random() })).sort((one, other) => one.order - other.order);
  const rows = chosen.slice(0, count).map(({ each }, at) => assetRow(each, at, random));
  const faulty = rows.filter((_, at) => isSpoiled(at)).length;
  const above: Cell[][] = [
    ['Förteckning över system och register i kommunen'],
    ['Senast ändrad:', '2026-03-12', '(kansliet)'],
    [],
    headings.map(filled)
  ];
  const parts = rows.flatMap((row, at) => (at % 80 === 79 ? [row, [], ['', '   ']] : [row]));
  const sum: Cell[] = [undefined, 'Summa', { formula: `COUNTA(B5:B${parts.length + 4})`, value: count }];
  const file = workbookOf({ name: 'Systemlista 2026', rows: [...above, ...parts, [], sum], merged: ['A1:P1'] });
  return { name: 'systemlista.xlsx', file, count, beyondWords: faulty };
}

function filled(text: string): Cell {
  return text === '' ? undefined : text;
}

/** Every twenty-fifth row has something that no choice of words puts right. */
function isSpoiled(at: number): boolean {
  return at % 25 === 24;
}

type Draw = () => number;

function assetRow({ place, thing }: { readonly place: (typeof places)[number]; readonly thing: string }, at: number, random: Draw): Cell[] {
  const [where, unit, owner] = place;
  const pick = <V>(from: readonly V[]): V => from[Math.floor(random() * from.length)] as V;
  const name = `${thing} ${where}${pick(['', '', '  ', ' '])}`;
  const row: Cell[] = [
    at % 9 === 4 ? { formula: `A${at + 4}+1`, value: at + 1 } : at + 1,
    name,
    filled(pick(['', `${thing} ${where}, används varje dag`, 'se pärm i arkivet', `Rör ${where} m.fl. & övriga`])),
    pick(forms),
    unit,
    undefined,
    filled(pick(['', 'Birgitta Sundvall', people.socialHead.mail, 'Vakant'])),
    filled(pick([people[owner].displayName, people[owner].mail, people[owner].mail, '?'])),
    filled(pick(['', people.custodian.displayName, people.custodian.mail, 'f.d. IT-samordnaren'])),
    filled(pick(suppliers)),
    dayCell(pick(['', 'iso', 'swedish', 'excel']), at),
    ...levelCells(random),
    filled(pick(comments))
  ];
  return isSpoiled(at) ? spoiled(row, at) : row;
}

/** The last day of a year that depends on the row, in one of three styles. */
function dayCell(style: string, at: number): Cell {
  const year = 2027 + (at % 4);
  if (style === 'iso') return `${year}-12-31`;
  if (style === 'swedish') return `31/12 ${year}`;
  return style === 'excel' ? { serial: Math.round((Date.UTC(year, 11, 31) - Date.UTC(1899, 11, 30)) / 86_400_000) } : undefined;
}

/** Some rows are classed by number, some in words, most not at all. */
function levelCells(random: Draw): Cell[] {
  const style = random();
  const level = (): number => Math.floor(random() * 4);
  return Array.from({ length: 4 }, () => (style < 0.3 ? level() : style < 0.4 ? classWords[level()] : undefined));
}

/** In turn: no unit; no form; the number of the row before; a day that is none; a class above the highest; no name. */
function spoiled(row: Cell[], at: number): Cell[] {
  const kinds: readonly (readonly [column: number, cell: Cell])[] = [
    [4, undefined],
    [3, undefined],
    [0, at],
    [10, 'tills vidare'],
    [11, 4],
    [1, undefined]
  ];
  const [column, cell] = kinds[Math.floor(at / 25) % kinds.length] ?? [1, undefined];
  return row.map((each, index) => (index === column ? cell : each));
}

/** A linear congruential generator with the numbers of Numerical Recipes: enough to mix a list. */
function drawing(seed: number): Draw {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
