// The questions of law: what is suggested, by which rule with what source, and which facts are missing; and that the data they are read from holds together.
import fc from 'fast-check';
import { assessDuty, isAnswerTo, type LegalAssessment } from '../../src/domain/legal-assessment';
import { regimes, rulesInForce, type LegalAnswers, type LegalRule, type Regime, type RegimeRules } from '../../src/domain/legal-rules';
import { legalRules } from '../../src/reference/legal-rules';

const known = '2026-11-20T09:00:00Z';
const inForce = (regime: Regime, at = known): RegimeRules => rulesInForce(legalRules[regime], at);
const assessed = (regime: Regime, answers: LegalAnswers, at = known): LegalAssessment => assessDuty(inForce(regime, at), answers);
const ids = (rules: readonly LegalRule[]): string[] => rules.map(({ id }) => id);

/** Every question answered with what meets nothing. */
function calm(regime: Regime): LegalAnswers {
  return Object.fromEntries(
    inForce(regime).questions.map(({ id, kind, options }) => [
      id,
      kind === 'number' ? 0 : kind === 'choice' ? (options?.[0]?.code ?? '') : 'no'
    ])
  );
}

describe('dataskyddsförordningen', () => {
  const breach = { 'personal-data': 'yes', breach: 'yes' };

  test.each<[string, LegalAnswers, boolean | undefined, string[], string[]]>([
    ['nothing answered', {}, undefined, [], ['personal-data', 'breach', 'risk']],
    ['a risk', { ...breach, risk: 'risk' }, true, ['gdpr-risk'], []],
    ['a high risk', { ...breach, risk: 'high-risk' }, true, ['gdpr-high-risk'], []],
    ['a risk that is unlikely', { ...breach, risk: 'unlikely' }, false, ['gdpr-document-only'], []],
    ['a risk nobody has judged', { ...breach, risk: 'unknown' }, undefined, [], ['risk']],
    ['no personal data, whatever else is unknown', { 'personal-data': 'no' }, false, ['gdpr-document-only'], []],
    ['a high risk, but perhaps not of personal data', { breach: 'yes', risk: 'high-risk' }, undefined, [], ['personal-data']]
  ])('%s', (_what, answers, suggests, because, missing) => {
    const { report } = assessed('gdpr', answers);
    expect(report.suggests).toBe(suggests);
    expect(ids(report.because)).toEqual(because);
    expect(report.missing).toEqual(missing);
  });

  test.each<[string, LegalAnswers, boolean | undefined, string[]]>([
    ['a high risk: the registered are to be informed', { unreadable: 'no', 'risk-removed': 'no' }, true, []],
    ['encrypted: they need not be', { unreadable: 'yes' }, false, []],
    ['the risk removed since: they need not be', { unreadable: 'no', 'risk-removed': 'yes' }, false, []],
    ['not known whether encrypted', { 'risk-removed': 'no' }, undefined, ['unreadable']]
  ])('%s', (_what, answers, suggests, missing) => {
    const { inform } = assessed('gdpr', { ...breach, risk: 'high-risk', ...answers });
    expect(inform.suggests).toBe(suggests);
    expect(inform.missing).toEqual(missing);
  });
});

describe('cybersäkerhetslagen', () => {
  test.each<[string, LegalAnswers, string[]]>([
    ['a serious disruption that can come', { 'serious-disruption': 'yes' }, ['csl-serious-disruption']],
    [
      'public administration for more than four hours',
      { 'public-administration': 'yes', 'limited-hours': 4.5 },
      ['csl-administration-limited']
    ],
    ['home nursing for more than an hour', { care: 'yes', 'limited-hours': 2 }, ['csl-care-limited']],
    ['any activity for more than twelve', { 'limited-hours': 13 }, ['csl-limited']],
    ['500 persons', { persons: 500 }, ['csl-persons']],
    ['2,000 users without electricity', { energy: 'yes', 'energy-users': 2000 }, ['csl-energy-users']],
    ['two that are met', { persons: 501, environment: 'yes' }, ['csl-persons', 'csl-environment']]
  ])('%s', (_what, answers, because) => {
    const { report } = assessed('cybersecurity', { ...calm('cybersecurity'), ...answers });
    expect(report).toMatchObject({ suggests: true, missing: [] });
    expect(ids(report.because)).toEqual(because);
    expect(report.because.every(({ source, validFrom }) => source !== '' && validFrom <= '2026-11-20')).toBe(true);
  });

  test.each<[string, LegalAnswers]>([
    ['exactly four hours', { 'public-administration': 'yes', 'limited-hours': 4 }],
    ['499 persons', { persons: 499 }],
    ['exactly five per cent', { 'cost-percent': 5 }],
    ['five hours of what is not public administration', { 'limited-hours': 5 }],
    ['1,999 users', { energy: 'yes', 'energy-users': 1999 }]
  ])('not for %s', (_what, answers) => {
    const { report } = assessed('cybersecurity', { ...calm('cybersecurity'), ...answers });
    expect(report.suggests).toBe(false);
    expect(ids(report.because)).toEqual(['csl-not-significant']);
  });

  test('what is not known is named, and nothing is suggested as long as it could matter', () => {
    const { report } = assessed('cybersecurity', { ...calm('cybersecurity'), care: 'yes', 'limited-hours': 'unknown', persons: 'unknown' });
    expect(report).toEqual({ because: [], missing: ['limited-hours', 'persons'] });
  });

  test('what is security-sensitive is exempt, and nothing is certain before that is known', () => {
    const serious = { ...calm('cybersecurity'), 'serious-disruption': 'yes' };
    expect(assessed('cybersecurity', { ...serious, 'security-sensitive': 'yes' }).report).toMatchObject({
      suggests: false,
      because: [{ id: 'csl-security-sensitive' }]
    });
    expect(assessed('cybersecurity', { ...serious, 'security-sensitive': 'unknown' }).report).toMatchObject({
      because: [{ id: 'csl-serious-disruption' }],
      missing: ['security-sensitive']
    });
  });

  test('the thresholds of MCFFS 2026:8 and the new receiver are from 1 July 2026, Swedish time', () => {
    const before = inForce('cybersecurity', '2026-06-30T21:59:59Z');
    const after = inForce('cybersecurity', '2026-06-30T22:00:00Z');
    expect(before.questions.map(({ id }) => id)).toEqual([
      'security-sensitive',
      'serious-disruption',
      'others-harmed',
      'recipients-affected'
    ]);
    expect(before.receivers.map(({ name }) => name)).toEqual(['Myndigheten för civilt försvar (MCF), CSIRT-enheten']);
    expect(after.duties.map(({ source }) => source)).toContain('MCFFS 2026:8');
    expect(after.receivers.map(({ name }) => name)).toEqual(['Nationellt cybersäkerhetscenter (NCSC), CERT-SE']);
  });
});

