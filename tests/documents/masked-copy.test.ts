// The masked copy, searched through as the file it is: what is masked stands in no part of it, and says under which paragraph.
import { maskedParts, type MaskedPart } from '../../src/documents/case';
import { maskedCopy } from '../../src/documents/masked-copy';
import type { Masks } from '../../src/documents/masking';
import { wordOf } from '../../src/documents/word';
import { secrecyGrounds } from '../../src/reference/secrecy-grounds';
import { everythingIn, readWord } from './office-file';
import { incident, wholeCase, written } from './whole-case';

const fileOf = (masks: Masks, changes: Partial<typeof wholeCase> = {}): Promise<ArrayBuffer> =>
  wordOf(maskedCopy({ ...wholeCase, ...changes }, masks));

const others = (part: MaskedPart): readonly string[] =>
  maskedParts.filter((other) => other !== part).flatMap((other) => [...written[other]]);

/** Those of the words that stand in any part of the file, however they are cased. */
async function foundIn(file: ArrayBuffer, words: readonly string[]): Promise<readonly string[]> {
  const everything = (await everythingIn(file)).toLowerCase();
  return words.filter((word) => everything.includes(word.toLowerCase()));
}

test.each(maskedParts)('%s: none of it is anywhere in the file, and all the rest is', async (part) => {
  const file = await fileOf({ [part]: '18 kap. 8 §' });
  expect(await foundIn(file, written[part])).toEqual([]);
  const read = await readWord(file);
  expect(read).toContain('[maskat, OSL 18 kap. 8 §]');
  for (const word of others(part)) expect(read).toContain(word);
});

test('everything masked: nothing that anybody wrote is left, and each part has its own paragraph', async () => {
  const masks = Object.fromEntries(maskedParts.map((part, index) => [part, `${index + 1} kap. 1 §`]));
  const file = await fileOf(masks);
  expect(await foundIn(file, Object.values(written).flat())).toEqual([]);
  const read = await readWord(file);
  for (const ground of Object.values(masks)) expect(read).toContain(`[maskat, OSL ${ground}]`);
});

test('a name is found in what others wrote, however it is spaced, cased, composed or inflected', async () => {
  const description = 'ELSA NIEMI, Elsa\u00a0Niemi, Elsa\nNiemen kollega, Elsa Niemis rum och Mats Lindba\u0308ck. Elsa kom.';
  const said = { state: { ...incident, report: { ...incident.report, description } } };
  const read = await readWord(await fileOf({ reporter: '1 §', people: '2 §' }, { incident: said }));
  const [r, p] = ['[maskat, OSL 1 §]', '[maskat, OSL 2 §]'];
  expect(read).toContain(`${r}, ${r}, Elsa\nNiemen kollega, ${r}s rum och ${p}. Elsa kom.`);
});

test('a short name is not found inside other words', async () => {
  const report = { ...incident.report, toldBy: 'An', description: 'An sade att kanan Anna anmälde. An, igen.' };
  const read = await readWord(await fileOf({ reporter: '1 §' }, { incident: { state: { ...incident, report } } }));
  expect(read).toContain('[maskat, OSL 1 §] sade att kanan Anna anmälde. [maskat, OSL 1 §], igen.');
});

test('a name that looks like a pattern is a name', async () => {
  const report = { ...incident.report, toldBy: 'N. (N+) [x]', description: 'N. (N+) [x] ringde, Nx (NN) x inte.' };
  const read = await readWord(await fileOf({ reporter: '1 §' }, { incident: { state: { ...incident, report } } }));
  expect(read).toContain('[maskat, OSL 1 §] ringde, Nx (NN) x inte.');
});

test('it says that it is a suggestion and that a person decides', async () => {
  const read = await readWord(await fileOf({ notes: '18 kap. 13 §' }));
  expect(read).toContain('Maskad kopia: I-2026-0001\nFörslag till maskning. Inte utlämnad.\nMaskningen är ett förslag. En person prövar');
});

test('what is not there is not said to be masked', async () => {
  const { description: _none, ...report } = incident.report;
  const bare = { ...incident, report: { ...report, description: '' }, handling: undefined };
  const masks = { description: '1 §', notes: '2 §', questions: '3 §', assets: '4 §', tracks: '5 §' };
  const read = await readWord(await fileOf(masks, { incident: { state: bare }, tracks: 'no-right' }));
  expect(read).not.toMatch(/maskat, OSL [235] §/);
});

test('each suggested paragraph has a source and a day from which it holds, and none is claimed to be read in full', () => {
  for (const { source, validFrom, checked, paragraph } of secrecyGrounds) {
    expect(source).not.toBe('');
    expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(checked).not.toBe('primary');
    expect(paragraph).toMatch(/^\d+ kap\. \d+ §$/);
  }
});
