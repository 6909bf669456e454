// What a check of the log's chains finds: nothing in what was sealed, however it is spelled, and everything that somebody has changed.
import fc from 'fast-check';
import type { LogRow } from '../../src/domain/chain';
import { contentHash, type Json } from '../../src/domain/hash';
import { entryHash, genesisHash, seal, type LogEntry } from '../../src/domain/log';
import type { Deviation } from '../../src/domain/log-check';
import { entryHashInNode } from '../../src/service/entry-hash';
import { checkChains, rowsOf } from './log-rows';

const said = {
  command: 'command-1',
  event: 'asset-changed',
  at: '2026-11-23T14:40:00Z',
  actorId: '00000000-0000-4000-8000-000000000001',
  actorName: 'Fia Öjala',
  from: '',
  to: 'submitted',
  reason: 'Två\nrader "citat" \\ och 🙂'
} as const;

/** Entries of each aggregate in turn, as many as its number says. */
function logOf(lengths: Readonly<Record<string, number>>): LogEntry[] {
  return Object.entries(lengths).flatMap(([aggregate, length]) => {
    const entries: LogEntry[] = [];
    for (let sequence = 1; sequence <= length; sequence += 1) {
      const previousHash = entries.at(-1)?.hash ?? genesisHash;
      const state = { reference: aggregate, step: sequence, owner: { upn: 'fia.ojala@haparanda.example', name: 'Fia Öjala' } };
      entries.push(seal({ ...said, aggregate, sequence, command: `${aggregate} ${sequence}`, state, previousHash }));
    }
    return entries;
  });
}

function deviationsIn(rows: readonly LogRow[], hashOf = entryHashInNode()): readonly Deviation[] {
  return checkChains(rows, hashOf).deviations;
}

const untouched = rowsOf(logOf({ 'T-2026-0001': 4, 'T-2026-0002': 1, 'I-2026-0001': 3 }));

test('a hash is what it was in every earlier version', () => {
  const state = { b: [1, null, true, { z: '\u0001', a: 1.5 }], a: 'å'.normalize('NFD'), reference: 'T-2026-0001', absent: undefined };
  const first = seal({ ...said, aggregate: 'T-2026-0001', sequence: 1, state, previousHash: genesisHash });
  expect(first.hash).toBe('1a19601e454e36986de4d525b7345c049dab2b428191906d5c8f127863777ec6');
  const second = { aggregate: 'T-2026-0001', sequence: 2, actorName: 'Åsa'.normalize('NFD'), reason: 'a\r\nb', previousHash: first.hash };
  expect(seal({ ...said, ...second, state }).hash).toBe('d59f945be98d981beafd782ea90de9b3149ee21252cb5b3de89d05d606270d9a');
});

/** Every kind of text a cell can hold, and now and then one that is longer than a line. */
const anyText = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: fc.constantFrom(...Array.from('abcT-2026: ')) }) },
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'å', 'å'.normalize('NFD'), 'a\r\nb', '"', '\\', '","to":"', '\ud800', 'x'.repeat(300)),
  fc.string({ unit: 'grapheme', minLength: 200, maxLength: 400 })
);

const anyEntry = fc.record({
  aggregate: anyText,
  sequence: fc.integer({ min: 1 }),
  command: anyText,
  event: fc.constantFrom('asset-changed' as const, 'incident-reported' as const),
  at: anyText,
  actorId: anyText,
  actorName: anyText,
  from: anyText,
  to: anyText,
  reason: anyText,
  state: fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })),
  previousHash: anyText
});

test('the hash put together piece by piece is that of the canonical JSON, in the browser and in Node', () => {
  const inNode = entryHashInNode();
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const [row] = rowsOf([seal(entry)]);
      expect(row?.hash).toBe(contentHash(JSON.parse(JSON.stringify(entry)) as Json));
      expect(row && inNode(row)).toBe(row?.hash);
    })
  );
});

test('a state of any length has its hash', () => {
  const inNode = entryHashInNode();
  for (const length of [20_000, 70_000, 200_000]) {
    const [row] = rowsOf([
      seal({ ...said, reason: '', aggregate: 'T-2026-0001', sequence: 1, previousHash: genesisHash, state: { text: 'å'.repeat(length) } })
    ]);
    expect(row && inNode(row)).toBe(row?.hash);
  }
});

test('an untouched log holds, also where earlier versions wrote the state in the order it was made', () => {
  expect(deviationsIn(untouched)).toEqual([]);
  const entries = logOf({ 'T-2026-0001': 4 });
  const asBefore = rowsOf(entries).map((row, index) => ({ ...row, state: JSON.stringify(entries[index]?.state) }));
  expect(asBefore[0]?.state).not.toBe(rowsOf(logOf({ 'T-2026-0001': 1 }))[0]?.state);
  expect(deviationsIn(asBefore)).toEqual([]);
});

const texts = [
  'aggregate',
  'command',
  'event',
  'at',
  'actorId',
  'actorName',
  'from',
  'to',
  'reason',
  'state',
  'previousHash',
  'hash'
] as const;

