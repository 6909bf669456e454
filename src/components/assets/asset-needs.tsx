// What an asset needs and what needs it: drawn where there is width, and always as two lists.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { neededBy } from '../../domain/asset-needs';
import { done } from '../../domain/outcome';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { statesOf } from '../source';
import { useIsNarrow } from '../use-is-narrow';
import { useRead } from '../use-read';
import { NeedsPicture, type Neighbour } from './needs-picture';

/** Reads the register, which the tab has at hand when somebody comes from it. */
export function AssetNeeds({ asset }: { readonly asset: Asset }): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  const read = React.useCallback(async () => {
    const rows = await source.assets();
    return done(rows.ok ? rows.value : []);
  }, [source]);
  return (
    <Loaded {...useRead(read)} what={t('tab.what.assets')} lines={2}>
      {(rows) => (
        <>
          <BrokenRows rows={rows} />
          <Neighbours asset={asset} assets={statesOf(rows)} />
        </>
      )}
    </Loaded>
  );
}

function Neighbours({ asset, assets }: { readonly asset: Asset; readonly assets: readonly Asset[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const isNarrow = useIsNarrow();
  const nameOf = new Map(assets.map(({ reference, name }) => [reference, name]));
  const needs = (asset.needs ?? []).map((reference) => ({ reference, name: nameOf.get(reference) ?? '' }));
  const users = neededBy(asset.reference, assets);
  const isDrawn = !isNarrow && needs.length + users.length > 0;
  return (
    <>
      {isDrawn && <NeedsPicture asset={asset} needs={needs} users={users} />}
      <div className={layout.columns}>
        <NeighbourList title={t('tab.asset.needs.list')} neighbours={needs} />
        <NeighbourList title={t('tab.asset.needed-by.list')} neighbours={users} />
      </div>
    </>
  );
}

interface NeighbourListProps {
  readonly title: string;
  readonly neighbours: readonly Neighbour[];
}

function NeighbourList({ title, neighbours }: NeighbourListProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const id = React.useMemo(() => `varna-${title.replaceAll(/\W/g, '')}`, [title]);
  return (
    <div>
      <strong id={id}>{title}</strong>
      {neighbours.length === 0 ? (
        <p className={layout.quiet}>{t('tab.asset.needs.empty')}</p>
      ) : (
        <ul aria-labelledby={id}>
          {neighbours.map(({ reference, name }) => (
            <li key={reference}>
              <AddressLink to={{ screen: 'asset', reference }}>{`${reference} ${name}`.trim()}</AddressLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
