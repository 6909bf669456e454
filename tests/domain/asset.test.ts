// The asset's fingerprint, what it lacks, the codes of its informationsmängder, and circles among what assets need.
import fc from 'fast-check';
import { assetHash, isChangedAfterDecision, missingFrom, type Asset } from '../../src/domain/asset';
import { numberedSets, personalDataKinds, type WrittenSet } from '../../src/domain/asset-details';
import { circleThrough, neededBy } from '../../src/domain/asset-needs';
import { classificationModel } from '../../src/reference/classification-model';

const person = (n: number) => ({ id: `00000000-0000-4000-8000-00000000000${n}`, name: 'Elsa', upn: `p${n}@haparanda.example` });

const asset: Asset = {
  reference: 'T-2026-0001',
  name: 'Arkivet',
  description: 'Pärmar och akter',
  carriers: ['paper', 'oral'],
  unit: 'SOC-HEM',
  unitName: 'Hemtjänsten',
  state: 'active',
  informationOwner: person(1),
  custodian: person(2)
};

describe('the fingerprint', () => {
  test('of an asset that says no more than before is the one it had before there was more to say', () => {
    expect(assetHash(asset)).toBe('ac322824ed448b637a09429df83d87625f724dfb02c05d5b0005178a64f21d9d');
  });

  test.each<[string, Partial<Asset>]>([
    ['a set', { sets: [{ id: 'm1', name: 'Journaler', types: [] }] }],
    ['personal data', { personalData: ['sensitive'] }],
    ['a controller', { controller: { unit: 'SN', name: 'Socialnämnden' } }],
    ['a ground of secrecy', { secrecy: ['26 kap. 1 §'] }],
    ['a supplier', { supplier: { name: 'Fjällsyn' } }],
    ['a dependency', { needs: ['T-2026-0002'] }],
    ['a place', { place: 'Skåpet' }],
    ['a tolerable outage', { tolerableOutageHours: 4 }],
    ['a co-owner', { coOwners: [person(3)] }],
    ['an informationsförvaltare', { informationCustodian: person(3) }]
  ])('is another with %s', (_, more) => {
    expect(assetHash({ ...asset, ...more })).not.toBe(assetHash(asset));
  });

  test('asks for no new decision when the contract is followed up, the archive is told what it keeps, or the continuity plan moves', () => {
    const supplied = { ...asset, supplier: { name: 'Fjällsyn' } };
    const decided = { ...supplied, decidedHash: assetHash(supplied) };
    const later: Asset = {
      ...decided,
      supplier: { name: 'Fjällsyn', followUp: '2027-03-31', contractEnds: '2027-12-31' },
      recordType: 'Akt',
      processCode: '3.4.1',
      retention: { rule: 'dispose', years: 5 },
      continuityPlan: 'Pärmen i skåpet'
    };
    expect(isChangedAfterDecision(later)).toBe(false);
  });

  test('does not depend on the order in which kinds, grounds and dependencies were chosen', () => {
    const one: Asset = { ...asset, personalData: ['ordinary', 'children'], needs: ['T-2026-0002', 'T-2026-0003'] };
    const other: Asset = { ...asset, personalData: ['children', 'ordinary'], needs: ['T-2026-0003', 'T-2026-0002'] };
    expect(assetHash(one)).toBe(assetHash(other));
  });
});

test('the kinds of personal data are the answers to the question of the classification model', () => {
  const question = classificationModel.questions.find(({ id }) => id === 'personal-data');
  expect(question?.options.map(({ code }) => code)).toEqual(personalDataKinds);
});

describe('what is missing', () => {
  test('is named, and nothing when the asset is komplett', () => {
    expect(missingFrom(asset)).toEqual(['object-owner', 'class', 'record-type']);
    const profile = { confidentiality: 'moderate', integrity: 'moderate', availability: 'moderate', traceability: 'moderate' } as const;
    const whole: Asset = { ...asset, objectOwner: person(3), recordType: 'Akt', profile };
    expect(missingFrom({ ...whole, decidedHash: assetHash(whole) })).toEqual([]);
    expect(missingFrom({ ...whole, decidedHash: assetHash(asset) })).toEqual(['class']);
  });
});

describe('the codes of sets', () => {
  const set = (name: string, id?: string): WrittenSet => ({ name, types: [], ...(id !== undefined && { id }) });

  test('are kept, and a code once given is never given again', () => {
    const first = numberedSets([set('a'), set('b')], {});
    expect(first.sets?.map(({ id }) => id)).toEqual(['m1', 'm2']);
    const without = numberedSets([set('a', 'm1')], first);
    expect(numberedSets([set('a', 'm1'), set('c')], without).sets?.map(({ id }) => id)).toEqual(['m1', 'm3']);
  });

  test('are different whatever is asked for', () => {
    const ids = fc.option(fc.constantFrom('m1', 'm2', 'm9', ''), { nil: undefined });
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 30 }), fc.array(ids, { maxLength: 30 }), (before, after) => {
        const was = numberedSets(
          before.map((id) => set('x', id)),
          {}
        );
        const { sets = [] } = numberedSets(
          after.map((id) => set('x', id)),
          was
        );
        expect(new Set(sets.map(({ id }) => id)).size).toBe(after.length);
      })
    );
  });
});

describe('a circle', () => {
  test('is named all the way round', () => {
    const needs = new Map([
      ['a', ['b', 'c']],
      ['b', []],
      ['c', ['d']],
      ['d', ['a']]
    ]);
    expect(circleThrough('a', needs)).toEqual(['a', 'c', 'd', 'a']);
    expect(circleThrough('b', needs)).toBeUndefined();
    expect(circleThrough('a', new Map([['a', ['a']]]))).toEqual(['a', 'a']);
  });

  test('is found just when there is a way back, and each step of it is a dependency', () => {
    const node = fc.integer({ min: 0, max: 7 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 20 }), (edges) => {
        const needs = new Map<string, string[]>();
        for (const [from, to] of edges) needs.set(from, [...(needs.get(from) ?? []), to]);
        const circle = circleThrough('0', needs);
        expect(circle !== undefined).toBe(isReached(needs, '0'));
        circle?.slice(1).forEach((to, index) => expect(needs.get(circle[index] ?? '')).toContain(to));
      })
    );
  });

  function isReached(needs: ReadonlyMap<string, readonly string[]>, start: string): boolean {
    let reached = new Set(needs.get(start));
    for (let step = 0; step < 8; step += 1) reached = new Set([...reached, ...[...reached].flatMap((at) => needs.get(at) ?? [])]);
    return reached.has(start);
  }
});

test('an asset is needed by those in use that say so', () => {
  const user: Asset = { ...asset, reference: 'T-2026-0002', needs: [asset.reference] };
  expect(neededBy(asset.reference, [asset, user, { ...user, state: 'decommissioned' }])).toEqual([user]);
});
