// How much of the register has a decided class, nämnd by nämnd, and which units have nothing in it (H02, H21).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Unit } from '../../domain/person';
import { committees, coverageOf, unitsWithNothing, type Coverage as Share } from '../../domain/register-overview';
import type { RegisterFilter } from '../../domain/register-search';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { FigureTable } from './table';

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
  const columns = [t('tab.overview.committee'), t('tab.overview.registered'), t('tab.overview.decided'), t('tab.overview.missing')];
  return (
    <Section title={title}>
      <FigureTable label={title} columns={columns}>
        {committees(assets, units).map(({ unit, coverage }) => (
          <Line key={unit.code} name={unit.name} coverage={coverage} filter={{ unit: unit.code }} />
        ))}
        <Line name={t('tab.overview.whole')} coverage={whole} filter={{}} />
      </FigureTable>
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

interface LineProps {
  readonly name: string;
  readonly coverage: Share;
  readonly filter: RegisterFilter;
}

function Line({ name, coverage: { all, decided }, filter }: LineProps): React.ReactElement {
  const t = useText();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <AddressLink to={{ screen: 'assets', filter }}>{String(all)}</AddressLink>
      </td>
      <td>
        <AddressLink to={{ screen: 'assets', filter: { ...filter, class: 'any' } }}>
          {t('tab.overview.count', { count: decided, all })}
        </AddressLink>
      </td>
      <td>
        <AddressLink to={{ screen: 'assets', filter: { ...filter, class: 'none' } }}>{String(all - decided)}</AddressLink>
      </td>
    </tr>
  );
}
