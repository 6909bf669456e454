// The krisstab on paper, read back from the Word file: the call list to ring by, the minutes, and its place in the dossier and the masked copy.
import { crisisCall, crisisMinutes, type CrisisCalling } from '../../src/documents/crisis-papers';
import { dossier } from '../../src/documents/dossier';
import { maskedCopy } from '../../src/documents/masked-copy';
import { wordOf } from '../../src/documents/word';
import type { CrisisStaff } from '../../src/domain/crisis-staff';
import { crisisStaffs } from '../../src/domain/incident';
import { plannedFunctions } from '../workflows/memory-context';
import { readWord } from './office-file';
import { incident, wholeCase } from './whole-case';

const [staff] = crisisStaffs(incident) as [CrisisStaff];
const callOf = async (changes: Partial<CrisisCalling> = {}): Promise<string> =>
  readWord(await wordOf(crisisCall(wholeCase, { staff, plan: plannedFunctions, ...changes })));

test('the call list says whom to ring, on both numbers, with boxes to tick, and why', async () => {
  const read = await callOf();
  expect(read).toContain('Ringlista och kallelse till krisstab: I-2026-0001');
  expect(read).toContain('Varför krisstaben kallas\nKallelseordet\nDagordning\nDagordningsordet\n');
  expect(read).toContain('Stabschef\nLena Styr\n070-174 06 05\n0701740631\n☐ Nådd\n☐ Kommer\n');
  expect(read).toContain('Säkerhet\nGunnar Skarp\n070-174 06 07\n');
  expect(read).not.toContain('gick inte att läsa');
});

test('somebody in another function by now is rung on the number of that, and somebody out of the plan has none', async () => {
  const moved = plannedFunctions.slice(2).map((row) => ({ ...row, phone: '070-174 06 40' }));
  const read = await callOf({ plan: moved });
  expect(read).toContain('Stabschef\nLena Styr\n070-174 06 40\n');
  expect(read).not.toContain('070-174 06 07');
  expect(read).toContain('Gunnar Skarp');
});

test('that numbers may not be read is said, and that somebody is missing from the list', async () => {
  const read = await callOf({ plan: 'no-right', staff: { ...staff, unread: 2 } });
  expect(read).toContain('får inte läsa numren. De står i listan Krisplan.');
  expect(read).toContain('2 rader i krisplanen gick inte att läsa');
  expect(read).not.toContain('070-174');
});

test('the minutes say who came and who did not, each decision with who wrote it, and what was said', async () => {
  const read = await readWord(await wordOf(crisisMinutes(wholeCase, staff)));
  expect(read).toContain('Stabschef, Kommunikation\nLena Styr\nJa\n');
  expect(read).toContain('Säkerhet\nGunnar Skarp\nNej\n');
  expect(read).toContain('Stabsbeslutet\nSiv Modig, 2026-11-23 15:40 svensk tid\n');
  expect(read).toContain('Protokollsordet');
  expect(read).not.toContain('070-174');
});

test('before anybody has come it says so, and takes nobody for absent', async () => {
  const { attendance, ended, ...called } = staff;
  expect([attendance, ended].every((part) => part !== undefined)).toBe(true);
  const read = await readWord(await wordOf(crisisMinutes(wholeCase, { ...called, decisions: [] })));
  expect(read).toContain('Lena Styr\nInte infört\n');
  expect(read).toContain('Minnesanteckningar\nSaknas\n');
});

test('on paper an exercise is said to be one', async () => {
  const made = { ...wholeCase, incident: { ...wholeCase.incident, state: { ...incident, exercise: true as const } } };
  const read = await readWord(await wordOf(crisisCall(made, { staff, plan: plannedFunctions })));
  expect(read).toContain('ÖVNING: Ringlista och kallelse');
});

test('all but the numbers stands in the dossier, and a masked copy masks notes and names of it', async () => {
  const read = await readWord(await wordOf(dossier(wholeCase)));
  for (const word of ['Kallelseordet', 'Dagordningsordet', 'Stabsbeslutet', 'Protokollsordet', 'Räddningsordet'])
    expect(read).toContain(word);
  expect(read).not.toContain('070-174');
  const masked = await readWord(await wordOf(maskedCopy(wholeCase, { notes: '18 kap. 8 §', people: '39 kap. 2 §' })));
  for (const word of [
    'Kallelseordet',
    'Dagordningsordet',
    'Stabsbeslutet',
    'Protokollsordet',
    'Räddningsordet',
    'Lena Styr',
    'Gunnar Skarp'
  ])
    expect(masked).not.toContain(word);
});
