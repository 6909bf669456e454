// Causes that come back, named as such: what the incidents have in common, how many they are, and a link to each.
import * as React from 'react';
import type { RecurringCause, Shared } from '../../domain/recurring-causes';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { useLayout } from '../parts/layout';

export function Recurring({ causes }: { readonly causes: readonly RecurringCause[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <>
      <p className={layout.quiet}>{t('tab.statistics.causes.help')}</p>
      {causes.length === 0 && <p className={layout.paragraph}>{t('tab.statistics.causes.none')}</p>}
      <ul className={layout.list}>
        {causes.map((cause) => (
          <Cause key={`${cause.category} ${cause.shared.map((shared) => wordsOf(t, shared)).join()}`} cause={cause} />
        ))}
      </ul>
    </>
  );
}

function Cause({ cause: { category, shared, incidents } }: { readonly cause: RecurringCause }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <li className={layout.row}>
      <div>
        <strong>{t('tab.statistics.cause', { category: t(`incident.category.${category}`), count: incidents.length })}</strong>
        <ul className={layout.list}>
          {shared.map((one) => (
            <li key={wordsOf(t, one)}>
              {one.by === 'asset' ? (
                <AddressLink to={{ screen: 'asset', reference: one.reference }}>{wordsOf(t, one)}</AddressLink>
              ) : (
                wordsOf(t, one)
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className={layout.actions}>
        {incidents.map(({ reference }) => (
          <AddressLink key={reference} to={{ screen: 'incident', reference }}>
            {reference}
          </AddressLink>
        ))}
      </div>
    </li>
  );
}

function wordsOf(t: ReturnType<typeof useText>, shared: Shared): string {
  switch (shared.by) {
    case 'asset':
      return t('tab.statistics.cause.asset', { reference: shared.reference, name: shared.name });
    case 'unit':
      return t('tab.statistics.cause.unit', { name: shared.name });
    case 'carrier':
      return t('tab.statistics.cause.carrier', { carrier: t(`incident.carrier.${shared.carrier}`) });
  }
}
