/** @jest-environment jsdom */
// Importing assets from a file or from the sites in SharePoint: what cannot be read, what is wrong with rows, and bringing in those that are right.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { zipSync } from 'fflate';
import { excelOf } from '../../src/documents/excel';
import type { Source } from '../../src/components/source';
import { draftAsset } from './example';
import { municipality, type Municipality } from './municipality';
import { errors, showTab } from './screens';

beforeEach(() => {
  window.localStorage.clear();
  errors.length = 0;
});

async function opened(place: Municipality = municipality()): Promise<HTMLElement> {
  showTab({ in: place, at: 'assets/import', as: 'manager' });
  await userEvent.click(await screen.findByRole('button', { name: 'Nej' }, { timeout: 10_000 }));
  return screen.findByLabelText('Fil med tillgångar');
}

function picked(input: HTMLElement, name: string, content: BlobPart): void {
  fireEvent.change(input, { target: { files: [new File([content], name)] } });
}

async function lookedThrough(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Granska raderna' }));
}

const csv = 'Namn;Enhet;Bärare\nDiariet;SOC-HEM;IT-system\nÅäö;Hemtjänsten;Papper eller akt\n';

async function chosen(place: HTMLElement, field: RegExp, option: string | RegExp): Promise<void> {
  await userEvent.click(await within(place).findByRole('combobox', { name: field }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

/** Every sign of it has one code of one byte. */
function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

test('asks about Sweden’s security before a file is picked, and stops there', async () => {
  const place = municipality();
  showTab({ in: place, at: 'assets/import', as: 'manager' });
  await userEvent.click(await screen.findByRole('button', { name: 'Osäker' }, { timeout: 10_000 }));
  expect(await screen.findByText(/^Säkerhetsskyddschefen har fått veta att en registrering stoppades/)).toBeTruthy();
  expect(place.context.entries).toMatchObject([{ event: 'report-stopped' }]);
});

const compound = (name: string): Uint8Array => {
  const bytes = new Uint8Array(512 * 3).fill(0xff);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  new TextEncoder().encode(name).forEach((byte, at) => bytes.set([byte, 0], 600 + at * 2));
  return bytes;
};

/** An Excel file of some hundred kilobytes with a sheet of 300 million blanks. */
function swelling(): Uint8Array {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const contents = new TextEncoder().encode(`<Types><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`);
  return zipSync({ '[Content_Types].xml': contents, 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 1 });
}

test.each<[string, string, BlobPart, RegExp]>([
  ['an old Excel file', 'register.xls', compound('Workbook'), /gamla Excel-formatet/],
  ['an old Excel file under a new name', 'register.xlsx', compound('Workbook'), /gamla Excel-formatet/],
  ['a file with macros', 'register.xlsm', zipSync({ 'xl/vbaProject.bin': new Uint8Array(4) }), /kan innehålla makron/],
  ['a file with macros under another name', 'register.xlsx', zipSync({ 'xl/vbaProject.bin': new Uint8Array(4) }), /kan innehålla makron/],
  ['text that is called Excel', 'register.xlsx', csv, /heter som en Excel-fil men är ingen/],
  ['an archive that is called Excel', 'register.xlsx', zipSync({ 'a.txt': new Uint8Array(4) }), /heter som en Excel-fil men är ingen/],
  ['a picture that is called text', 'register.csv', new Uint8Array([0x89, 0x50, 0, 0, 1, 2]), /är ingen textfil/],
  ['an empty file', 'register.csv', '', /Filen är tom/],
  ['a file without headings', 'register.csv', '1;2\n3;4\n', /Det finns inga rubriker överst/],
  ['a file with headings alone', 'register.csv', 'Namn;Enhet\n', /har rubriker men inga rader/],
  ['the same heading twice', 'register.csv', 'Namn;Namn\na;b\n', /Två kolumner heter ”Namn”/],
  ['a merged heading', 'register.csv', 'Namn;\na;b\n', /Kolumn B har ingen rubrik/],
  ['too many rows', 'register.csv', `Namn\n${'x\n'.repeat(20_001)}`, /fler än 20 000 rader/],
  ['a file that swells when it is unpacked', 'register.xlsx', swelling(), /för stor när den packas upp/],
  ['too large a file', 'register.csv', new Uint8Array(20 * 1024 * 1024 + 1), /större än 20 MB/]
])('refuses %s with a sentence', async (_, name, content, words) => {
  picked(await opened(), name, content);
  expect((await screen.findByRole('alert')).textContent).toMatch(words);
});

test.each<[string, BlobPart]>([
  ['UTF-8', csv],
  ['UTF-8 with its mark', `\uFEFF${csv}`],
  ['UTF-16', new Uint8Array([0xff, 0xfe, ...codesOf(csv).flatMap((code) => [code & 0xff, code >> 8])])],
  ['Windows-1252', new Uint8Array(codesOf(csv))],
  ['commas', csv.replaceAll(';', ',')],
  ['tabs', csv.replaceAll(';', '\t')]
])('reads text in %s', async (_, content) => {
  picked(await opened(), 'register.csv', content);
  await lookedThrough();
  expect(await screen.findByText('Åäö')).toBeTruthy();
  expect(screen.getByText(/^2 rader: 2 nya, 0 finns redan/)).toBeTruthy();
});

test('brings in the rows that are right, and says of each what came of it', async () => {
  const place = municipality();
  picked(await opened(place), 'register.csv', `${csv}Fel;Månbasen;Papper eller akt\n`);
  await lookedThrough();
  expect(await screen.findByText('Enheten ”Månbasen” finns inte i organisationen.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Importera 2 tillgångar' }));
  expect(await screen.findByRole('link', { name: 'T-2026-0002' })).toBeTruthy();
  expect(screen.getByText('2 av 2 rader är klara')).toBeTruthy();
  expect(place.context.entries.map(({ state }) => state['name'])).toEqual(['Diariet', 'Åäö']);
  expect(screen.getByRole('button', { name: 'Spara raden som ska rättas' })).toBeTruthy();
});

test('reads an Excel file, and imported once more brings in nothing', async () => {
  const place = municipality();
  const columns = ['Systemnamn', 'Enhet', 'Form', 'Färg'].map((title) => ({ title, width: 10 }));
  const file = await excelOf([{ name: 'Register', columns, rows: [['Diariet', 'SOC-HEM', 'IT-system', 'blå']] }]);
  picked(await opened(place), 'register.xlsx', file);
  expect(await screen.findByText('De här kolumnerna importeras inte: Färg.')).toBeTruthy();
  await lookedThrough();
  await userEvent.click(await screen.findByRole('button', { name: 'Importera en tillgång' }));
  expect(await screen.findByRole('link', { name: 'T-2026-0001' })).toBeTruthy();
  cleanup();
  picked(await opened(place), 'register.xlsx', file);
  await lookedThrough();
  expect(await screen.findByText(/^1 rad: 0 nya, 1 finns redan/)).toBeTruthy();
  expect(place.context.entries).toHaveLength(1);
});

test('asks which sheet of an Excel file to import, and proposes the first with rows', async () => {
  const columns = ['Namn', 'Enhet', 'Bärare'].map((title) => ({ title, width: 10 }));
  const file = await excelOf([
    { name: 'Om listan', columns: [{ title: 'Systemlista', width: 10 }], rows: [] },
    { name: 'System', columns, rows: [['Diariet', 'SOC-HEM', 'IT-system']] },
    { name: 'Papper', columns, rows: [['Pärmarna', 'SOC-HEM', 'Papper eller akt']] }
  ]);
  picked(await opened(), 'register.xlsx', file);
  const sheet = await screen.findByRole('combobox', { name: 'Blad' });
  expect(sheet.textContent).toContain('System');
  await userEvent.click(sheet);
  await userEvent.click(await screen.findByRole('option', { name: 'Papper' }));
  await lookedThrough();
  expect(await screen.findByText('Pärmarna')).toBeTruthy();
});

test('leaves out a row that is not wanted, and brings in the others', async () => {
  const place = municipality();
  picked(await opened(place), 'register.csv', csv);
  await lookedThrough();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Ta med rad 2, Diariet' }));
  await userEvent.click(screen.getByRole('button', { name: 'Importera en tillgång' }));
  expect(await screen.findByRole('link', { name: 'T-2026-0001' })).toBeTruthy();
  expect(place.context.entries.map(({ state }) => state['name'])).toEqual(['Åäö']);
  expect(screen.getByRole('checkbox', { name: 'Ta med rad 2, Diariet' })).toHaveProperty('checked', false);
});

test('asks once what a word means, and brings in every row where it stands; asked again it remembers', async () => {
  const place = municipality();
  const file = 'Namn;Enhet;Bärare;Objektägare\nDiariet;Soc/Hemtj;IT-system;Karin Vaara\nÅäö;soc/hemtj;Papper eller akt;vakant\n';
  picked(await opened(place), 'register.csv', file);
  await lookedThrough();
  const words = await screen.findByRole('region', { name: '3 ord att tolka' });
  await chosen(words, /^”Soc\/Hemtj” \(enhet, 2 rader\)/, /^Hemtjänsten/);
  await chosen(words, /^”Karin Vaara” \(person, en rad\)/, /^Karin Vaara, /);
  await chosen(words, /^”vakant”/, 'Ingen: lämna tomt');
  await userEvent.click(screen.getByRole('button', { name: 'Importera 2 tillgångar' }));
  expect(await screen.findByRole('link', { name: 'T-2026-0002' })).toBeTruthy();
  expect(place.context.entries.map(({ state }) => [state['unit'], (state['objectOwner'] as { name: string } | undefined)?.name])).toEqual([
    ['SOC-HEM', 'Karin Vaara'],
    ['SOC-HEM', undefined]
  ]);
  cleanup();
  picked(await opened(place), 'register.csv', file);
  await lookedThrough();
  expect(await screen.findByText(/^2 rader: 0 nya, 2 finns redan/)).toBeTruthy();
});

test('changes what differs only when that is ticked, and keeps what the file is silent about', async () => {
  const place = municipality();
  const { reference, description } = await draftAsset(place);
  picked(
    await opened(place),
    'register.csv',
    'Namn;Enhet;Bärare;Handlingstyp\nHemtjänstens planering;SOC-HEM;IT-system, Papper eller akt;Akt\n'
  );
  await lookedThrough();
  expect(await screen.findByText(/^1 rad: 0 nya, 0 finns redan, 1 skiljer sig/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Importera 0 tillgångar' }).getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Ändra även den tillgång som skiljer sig' }));
  await userEvent.click(screen.getByRole('button', { name: 'Importera en tillgång' }));
  await waitFor(() => expect(place.context.entries).toHaveLength(2));
  expect(place.context.entries.at(-1)).toMatchObject({
    aggregate: reference,
    event: 'asset-changed',
    state: { recordType: 'Akt', description }
  });
});

test('goes on where it was when the service did not answer', async () => {
  const place = municipality();
  const send = jest.fn(place.desk('manager').send).mockResolvedValueOnce({ ok: false, reason: 'unreachable' });
  showTab({ in: place, at: 'assets/import', as: 'manager', desk: { send: send as never } });
  await userEvent.click(await screen.findByRole('button', { name: 'Nej' }, { timeout: 10_000 }));
  picked(await screen.findByLabelText('Fil med tillgångar'), 'register.csv', csv);
  await lookedThrough();
  await userEvent.click(await screen.findByRole('button', { name: 'Importera 2 tillgångar' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Tjänsten svarar inte, så importen stannade/);
  await userEvent.click(screen.getByRole('button', { name: 'Importera 2 tillgångar' }));
  expect(await screen.findByRole('link', { name: 'T-2026-0002' })).toBeTruthy();
  const [first, second] = send.mock.calls;
  expect(second?.[1]).toBe(first?.[1]);
});

describe('the sites in SharePoint', () => {
  const hostile = '=HYPERLINK("https://evil.example")<b onclick=alert(1)>[Elevdokument](https://evil.example)';

  async function fetched(): Promise<void> {
    await userEvent.click(await screen.findByRole('button', { name: 'Hämta webbplatser i SharePoint' }));
  }

  test('become candidates that stay out until somebody takes one, each with its address and id', async () => {
    const place = municipality();
    await opened(place);
    await fetched();
    await lookedThrough();
    expect(await screen.findByText('2 rader: 0 nya, 0 finns redan, 0 skiljer sig från registret, 2 behöver rättas.')).toBeTruthy();
    await chosen(document.body, /^Enhet för rader som saknar enhet/, 'Hemtjänsten');
    expect(await screen.findByText(/^2 rader: 2 nya/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Importera 0 tillgångar' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('https://x.sharepoint.example/sites/va')).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Ta med rad 1, VA-ritningar' }));
    await userEvent.click(screen.getByRole('button', { name: 'Importera en tillgång' }));
    expect(await screen.findByRole('link', { name: 'T-2026-0001' })).toBeTruthy();
    expect(place.context.entries).toMatchObject([
      {
        event: 'asset-registered',
        state: {
          ...{ name: 'VA-ritningar', unit: 'SOC-HEM', carriers: ['file-area'], place: 'https://x.sharepoint.example/sites/va' },
          ...{ sourceId: '5e1c0d0a-0000-4000-8000-000000000001', state: 'draft' }
        }
      }
    ]);
  });

  test('that stand in the register already are shown as standing when they are fetched again', async () => {
    const place = municipality();
    await opened(place);
    await fetched();
    await chosen(document.body, /^Enhet för rader som saknar enhet/, 'Hemtjänsten');
    await lookedThrough();
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Ta med alla' }));
    await userEvent.click(screen.getByRole('button', { name: 'Importera 2 tillgångar' }));
    expect(await screen.findByRole('link', { name: 'T-2026-0002' })).toBeTruthy();
    await fetched();
    await waitFor(() => expect(screen.queryByText('2 av 2 rader är klara')).toBeNull());
    await lookedThrough();
    expect(await screen.findByText(/^2 rader: 0 nya, 2 finns redan/)).toBeTruthy();
    expect(place.context.entries).toHaveLength(2);
  });

  test('have names that are text and nothing else', async () => {
    await opened();
    await fetched();
    await lookedThrough();
    expect((await screen.findByText(hostile)).innerHTML).toContain('&lt;b onclick');
    expect(document.querySelector('[onclick], a[href*="evil"]')).toBeNull();
  });

  test('are taken and left out all at once', async () => {
    await opened();
    await fetched();
    await chosen(document.body, /^Enhet för rader som saknar enhet/, 'Hemtjänsten');
    await lookedThrough();
    const all = await screen.findByRole('checkbox', { name: 'Ta med alla' });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Ta med rad 1, VA-ritningar' }));
    await userEvent.click(all);
    expect(screen.getByRole('button', { name: 'Importera 2 tillgångar' })).toBeTruthy();
    await userEvent.click(all);
    expect(screen.getByRole('button', { name: 'Importera 0 tillgångar' })).toBeTruthy();
  });

  test.each<[string, Partial<Source>, string, RegExp]>([
    [
      'search does not answer',
      { sites: () => Promise.reject(new Error('down')) },
      'alert',
      /^Kunde inte läsa webbplatserna från SharePoint/
    ],
    ['the register cannot be read', { assets: failingLater() }, 'alert', /^Kunde inte läsa tillgångarna från SharePoint/],
    ['there are none', { sites: () => Promise.resolve([]) }, 'status', /^Sökningen hittade inga webbplatser som du får öppna/]
  ])('say so in words when %s', async (_, source, role, words) => {
    showTab({ in: municipality(), at: 'assets/import', as: 'manager', source });
    await userEvent.click(await screen.findByRole('button', { name: 'Nej' }, { timeout: 10_000 }));
    await fetched();
    await waitFor(() => expect(screen.getByRole(role).textContent).toMatch(words));
    expect(screen.queryByRole('button', { name: 'Granska raderna' })).toBeNull();
  });

  /** Answers the first time it is asked, when the screen opens. */
  function failingLater(): Source['assets'] {
    let asked = 0;
    return () => {
      asked += 1;
      return asked > 1 ? Promise.reject(new Error('down')) : Promise.resolve({ ok: true, value: [] });
    };
  }
});

test('has a file’s rows without a unit or a form get those that are chosen', async () => {
  const place = municipality();
  picked(await opened(place), 'register.csv', 'Namn;Enhet\nDiariet;SOC-HEM\nPärmarna;\n');
  await chosen(document.body, /^Enhet för rader som saknar enhet/, 'Hemtjänsten');
  await chosen(document.body, /^Var informationen finns, för rader som inte säger det/, 'Papper eller akt');
  await lookedThrough();
  await userEvent.click(await screen.findByRole('button', { name: 'Importera 2 tillgångar' }));
  expect(await screen.findByRole('link', { name: 'T-2026-0002' })).toBeTruthy();
  expect(place.context.entries.map(({ state }) => [state['unit'], state['carriers']])).toEqual([
    ['SOC-HEM', ['paper']],
    ['SOC-HEM', ['paper']]
  ]);
});
