// Tillgångar: search first, then the register.
import { Checkbox, PrimaryButton, SearchBox } from '@fluentui/react';
import * as React from 'react';
import { isChangedAfterDecision, isEnded, type Asset } from '../../domain/asset';
import { facingNew } from '../../domain/capacities';
import { done } from '../../domain/outcome';
import { refusalTo } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { Badge } from '../parts/badge';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { ClassTags } from '../parts/level-tag';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { ScreenHeading } from '../parts/screen-heading';
import { statesOf, type Read, type Row } from '../source';
import { useLocation } from '../use-address';
import { useRead } from '../use-read';

interface Register {
  readonly assets: readonly Row<Asset>[];
  readonly roles: readonly Role[];
}

export function AssetsScreen(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<Register>> => {
    const [assets, roles] = await Promise.all([source.assets(), source.roles()]);
    return assets.ok ? done({ assets: assets.value, roles }) : assets;
  }, [source]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.nav.assets')}</ScreenHeading>
      <Loaded {...useRead(read)} what={t('tab.what.assets')} lines={8}>
        {(register) => <Assets {...register} />}
      </Loaded>
    </div>
  );
}

function Assets({ assets, roles }: Register): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const [sought, setSought] = React.useState('');
  const [withEnded, setWithEnded] = React.useState(false);
  const found = React.useMemo(
    () => statesOf(assets).filter((asset) => (withEnded || !isEnded(asset)) && matches(asset, sought)),
    [assets, sought, withEnded]
  );
  return (
    <>
      <SearchBox
        ariaLabel={t('tab.assets.search')}
        placeholder={t('tab.assets.search')}
        value={sought}
        onChange={(_, typed) => setSought(typed ?? '')}
        styles={{ root: { minHeight: 44, maxWidth: 640 } }}
      />
      {statesOf(assets).some(isEnded) && (
        <Checkbox label={t('tab.assets.show-ended')} checked={withEnded} onChange={(_, is) => setWithEnded(is === true)} />
      )}
      {refusalTo('register-asset', facingNew({ person: me, roles })) === undefined && <AddAsset />}
      <BrokenRows rows={assets} />
      <p role="status" className={layout.quiet}>
        {t('tab.assets.found', { count: found.length })}
      </p>
      {assets.length === 0 && <Empty title={t('tab.assets.empty')}>{t('tab.assets.empty.how')}</Empty>}
      {found.length > 0 && <AssetTable assets={found} />}
      {found.length === 0 && sought !== '' && assets.length > 0 && <Empty title={t('tab.assets.no-match', { sought })} />}
    </>
  );
}

function AddAsset(): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { goTo } = useLocation();
  return (
    <div className={layout.actions}>
      <PrimaryButton text={t('tab.assets.add')} onClick={() => goTo({ screen: 'new-asset' })} />
    </div>
  );
}

function AssetTable({ assets }: { readonly assets: readonly Asset[] }): React.ReactElement {
  const t = useText();
  const columns: readonly TableColumn<Asset>[] = [
    {
      key: 'name',
      name: t('tab.asset.name'),
      width: [140, 280],
      isRowHeader: true,
      render: ({ name, reference }) => <AddressLink to={{ screen: 'asset', reference }}>{name}</AddressLink>
    },
    { key: 'reference', name: t('tab.asset.reference'), width: [90, 110], render: ({ reference }) => reference },
    { key: 'unit', name: t('tab.asset.unit'), width: [110, 180], render: ({ unitName }) => unitName },
    { key: 'class', name: t('tab.class'), width: [225, 260], render: ({ profile }) => <ClassTags profile={profile} /> },
    {
      key: 'owner',
      name: t('owner.informationOwner'),
      width: [150, 180],
      render: ({ informationOwner }) => informationOwner?.name ?? t('tab.vacant')
    },
    { key: 'state', name: t('tab.state'), width: [110, 160], render: (asset) => <AssetState asset={asset} /> }
  ];
  return <RegisterTable label={t('tab.nav.assets')} rows={assets} columns={columns} keyOf={({ reference }) => reference} />;
}

function AssetState({ asset }: { readonly asset: Asset }): React.ReactElement {
  const t = useText();
  return (
    <>
      {t(`asset.state.${asset.state}`)} {isChangedAfterDecision(asset) && <Badge>{t('asset.changed-after-decision')}</Badge>}
    </>
  );
}

/** Every word typed stands somewhere in the asset's number, name, unit or owners. */
function matches(asset: Asset, sought: string): boolean {
  const owners = [asset.informationOwner, asset.objectOwner, asset.custodian].map((person) => person?.name ?? '');
  const content = [asset.reference, asset.name, asset.unitName, ...owners].join(' ').toLocaleLowerCase('sv');
  const words = sought.toLocaleLowerCase('sv').split(/\s+/);
  return words.every((word) => content.includes(word));
}
