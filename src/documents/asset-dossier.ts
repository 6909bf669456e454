// The dossier (akt) of one asset: what it is, its class with reasons and history, what it needs, what is required and answered, measures, incidents, who is told, and what the log says of it.
import { ownerRoles, type Asset } from '../domain/asset';
import { neededBy } from '../domain/asset-needs';
import { aspects, type Classification } from '../domain/classification';
import { markedText } from '../domain/exercise';
import { handlingOf, type Incident } from '../domain/incident';
import type { LevelNumbers } from '../domain/level-numbers';
import { entryKey, type LogEntry } from '../domain/log';
import type { Measure } from '../domain/measure';
import type { Person, Unit } from '../domain/person';
import { complianceOf, partiesOf, type AskedParty, type RequirementAnswers } from '../domain/requirement-answers';
import { voiceOf, type RequirementCatalogue } from '../domain/requirements';
import { swedishDay } from '../domain/swedish-time';
import { vacancyIn, type Vacancy } from '../domain/vacancy';
import { levelInWords } from '../i18n/level';
import { formatDay } from '../i18n/moment';
import { assetFacts } from './asset-parts';
import { moment, swedish } from './case';
import { classWithReasons } from './classification-decision';
import { facts, heading, paragraph, table, type Block, type Paper } from './paper';

/** `no-right`: the person may not read that part at all. `unread`: rows that could not be understood, of all lists together. `at` is UTC, ISO 8601. */
export interface AssetFile {
  readonly asset: Asset;
  readonly register: readonly Asset[];
  readonly units: readonly Unit[];
  readonly vacancies: readonly Vacancy[];
  readonly classifications: readonly Classification[];
  readonly answers: readonly RequirementAnswers[] | 'no-right';
  readonly measures: readonly Measure[] | 'no-right';
  readonly incidents: readonly Incident[] | 'no-right';
  readonly log: readonly LogEntry[] | 'no-right';
  readonly catalogue: RequirementCatalogue;
  /** As the municipality numbers the levels, when that is known. */
  readonly levelNumbers: LevelNumbers | undefined;
  readonly unread: number;
  readonly by: Person;
  readonly at: string;
}

export function assetDossier(made: AssetFile): Paper {
  const { asset } = made;
  return {
    number: asset.reference,
    title: `Akt: ${asset.reference} ${asset.name}`,
    blocks: [
      ...origin(made),
      heading('Vad det är'),
      ...assetFacts(asset),
      ...told(made),
      ...needs(made),
      ...classes(made),
      ...required(made),
      ...measuresOf(made),
      ...incidentsOf(made),
      ...logOf(made)
    ]
  };
}

function origin({ by, at, unread }: AssetFile): readonly Block[] {
  const missing = unread === 0 ? [] : [paragraph(`Gick inte att läsa och saknas här: ${unread} rader.`)];
  return [
    facts(['Framtaget', moment(at)], ['Av', by.name]),
    paragraph('Akten visar tillgången som den stod då, så långt som den som tog fram den får läsa.'),
    ...missing
  ];
}

/** Whom Värna tells of what about this asset, by the rules as they stand and the people of today. */
function told({ asset, units, vacancies }: AssetFile): readonly Block[] {
  const holders = ownerRoles.flatMap((role) => {
    const left = vacancyIn(asset, role, vacancies) === undefined ? '' : ' (kontot är stängt)';
    const name = asset[role] === undefined ? swedish('tab.vacant') : `${asset[role].name}${left}`;
    return asset[role] === undefined && role === 'informationCustodian' ? [] : [[swedish(`owner.${role}`), name, toldRoles[role]]];
  });
  const head = headOfDepartment(asset.unit, units)?.name ?? swedish('tab.vacant');
  return [
    heading('Vem som svarar och får veta'),
    ...table(['Roll', 'Vem', 'Får veta'], [...holders, ['Förvaltningschef', head, 'Klass på högsta nivån, föreslagna åtgärder']])
  ];
}

const toldRoles: Readonly<Record<(typeof ownerRoles)[number], string>> = {
  informationOwner: 'När en klassning som de har lämnat in är beslutad eller återsänd',
  objectOwner: 'Klassningar att besluta, incidenter som rör tillgången, och att någon som svarar för den har slutat',
  informationCustodian: 'När en klassning som de har lämnat in är beslutad eller återsänd',
  custodian: 'När en klassning som de har lämnat in är beslutad eller återsänd'
};

function headOfDepartment(code: string, units: readonly Unit[]): Person | undefined {
  const seen = new Set<string>();
  let at = units.find((unit) => unit.code === code);
  while (at !== undefined && at.kind !== 'department' && !seen.has(at.code)) {
    seen.add(at.code);
    const { parent } = at;
    at = units.find((unit) => unit.code === parent);
  }
  return at?.kind === 'department' ? at.head : undefined;
}

function needs({ asset, register }: AssetFile): readonly Block[] {
  const nameOf = new Map(register.map(({ reference, name }) => [reference, name]));
  const named = (references: readonly string[]): string | undefined =>
    references.length === 0 ? undefined : references.map((reference) => `${reference} ${nameOf.get(reference) ?? ''}`.trim()).join('\n');
  return [
    heading(swedish('tab.asset.part.needs')),
    facts(
      [swedish('tab.asset.needs.list'), named(asset.needs ?? []) ?? swedish('tab.asset.needs.empty')],
      [
        swedish('tab.asset.needed-by.list'),
        named(neededBy(asset.reference, register).map(({ reference }) => reference)) ?? swedish('tab.asset.needs.empty')
      ]
    )
  ];
}

