// Klassning: reads the asset and whether this person may classify it, then one question a screen.
import { MessageBar, MessageBarType } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { facingAsset } from '../../domain/capacities';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { OneRow, stateIn } from '../parts/one-row';
import { ScreenHeading } from '../parts/screen-heading';
import type { Read, Row } from '../source';
import { useRead } from '../use-read';
import { Wizard } from './wizard';

interface Needs {
  readonly asset: Row<Asset> | undefined;
  readonly roles: readonly Role[];
}

export function ClassifyScreen({ reference }: { readonly reference: string }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Needs>> => {
    const [asset, roles] = await Promise.all([source.asset(reference), source.roles()]);
    return asset.ok ? done({ asset: asset.value, roles }) : asset;
  }, [source, reference]);
  const result = useRead(read);
  const name = result.reading.status === 'read' ? (stateIn(result.reading.value.asset)?.name ?? reference) : reference;
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.classify.heading', { name })}</ScreenHeading>
      <Loaded {...result} what={t('tab.what.asset')} lines={6}>
        {({ asset: row, roles }) => (
          <OneRow row={row} what={t('tab.what.asset')}>
            {(asset) => <WizardIfAllowed asset={asset} roles={roles} />}
          </OneRow>
        )}
      </Loaded>
    </div>
  );
}

/** Says beforehand what the service would refuse afterwards. */
function WizardIfAllowed({ asset, roles }: Omit<Needs, 'asset'> & { readonly asset: Asset }): React.ReactElement {
  const t = useText();
  const { me } = useEnvironment();
  const refusal = refusalTo('submit-classification', facingAsset({ person: me, roles }, asset));
  if (refusal === undefined) return <Wizard asset={asset} />;
  return (
    <MessageBar messageBarType={MessageBarType.blocked} isMultiline delayedRender={false}>
      {t(`refusal.${refusal}`)} <AddressLink to={{ screen: 'asset', reference: asset.reference }}>{t('tab.to-asset')}</AddressLink>
    </MessageBar>
  );
}
