// The dossier of one incident, read back from the Word file: everything that is written stands there, as plain text, with where it comes from.
import { dossier } from '../../src/documents/dossier';
import { wordOf } from '../../src/documents/word';
import { partsOf, readWord } from './office-file';
import { hash, incident, wholeCase, written } from './whole-case';

const fileOf = (changes: Partial<typeof wholeCase> = {}): Promise<ArrayBuffer> => wordOf(dossier({ ...wholeCase, ...changes }));

test.each(Object.entries(written))('what was written stands there: %s', async (_part, words) => {
  const read = await readWord(await fileOf());
  for (const word of words) expect(read).toContain(word);
});

test('it says when it was made, by whom, and which entry of the log it shows', async () => {
  const read = await readWord(await fileOf());
  expect(read).toContain('Akt: I-2026-0001: Jag har skickat något fel\n');
  expect(read).toContain('Framtaget\n2026-11-26 10:00 svensk tid\nAv\nIvar Teknell\n');
  expect(read).toContain(`I-2026-0001: loggpost och fingeravtryck\nI-2026-0001:9, ${hash}\n`);
  expect(read).toContain(`R-2026-0001: loggpost och fingeravtryck\nR-2026-0001:4, ${'cd34'.repeat(16)}\n`);
});

test('a row without a fingerprint has none that is made up', async () => {
  expect(await readWord(await fileOf({ incident: { state: incident } }))).toContain('I-2026-0001: loggpost och fingeravtryck\nSaknas\n');
});

test('the legal tracks are support for a judgement, with source, and what is missing named', async () => {
  const read = await readWord(await fileOf());
  expect(read).toContain('Rapporteringsspår\nStöd för bedömning – kontrollera mot gällande föreskrift.\n');
  expect(read).toContain('Källa: Dataskyddsförordningen art. 33, gäller från fre 25 maj 2018.');
  expect(read).toContain('Det här saknas:\nHar uppgifterna förstörts');
});

test('a särskild rapport that was handed over stands there with its fingerprint and both receipts', async () => {
  const read = await readWord(await fileOf());
  expect(read).toContain(`rapport.docx\nSHA-256 ${'5e'.repeat(32)}\n`);
  expect(read).toContain('Lena Styr\nSiv Modig, ');
  expect(read).toContain('2026-11-24, KS 2026/78 § 5\n');
});

test('the registry number stands there, and how long it is kept', async () => {
  const read = await readWord(await fileOf());
  expect(read).toContain('Diarienummer\nKS 2026/77\nBevaras\nFör alltid\nStöd\nArkivlagen (1990:782) 10 §');
  expect(read).toContain('Gallringsbeslut\nSaknas\n');
});

test('tracks that may not be read are said to be that, and not that there are none', async () => {
  const read = await readWord(await fileOf({ tracks: 'no-right' }));
  expect(read).toContain('får inte läsa rapporteringsspår. Om det finns några framgår inte här.');
  expect(read).not.toContain('Skälsordet');
});

test('a measure stands there with its days and each step, and so it does when there is none', async () => {
  const read = await readWord(await fileOf());
  expect(read).toContain(
    'M-2026-0001: Åtgärdsordet\nLäge\nVerifierad\nAnsvarig\nFia Ojala\nKlar senast\nfre 18 dec 2026\nEffekten kontrolleras\nmån 1 mars 2027\n'
  );
  expect(read).toContain('Åtgärd omprioriterad (Gunnar Skarp, fre 18 dec 2026)');
  expect(read).toContain(`M-2026-0001: loggpost och fingeravtryck\nM-2026-0001:5, ${'ef56'.repeat(16)}\n`);
  expect(await readWord(await fileOf({ measures: { measures: [], broken: 0 } }))).toContain('Ingen åtgärd är införd.');
});

test('rows that could not be read are counted', async () => {
  expect(await readWord(await fileOf({ measures: { measures: [], broken: 3 } }))).toContain('Gick inte att läsa och saknas här: 3.');
  expect(await readWord(await fileOf({ tracks: { tracks: [], broken: 2 } }))).toContain('Gick inte att läsa och saknas här: 2.');
});

test('what people wrote is text: no link, no field but the page numbers, no address outside the file', async () => {
  const parts = await partsOf(await fileOf());
  const document = parts.get('word/document.xml') ?? '';
  expect(document).toContain('=HYPERLINK(&quot;https://fara.example&quot;');
  expect(document).not.toMatch(/<w:hyperlink|<w:fldSimple|<w:instrText|<w:altChunk/);
  const relations = [...parts].filter(([name]) => name.endsWith('.rels')).map(([, xml]) => xml);
  expect(relations.join('')).not.toContain('TargetMode="External"');
});

test('each page has the number of the incident and of the page, and headings and heads of tables are that', async () => {
  const parts = [...(await partsOf(await fileOf())).values()].join('\n');
  expect(parts).toMatch(/<w:hdr[^]*I-2026-0001[^]*<\/w:hdr>/);
  expect(parts).toMatch(/<w:ftr[^]*Sida [^]*PAGE<[^]* av [^]*NUMPAGES<[^]*<\/w:ftr>/);
  expect(parts).toContain('<w:pStyle w:val="Heading1"/>');
  expect(parts).toContain('<w:tblHeader');
  expect(parts).toContain('w:val="sv-SE"');
});

test('a character that no document has place for does not spoil it', async () => {
  const said = { ...incident, unitName: 'Hem\u0000tjänsten\ud800' };
  const document = (await partsOf(await fileOf({ incident: { state: said } }))).get('word/document.xml');
  expect(document).toContain('Hem tjänsten ');
});