test.each<[Regime, LegalAnswers, boolean]>([
  ['security-protection', { 'classified-disclosed': 'yes' }, true],
  ['police', { 'crime-suspected': 'yes' }, true],
  ['police', { 'crime-suspected': 'no' }, false],
  ['supplier', { 'contract-demands': 'no', 'supplier-part': 'yes', processor: 'yes' }, true],
  ['supplier', { 'contract-demands': 'no', 'supplier-part': 'no' }, false]
])('%s, %j', (regime, answers, suggests) => {
  expect(assessed(regime, answers).report.suggests).toBe(suggests);
});

test('an answer that the question does not take is none', () => {
  const { questions } = inForce('gdpr');
  for (const answers of [{ risk: 'high-risk' }, { risk: 'unknown' }, { breach: 'no' }, {}])
    expect(isAnswerTo(questions, answers)).toBe(true);
  for (const answers of [{ risk: 'huge' }, { risk: 2 }, { breach: 'maybe' }, { invented: 'yes' }]) {
    expect(isAnswerTo(questions, answers as LegalAnswers)).toBe(false);
  }
});

describe.each(regimes)('%s as data', (regime) => {
  const rules = legalRules[regime];
  const all = [...rules.exemptions, ...rules.duties, ...rules.informing];

  test('has a source, a day it holds from, and how well it is known, for every rule, limit and receiver', () => {
    for (const { source, validFrom, checked } of [...all, rules.otherwise, ...rules.stages, ...rules.receivers]) {
      expect(source).not.toBe('');
      expect(validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(['primary', 'secondary', 'check']).toContain(checked);
    }
  });

  test('asks every question that a rule reads, each once, and asks no other', () => {
    const read = [...new Set(all.flatMap(({ when }) => when.map(({ question }) => question)))].sort();
    expect(rules.questions.map(({ id }) => id).sort()).toEqual(read);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('reads of each question what it can be answered with', () => {
    for (const condition of all.flatMap(({ when }) => when)) {
      const question = rules.questions.find(({ id }) => id === condition.question);
      if ('is' in condition) expect(isAnswerTo(rules.questions, { [condition.question]: condition.is })).toBe(true);
      else expect(question?.kind).toBe('number');
    }
  });

  test('has one receiver at a time, and sheets that name each field once', () => {
    expect(inForce(regime).receivers).toHaveLength(1);
    for (const { sheet } of rules.stages) {
      expect(sheet.length).toBeGreaterThan(0);
      expect(new Set(sheet.map(({ id }) => id)).size).toBe(sheet.length);
    }
  });

  test('never changes a suggestion when a missing fact comes in, and suggests nothing while one is named', () => {
    const { questions } = inForce(regime);
    const answered = fc.record(
      Object.fromEntries(
        questions.map(({ id, kind, options = [] }) => [
          id,
          kind === 'number'
            ? fc.oneof(fc.constant('unknown'), fc.integer({ min: 0, max: 3000 }))
            : fc.constantFrom('unknown', ...(kind === 'choice' ? options.map(({ code }) => code) : ['yes', 'no']))
        ])
      )
    ) as fc.Arbitrary<LegalAnswers>;
    fc.assert(
      fc.property(answered, answered, (answers, more) => {
        const known = Object.fromEntries(
          Object.entries(more).map(([id, answer]) => [id, answers[id] === 'unknown' ? answer : (answers[id] ?? '')])
        );
        for (const verdict of ['report', 'inform'] as const) {
          const before = assessed(regime, answers)[verdict];
          expect(before.suggests === undefined).toBe(before.missing.length > 0);
          if (before.suggests !== undefined) expect(assessed(regime, known)[verdict].suggests).toBe(before.suggests);
        }
      })
    );
  });
});
