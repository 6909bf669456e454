// Kontinuitet: how long one can do without the asset, and where its continuity plan is (H14, H27). The plan itself is kept elsewhere, since it tells where one is weak.
import { Link } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { WebAddress } from '../../domain/web-address';
import { useText } from '../environment';
import { Facts } from '../parts/facts';

export function Continuity({ asset: { tolerableOutageHours: hours, continuityPlan } }: { readonly asset: Asset }): React.ReactElement {
  const t = useText();
  return (
    <Facts
      facts={[
        { name: t('tab.asset.hours.name'), value: hours === undefined ? t('tab.asset.hours.none') : t('tab.asset.hours.value', { hours }) },
        {
          name: t('tab.asset.continuity.plan'),
          value: continuityPlan === undefined ? t('tab.asset.continuity.none') : <WhereItIs plan={continuityPlan} />
        }
      ]}
    />
  );
}

/** An address is followed as it stands, whole, so that one sees where it leads. */
function WhereItIs({ plan }: { readonly plan: string }): React.ReactElement {
  if (!WebAddress.safeParse(plan).success) return <>{plan}</>;
  return (
    <Link underline href={plan} target="_blank" rel="noreferrer">
      {plan}
    </Link>
  );
}
