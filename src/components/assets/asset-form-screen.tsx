// Adding an asset, or changing one: reads what the form needs and shows the form.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { done } from '../../domain/outcome';
import type { Unit } from '../../domain/person';
import { useEnvironment, useText } from '../environment';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { BrokenRows } from '../parts/broken-rows';
import { OneRow } from '../parts/one-row';
import { ScreenHeading } from '../parts/screen-heading';
import { statesOf, type Read, type Row } from '../source';
import { useRead } from '../use-read';
import { AssetForm } from './asset-form';

interface FormNeeds {
  readonly units: readonly Row<Unit>[];
  readonly asset: Row<Asset> | undefined;
}

/** Without a reference a new asset is added. */
export function AssetFormScreen({ reference }: { readonly reference?: string }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const read = React.useCallback(async (): Promise<Read<FormNeeds>> => {
    const [units, asset] = await Promise.all([source.units(), reference === undefined ? done(undefined) : source.asset(reference)]);
    return asset.ok ? done({ units, asset: asset.value }) : asset;
  }, [source, reference]);
  return (
    <div className={layout.stack}>
      <ScreenHeading>{reference === undefined ? t('tab.assets.add') : t('tab.asset.change.heading', { reference })}</ScreenHeading>
      <Loaded {...useRead(read)} what={t('tab.what.form')} lines={8}>
        {({ units, asset: row }) => (
          <>
            <BrokenRows rows={units} />
            {reference === undefined ? (
              <AssetForm units={statesOf(units)} asset={undefined} />
            ) : (
              <OneRow row={row} what={t('tab.what.asset')}>
                {(asset) => <AssetForm units={statesOf(units)} asset={asset} />}
              </OneRow>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
