// The overview of the register as sheets: coverage and worst levels nämnd by nämnd, what needs somebody, and how it has come along month by month.
import type { Asset } from '../domain/asset';
import { aspects, levels } from '../domain/classification';
import type { LevelNumbers } from '../domain/level-numbers';
import type { Unit } from '../domain/person';
import {
  committees,
  coverageOf,
  decisionsByMonth,
  needingAttention,
  unitsWithNothing,
  type Coverage,
  type MonthOfDecisions,
  type NeedingAsset,
  type PartOverview
} from '../domain/register-overview';
import type { Grounds } from '../domain/reconsideration';
import type { Vacancy } from '../domain/vacancy';
import { levelInWords } from '../i18n/level';
import { monthInWords } from '../i18n/month-in-words';
import { swedish } from './case';
import { aboutSheet, narrow, sheetOf, wide, type Sheet, type SheetColumn, type TakenWithNumbers } from './sheet';

export interface OverviewView extends TakenWithNumbers {
  readonly assets: readonly Asset[];
  readonly units: readonly Unit[];
  readonly vacancies: readonly Vacancy[];
  readonly grounds: Grounds;
}

export function overviewSheets({ assets, units, vacancies, grounds, ...taken }: OverviewView): readonly Sheet[] {
  const parts = committees(assets, units);
  const covered = [
    ...parts.map(({ unit: { name }, coverage }) => ({ name, coverage })),
    { name: swedish('tab.overview.whole'), coverage: coverageOf(assets) }
  ];
  return [
    sheetOf('Täckning', coverageColumns, covered),
    sheetOf('Enheter utan tillgång', [{ ...wide('Enhet'), cell: ({ name }) => name }], unitsWithNothing(assets, units)),
    sheetOf('Klasser', worstColumns(taken.levelNumbers), parts),
    sheetOf('Behöver någon', needColumns, needingAttention(assets, vacancies, grounds)),
    sheetOf('Beslut per månad', monthColumns, decisionsByMonth(assets, taken.at)),
    aboutSheet({ ...taken, choice: 'Hela registret, så långt den som tog fram filen får läsa det', count: assets.length })
  ];
}

const coverageColumns: readonly SheetColumn<{ readonly name: string; readonly coverage: Coverage }>[] = [
  { ...wide(swedish('tab.overview.committee')), cell: ({ name }) => name },
  { ...narrow(swedish('tab.overview.registered')), cell: ({ coverage }) => String(coverage.all) },
  { ...narrow(swedish('tab.overview.decided')), cell: ({ coverage }) => String(coverage.decided) },
  { ...narrow(swedish('tab.overview.missing')), cell: ({ coverage }) => String(coverage.all - coverage.decided) }
];

function worstColumns(numbers: LevelNumbers | undefined): readonly SheetColumn<PartOverview>[] {
  return [
    { ...wide(swedish('tab.overview.committee')), cell: ({ unit }) => unit.name },
    ...aspects.flatMap((aspect): readonly SheetColumn<PartOverview>[] => [
      {
        ...narrow(swedish(`aspect.${aspect}`)),
        cell: ({ worst }) =>
          worst === undefined ? swedish('tab.overview.classes.none') : levelInWords('sv', aspect, worst[aspect].level, numbers)
      },
      {
        ...narrow(`${swedish(`aspect.${aspect}`)}, antal`),
        cell: ({ worst, coverage }) =>
          worst === undefined ? '' : swedish('tab.overview.count', { count: worst[aspect].count, all: coverage.decided })
      }
    ])
  ];
}

const needColumns: readonly SheetColumn<NeedingAsset>[] = [
  { ...narrow('Nummer'), cell: ({ asset: { reference } }) => reference },
  { ...wide('Tillgång'), cell: ({ asset: { name } }) => name },
  { ...wide('Enhet'), cell: ({ asset: { unitName } }) => unitName },
  {
    ...narrow(swedish('tab.assets.filter.highest')),
    cell: ({ asset: { profile } }) => {
      const worst = [...levels].reverse().find((level) => profile !== undefined && Object.values(profile).includes(level));
      return worst === undefined ? swedish('asset.unclassified') : swedish(`level.${worst}`);
    }
  },
  { ...wide(swedish('tab.overview.need')), cell: ({ needs }) => needs.map((need) => swedish(`tab.overview.need.${need}`)).join(', ') }
];

const monthColumns: readonly SheetColumn<MonthOfDecisions>[] = [
  { ...wide(swedish('tab.overview.month')), cell: ({ month }) => monthInWords('sv', month) },
  { ...narrow(swedish('tab.overview.decided')), cell: ({ decided }) => String(decided) }
];
