// The uttalande om tillämplighet (statement of applicability, ISO/IEC 27001:2022 6.1.3 d) over the whole register: which requirements and controls apply to how many assets, and how they stand (H19).
import type { Asset } from '../domain/asset';
import type { Person } from '../domain/person';
import { partiesOf, standingsOf, type RequirementAnswers, type RequirementStanding } from '../domain/requirement-answers';
import type { Requirement, RequirementCatalogue } from '../domain/requirements';
import { swedishMoment } from '../domain/swedish-time';
import { swedish } from './case';
import type { Sheet } from './sheet';

/** `unread`: how many rows of the lists could not be read, and so are not counted. `at` is UTC, ISO 8601. */
export interface Applicability {
  readonly assets: readonly Asset[];
  readonly answers: readonly RequirementAnswers[];
  readonly catalogue: RequirementCatalogue;
  readonly unread: number;
  readonly by: Person;
  readonly at: string;
}

type Standings = ReadonlyMap<Requirement, RequirementStanding>;

export function applicabilitySheets(made: Applicability): readonly Sheet[] {
  const { catalogue } = made;
  const perAsset = standingsIn(made);
  return [
    {
      name: 'Krav',
      columns: [
        ...columns(['Krav', 8], ['Aspekt', 30], ['Från nivå', 14], ['Lydelse', 70], ['ISO/IEC 27002:2022', 20]),
        lawColumn,
        ...counted
      ],
      rows: catalogue.requirements.map((requirement) => [
        requirement.code,
        aspectOf(requirement),
        swedish(`level.${requirement.from}`),
        requirement.is.sv,
        requirement.iso.join(', '),
        requirement.law.join(', '),
        ...countsOf(perAsset.flatMap((standings) => standings.get(requirement) ?? []))
      ])
    },
    {
      name: 'Kontroller',
      columns: [...columns(['ISO/IEC 27002:2022', 20], ['Krav i katalogen', 40]), ...counted],
      rows: controls.map((control) => controlRow(control, catalogue, perAsset))
    },
    { name: 'Om underlaget', columns: columns(['Uppgift', 36], ['Värde', 60]), rows: about(made) }
  ];
}

function standingsIn({ assets, answers, catalogue }: Applicability): readonly Standings[] {
  const byAsset = new Map<string, RequirementAnswers[]>();
  for (const record of answers) byAsset.set(record.asset, [...(byAsset.get(record.asset) ?? []), record]);
  return assets.map((asset) => standingsOf(partiesOf(catalogue, asset, byAsset.get(asset.reference) ?? [])));
}

/** Of each asset the requirement under the control that stands worst. */
function controlRow(control: string, { requirements }: RequirementCatalogue, perAsset: readonly Standings[]): readonly string[] {
  const own = requirements.filter(({ iso }) => iso.includes(control));
  const worst = perAsset.flatMap((standings) => {
    const standing = own.flatMap((requirement) => standings.get(requirement) ?? []);
    return worstFirst.find((one) => standing.includes(one)) ?? [];
  });
  return [control, own.length === 0 ? 'Inget krav i katalogen' : own.map(({ code }) => code).join(', '), ...countsOf(worst)];
}

const worstFirst: readonly RequirementStanding[] = ['no', 'partly', 'unanswered', 'met'];
const shown: readonly RequirementStanding[] = ['met', 'partly', 'no', 'unanswered'];

/** How many assets it applies to, and how many of them stand how. */
function countsOf(standings: readonly RequirementStanding[]): readonly string[] {
  return [standings.length, ...shown.map((one) => standings.filter((standing) => standing === one).length)].map(String);
}

function columns(...named: readonly (readonly [title: string, width: number])[]): Sheet['columns'] {
  return named.map(([title, width]) => ({ title, width }));
}

const lawColumn = { title: 'Cybersäkerhetslagen 2 kap. 3 §, punkt', width: 20 };
const counted = columns(['Gäller antal tillgångar', 22], ...shown.map((one) => [swedish(`requirement.standing.${one}`), 14] as const));

function aspectOf({ aspect }: Requirement): string {
  return aspect === 'all' ? swedish('requirement.aspect.all') : swedish(`aspect.${aspect}`);
}

/** The controls of the standard by number: 37 organisational, 8 about people, 14 physical and 34 technological. */
const controls = (
  [
    [5, 37],
    [6, 8],
    [7, 14],
    [8, 34]
  ] as const
).flatMap(([theme, last]) => Array.from({ length: last }, (_, index) => `${theme}.${index + 1}`));

function about({ assets, catalogue, unread, by, at }: Applicability): readonly (readonly string[])[] {
  const classed = assets.filter(({ profile }) => profile !== undefined).length;
  return [
    ['Tillgångar med beslutad klass', String(classed)],
    ['Tillgångar utan beslutad klass, som inte räknas', String(assets.length - classed)],
    ['Rader som inte gick att läsa, och inte räknas', String(unread)],
    ['Kravkatalog', `${catalogue.version}, gäller från ${catalogue.validFrom}`],
    ['Källor', catalogue.source],
    [
      'Hur det räknas',
      'Ett krav står som det sämsta svaret av dem som tillfrågats om tillgången, en kontroll som det sämsta av sina krav.'
    ],
    ['Vad det är', 'Stöd för bedömning. Att alla krav är uppfyllda visar inte att en lag följs.'],
    ['Framtaget (svensk tid)', swedishMoment(at)],
    ['Av', by.name]
  ];
}
