// What an asset is and who answers for it, as names and values.
import * as React from 'react';
import { ownerRoles, type Asset } from '../../domain/asset';
import { useText } from '../environment';
import { Facts } from '../parts/facts';

export function AboutAsset({ asset }: { readonly asset: Asset }): React.ReactElement {
  const t = useText();
  const owners = ownerRoles.map((role) => ({ name: t(`owner.${role}`), value: asset[role]?.name ?? t('tab.vacant') }));
  const facts = [
    { name: t('tab.asset.description'), value: asset.description === '' ? t('tab.asset.no-description') : asset.description },
    { name: t('tab.asset.carriers'), value: asset.carriers.map((carrier) => t(`carrier.${carrier}`)).join(', ') },
    { name: t('tab.asset.unit'), value: asset.unitName },
    ...owners
  ];
  return <Facts facts={facts} />;
}
