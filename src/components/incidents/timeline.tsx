// Everything that happened to an incident, oldest first: each line says the same as its entry in the log.
import * as React from 'react';
import type { Incident } from '../../domain/incident';
import { timelineOf, type TimelineLine } from '../../domain/timeline';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';

export function Timeline({ incident }: { readonly incident: Incident }): React.ReactElement {
  const layout = useLayout();
  return (
    <ol className={layout.list}>
      {timelineOf(incident).map((line, index) => (
        <li key={`${line.at} ${index}`} className={layout.row}>
          <LineOf {...line} />
        </li>
      ))}
    </ol>
  );
}

function LineOf({ event, at, by, state, text, known }: TimelineLine): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const what = t(`event.${event}`);
  return (
    <div>
      <strong>{state === undefined ? what : t('tab.incident.timeline.to', { event: what, state: t(`incident.state.${state}`) })}</strong>{' '}
      <span className={layout.quiet}>
        {by?.name ?? t('tab.incident.timeline.service')}, {formatMoment(language, at)}
      </span>
      {known !== undefined && (
        <p className={layout.written}>
          {t('tab.incident.timeline.known', { from: formatMoment(language, known.from), to: formatMoment(language, known.to) })}
        </p>
      )}
      {text !== '' && <p className={layout.written}>{text}</p>}
    </div>
  );
}
