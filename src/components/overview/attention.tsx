// What needs somebody, of the highest class first.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { needingAttention, needs, type Need } from '../../domain/register-overview';
import type { Grounds } from '../../domain/reconsideration';
import type { RegisterFilter } from '../../domain/register-search';
import type { Vacancy } from '../../domain/vacancy';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { Facts } from '../parts/facts';
import { useLayout } from '../parts/layout';
import { ClassTags } from '../parts/level-tag';
import { RegisterTable } from '../parts/register-table';
import { Section } from '../parts/section';

const mostShown = 10;

const rowsOf: Readonly<Record<Need, RegisterFilter>> = {
  changed: { changed: true },
  owner: { vacant: true },
  class: { class: 'none' },
  reconsider: { reconsider: true }
};

export interface AttentionProps {
  readonly assets: readonly Asset[];
  readonly vacancies: readonly Vacancy[];
  readonly grounds: Grounds;
}

export function Attention({ assets, vacancies, grounds }: AttentionProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const needing = React.useMemo(() => needingAttention(assets, vacancies, grounds), [assets, vacancies, grounds]);
  const title = t('tab.overview.attention', { count: needing.length });
  const counted = needs.map((need) => ({ need, count: needing.filter((asset) => asset.needs.includes(need)).length }));
  return (
    <Section title={title}>
      <p className={layout.quiet}>{t('tab.overview.attention.help')}</p>
      <Facts
        facts={counted.map(({ need, count }) => ({
          name: t(`tab.overview.need.${need}`),
          value: <AddressLink to={{ screen: 'assets', filter: { ...rowsOf[need], state: 'not-draft' } }}>{String(count)}</AddressLink>
        }))}
      />
      {needing.length > mostShown && <p className={layout.quiet}>{t('tab.overview.attention.more', { count: mostShown })}</p>}
      {needing.length > 0 && (
        <RegisterTable
          label={title}
          rows={needing.slice(0, mostShown)}
          keyOf={({ asset }) => asset.reference}
          columns={[
            {
              key: 'name',
              name: t('tab.asset.name'),
              width: [140, 280],
              isRowHeader: true,
              render: ({ asset: { reference, name } }) => <AddressLink to={{ screen: 'asset', reference }}>{name}</AddressLink>
            },
            { key: 'class', name: t('tab.class'), width: [225, 260], render: ({ asset }) => <ClassTags profile={asset.profile} /> },
            { key: 'unit', name: t('tab.asset.unit'), width: [110, 180], render: ({ asset }) => asset.unitName },
            {
              key: 'needs',
              name: t('tab.overview.need'),
              width: [150, 260],
              render: (row) => row.needs.map((need) => t(`tab.overview.need.${need}`)).join(', ')
            }
          ]}
        />
      )}
    </Section>
  );
}