function classes({ asset, classifications, levelNumbers }: AssetFile): readonly Block[] {
  const standing = classifications.find(({ reference }) => reference === asset.classification);
  const decided =
    standing === undefined ? [heading('Klass'), paragraph(swedish('tab.asset.unclassified'))] : classWithReasons(standing, levelNumbers);
  const newestFirst = [...classifications].sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
  return [
    ...decided,
    heading(swedish('tab.asset.history'), 2),
    ...(newestFirst.length === 0 ? [paragraph(swedish('tab.asset.history.empty'))] : []),
    ...table(
      ['Nummer', 'Läge', 'Klass', 'Inlämnad', 'Beslutad'],
      newestFirst.map((one) => historyRow(one, levelNumbers))
    )
  ];
}

function historyRow(classification: Classification, numbers: LevelNumbers | undefined): string[] {
  const { reference, state, profile, proposer, submittedAt, decidedBy, decidedAt, byDelegation } = classification;
  const right = byDelegation === undefined ? '' : `, enligt ${byDelegation}`;
  return [
    reference,
    swedish(`classification.state.${state}`),
    aspects.map((aspect) => levelInWords('sv', aspect, profile[aspect], numbers)).join('\n'),
    `${proposer.name}, ${moment(submittedAt)}`,
    decidedAt === undefined ? '' : `${decidedBy?.name ?? ''}, ${moment(decidedAt)}${right}`
  ];
}

function required({ asset, answers, catalogue }: AssetFile): readonly Block[] {
  const title = heading('Krav och svar');
  if (answers === 'no-right') return [title, noRight];
  const parties = partiesOf(catalogue, asset, answers);
  if (parties.length === 0) return [title, paragraph(swedish('tab.requirements.unclassified'))];
  return [
    title,
    paragraph(swedish('tab.requirements.from', { version: catalogue.version })),
    facts(
      ...complianceOf(parties).map(
        ({ aspect, met, all }) =>
          [
            aspect === 'all' ? swedish('requirement.aspect.all') : swedish(`aspect.${aspect}`),
            swedish('tab.requirements.compliance', { met, all })
          ] as const
      )
    ),
    ...parties.flatMap(partyBlocks)
  ];
}

function partyBlocks({ actor, supplier, asked }: AskedParty): readonly Block[] {
  const name = supplier === undefined ? swedish(`requirement.actor.${actor}`) : swedish('tab.requirements.supplier', { name: supplier });
  const rows = asked.map(({ requirement, given }) => [
    requirement.code,
    voiceOf(requirement, actor).sv,
    swedish(`requirement.standing.${given?.answer ?? 'unanswered'}`),
    given?.proof ?? '',
    given === undefined ? '' : `${given.saidBy === undefined ? '' : `${given.saidBy}; `}${given.by.name}, ${moment(given.at)}`
  ]);
  return [heading(name, 2), ...table(['Nr', 'Krav', 'Svar', 'Hur det visas', 'Av'], rows)];
}

function measuresOf({ measures }: AssetFile): readonly Block[] {
  const title = heading('Åtgärder');
  if (measures === 'no-right') return [title, noRight];
  const rows = measures.map(({ reference, what, requirement = '', state, owner, due }) => [
    ...[reference, what, requirement, swedish(`measure.state.${state}`), owner.name, formatDay('sv', swedishDay(due))]
  ]);
  return [title, ...noneOf(rows), ...table(['Nummer', 'Vad', 'Krav', 'Läge', 'Ansvarig', 'Klar senast'], rows)];
}

function incidentsOf({ incidents }: AssetFile): readonly Block[] {
  const title = heading('Incidenter');
  if (incidents === 'no-right') return [title, noRight];
  const rows = incidents.map((incident) => {
    const { severity } = handlingOf(incident);
    return [
      markedText(incident, incident.reference),
      swedish(`incident.kind.${incident.report.kind}`),
      swedish(`incident.state.${incident.state}`),
      severity === undefined ? swedish('tab.incident.not-assessed') : swedish(`severity.${severity}`),
      moment(incident.reportedAt)
    ];
  });
  return [title, ...noneOf(rows), ...table(['Nummer', 'Vad det gäller', 'Läge', 'Allvarlighetsgrad', 'Rapporterad'], rows)];
}

function logOf({ log }: AssetFile): readonly Block[] {
  const title = heading('Ur loggen');
  if (log === 'no-right') return [title, paragraph('Loggen läses av informationssäkerhet. Den som tog fram akten får inte läsa den.')];
  const rows = log.map((entry) => [
    ...[moment(entry.at), swedish(`event.${entry.event}`), entry.actorName, entry.reason, `${entryKey(entry)}\n${entry.hash}`]
  ]);
  return [title, ...noneOf(rows), ...table(['När', 'Vad', 'Vem', 'Skäl', 'Loggpost och fingeravtryck'], rows)];
}

const noRight = paragraph('Den som tog fram akten får inte läsa det här.');

/** Of what they may see; of more nothing is said. */
function noneOf(rows: readonly unknown[]): readonly Block[] {
  return rows.length === 0 ? [paragraph('Inget som den som tog fram akten får läsa.')] : [];
}
