// What the work queue shows, as an Excel file, for those who handle it.
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import type { Incident } from '../../domain/incident';
import { done } from '../../domain/outcome';
import { handlesIncident } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { text } from '../../i18n/text';
import { useEnvironment, useText } from '../environment';
import type { QueueFilter } from '../incidents/queue';
import { MakeButton } from './making';

export interface QueueExportProps {
  /** In the order they are shown. */
  readonly incidents: readonly Incident[];
  readonly filter: QueueFilter;
  readonly roles: readonly Role[];
}

/** Those that the person only reads are left out; where they handle none, there is nothing to take out. */
export function QueueExport({ incidents, filter, roles }: QueueExportProps): React.ReactElement | null {
  const t = useText();
  const { me } = useEnvironment();
  const handled = incidents.filter((incident) => handlesIncident(facingIncident({ person: me, roles }, incident)));
  if (handled.length === 0) return null;
  const make = async () => {
    const { queueFile } = await import('./make-sheet');
    const choice = text('sv', `tab.incidents.filter.${filter}`);
    return done(await queueFile({ incidents: handled, choice, by: me, at: new Date().toISOString() }));
  };
  return <MakeButton words={t('tab.incidents.export')} make={make} />;
}
