// What an asset is, who answers for it and what the law says of it, as names and values: all that its class is decided from. What nobody has said is left out.
import * as React from 'react';
import type { Asset, OwnerRole } from '../../domain/asset';
import { informationSecrecyGrounds } from '../../reference/secrecy-grounds';
import { useEnvironment, useText } from '../environment';
import { Facts, type Fact } from '../parts/facts';
import { useLayout } from '../parts/layout';

export function AboutAsset({ asset }: { readonly asset: Asset }): React.ReactElement {
  return (
    <>
      <Facts facts={[...useBaseFacts(asset), ...useLawFacts(asset)]} />
      <Sets asset={asset} />
    </>
  );
}

const named = ['informationOwner', 'objectOwner', 'custodian'] as const satisfies readonly OwnerRole[];

function useBaseFacts(asset: Asset): readonly Fact[] {
  const t = useText();
  const { coOwners, informationCustodian } = asset;
  const owners = named.map((role) => ({ name: t(`owner.${role}`), value: asset[role]?.name ?? t('tab.vacant') }));
  return [
    { name: t('tab.asset.description'), value: asset.description === '' ? t('tab.asset.no-description') : asset.description },
    { name: t('tab.asset.carriers'), value: asset.carriers.map((carrier) => t(`carrier.${carrier}`)).join(', ') },
    { name: t('tab.asset.unit'), value: asset.unitName },
    ...owners,
    ...said(t('tab.asset.coOwners'), coOwners?.map(({ name }) => name).join(', ')),
    ...said(t('owner.informationCustodian'), informationCustodian?.name),
    ...said(t('tab.asset.place'), asset.place)
  ];
}

function useLawFacts({ personalData, controller, secrecy }: Asset): readonly Fact[] {
  const t = useText();
  const { language } = useEnvironment();
  const grounds = secrecy?.map((paragraph) => {
    const words = informationSecrecyGrounds.find((ground) => ground.paragraph === paragraph)?.words[language];
    return words === undefined ? `OSL ${paragraph}` : t('tab.asset.secrecy.value', { paragraph, words });
  });
  return [
    ...said(t('tab.asset.personalData'), personalData?.map((kind) => t(`personal-data.${kind}`)).join(', ')),
    ...said(t('tab.asset.controller'), controller?.name),
    ...said(t('tab.asset.secrecy'), grounds?.join('\n'))
  ];
}

/** A fact, where there is one. */
export function said(name: string, value: string | undefined): readonly Fact[] {
  return value === undefined ? [] : [{ name, value }];
}

function Sets({ asset: { sets } }: { readonly asset: Asset }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  if (sets === undefined) return null;
  return (
    <div>
      <strong id="varna-asset-sets-shown">{t('tab.asset.sets')}</strong>
      <ul aria-labelledby="varna-asset-sets-shown">
        {sets.map(({ id, name, types, carriers }) => (
          <li key={id}>
            {name}
            {types.length > 0 && `: ${types.join(', ')}`}
            {carriers !== undefined && <span className={layout.quiet}> ({carriers.map((one) => t(`carrier.${one}`)).join(', ')})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
