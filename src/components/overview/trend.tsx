// When the classes that stand now were decided, month by month: bars beside the numbers they draw, in one table for those who see and those who listen.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { decisionsByMonth } from '../../domain/register-overview';
import { useEnvironment, useText } from '../environment';
import { monthInWords } from '../../i18n/month-in-words';
import { AddressLink } from '../parts/address-link';
import { FigureTable } from '../parts/figure-table';
import { Section } from '../parts/section';
import { useBar } from './bar';

export function Trend({ assets }: { readonly assets: readonly Asset[] }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const bar = useBar();
  const months = React.useMemo(() => decisionsByMonth(assets, new Date().toISOString()), [assets]);
  const most = Math.max(...months.map(({ decided }) => decided));
  const title = t('tab.overview.trend', { count: months.reduce((sum, { decided }) => sum + decided, 0) });
  return (
    <Section title={title}>
      <FigureTable
        label={title}
        rows={months}
        keyOf={({ month }) => month}
        heading={{ name: t('tab.overview.month'), render: ({ month }) => monthInWords(language, month) }}
        columns={[
          {
            key: 'decided',
            name: t('tab.overview.decided'),
            classOf: () => bar.cell,
            render: ({ month, decided }) => (
              <>
                {bar.of(decided, most)} <AddressLink to={{ screen: 'assets', filter: { decided: month } }}>{String(decided)}</AddressLink>
              </>
            )
          }
        ]}
      />
    </Section>
  );
}
