// The decision on a classification for the diarium: what was decided, why, by whom and by what right, and what it changed (H45).
import { assetHash, ownerRoles, type Asset } from '../domain/asset';
import { aspects, type AnswerGiven, type Answers, type Aspect, type Classification } from '../domain/classification';
import { entryKey, type Recorded } from '../domain/log';
import type { LevelNumbers } from '../domain/level-numbers';
import type { Person } from '../domain/person';
import { assessWhole, type WholeResult } from '../domain/proposal';
import { changeInWords } from '../i18n/change-in-words';
import { levelInWords } from '../i18n/level';
import { isUnchanged } from '../domain/classification-change';
import { classificationModel as model, type QuestionInWords } from '../reference/classification-model';
import { moment, swedish } from './case';
import { facts, heading, paragraph, table, type Block, type Paper } from './paper';

/** `at` is UTC, ISO 8601. `previous`: what was decided before about the same asset. `levelNumbers`: as the municipality numbers the levels, when that is known. */
export interface DecisionMade {
  readonly classification: Recorded<Classification>;
  readonly asset: Asset;
  readonly previous: Classification | undefined;
  readonly levelNumbers: LevelNumbers | undefined;
  readonly by: Person;
  readonly at: string;
}

export function classificationDecision(made: DecisionMade): Paper {
  const { reference } = made.classification.state;
  return {
    number: reference,
    title: `Beslut om informationsklassning ${reference}`,
    blocks: [
      ...decision(made),
      ...about(made),
      ...classWithReasons(made.classification.state, made.levelNumbers),
      ...change(made),
      ...answers(made),
      ...origin(made)
    ]
  };
}

function decision({ classification: { state } }: DecisionMade): readonly Block[] {
  const { decidedBy, decidedAt, byDelegation, decider, proposer, submittedAt } = state;
  return [
    heading('Beslut'),
    facts(
      ['Läge', swedish(`classification.state.${state.state}`)],
      ['Beslutad av', decidedBy?.name],
      ['Beslutad', decidedAt && moment(decidedAt)],
      ['Objektägare', decider.name],
      ['Med delegering', byDelegation ?? 'Nej, av objektägaren själv'],
      ['Inlämnad av', `${proposer.name}, ${moment(submittedAt)}`],
      ['Klassningsmodell', state.model]
    )
  ];
}

/** The people are those of today: where the asset is another than the decision was about, that is said. */
function about({ asset, classification: { state } }: DecisionMade): readonly Block[] {
  const owners = ownerRoles.map((role) => [swedish(`owner.${role}`), asset[role]?.name] as const);
  const isOther = assetHash(asset) !== state.assetHash;
  return [
    heading('Vad beslutet gäller'),
    ...(isOther ? [paragraph('Tillgången har ändrats sedan klassningen lämnades in. Uppgifterna nedan är de som gäller nu.')] : []),
    facts(['Tillgång', `${asset.reference} ${asset.name}`], ['Beskrivning', asset.description], ['Enhet', asset.unitName], ...owners)
  ];
}

export function classWithReasons(classification: Classification, numbers: LevelNumbers | undefined): readonly Block[] {
  const { profile, model: version } = classification;
  const results = version === model.version ? assessWhole(model, classification).aspects : undefined;
  const rows = aspects.map((aspect) => [
    swedish(`aspect.${aspect}`),
    levelInWords('sv', aspect, profile[aspect], numbers),
    results === undefined ? swedish('tab.decision.other-model', { version }) : because(aspect, results[aspect], classification)
  ]);
  return [heading('Klass'), ...table(['Aspekt', 'Nivå', 'Skäl'], rows), ...ownLevels(classification), paragraph(swedish('tab.support'))];
}

