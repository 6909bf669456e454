// The Excel file of a selection of the work queue, read back: what the queue shows, and nothing that is worked out.
import { excelOf } from '../../src/documents/excel';
import { queueSheets } from '../../src/documents/queue-sheet';
import type { Incident } from '../../src/domain/incident';
import { people } from '../workflows/memory-context';
import { everythingIn, partsOf, readExcel } from './office-file';
import { incident, written } from './whole-case';

async function fileOf(...incidents: readonly Incident[]): Promise<ArrayBuffer> {
  const selection = { incidents, choice: 'Pågående', by: people.it, at: '2026-11-26T09:00:00Z' };
  return (await excelOf(queueSheets(selection))).arrayBuffer();
}

test('a row for each incident, in the order they were given, in words and Swedish time', async () => {
  const [sheet] = await readExcel(
    await fileOf(incident, { ...incident, reference: 'I-2026-0002', state: 'received', handling: undefined })
  );
  expect(sheet?.map((cells) => cells.slice(0, 6))).toEqual([
    ['Nummer', 'Vad det gäller', 'Skede', 'Allvarlighetsgrad', 'Kategori', 'Handläggare'],
    ['I-2026-0001', 'Jag har skickat något fel', 'Stängd', 'Hög', 'Felutskick eller obehörigt röjande', 'Ivar Teknell'],
    ['I-2026-0002', 'Jag har skickat något fel', 'Mottagen', 'Inte bedömd än', '', '']
  ]);
  expect(sheet?.map((cells) => cells.slice(9))).toEqual([
    ['Rapporterad', 'Kommunen fick kännedom', 'Svar senast', 'Mottagen av IT', 'Mottagen av närmaste chef'],
    ['2026-11-23 15:40', '2026-11-23 15:40', '', '', 'Mats Lindbäck, 2026-11-23 15:40'],
    ['2026-11-23 15:40', '2026-11-23 15:40', '2026-11-25 15:40', '', 'Mats Lindbäck, 2026-11-23 15:40']
  ]);
});

test('the other sheet says what was chosen, how many they are, and who took it out when', async () => {
  const [, about] = await readExcel(await fileOf(incident));
  expect(about).toEqual([
    ['Uppgift', 'Värde'],
    ['Urval', 'Pågående'],
    ['Antal', '1'],
    ['Framtaget (svensk tid)', '2026-11-26 10:00'],
    ['Av', 'Ivar Teknell']
  ]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://fara.example")', "=cmd|' /C calc'!A0", '<f>1</f>', '007', 'TRUE'])(
  '%s is text',
  async (unitName) => {
    const file = await fileOf({ ...incident, unitName });
    const [sheet] = await readExcel(file);
    expect(sheet?.[1]?.[6]).toBe(unitName);
    const sheets = [...(await partsOf(file))].filter(([name]) => /^xl\/worksheets\/sheet.*\.xml$/.test(name)).map(([, xml]) => xml);
    expect(sheets).toHaveLength(2);
    expect(sheets.join('')).not.toMatch(/<f[ >]|<hyperlink/);
  }
);

test('nothing that anybody wrote of the incident comes along', async () => {
  const everything = await everythingIn(await fileOf(incident));
  const { description, notes, questions, tracks, reporter } = written;
  expect([description, notes, questions, tracks, reporter].flat().filter((word) => everything.includes(word))).toEqual([]);
});

test('a character that no file has place for does not spoil it', async () => {
  const [sheet] = await readExcel(await fileOf({ ...incident, unitName: 'Hem\u0000tjänsten' }));
  expect(sheet?.[1]?.[6]).toBe('Hem tjänsten');
});
