// How complete each nämnd, förvaltning and enhet is, what each unit has answered, and where nothing is registered: in the order of the organisation (H02, H21).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Completeness, PlacedCompleteness, UnitAnswer } from '../../domain/inventory';
import { formatDay } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { FigureTable, type FigureColumn } from '../parts/figure-table';
import { useLayout } from '../parts/layout';

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
  const t = useText();
  const lines: readonly Line[] = [
    ...parts
      .filter(({ completeness }) => completeness.all > 0)
      .map((part) => ({ ...part, registered: assets.filter(({ unit }) => part.codes.has(unit)).length })),
    { depth: 0, completeness: whole, registered: assets.length }
  ];
  const heading = {
    name: t('tab.inventory.part'),
    render: ({ unit }: Line) => unit?.name ?? t('tab.overview.whole'),
    indentOf: ({ depth }: Line) => depth * step
  };
  return <FigureTable label={label} rows={lines} keyOf={({ unit }) => unit?.code ?? ''} heading={heading} columns={useColumns()} />;
}

/** Indentation of each step down the organisation, in pixels. */
const step = 20;

function useColumns(): readonly FigureColumn<Line>[] {
  const t = useText();
  return [
    {
      key: 'complete',
      name: t('inventory.answer.complete'),
      render: ofMany(({ complete, all }) => t('tab.overview.count', { count: complete, all }))
    },
    { key: 'missing', name: t('inventory.answer.missing'), render: ofMany(({ missing }) => missing) },
    { key: 'asked', name: t('inventory.answer.asked'), render: ofMany(({ asked }) => asked) },
    { key: 'registered', name: t('tab.overview.registered'), render: (line) => <Registered line={line} /> },
    {
      key: 'said',
      name: t('tab.inventory.said'),
      isInWords: true,
      render: ({ answer, unit }) => answer && <Said answer={answer} isAsked={unit?.head !== undefined} />
    }
  ];
}

/** Figures of what has units beneath it: what a unit answered for itself alone says more than the figures of it. */
function ofMany(figure: (completeness: Completeness) => React.ReactNode): (line: Line) => React.ReactNode {
  return ({ answer, completeness }) => (answer !== undefined && completeness.all === 1 ? undefined : figure(completeness));
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
