// Clocks on the page of an incident: how long is left until something is due, and the time itself beside it.
import * as React from 'react';
import type { Incident } from '../../domain/incident';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { dueOf, timeLeft } from './queue';

/** Until the incident must have been assessed, or somebody must work on it. Nothing where no clock runs. */
export function Clock({ incident }: { readonly incident: Incident }): React.ReactElement | null {
  const due = dueOf(incident);
  return due === undefined ? null : <TimeLeft due={due} />;
}

/** `due` is UTC, ISO 8601; shown in Swedish time. */
export function TimeLeft({ due }: { readonly due: string }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { isLate, ...left } = timeLeft(useNow(), due);
  const isNow = Object.values(left).every((part) => part === 0);
  const words = isNow
    ? t('tab.incident.clock.now')
    : t(isLate ? 'tab.incident.clock.late' : 'tab.incident.clock.left', { left: t('tab.duration', left) });
  return (
    <>
      <strong className={isLate ? layout.fault : layout.paragraph}>{words}</strong>
      <br />
      {formatMoment(language, due)}
    </>
  );
}

const everyHalfMinute = 30_000;

function useNow(): string {
  const [now, setNow] = React.useState(() => new Date().toISOString());
  React.useEffect(() => {
    const ticking = setInterval(() => setNow(new Date().toISOString()), everyHalfMinute);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
