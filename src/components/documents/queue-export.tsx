// What the work queue shows, as an Excel file, for those who handle it.
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import type { Incident } from '../../domain/incident';
import { handlesIncident } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { text } from '../../i18n/text';
import { useEnvironment } from '../environment';
import type { QueueFilter } from '../incidents/queue';
import { ExportButton } from './export-button';

export interface QueueExportProps {
  /** In the order they are shown. */
  readonly incidents: readonly Incident[];
  readonly filter: QueueFilter;
  readonly roles: readonly Role[];
}

/** Those that the person only reads are left out; where they handle none, there is nothing to take out. */
export function QueueExport({ incidents, filter, roles }: QueueExportProps): React.ReactElement | null {
  const { me } = useEnvironment();
  const handled = incidents.filter((incident) => handlesIncident(facingIncident({ person: me, roles }, incident)));
  if (handled.length === 0) return null;
  const choice = text('sv', `tab.incidents.filter.${filter}`);
  return <ExportButton file={({ queueFile }, taken) => queueFile({ incidents: handled, choice, ...taken })} />;
}
