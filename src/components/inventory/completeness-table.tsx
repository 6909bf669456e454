// How complete each nämnd, förvaltning and enhet is, what each unit has answered, and where nothing is registered: in the order of the organisation (H02, H21).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Completeness, PlacedCompleteness, UnitAnswer } from '../../domain/inventory';
import { formatDay } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { FigureTable } from '../overview/table';
import { AddressLink } from '../parts/address-link';
import type { Fact } from '../parts/facts';
import { useLayout } from '../parts/layout';
import { RowCards } from '../parts/row-cards';
import { useIsNarrow } from '../use-is-narrow';

export interface CompletenessTableProps {
  readonly label: string;
  readonly parts: readonly PlacedCompleteness[];
  readonly whole: Completeness;
  readonly assets: readonly Asset[];
}

/** A part of the municipality, or all of it: then without a unit. */
interface Line extends Pick<Partial<PlacedCompleteness>, 'unit' | 'answer'> {
  readonly depth: number;
  readonly completeness: Completeness;
  readonly registered: number;
}

export function CompletenessTable({ label, parts, whole, assets }: CompletenessTableProps): React.ReactElement {
  const isNarrow = useIsNarrow();
  const lines: readonly Line[] = [
    ...parts
      .filter(({ completeness }) => completeness.all > 0)
      .map((part) => ({ ...part, registered: assets.filter(({ unit }) => part.codes.has(unit)).length })),
    { depth: 0, completeness: whole, registered: assets.length }
  ];
  return isNarrow ? <Cards label={label} lines={lines} /> : <Table label={label} lines={lines} />;
}

interface LinesProps {
  readonly label: string;
  readonly lines: readonly Line[];
}

function Table({ label, lines }: LinesProps): React.ReactElement {
  const t = useText();
  const columns = [
    t('tab.inventory.part'),
    t('inventory.answer.complete'),
    t('inventory.answer.missing'),
    t('inventory.answer.asked'),
    t('tab.overview.registered'),
    t('tab.inventory.said')
  ];
  return (
    <FigureTable label={label} columns={columns}>
      {lines.map((line) => (
        <TableRow key={keyOf(line)} line={line} />
      ))}
    </FigureTable>
  );
}

function keyOf({ unit }: Line): string {
  return unit?.code ?? '';
}

/** Indentation of each step down the organisation, in pixels. */
const step = 20;

function TableRow({ line }: { readonly line: Line }): React.ReactElement {
  const t = useText();
  const { unit, depth, completeness, answer } = line;
  const { complete, missing, asked, all } = completeness;
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: 12 + depth * step }}>
        {unit?.name ?? t('tab.overview.whole')}
      </th>
      <td>{t('tab.overview.count', { count: complete, all })}</td>
      <td>{missing}</td>
      <td>{asked}</td>
      <td>
        <Registered line={line} />
      </td>
      <td>{answer !== undefined && <Said answer={answer} isAsked={unit?.head !== undefined} />}</td>
    </tr>
  );
}

function Cards({ label, lines }: LinesProps): React.ReactElement {
  const t = useText();
  const factsOf = (line: Line): readonly Fact[] => {
    const { unit, completeness, answer } = line;
    const { complete, missing, asked, all } = completeness;
    const figures: readonly Fact[] = [
      { name: t('inventory.answer.complete'), value: t('tab.overview.count', { count: complete, all }), isFigure: true },
      { name: t('inventory.answer.missing'), value: missing, isFigure: true },
      { name: t('inventory.answer.asked'), value: asked, isFigure: true }
    ];
    // What a unit answered for itself alone says more than the figures of it.
    const isAlone = answer !== undefined && all === 1;
    return [
      ...(isAlone ? [] : figures),
      { name: t('tab.overview.registered'), value: <Registered line={line} />, isFigure: true },
      ...(answer === undefined
        ? []
        : [{ name: t('tab.inventory.said'), value: <Said answer={answer} isAsked={unit?.head !== undefined} /> }])
    ];
  };
  return (
    <RowCards label={label} rows={lines} keyOf={keyOf} headOf={({ unit }) => unit?.name ?? t('tab.overview.whole')} factsOf={factsOf} />
  );
}

function Registered({ line: { unit, registered } }: { readonly line: Line }): React.ReactElement {
  const t = useText();
  const filter = unit === undefined ? {} : { unit: unit.code };
  return (
    <>
      <AddressLink to={{ screen: 'assets', filter }}>{String(registered)}</AddressLink>
      {unit !== undefined && registered === 0 && ` (${t('tab.inventory.nothing')})`}
    </>
  );
}

/** What the unit itself has answered, in its own words. */
function Said({ answer: { state, said }, isAsked }: { readonly answer: UnitAnswer; readonly isAsked: boolean }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (state === 'asked' || said === undefined) return <>{t(isAsked ? 'inventory.answer.asked' : 'tab.inventory.no-head')}</>;
  const { asOf, by, text, names } = said;
  return (
    <>
      {t(`tab.inventory.said.${state}`, { day: formatDay(language, asOf), name: by.name })}
      {state === 'missing' && <p className={layout.written}>{[text, ...names.map((name) => `– ${name}`)].join('\n')}</p>}
    </>
  );
}
