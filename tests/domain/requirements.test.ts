// What a class demands: never less of a stronger one, something in every cell of the table, and nothing senseless for the carrier (H33, H34).
import fc from 'fast-check';
import { carriers, type Carrier } from '../../src/domain/asset-details';
import { aspects, levels, type Level, type Profile } from '../../src/domain/classification';
import { languages } from '../../src/domain/language';
import { requirementActors, requirementAspects, requirementsOf, voiceOf, type RequirementActor } from '../../src/domain/requirements';
import { requirementCatalogue } from '../../src/reference/requirement-catalogue';

const { requirements } = requirementCatalogue;

const profiles: readonly Profile[] = levels.flatMap((confidentiality) =>
  levels.flatMap((integrity) =>
    levels.flatMap((availability) => levels.map((traceability) => ({ confidentiality, integrity, availability, traceability })))
  )
);

const codesOf = (profile: Profile, of: readonly Carrier[], actor: RequirementActor): readonly string[] =>
  requirementsOf(requirementCatalogue, { profile, carriers: [...of] }, actor).map(({ code }) => code);

/** The same class with one aspect a level higher. */
const strongerThan = (profile: Profile): readonly Profile[] =>
  aspects.flatMap((aspect) => {
    const next: Level | undefined = levels[levels.indexOf(profile[aspect]) + 1];
    return next === undefined ? [] : [{ ...profile, [aspect]: next }];
  });

const flat = (level: Level): Profile => ({ confidentiality: level, integrity: level, availability: level, traceability: level });

test('of all 256 classes a stronger one never demands less, whoever is asked and whatever carries the information', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...profiles),
      fc.uniqueArray(fc.constantFrom(...carriers), { minLength: 1 }),
      fc.constantFrom(...requirementActors),
      (profile, of, actor) => {
        const demanded = codesOf(profile, of, actor);
        return strongerThan(profile).every((stronger) => {
          const more = codesOf(stronger, of, actor);
          return demanded.every((code) => more.includes(code));
        });
      }
    ),
    { numRuns: 3000 }
  );
});

test('one more carrier never takes a requirement away', () => {
  for (const profile of profiles) {
    for (const one of carriers) {
      const alone = codesOf(profile, [one], 'unit');
      const all = codesOf(profile, carriers, 'unit');
      expect(alone.filter((code) => !all.includes(code))).toEqual([]);
    }
  }
});

test('every cell of the table demands something, but for traceability where nobody needs to look back', () => {
  const cells = requirementAspects.flatMap((aspect) => levels.map((from) => ({ aspect, from })));
  const empty = cells.filter((cell) => !requirements.some(({ aspect, from }) => aspect === cell.aspect && from === cell.from));
  expect(empty).toEqual([{ aspect: 'traceability', from: 'negligible' }]);
});

test('each requirement has a code of its own, a control of the standard, somebody it is put to, and words', () => {
  expect(new Set(requirements.map(({ code }) => code)).size).toBe(requirements.length);
  for (const { code, iso, law, actors, is, shall } of requirements) {
    expect(code).toMatch(/^[AKRTS]-\d{2}$/);
    expect(iso.length).toBeGreaterThan(0);
    // 37 organisational, 8 people, 14 physical and 34 technological controls.
    for (const control of iso) expect(control).toMatch(/^(5\.([1-9]|[12]\d|3[0-7])|6\.[1-8]|7\.([1-9]|1[0-4])|8\.([1-9]|[12]\d|3[0-4]))$/);
    for (const point of law) expect(point >= 1 && point <= 10).toBe(true);
    expect(actors).not.toEqual([]);
    expect(shall !== undefined).toBe(actors.includes('supplier'));
    for (const words of [is, ...(shall === undefined ? [] : [shall])])
      for (const language of languages) expect(words[language]).toMatch(/\.$/);
    if (shall !== undefined) expect(shall.sv).toMatch(/^Leverantören ska /);
  }
});

test('all ten points of the law are served by something', () => {
  const served = new Set(requirements.flatMap(({ law }) => law));
  expect([...served].sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test.each<{ what: string; of: Carrier[]; has: string; lacks: string }>([
  { what: 'a paper register', of: ['paper'], has: 'K-10', lacks: 'K-11' },
  { what: 'a conversation', of: ['oral'], has: 'K-11', lacks: 'K-10' },
  { what: 'a system', of: ['system'], has: 'K-06', lacks: 'K-10' }
])('$what is asked for what makes sense for it', ({ of, has, lacks }) => {
  const demanded = codesOf(flat('serious'), of, 'unit');
  expect(demanded).toContain(has);
  expect(demanded).not.toContain(lacks);
});

test('nobody asks IT for two-factor authentication to a binder', () => {
  expect(codesOf(flat('serious'), ['paper'], 'it')).not.toContain('K-07');
  expect(codesOf(flat('serious'), ['system'], 'it')).toContain('K-07');
});

test('of all aspects the highest level counts', () => {
  const onlyAvailable: Profile = { ...flat('negligible'), availability: 'serious' };
  expect(codesOf(onlyAvailable, ['system'], 'unit')).toContain('A-11');
  expect(codesOf(onlyAvailable, ['system'], 'it')).not.toContain('K-07');
});

test('nothing is demanded before a class is decided', () => {
  expect(requirementsOf(requirementCatalogue, { carriers: ['system'] }, 'unit')).toEqual([]);
});

test('a supplier is told what shall be, the own organisation how it is', () => {
  const backup = requirements.find(({ code }) => code === 'R-07');
  if (backup === undefined) throw new Error('R-07 is gone.');
  expect(voiceOf(backup, 'supplier').sv).toMatch(/^Leverantören ska /);
  expect(voiceOf(backup, 'it').sv).toBe('Säkerhetskopior tas varje dygn och förvaras skilda från originalet.');
});
