// Incidenter: the work queue, those that nobody has received first, with the clock, what it can be narrowed to, and receiving many at once.
import { Dropdown, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import { facingIncident, facingNew } from '../../domain/capacities';
import type { Incident } from '../../domain/incident';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { QueueExport } from '../documents/queue-export';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { dropdownStyles, useLayout } from '../parts/layout';
import { ScreenHeading } from '../parts/screen-heading';
import { Traceability } from '../parts/traceability';
import { statesOf, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { IncidentTable } from './incident-table';
import { filtered, inQueueOrder, queueFilters, type QueueFilter } from './queue';
import { useReceiveMany } from './use-receive-many';

interface Queue {
  readonly rows: readonly Row<Incident>[];
  readonly roles: readonly Role[];
}

export function IncidentsScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source, me } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Queue>> => {
    const [incidents, roles] = await Promise.all([source.incidents(), source.roles()]);
    return incidents.ok ? done({ rows: incidents.value, roles }) : incidents;
  }, [source]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.nav.incidents')}</ScreenHeading>
      <Loaded {...useRead(read)} what={t('tab.what.incidents')} lines={6}>
        {({ rows, roles }) => (
          <>
            <BrokenRows rows={rows} />
            {rows.length === 0 ? (
              <Empty title={t('tab.incidents.empty')}>{t('tab.incidents.empty.how')}</Empty>
            ) : (
              <WorkQueue read={statesOf(rows)} roles={roles} />
            )}
            {roles.length > 0 && (
              <ul className={layout.list}>
                <li>
                  <AddressLink to={{ screen: 'statistics' }}>{t('tab.statistics')}</AddressLink>
                </li>
                <li>
                  <AddressLink to={{ screen: 'rules' }}>{t('tab.rules')}</AddressLink>
                </li>
              </ul>
            )}
            {refusalTo('report-exercise', facingNew({ person: me, roles })) === undefined && (
              <div>
                <AddressLink to={{ screen: 'exercise' }}>{t('tab.exercise.start')}</AddressLink>
              </div>
            )}
          </>
        )}
      </Loaded>
      <Traceability />
    </div>
  );
}

/** Whoever handles incidents sees what is open; whoever has only reported some sees them all. */
function WorkQueue({ read, roles }: { readonly read: readonly Incident[]; readonly roles: readonly Role[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const [incidents, setIncidents] = React.useState(read);
  const [filter, setFilter] = React.useState<QueueFilter>(roles.length === 0 ? 'all' : 'open');
  const shown = React.useMemo(() => inQueueOrder(filtered(incidents, filter, me.id)), [incidents, filter, me.id]);
  const receivable = shown.filter(
    (incident) =>
      incident.acknowledgedByIt === undefined &&
      refusalTo('acknowledge-for-it', facingIncident({ person: me, roles }, incident)) === undefined
  );
  const replace = (changed: Incident): void =>
    setIncidents((before) => before.map((incident) => (incident.reference === changed.reference ? changed : incident)));
  const [chosen, setChosen] = React.useState<readonly string[]>([]);
  return (
    <>
      <FilterField filter={filter} onChange={setFilter} />
      <p role="status" className={layout.quiet}>
        {t('tab.incidents.found', { count: shown.length })}
      </p>
      {receivable.length > 0 && (
        <ReceiveMany
          references={chosen.filter((reference) => receivable.some((incident) => incident.reference === reference))}
          onReceived={replace}
        />
      )}
      <QueueExport incidents={shown} filter={filter} roles={roles} />
      {shown.length === 0 ? (
        <Empty title={t('tab.incidents.no-match')} />
      ) : (
        <IncidentTable incidents={shown} receivable={receivable} chosen={chosen} onChosen={setChosen} />
      )}
    </>
  );
}

interface FilterFieldProps {
  readonly filter: QueueFilter;
  readonly onChange: (filter: QueueFilter) => void;
}

function FilterField({ filter, onChange }: FilterFieldProps): React.ReactElement {
  const t = useText();
  return (
    <Dropdown
      label={t('tab.incidents.filter')}
      selectedKey={filter}
      options={queueFilters.map((key) => ({ key, text: t(`tab.incidents.filter.${key}`) }))}
      onChange={(_, option) => onChange(queueFilters.find((key) => key === option?.key) ?? 'open')}
      styles={{ ...dropdownStyles, root: { maxWidth: 320 } }}
    />
  );
}

interface ReceiveManyProps {
  readonly references: readonly string[];
  readonly onReceived: (incident: Incident) => void;
}

function ReceiveMany({ references, onReceived }: ReceiveManyProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { receiving, received, receive } = useReceiveMany();
  return (
    <>
      <div className={layout.actions}>
        <PrimaryButton
          text={t('tab.incidents.receive', { count: references.length })}
          disabled={receiving || references.length === 0}
          onClick={() => void receive(references, onReceived)}
        />
      </div>
      <p role="status" className={layout.paragraph}>
        {received !== undefined && t('tab.incidents.received', { ...received })}
      </p>
    </>
  );
}
