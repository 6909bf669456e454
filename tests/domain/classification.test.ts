// The classification rules as examples in the municipality's words.
import fc from 'fast-check';
import { aspects, assess, classificationHash, highest, levels, profileOf, type Answers } from '../../src/domain/classification';
import { classificationModel as model } from '../../src/reference/classification-model';

/** Everything answered with what hurts least. */
const harmless: Answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));

const examples: { what: string; answers: Answers; gives: string; because?: { aspect: (typeof aspects)[number]; floor: string } }[] = [
  { what: 'lunchmatsedeln på webben', answers: {}, gives: 'K0 R0 T0 S0' },
  {
    what: 'telefonlistan till kollegorna',
    answers: { 'personal-data': ['ordinary'], public: ['no'] },
    gives: 'K1 R1 T0 S1',
    because: { aspect: 'integrity', floor: 'personal-data' }
  },
  {
    what: 'elevhälsans anteckningar om barn',
    answers: { 'personal-data': ['sensitive', 'children'], public: ['no'], 'leak-people': ['significant'] },
    gives: 'K2 R2 T0 S2',
    because: { aspect: 'traceability', floor: 'sensitive-personal-data' }
  },
  {
    what: 'hemtjänstens journaler',
    answers: { activity: ['care', 'vital'], outage: ['hours'], public: ['no'] },
    gives: 'K3 R3 T3 S3',
    because: { aspect: 'confidentiality', floor: 'care-record' }
  },
  {
    what: 'försörjningsstödets utbetalningsfiler',
    answers: { activity: ['decisions'], secrecy: ['reverse'], public: ['no'], outage: ['day'] },
    gives: 'K3 R2 T2 S2',
    because: { aspect: 'integrity', floor: 'public-authority' }
  },
  {
    what: 'skyddade adresser i skolregistret',
    answers: { 'personal-data': ['protected'], public: ['no'] },
    gives: 'K3 R1 T0 S3',
    because: { aspect: 'confidentiality', floor: 'protected-identity' }
  },
  {
    what: 'vattenverkets driftbilder, där ett avbrott är farligt',
    answers: { activity: ['vital', 'security'], outage: ['days'], 'outage-people': ['serious'] },
    gives: 'K2 R0 T3 S0',
    because: { aspect: 'confidentiality', floor: 'security-measures' }
  },
  {
    what: 'kundregistret över 600 personer',
    answers: { 'personal-data': ['ordinary'], persons: ['many'], public: ['no'] },
    gives: 'K2 R1 T0 S1',
    because: { aspect: 'confidentiality', floor: 'many-persons' }
  }
];

test.each(examples)('$what gets $gives', ({ answers, gives, because }) => {
  const assessment = assess(model, { ...harmless, ...answers });
  const profile = profileOf(assessment);
  const letters = { confidentiality: 'K', integrity: 'R', availability: 'T', traceability: 'S' } as const;
  expect(aspects.map((aspect) => `${letters[aspect]}${levels.indexOf(profile[aspect])}`).join(' ')).toBe(gives);
  if (because !== undefined) expect(assessment.aspects[because.aspect].floor).toBe(because.floor);
});

test('the worst consequence decides and is named', () => {
  const { confidentiality } = assess(model, { ...harmless, 'leak-people': ['serious'], 'leak-operations': ['moderate'] }).aspects;
  expect(confidentiality).toEqual({ level: 'serious', decidedBy: [{ question: 'leak-people', option: 'serious' }] });
});

test('a floor that does not lift is not given as the reason', () => {
  const { confidentiality } = assess(model, { ...harmless, 'personal-data': ['ordinary'], 'leak-people': ['serious'] }).aspects;
  expect(confidentiality.floor).toBeUndefined();
});

test.each(['unsure', 'yes'])('answering "%s" on Sweden’s security stops the work', (answer) => {
  expect(assess(model, { ...harmless, 'security-protection': [answer] }).stopped).toBe(true);
});

test('"vet inte" and unknown options leave a question open', () => {
  const { open } = assess(model, { ...harmless, outage: ['unknown'], 'follow-up': ['no-such-answer'] });
  expect(open).toEqual(['outage', 'follow-up']);
});

const anyAnswers = fc.record(
  Object.fromEntries(model.questions.map(({ id, options }) => [id, fc.subarray(options.map(({ code }) => code))]))
);

test('one more answer never lowers a level', () => {
  fc.assert(
    fc.property(anyAnswers, anyAnswers, (some, more) => {
      const both = Object.fromEntries(Object.keys(some).map((id) => [id, [...(some[id] ?? []), ...(more[id] ?? [])]]));
      const before = profileOf(assess(model, some));
      const after = profileOf(assess(model, both));
      return aspects.every((aspect) => levels.indexOf(after[aspect]) >= levels.indexOf(before[aspect]));
    })
  );
});

test('the highest aspect puts work in order', () => {
  expect(highest({ confidentiality: 'moderate', integrity: 'negligible', availability: 'serious', traceability: 'moderate' })).toBe(
    'serious'
  );
});

test('the frozen content changes with any of its parts, not with the order of answers', () => {
  const profile = profileOf(assess(model, harmless));
  const content = { asset: 'T-2026-0001', assetHash: 'a'.repeat(64), model: model.version, answers: { a: ['1'], b: ['2'] }, profile };
  expect(classificationHash({ ...content, answers: { b: ['2'], a: ['1'] } })).toBe(classificationHash(content));
  const others = [
    { ...content, asset: 'T-2026-0002' },
    { ...content, assetHash: 'b'.repeat(64) },
    { ...content, model: 'Haparanda 2.0' },
    { ...content, answers: { a: ['1'] } },
    { ...content, profile: { ...profile, integrity: 'serious' as const } }
  ];
  for (const other of others) expect(classificationHash(other)).not.toBe(classificationHash(content));
});
