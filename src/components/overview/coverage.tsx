// How much of the register has a decided class, nämnd by nämnd, and which units have nothing in it (H02, H21).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Unit } from '../../domain/person';
import { committees, coverageOf, unitsWithNothing, type Coverage as Share } from '../../domain/register-overview';
import type { RegisterFilter } from '../../domain/register-search';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { FigureTable, type FigureColumn } from '../parts/figure-table';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';

export interface OfRegisterProps {
  readonly assets: readonly Asset[];
  readonly units: readonly Unit[];
}

export function Coverage({ assets, units }: OfRegisterProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const whole = coverageOf(assets);
  const percent = Math.floor((100 * whole.decided) / whole.all);
  const title = whole.all === 0 ? t('tab.overview.coverage.none') : t('tab.overview.coverage', { percent });
  const empty = unitsWithNothing(assets, units);
  const lines: readonly Line[] = [
    ...committees(assets, units).map(({ unit, coverage }) => ({ name: unit.name, coverage, filter: { unit: unit.code } })),
    { name: t('tab.overview.whole'), coverage: whole, filter: {} }
  ];
  return (
    <Section title={title}>
      <FigureTable
        label={title}
        rows={lines}
        keyOf={({ filter }) => filter.unit ?? ''}
        heading={{ name: t('tab.overview.committee'), render: ({ name }) => name }}
        columns={useColumns()}
      />
      <h3 className={layout.paragraph}>{t('tab.overview.empty', { count: empty.length })}</h3>
      {empty.length > 0 && (
        <ul>
          {empty.map(({ code, name }) => (
            <li key={code}>{name}</li>
          ))}
        </ul>
      )}
      <div>
        <AddressLink to={{ screen: 'inventory' }}>{t('tab.overview.inventory')}</AddressLink>
      </div>
    </Section>
  );
}

/** A nämnd, or all of the municipality, and the filter that finds its assets. */
interface Line {
  readonly name: string;
  readonly coverage: Share;
  readonly filter: RegisterFilter;
}

function useColumns(): readonly FigureColumn<Line>[] {
  const t = useText();
  const linked = (words: string, filter: RegisterFilter): React.ReactElement => (
    <AddressLink to={{ screen: 'assets', filter }}>{words}</AddressLink>
  );
  return [
    { key: 'all', name: t('tab.overview.registered'), render: ({ coverage: { all }, filter }) => linked(String(all), filter) },
    {
      key: 'decided',
      name: t('tab.overview.decided'),
      render: ({ coverage: { all, decided }, filter }) =>
        linked(t('tab.overview.count', { count: decided, all }), { ...filter, class: 'any' })
    },
    {
      key: 'missing',
      name: t('tab.overview.missing'),
      render: ({ coverage: { all, decided }, filter }) => linked(String(all - decided), { ...filter, class: 'none' })
    }
  ];
}
