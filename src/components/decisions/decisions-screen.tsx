// Beslut: the classifications that wait for this person, oldest first.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { ClassTags } from '../parts/level-tag';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { ScreenHeading } from '../parts/screen-heading';
import { statesOf } from '../source';
import { useRead } from '../use-read';
import { Deputies } from './deputies';

export function DecisionsScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const awaiting = useRead(React.useCallback(() => source.awaitingMe(), [source]));
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.nav.decisions')}</ScreenHeading>
      <Loaded {...awaiting} what={t('tab.what.decisions')} lines={6}>
        {(rows) => (
          <>
            <BrokenRows rows={rows} />
            {rows.length === 0 && <Empty title={t('tab.decisions.empty')}>{t('tab.decisions.empty.how')}</Empty>}
            {statesOf(rows).length > 0 && <Queue classifications={statesOf(rows)} />}
          </>
        )}
      </Loaded>
      <Deputies />
    </div>
  );
}

function Queue({ classifications }: { readonly classifications: readonly Classification[] }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const oldestFirst = [...classifications].sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  const columns: readonly TableColumn<Classification>[] = [
    {
      key: 'asset',
      name: t('tab.what.asset.column'),
      width: [160, 300],
      isRowHeader: true,
      render: ({ assetName, reference }) => <AddressLink to={{ screen: 'decision', reference }}>{assetName}</AddressLink>
    },
    { key: 'reference', name: t('tab.asset.reference'), width: [100, 120], render: ({ reference }) => reference },
    { key: 'class', name: t('tab.decision.proposed'), width: [200, 260], render: ({ profile }) => <ClassTags profile={profile} /> },
    { key: 'proposer', name: t('tab.decision.proposer'), width: [120, 180], render: ({ proposer }) => proposer.name },
    {
      key: 'submitted',
      name: t('tab.decision.submitted'),
      width: [130, 170],
      render: ({ submittedAt }) => formatMoment(language, submittedAt)
    }
  ];
  return <RegisterTable label={t('tab.nav.decisions')} rows={oldestFirst} columns={columns} keyOf={({ reference }) => reference} />;
}
