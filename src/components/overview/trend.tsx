// When the classes that stand now were decided, month by month: bars beside the numbers they draw, in one table for those who see and those who listen.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { decisionsByMonth } from '../../domain/register-overview';
import { useEnvironment, useText } from '../environment';
import { monthInWords } from '../../i18n/month-in-words';
import { AddressLink } from '../parts/address-link';
import { Section } from '../parts/section';
import { useBar } from './bar';
import { FigureTable } from './table';

export function Trend({ assets }: { readonly assets: readonly Asset[] }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const bar = useBar();
  const months = React.useMemo(() => decisionsByMonth(assets, new Date().toISOString()), [assets]);
  const most = Math.max(...months.map(({ decided }) => decided));
  const title = t('tab.overview.trend', { count: months.reduce((sum, { decided }) => sum + decided, 0) });
  return (
    <Section title={title}>
      <FigureTable label={title} columns={[t('tab.overview.month'), t('tab.overview.decided')]}>
        {months.map(({ month, decided }) => (
          <tr key={month}>
            <th scope="row">{monthInWords(language, month)}</th>
            <td className={bar.cell}>
              {bar.of(decided, most)} <AddressLink to={{ screen: 'assets', filter: { decided: month } }}>{String(decided)}</AddressLink>
            </td>
          </tr>
        ))}
      </FigureTable>
    </Section>
  );
}
