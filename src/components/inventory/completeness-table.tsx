// How complete each nämnd, förvaltning and enhet is, what each unit has answered, and where nothing is registered: one table in the order of the organisation (H02, H21).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Completeness, PlacedCompleteness, UnitAnswer } from '../../domain/inventory';
import { formatDay } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { FigureTable } from '../overview/table';
import { AddressLink } from '../parts/address-link';
import { useLayout } from '../parts/layout';

export interface CompletenessTableProps {
  readonly label: string;
  readonly parts: readonly PlacedCompleteness[];
  readonly whole: Completeness;
  readonly assets: readonly Asset[];
}

export function CompletenessTable({ label, parts, whole, assets }: CompletenessTableProps): React.ReactElement {
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
      {parts
        .filter(({ completeness }) => completeness.all > 0)
        .map((part) => (
          <Part key={part.unit.code} part={part} registered={assets.filter(({ unit }) => part.codes.has(unit)).length} />
        ))}
      <tr>
        <th scope="row">{t('tab.overview.whole')}</th>
        <Figures {...whole} />
        <td>
          <AddressLink to={{ screen: 'assets', filter: {} }}>{String(assets.length)}</AddressLink>
        </td>
        <td />
      </tr>
    </FigureTable>
  );
}

/** Indentation of each step down the organisation, in pixels. */
const step = 20;

function Part({ part, registered }: { readonly part: PlacedCompleteness; readonly registered: number }): React.ReactElement {
  const t = useText();
  const { unit, depth, completeness, answer } = part;
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: 12 + depth * step }}>
        {unit.name}
      </th>
      <Figures {...completeness} />
      <td>
        <AddressLink to={{ screen: 'assets', filter: { unit: unit.code } }}>{String(registered)}</AddressLink>
        {registered === 0 && ` (${t('tab.inventory.nothing')})`}
      </td>
      <td>{answer !== undefined && <Said answer={answer} isAsked={unit.head !== undefined} />}</td>
    </tr>
  );
}

function Figures({ complete, missing, asked, all }: Completeness): React.ReactElement {
  const t = useText();
  return (
    <>
      <td>{t('tab.overview.count', { count: complete, all })}</td>
      <td>{missing}</td>
      <td>{asked}</td>
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
