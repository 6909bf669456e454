// Incidenter: the incidents this person may see, newest first, and who has received them.
import * as React from 'react';
import type { Acknowledgement, Incident } from '../../domain/incident';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { ScreenHeading } from '../parts/screen-heading';
import { Traceability } from '../parts/traceability';
import { statesOf } from '../source';
import { useRead } from '../use-read';

export function IncidentsScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const incidents = useRead(React.useCallback(() => source.incidents(), [source]));
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.nav.incidents')}</ScreenHeading>
      <Loaded {...incidents} what={t('tab.what.incidents')} lines={6}>
        {(rows) => (
          <>
            <BrokenRows rows={rows} />
            {rows.length === 0 && <Empty title={t('tab.incidents.empty')}>{t('tab.incidents.empty.how')}</Empty>}
            {statesOf(rows).length > 0 && <IncidentTable incidents={statesOf(rows)} />}
          </>
        )}
      </Loaded>
      <Traceability />
    </div>
  );
}

function IncidentTable({ incidents }: { readonly incidents: readonly Incident[] }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const newestFirst = [...incidents].sort((a, b) => b.reportedAt.localeCompare(a.reportedAt));
  const columns: readonly TableColumn<Incident>[] = [
    { key: 'reference', name: t('tab.asset.reference'), width: [100, 120], isRowHeader: true, render: ({ reference }) => reference },
    { key: 'kind', name: t('tab.incident.kind'), width: [180, 300], render: ({ report }) => t(`incident.kind.${report.kind}`) },
    { key: 'state', name: t('tab.state'), width: [90, 120], render: ({ state }) => t(`incident.state.${state}`) },
    {
      key: 'reported',
      name: t('tab.incident.reported'),
      width: [140, 180],
      render: ({ reportedAt }) => formatMoment(language, reportedAt)
    },
    { key: 'it', name: t('tab.incident.by-it'), width: [140, 200], render: ({ acknowledgedByIt }) => <Received by={acknowledgedByIt} /> },
    {
      key: 'manager',
      name: t('tab.incident.by-manager'),
      width: [140, 200],
      render: ({ acknowledgedByManager }) => <Received by={acknowledgedByManager} />
    }
  ];
  return <RegisterTable label={t('tab.nav.incidents')} rows={newestFirst} columns={columns} keyOf={({ reference }) => reference} />;
}

function Received({ by }: { readonly by: Acknowledgement | undefined }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  return (
    <>
      {by === undefined ? t('tab.incident.not-yet') : t('tab.incident.received', { name: by.by.name, at: formatMoment(language, by.at) })}
    </>
  );
}
