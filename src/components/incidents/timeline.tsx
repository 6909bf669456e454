// Everything that happened to an incident, oldest first: each line says the same as its entry in the log.
import * as React from 'react';
import { handlingOf, type Incident } from '../../domain/incident';
import type { EventCode } from '../../domain/log';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';

interface Line {
  readonly event: EventCode;
  readonly at: string;
  readonly name: string;
  readonly state?: Incident['state'];
  readonly text: string;
}

export function Timeline({ incident }: { readonly incident: Incident }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <ol className={layout.list}>
      {linesOf(incident, t('tab.incident.timeline.service')).map((line, index) => (
        <li key={`${line.at} ${index}`} className={layout.row}>
          <LineOf {...line} />
        </li>
      ))}
    </ol>
  );
}

function LineOf({ event, at, name, state, text }: Line): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const what = t(`event.${event}`);
  return (
    <div>
      <strong>{state === undefined ? what : t('tab.incident.timeline.to', { event: what, state: t(`incident.state.${state}`) })}</strong>{' '}
      <span className={layout.quiet}>
        {name}, {formatMoment(language, at)}
      </span>
      {text !== '' && <p className={layout.written}>{text}</p>}
    </div>
  );
}

/** Reporting and receiving stand on the incident itself. `service`: what is said of whatever nobody did. */
function linesOf(incident: Incident, service: string): readonly Line[] {
  const { reporter, reportedAt, acknowledgedByIt, acknowledgedByManager } = incident;
  const received = [acknowledgedByIt, acknowledgedByManager].flatMap((by): Line[] =>
    by === undefined ? [] : [{ event: 'incident-acknowledged', at: by.at, name: by.by.name, text: '' }]
  );
  const handled = handlingOf(incident).happenings.map(
    ({ event, at, by, from, to, text }): Line => ({ event, at, name: by?.name ?? service, text, ...(from !== to && { state: to }) })
  );
  const reported: Line = { event: 'incident-reported', at: reportedAt, name: reporter.name, text: '' };
  return [reported, ...received, ...handled].sort((a, b) => a.at.localeCompare(b.at));
}
