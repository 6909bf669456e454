// Whether what is shown can be traced: when the record was last held against its log and by whom, or that it deviates; where, for informationssäkerhet alone (H13).
import * as React from 'react';
import { isOldCheck, type Deviation, type LogCheck } from '../../domain/log-check';
import { done } from '../../domain/outcome';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from './broken-rows';
import { useLayout } from './layout';
import type { Read, Row } from '../source';
import { useRead } from '../use-read';

interface Checked {
  readonly row: Row<LogCheck> | undefined;
  readonly seesWhere: boolean;
}

/** Small, and after everything else. Whoever may not see the checks sees nothing of it. */
export function Traceability(): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Checked>> => {
    const [check, roles] = await Promise.all([source.logCheck(), source.roles()]);
    return check.ok ? done({ row: check.value, seesWhere: roles.includes('information-security') }) : check;
  }, [source]);
  const { reading } = useRead(read);
  switch (reading.status) {
    case 'reading':
    case 'no-right':
      return null;
    case 'failed':
      return <p className={layout.quiet}>{t('refusal.could-not-read', { what: t('tab.what.trace') })}</p>;
    case 'read':
      return <CheckOf {...reading.value} />;
  }
}

function CheckOf({ row, seesWhere }: Checked): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  if (row === undefined) return <p className={layout.quiet}>{t('tab.trace.none')}</p>;
  if (row.broken) return <BrokenRows rows={[row]} />;
  const check = row.state;
  return (
    <footer>
      <Standing {...check} />
      {isOldCheck(check, new Date().toISOString()) && <p className={layout.fault}>{t('tab.trace.old')}</p>}
      {seesWhere && check.found > 0 && <Places {...check} />}
    </footer>
  );
}

function Standing({ at, by, found }: LogCheck): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const values = { at: formatMoment(language, at), by: t(`check.by.${by}`) };
  if (found === 0) return <p className={layout.quiet}>{t('tab.trace.checked', values)}</p>;
  return <p className={layout.fault}>{t('tab.trace.deviates', { ...values, count: found })}</p>;
}

/** More than one looks through here is looked through with `npm run verify-log`. */
const mostShown = 20;

function Places({ deviations, found }: LogCheck): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const shown = deviations.slice(0, mostShown);
  return (
    <details>
      <summary>{t('tab.trace.where')}</summary>
      <ul className={layout.list}>
        {shown.map((deviation) => (
          <li key={`${deviation.aggregate}:${deviation.sequence} ${deviation.at} ${deviation.fault}`}>
            <Place {...deviation} />
          </li>
        ))}
      </ul>
      {found > shown.length && <p className={layout.quiet}>{t('tab.trace.more', { count: found - shown.length })}</p>}
    </details>
  );
}

function Place({ aggregate, sequence, at, fault }: Deviation): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const entry = sequence === 0 ? aggregate : `${aggregate}:${sequence}`;
  const time = at.includes('T') ? formatMoment(language, at) : at;
  return <>{[entry, time, t(`check.fault.${fault}`)].filter((part) => part !== '').join(', ')}</>;
}
