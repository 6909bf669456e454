// An inventory as sheets: how complete each part of the municipality is, and what each unit has answered (H02, H21).
import type { Asset } from '../domain/asset';
import { completenessByUnit, completenessOf, type Completeness, type Inventory, type UnitAnswer } from '../domain/inventory';
import type { Unit } from '../domain/person';
import { swedishMoment } from '../domain/swedish-time';
import { swedish } from './case';
import { aboutSheet, narrow, sheetOf, wide, type Sheet, type SheetColumn, type Taken } from './sheet';

export interface InventoryView extends Taken {
  readonly inventory: Inventory;
  readonly answers: readonly UnitAnswer[];
  readonly units: readonly Unit[];
  readonly assets: readonly Asset[];
}

interface Part {
  readonly name: string;
  readonly completeness: Completeness;
  readonly registered: number;
}

export function inventorySheets({ inventory, answers, units, assets, ...taken }: InventoryView): readonly Sheet[] {
  const registeredIn = (codes: ReadonlySet<string>): number => assets.filter(({ unit }) => codes.has(unit)).length;
  const placed = completenessByUnit(answers, units);
  const parts: readonly Part[] = [
    ...placed
      .filter(({ completeness }) => completeness.all > 0)
      .map(({ unit: { name }, completeness, codes }) => ({ name, completeness, registered: registeredIn(codes) })),
    { name: swedish('tab.overview.whole'), completeness: completenessOf(answers, units), registered: assets.length }
  ];
  const choice = `${inventory.reference}. ${swedish(`inventory.state.${inventory.state}`)}. ${swedish('tab.inventory.last-day')}: ${inventory.lastDay}`;
  return [
    sheetOf('Hur komplett', partColumns, parts),
    sheetOf(
      'Svar',
      answerColumns,
      placed.flatMap(({ answer }) => (answer === undefined ? [] : [answer]))
    ),
    aboutSheet({ ...taken, choice, count: answers.length })
  ];
}

const partColumns: readonly SheetColumn<Part>[] = [
  { ...wide(swedish('tab.inventory.part')), cell: ({ name }) => name },
  { ...narrow(swedish('inventory.answer.complete')), cell: ({ completeness }) => String(completeness.complete) },
  { ...narrow(swedish('inventory.answer.missing')), cell: ({ completeness }) => String(completeness.missing) },
  { ...narrow(swedish('inventory.answer.asked')), cell: ({ completeness }) => String(completeness.asked) },
  { ...narrow('Enheter'), cell: ({ completeness }) => String(completeness.all) },
  { ...narrow(swedish('tab.overview.registered')), cell: ({ registered }) => String(registered) }
];

const answerColumns: readonly SheetColumn<UnitAnswer>[] = [
  { ...wide(swedish('tab.inventory.unit')), cell: ({ unitName }) => unitName },
  { ...narrow(swedish('tab.inventory.said')), cell: ({ state }) => swedish(`inventory.answer.${state}`) },
  { ...narrow('Gäller per'), cell: ({ said }) => said?.asOf ?? '' },
  { ...wide('Svarat av'), cell: ({ said }) => said?.by.name ?? '' },
  { ...narrow('Svarat'), cell: ({ said }) => (said === undefined ? '' : swedishMoment(said.at)) },
  { ...wide('Vad som saknas'), cell: ({ said }) => said?.text ?? '' },
  { ...wide('Namn på det som saknas'), cell: ({ said }) => (said?.names ?? []).join('\n') }
];
