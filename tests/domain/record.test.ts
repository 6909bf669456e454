// The record's fingerprints, numbers and chain, as examples and properties.
import fc from 'fast-check';
import { assetHash, isChangedAfterDecision, leaveDraft, type Asset } from '../../src/domain/asset';
import { canonicalJson, contentHash, type Json } from '../../src/domain/hash';
import { languageOf } from '../../src/domain/language';
import { genesisHash, seal, type LogEntry } from '../../src/domain/log';
import { isReferenceNumber } from '../../src/domain/reference-form';
import { nextNumber, numberPrefix } from '../../src/domain/reference-number';
import { people } from '../workflows/memory-context';
import { chainDeviations } from './log-rows';

const asset: Asset = {
  reference: 'T-2026-0001',
  name: 'Hemtjänstens planering',
  description: 'Turer och besök',
  carriers: ['system', 'paper'],
  unit: 'SOC-HEM',
  unitName: 'Hemtjänsten',
  informationOwner: people.manager,
  objectOwner: people.objectOwner,
  custodian: people.custodian,
  state: 'draft'
};

test('a content has one spelling whatever the order of its names', () => {
  expect(canonicalJson({ b: [1, null, true], a: { d: 'x', c: undefined } })).toBe('{"a":{"d":"x"},"b":[1,null,true]}');
});

test('the fingerprint is SHA-256: the empty text has the well-known one of its two quotation marks', () => {
  expect(contentHash('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
});

test('å as one sign or as two is the same content', () => {
  expect(contentHash('Åsa'.normalize('NFD'))).toBe(contentHash('Åsa'.normalize('NFC')));
});

test('line ends as Windows writes them are the same content', () => {
  expect(contentHash('en rad\r\noch en till')).toBe(contentHash('en rad\noch en till'));
});

test('canonical JSON says the same as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: true }), (value) =>
      expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)))
    )
  );
});

test.each([
  ['2026-11-23T14:40:00Z', 'I-2026-'],
  ['2026-12-31T22:59:59Z', 'I-2026-'],
  ['2026-12-31T23:00:00Z', 'I-2027-']
])('at %s Swedish clocks give numbers beginning %s', (at, prefix) => {
  expect(numberPrefix('I', at)).toBe(prefix);
});

test.each([
  [undefined, 'I-2026-0001'],
  ['I-2026-0041', 'I-2026-0042'],
  ['I-2026-9999', 'I-2026-10000'],
  ['I-2025-0007', 'I-2026-0001']
])('after %s comes %s', (latest, next) => {
  expect(nextNumber('I-2026-', latest)).toBe(next);
});

test.each([
  ['I-2026-0001', true],
  ['T-2026-10000', true],
  ['X-2026-0001', false],
  ['I-2026-1', false],
  [' I-2026-0001', false]
])('%s is a number of ours: %s', (text, is) => {
  expect(isReferenceNumber(text)).toBe(is);
});

test.each([
  ['sv-SE', 'sv'],
  ['en-US', 'en'],
  ['FI', 'fi'],
  ['de-DE', 'sv'],
  [undefined, 'sv']
])('locale %s reads %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each([
  ['name', { name: 'Hemtjänstens turer' }],
  ['description', { description: '' }],
  ['carriers', { carriers: ['system'] }],
  ['unit', { unit: 'SOC' }],
  ['objektägare', { objectOwner: people.manager }],
  ['systemförvaltare', { custodian: undefined }]
] as [string, Partial<Asset>][])('a changed %s shows as changed after decision', (_what, change) => {
  const decided: Asset = { ...asset, state: 'active', decidedHash: assetHash(asset) };
  expect(isChangedAfterDecision(decided)).toBe(false);
  expect(isChangedAfterDecision({ ...decided, ...change })).toBe(true);
});

test.each([
  ['has all its roles', {}, 'submitted'],
  ['lacks informationsägare', { informationOwner: undefined }, 'missing-owner'],
  ['lacks objektägare', { objectOwner: undefined }, 'missing-owner'],
  ['lacks systemförvaltare', { custodian: undefined }, 'missing-custodian'],
  ['has left draft already', { state: 'active' }, 'wrong-state']
] as [string, Partial<Asset>, string][])('H22: a draft that %s gives %s', (_what, change, expected) => {
  const outcome = leaveDraft({ ...asset, ...change });
  expect(outcome.ok ? outcome.value.state : outcome.reason).toBe(expected);
});

function chain(length: number): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const previousHash = entries.at(-1)?.hash ?? genesisHash;
    entries.push(
      seal({
        aggregate: 'I-2026-0001',
        sequence,
        command: `command-${sequence}`,
        event: 'incident-acknowledged',
        at: `2026-11-23T14:4${sequence}:00Z`,
        actorId: people.it.id,
        actorName: people.it.name,
        from: 'reported',
        to: 'received',
        reason: '',
        state: { step: sequence },
        previousHash
      })
    );
  }
  return entries;
}

test('an untouched chain holds', () => {
  expect(chainDeviations(chain(5))).toEqual([]);
});

test.each([
  [
    'altered entry',
    (entries: LogEntry[]) => entries.map((entry) => (entry.sequence === 3 ? { ...entry, actorName: 'Någon Annan' } : entry)),
    3,
    'altered'
  ],
  ['removed entry', (entries: LogEntry[]) => entries.filter(({ sequence }) => sequence !== 3), 4, 'missing'],
  [
    'entry sealed anew',
    (entries: LogEntry[]) => entries.map((entry) => (entry.sequence === 3 ? seal({ ...entry, reason: 'annan' }) : entry)),
    4,
    'broken-link'
  ],
  [
    'state changed by one value',
    (entries: LogEntry[]) => entries.map((entry) => (entry.sequence === 2 ? { ...entry, state: { step: 9 } } : entry)),
    2,
    'altered'
  ]
] as const)('an %s is found and named', (_what, tamper, sequence, fault) => {
  expect(chainDeviations(tamper(chain(5)))).toContainEqual(expect.objectContaining({ aggregate: 'I-2026-0001', sequence, fault }));
});