/** What the proposer raised or lowered, and what the informationssäkerhetsansvarig thinks of it. */
function ownLevels({ adjustments = [], comment }: Classification): readonly Block[] {
  const said = adjustments.map(({ aspect, level, motivation }) =>
    paragraph(`${swedish('tab.adjust.said', { aspect: swedish(`aspect.${aspect}`), level: swedish(`level.${level}`) })} ${motivation}`)
  );
  const by = comment && swedish('tab.adjust.comment.by', { name: comment.by.name, at: moment(comment.at) });
  return comment === undefined ? said : [...said, paragraph(`${by ?? ''} ${comment.text}`)];
}

/** Which informationsmängd decided, the floor that the law sets with its source or the answers that decided, and what all of it together lifted. */
function because(aspect: Aspect, result: WholeResult, { sets }: Classification): string {
  const set = sets?.find((each) => each.set === result.set)?.name;
  const most = set === undefined || result.level === 'negligible' ? [] : [swedish('tab.reason.set', { set })];
  const { lifted } = result;
  return [
    ...most,
    ...ofTheParts(aspect, result),
    ...(lifted === undefined ? [] : [swedish('tab.reason.lifted', { answer: answerTo(lifted) })])
  ].join('\n');
}

function ofTheParts(aspect: Aspect, { level, decidedBy, floor }: WholeResult): readonly string[] {
  const set = model.floors.find(({ trigger }) => trigger === floor);
  if (set !== undefined) {
    const least = swedish(`level.${set.minimum[aspect] ?? level}`);
    return [swedish('tab.reason.floor', { because: set.because.sv, least, source: set.source })];
  }
  if (level === 'negligible') return [swedish('tab.reason.none')];
  return decidedBy.map((given) => swedish('tab.reason.answer', { question: asked(given)?.title.sv ?? '', answer: answerTo(given) }));
}

function asked({ question }: AnswerGiven): QuestionInWords | undefined {
  return model.questions.find(({ id }) => id === question);
}

function answerTo(given: AnswerGiven): string {
  return asked(given)?.options.find(({ code }) => code === given.option)?.words.sv ?? '';
}

function change({ classification: { state }, previous, levelNumbers }: DecisionMade): readonly Block[] {
  const compared = previous && { ...previous, isSame: isUnchanged(state, previous) };
  return [
    heading('Förra beslutet'),
    facts(
      ['Nummer', previous === undefined ? 'Det finns inget tidigare beslut' : previous.reference],
      ...(previous?.decidedAt === undefined ? [] : [['Beslutad', moment(previous.decidedAt)] as const]),
      ['Vad som har ändrats', changeInWords('sv', { profile: state.profile, previous: compared }, levelNumbers)]
    )
  ];
}

function answers({ classification: { state } }: DecisionMade): readonly Block[] {
  const { answers: ofWhole, sets = [] } = state;
  if (state.model !== model.version) return [];
  if (sets.length === 0) return [heading('Svaren'), answersTo(model.questions, ofWhole)].flat();
  const about = model.questions.filter(({ part }) => part !== 'whole');
  const whole = model.questions.filter(({ part }) => part === 'whole');
  return [
    ...sets.flatMap(({ name, answers: given }) => [heading(`Svaren om ${name}`), ...answersTo(about, given)]),
    heading('Svaren om allt tillsammans'),
    ...answersTo(whole, ofWhole)
  ];
}

function answersTo(questions: readonly QuestionInWords[], given: Answers): readonly Block[] {
  const rows = questions.map(({ id, title, options }) => {
    const chosen = options.filter(({ code }) => (given[id] ?? []).includes(code));
    return [title.sv, chosen.map(({ words }) => words.sv).join('; ')];
  });
  return table(['Fråga', 'Svar'], rows);
}

function origin({ classification: { state, entry }, by, at }: DecisionMade): readonly Block[] {
  const { reference, contentHash } = state;
  return [
    heading('Ursprung'),
    facts(
      ['Innehållets fingeravtryck', contentHash],
      ['Loggpost', entry && entryKey({ aggregate: reference, sequence: entry.sequence })],
      ['Loggpostens fingeravtryck', entry?.hash],
      ['Framtaget', moment(at)],
      ['Av', by.name]
    )
  ];
}
