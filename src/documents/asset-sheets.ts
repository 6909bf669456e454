// The other tables of the register as sheets: decisions that wait, requirements without answers, and what is required of one asset with the measures it led to.
import type { Asset } from '../domain/asset';
import { aspects, type Classification, type Profile } from '../domain/classification';
import type { LevelNumbers } from '../domain/level-numbers';
import type { Measure } from '../domain/measure';
import {
  isAnswerOverdue,
  partiesOf,
  unansweredBy,
  type AskedParty,
  type Party,
  type RequirementAnswers
} from '../domain/requirement-answers';
import { voiceOf, type Requirement, type RequirementCatalogue } from '../domain/requirements';
import { swedishDay, swedishMoment } from '../domain/swedish-time';
import { levelInWords } from '../i18n/level';
import { swedish } from './case';
import { aboutSheet, narrow, sheetOf, wide, type Sheet, type SheetColumn, type Taken, type TakenWithNumbers } from './sheet';

/** In the order they are shown. */
export interface WaitingDecisions extends TakenWithNumbers {
  readonly classifications: readonly Classification[];
}

export function decisionSheets({ classifications, ...taken }: WaitingDecisions): readonly Sheet[] {
  const choice = 'Beslut som väntar på den som tog fram filen';
  return [
    sheetOf('Beslut', decisionColumns(taken.levelNumbers), classifications),
    aboutSheet({ ...taken, choice, count: classifications.length })
  ];
}

function decisionColumns(numbers: LevelNumbers | undefined): readonly SheetColumn<Classification>[] {
  return [
    { ...narrow('Nummer'), cell: ({ reference }) => reference },
    { ...wide('Tillgång'), cell: ({ assetName }) => assetName },
    { ...narrow('Tillgångens nummer'), cell: ({ asset }) => asset },
    ...classColumns<Classification>(numbers, ({ profile }) => profile),
    { ...wide('Inlämnad av'), cell: ({ proposer }) => proposer.name },
    { ...narrow('Inlämnad'), cell: ({ submittedAt }) => swedishMoment(submittedAt) },
    { ...wide('Objektägare'), cell: ({ decider }) => decider.name }
  ];
}

function classColumns<V>(numbers: LevelNumbers | undefined, profileOf: (row: V) => Profile | undefined): readonly SheetColumn<V>[] {
  return aspects.map((aspect) => ({
    ...narrow(swedish(`aspect.${aspect}`)),
    cell: (row) => {
      const profile = profileOf(row);
      return profile === undefined ? '' : levelInWords('sv', aspect, profile[aspect], numbers);
    }
  }));
}

/** One who is asked about one asset and has not answered everything. */
export interface WaitingParty {
  readonly asset: Asset;
  readonly party: AskedParty;
}

/** In the order they are shown. */
export interface UnansweredView extends TakenWithNumbers {
  readonly waiting: readonly WaitingParty[];
}

export function unansweredSheets({ waiting, ...taken }: UnansweredView): readonly Sheet[] {
  const columns: readonly SheetColumn<WaitingParty>[] = [
    { ...narrow('Nummer'), cell: ({ asset: { reference } }) => reference },
    { ...wide('Tillgång'), cell: ({ asset: { name } }) => name },
    { ...wide('Enhet'), cell: ({ asset: { unitName } }) => unitName },
    ...classColumns<WaitingParty>(taken.levelNumbers, ({ asset: { profile } }) => profile),
    { ...wide(swedish('tab.unanswered.who')), cell: ({ party }) => partyInWords(party) },
    { ...narrow(swedish('tab.unanswered.count')), cell: ({ party }) => String(unansweredBy(party).length) },
    { ...narrow('Krav'), cell: ({ party: { asked } }) => String(asked.length) },
    { ...narrow('Svar senast'), cell: ({ party: { sent } }) => (sent === undefined ? '' : swedishDay(sent.due)) },
    { ...narrow('Försenat'), cell: ({ party }) => (isAnswerOverdue(party, taken.at) ? 'Ja' : '') }
  ];
  return [sheetOf('Krav utan svar', columns, waiting), aboutSheet({ ...taken, choice: swedish('tab.unanswered'), count: waiting.length })];
}

/** What its class demands of the asset, with what each who is asked has answered, and the measures that what is lacking led to. */
export interface RequiredView extends Taken {
  readonly asset: Asset;
  readonly answers: readonly RequirementAnswers[];
  readonly measures: readonly Measure[];
  readonly catalogue: RequirementCatalogue;
}

export function requiredSheets({ asset, answers, measures, catalogue, ...taken }: RequiredView): readonly Sheet[] {
  const asked = partiesOf(catalogue, asset, answers).flatMap((party) => party.asked.map((one) => ({ ...one, party })));
  const choice = `${asset.reference} ${asset.name}. Kravkatalog ${catalogue.version}`;
  return [
    sheetOf('Kravsvar', answerColumns, asked),
    sheetOf('Åtgärder', measureColumns, measures),
    aboutSheet({ ...taken, choice, count: asked.length })
  ];
}

type AskedOf = AskedParty['asked'][number] & { readonly party: Party };

const answerColumns: readonly SheetColumn<AskedOf>[] = [
  { ...narrow('Krav'), cell: ({ requirement: { code } }) => code },
  { ...narrow('Aspekt'), cell: ({ requirement }) => aspectOf(requirement) },
  { title: 'Lydelse', width: 70, cell: ({ requirement, party: { actor } }) => voiceOf(requirement, actor).sv },
  { ...wide(swedish('tab.unanswered.who')), cell: ({ party }) => partyInWords(party) },
  { ...narrow('Svar'), cell: ({ given }) => swedish(`requirement.standing.${given?.answer ?? 'unanswered'}`) },
  { ...wide(swedish('tab.requirement.proof')), cell: ({ given }) => given?.proof ?? '' },
  { ...wide('Enligt leverantören'), cell: ({ given }) => given?.saidBy ?? '' },
  { ...wide('Infört av'), cell: ({ given }) => given?.by.name ?? '' },
  { ...narrow('Infört'), cell: ({ given }) => (given === undefined ? '' : swedishMoment(given.at)) }
];

const measureColumns: readonly SheetColumn<Measure>[] = [
  { ...narrow('Nummer'), cell: ({ reference }) => reference },
  { title: swedish('tab.measure.what'), width: 70, cell: ({ what }) => what },
  { ...narrow(swedish('tab.measure.requirement')), cell: ({ requirement = '' }) => requirement },
  { ...wide(swedish('tab.measure.state')), cell: ({ state }) => swedish(`measure.state.${state}`) },
  { ...wide(swedish('tab.measure.owner')), cell: ({ owner }) => owner.name },
  { ...wide(swedish('tab.measure.decider')), cell: ({ decider }) => decider?.name ?? '' },
  { ...narrow('Kostnad i kronor'), cell: ({ cost }) => (cost === undefined ? '' : String(cost)) },
  { ...narrow(swedish('tab.measure.due')), cell: ({ due }) => swedishDay(due) },
  { ...narrow(swedish('tab.measure.check-day')), cell: ({ checkAt }) => swedishDay(checkAt) }
];

function aspectOf({ aspect }: Requirement): string {
  return aspect === 'all' ? swedish('requirement.aspect.all') : swedish(`aspect.${aspect}`);
}

function partyInWords({ actor, supplier }: Party): string {
  return supplier === undefined ? swedish(`requirement.actor.${actor}`) : swedish('tab.requirements.supplier', { name: supplier });
}
