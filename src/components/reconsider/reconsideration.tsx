// Why the class of an asset is to be reconsidered, and by when, on the asset's page.
import { MessageBar, MessageBarType } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Classification } from '../../domain/classification';
import { reconsiderationOf, type Grounds, type Reconsideration as Due, type ReconsiderationReason } from '../../domain/reconsideration';
import { formatDay } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { useLayout } from '../parts/layout';

interface ReconsiderationProps {
  readonly asset: Asset;
  readonly grounds: Grounds;
  /** All that was ever proposed about it. */
  readonly classifications: readonly Classification[];
}

export function Reconsideration({ asset, grounds, classifications }: ReconsiderationProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const found = reconsiderationOf(asset, grounds);
  const onItsWay = classifications.find(({ state }) => state === 'submitted' || state === 'waiting');
  if (found === undefined) return null;
  if (found.reasons.length === 0)
    return <p className={layout.quiet}>{t('tab.asset.reconsider.by', { due: formatDay(language, found.dueOn) })}</p>;
  return (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline delayedRender={false}>
      <strong>{t('tab.asset.reconsider')}</strong>
      <ul>
        {found.reasons.map((reason) => (
          <li key={reason}>
            <Reason reason={reason} found={found} model={grounds.model} />
          </li>
        ))}
      </ul>
      {onItsWay === undefined ? (
        t('tab.asset.reconsider.how')
      ) : (
        <>
          {t('tab.asset.reconsider.on-its-way')}{' '}
          <AddressLink to={{ screen: 'decision', reference: onItsWay.reference }}>{onItsWay.reference}</AddressLink>
        </>
      )}
    </MessageBar>
  );
}

interface ReasonProps {
  readonly reason: ReconsiderationReason;
  readonly found: Due;
  readonly model: string;
}

function Reason({ reason, found: { dueOn, incidents }, model }: ReasonProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  switch (reason) {
    case 'changed':
      return <>{t('tab.asset.reconsider.changed')}</>;
    case 'model':
      return <>{t('tab.asset.reconsider.model', { model })}</>;
    case 'year':
      return <>{t('tab.asset.reconsider.year', { due: formatDay(language, dueOn) })}</>;
    case 'incident':
      return (
        <>
          {t('tab.asset.reconsider.incident', { count: incidents.length })}{' '}
          {incidents.map((reference, index) => (
            <React.Fragment key={reference}>
              {index > 0 && ', '}
              <AddressLink to={{ screen: 'incident', reference }}>{reference}</AddressLink>
            </React.Fragment>
          ))}
        </>
      );
  }
}