test('any text of any entry that becomes another is found, and the entry named', () => {
  fc.assert(
    fc.property(fc.nat(untouched.length - 1), fc.constantFrom(...texts), anyText, (index, field, text) => {
      const row = untouched[index];
      fc.pre(row !== undefined && text.normalize('NFC').replaceAll('\r\n', '\n') !== row[field].normalize('NFC'));
      const rows = untouched.map((other) => (other === row ? { ...row, [field]: text } : other));
      const found = deviationsIn(rows);
      expect(found).toEqual([{ aggregate: row.aggregate, sequence: row.sequence, at: field === 'at' ? text : row.at, fault: 'altered' }]);
      expect(deviationsIn(rows, entryHash)).toEqual(found);
    })
  );
});

const secondState = rowOf('T-2026-0001:2').state;

test.each([
  ['a text moved from one field into the next', { actorName: 'Fia Öjala","aggregate":"T-2026-0001', aggregate: '' }],
  ['a name said twice in the state', { state: secondState.replace('{', '{"step":9,') }],
  ['a space in the state', { state: secondState.replace('{', '{ ') }],
  ['a state that ends early', { state: '{"reference":' }],
  ['another sequence', { sequence: 7 }],
  ['no sequence', { sequence: 0 }],
  ['another title', { isShownRight: false }]
])('an entry with %s is altered', (_what, change) => {
  const rows = untouched.map((row) => (row.key === 'T-2026-0001:2' ? { ...row, ...change } : row));
  expect(deviationsIn(rows)).toEqual([{ aggregate: 'T-2026-0001', sequence: 2, at: said.at, fault: 'altered' }]);
});

function without(key: string): LogRow[] {
  return untouched.filter((row) => row.key !== key);
}

function rowOf(key: string): LogRow {
  const [found] = untouched.filter((row) => row.key === key);
  if (found === undefined) throw new Error(`There is no ${key}.`);
  return found;
}

const at = said.at;

test('a removed entry is missing before the next', () => {
  expect(deviationsIn(without('T-2026-0001:2'))).toEqual([{ aggregate: 'T-2026-0001', sequence: 3, at, fault: 'missing' }]);
  expect(deviationsIn(without('T-2026-0001:1'))).toEqual([{ aggregate: 'T-2026-0001', sequence: 2, at, fault: 'missing' }]);
});

test('an entry sealed anew does not hold with the next', () => {
  const row = rowOf('T-2026-0001:2');
  const reason = 'annat';
  const rows = untouched.map((other) => (other === row ? { ...row, reason, hash: entryHash({ ...row, reason }) } : other));
  expect(deviationsIn(rows)).toEqual([{ aggregate: 'T-2026-0001', sequence: 3, at, fault: 'broken-link' }]);
});

test('two entries that have changed places are out of order', () => {
  const [second, third] = [rowOf('T-2026-0001:2'), rowOf('T-2026-0001:3')];
  const rows = untouched.map((row) => (row === second ? { ...third, id: second.id } : row === third ? { ...second, id: third.id } : row));
  expect(deviationsIn(rows)).toEqual([{ aggregate: 'T-2026-0001', sequence: 3, at, fault: 'out-of-order' }]);
});

test('two entries that have changed numbers are altered, both', () => {
  const rows = untouched.map((row) =>
    row.key === 'T-2026-0001:2' ? { ...row, sequence: 3 } : row.key === 'T-2026-0001:3' ? { ...row, sequence: 2 } : row
  );
  expect(deviationsIn(rows).map(({ sequence, fault }) => [sequence, fault])).toEqual([
    [2, 'altered'],
    [3, 'altered']
  ]);
});

test('an entry that somebody added is inserted where its number is taken, and altered where nothing seals it', () => {
  const forged = { ...rowOf('T-2026-0001:2'), id: 99, reason: 'annat' };
  expect(deviationsIn([...untouched, { ...forged, key: 'T-2026-0001:2b', isShownRight: false }])).toEqual([
    { aggregate: 'T-2026-0001', sequence: 2, at, fault: 'inserted' }
  ]);
  expect(deviationsIn([...untouched, { ...forged, sequence: 5, key: 'T-2026-0001:5' }])).toEqual([
    { aggregate: 'T-2026-0001', sequence: 5, at, fault: 'altered' }
  ]);
});

test('of two with the same number, the one that is as it was sealed is the entry, whichever was made first', () => {
  const [third, fourth] = [rowOf('T-2026-0001:3'), rowOf('T-2026-0001:4')];
  const early = { ...fourth, id: third.id + 0.5, reason: 'annat', key: 'T-2026-0001:4b' };
  const rows = [...untouched, early].sort((a, b) => a.id - b.id);
  expect(deviationsIn(rows)).toEqual([{ aggregate: 'T-2026-0001', sequence: 4, at, fault: 'inserted' }]);
  expect(checkChains(rows, entryHash).byAggregate.get('T-2026-0001')?.last).toEqual(fourth);
});

test('a row that does not say what it is, is named as it stands', () => {
  const bare = { ...rowOf('T-2026-0001:2'), id: 99, aggregate: 'Handelselogg #99', sequence: 0, key: '' };
  expect(deviationsIn([...untouched, bare])).toEqual([{ aggregate: 'Handelselogg #99', sequence: 0, at, fault: 'unreadable' }]);
});

test('only a chain in which nothing deviates can be built upon', () => {
  const rows = without('T-2026-0001:2');
  const chains = checkChains(rows, entryHash).byAggregate;
  expect([...chains].map(([aggregate, { sequence, holds }]) => [aggregate, sequence, holds]).sort()).toEqual([
    ['I-2026-0001', 3, true],
    ['T-2026-0001', 4, false],
    ['T-2026-0002', 1, true]
  ]);
});
