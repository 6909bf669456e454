// Who is rung to the krisstab, in order, with numbers to tap: those of the plan, or those who were called and where the plan says they are reached.
import * as React from 'react';
import { inRingingOrder, rowOf, type CrisisStaff, type PlannedFunction } from '../../domain/crisis-staff';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { Phone } from '../parts/phone';
import { done } from '../../domain/outcome';
import { statesOf, type Row } from '../source';
import { useRead } from '../use-read';

/** Without `staff` the plan itself. */
export function RingingList({ staff }: { readonly staff?: CrisisStaff }): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  // A handler who may not read the numbers still sees who was called.
  const read = React.useCallback(async () => {
    const rows = await source.crisisPlan();
    return done(rows.ok ? rows.value : rows.reason);
  }, [source]);
  return (
    <Loaded {...useRead(read)} what={t('tab.what.crisis-plan')} lines={3}>
      {(rows) => <Listed rows={rows} {...(staff && { staff })} />}
    </Loaded>
  );
}

interface ListedProps {
  readonly rows: readonly Row<PlannedFunction>[] | 'no-right';
  readonly staff?: CrisisStaff;
}

function Listed({ rows, staff }: ListedProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const plan = rows === 'no-right' ? [] : inRingingOrder(statesOf(rows));
  const shown: readonly Rung[] =
    staff === undefined ? plan : staff.participants.map((one) => ({ ...rowOf(plan, one), function: one.function, name: one.person.name }));
  return (
    <>
      {rows === 'no-right' ? <p className={layout.paragraph}>{t('tab.crisis.list.closed')}</p> : <BrokenRows rows={rows} />}
      {shown.length === 0 && rows !== 'no-right' && <p className={layout.paragraph}>{t('tab.crisis.list.none')}</p>}
      <ol className={layout.list} aria-label={t('tab.crisis.list')}>
        {shown.map((rung, place) => (
          <li key={place} className={layout.row}>
            <span>{t('tab.crisis.list.who', { function: rung.function, name: rung.name })}</span>
            <Numbers {...rung} />
          </li>
        ))}
      </ol>
      {staff !== undefined && staff.unread > 0 && <p className={layout.fault}>{t('tab.crisis.unread', { count: staff.unread })}</p>}
    </>
  );
}

type Rung = Pick<PlannedFunction, 'function' | 'name'> & Partial<Pick<PlannedFunction, 'phone' | 'reservePhone'>>;

function Numbers({ phone = '', reservePhone = '' }: Rung): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  if (phone === '' && reservePhone === '') return <span>{t('tab.crisis.list.no-number')}</span>;
  return (
    <span className={layout.actions}>
      {phone !== '' && (
        <span>
          {t('tab.crisis.list.phone')} <Phone number={phone} />
        </span>
      )}{' '}
      {reservePhone !== '' && (
        <span>
          {t('tab.crisis.list.reserve')} <Phone number={reservePhone} />
        </span>
      )}
    </span>
  );
}
