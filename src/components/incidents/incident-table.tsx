// The rows of the work queue: what each is about, its clock, its level, who has it and who has received it.
import { Checkbox } from '@fluentui/react';
import * as React from 'react';
import { handlingOf, type Acknowledgement, type Incident, type Receiver } from '../../domain/incident';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { useMarked } from '../parts/exercise';
import { checkboxStyles } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { Clock } from './clock';

export interface IncidentTableProps {
  readonly incidents: readonly Incident[];
  /** Those that this person can receive for IT. */
  readonly receivable: readonly Incident[];
  readonly chosen: readonly string[];
  readonly onChosen: (references: readonly string[]) => void;
}

export function IncidentTable({ incidents, ...choosing }: IncidentTableProps): React.ReactElement {
  const t = useText();
  const columns = [...(choosing.receivable.length > 0 ? [choosingColumn(t, choosing)] : []), ...useColumns()];
  return <RegisterTable label={t('tab.nav.incidents')} rows={incidents} columns={columns} keyOf={({ reference }) => reference} />;
}

function useColumns(): readonly TableColumn<Incident>[] {
  const t = useText();
  return [
    {
      key: 'reference',
      name: t('tab.asset.reference'),
      width: [90, 110],
      isRowHeader: true,
      render: ({ reference }) => <AddressLink to={{ screen: 'incident', reference }}>{reference}</AddressLink>
    },
    { key: 'kind', name: t('tab.incident.kind'), width: [110, 300], render: (incident) => <Kind incident={incident} /> },
    { key: 'state', name: t('tab.state'), width: [90, 120], render: ({ state }) => t(`incident.state.${state}`) },
    { key: 'clock', name: t('tab.incident.clock.answer'), width: [110, 170], render: (incident) => <Clock incident={incident} /> },
    { key: 'severity', name: t('tab.incident.severity'), width: [140, 150], render: (incident) => <SeverityOf incident={incident} /> },
    {
      key: 'handler',
      name: t('tab.incident.handler'),
      width: [112, 140],
      render: (incident) => handlingOf(incident).handler?.name ?? t('tab.incident.nobody')
    },
    { key: 'received', name: t('tab.incident.receivers'), width: [115, 220], render: (incident) => <Receivers incident={incident} /> }
  ];
}

type Choosing = Omit<IncidentTableProps, 'incidents'>;

function choosingColumn(t: ReturnType<typeof useText>, { receivable, chosen, onChosen }: Choosing): TableColumn<Incident> {
  const choose = (reference: string, isChosen: boolean): void =>
    onChosen(isChosen ? [...chosen, reference] : chosen.filter((other) => other !== reference));
  return {
    key: 'choose',
    name: t('tab.incidents.chosen'),
    width: [44, 60],
    render: ({ reference }) =>
      receivable.some((incident) => incident.reference === reference) && (
        <Checkbox
          ariaLabel={t('tab.incidents.choose', { reference })}
          checked={chosen.includes(reference)}
          onChange={(_, isChosen) => choose(reference, isChosen === true)}
          styles={checkboxStyles}
        />
      )
  };
}

function SeverityOf({ incident }: { readonly incident: Incident }): React.ReactElement {
  const t = useText();
  const { severity } = handlingOf(incident);
  return <>{severity === undefined ? t('tab.incident.not-assessed') : t(`severity.${severity}`)}</>;
}

/** What it is about, and when it was reported. */
function Kind({ incident }: { readonly incident: Incident }): React.ReactElement {
  const t = useText();
  const marked = useMarked();
  const { report, reportedAt } = incident;
  const { language } = useEnvironment();
  return (
    <>
      <div>{marked(incident, t(`incident.kind.${report.kind}`))}</div>
      <div>{formatMoment(language, reportedAt)}</div>
    </>
  );
}

function Receivers({ incident: { acknowledgedByIt, acknowledgedByManager } }: { readonly incident: Incident }): React.ReactElement {
  return (
    <>
      <ReceivedBy receiver="it" by={acknowledgedByIt} />
      <ReceivedBy receiver="nearest-manager" by={acknowledgedByManager} />
    </>
  );
}

interface ReceivedByProps {
  readonly receiver: Receiver;
  readonly by: Acknowledgement | undefined;
}

function ReceivedBy({ receiver, by }: ReceivedByProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const what =
    by === undefined ? t('tab.incident.not-yet') : t('tab.incident.received', { name: by.by.name, at: formatMoment(language, by.at) });
  return <div>{t('tab.incident.receiver', { receiver: t(`receiver.${receiver}`), what })}</div>;
}
