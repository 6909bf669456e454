// The clock of an incident: how long is left until it must have been assessed, and the time itself beside it.
import * as React from 'react';
import type { Incident } from '../../domain/incident';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { dueOf, timeLeft } from './queue';

/** Nothing where no clock runs. */
export function Clock({ incident }: { readonly incident: Incident }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const now = useNow();
  const due = dueOf(incident);
  if (due === undefined) return null;
  const { isLate, ...left } = timeLeft(now, due);
  const words = t(isLate ? 'tab.incident.clock.late' : 'tab.incident.clock.left', { left: t('tab.duration', left) });
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
