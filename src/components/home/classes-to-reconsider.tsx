// "Klasser att ompröva": those of the assets this person answers for. There is no such part for whoever has none.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { done } from '../../domain/outcome';
import { reconsiderationOf, type Reconsideration } from '../../domain/reconsideration';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { readGrounds } from '../reconsider/grounds';
import { statesOf, type BrokenRow, type Read, type Source } from '../source';
import { useRead } from '../use-read';

/** As many as are named; a link leads to all of them. */
const mostShown = 5;

export function ClassesToReconsider(): React.ReactElement | null {
  const t = useText();
  const { source } = useEnvironment();
  const read = useRead(React.useCallback(() => mineToReconsider(source), [source]));
  const { reading } = read;
  if (reading.status === 'reading' || reading.status === 'no-right') return null;
  if (reading.status === 'read' && reading.value.due.length + reading.value.broken.length === 0) return null;
  return (
    <Section title={t('tab.home.reconsider')}>
      <Loaded {...read} what={t('tab.what.assets')}>
        {({ due, broken }) => (
          <>
            <BrokenRows rows={broken} />
            <List due={due} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface ToReconsider extends Reconsideration {
  readonly asset: Asset;
}

interface Mine {
  /** The one that was due first on top. */
  readonly due: readonly ToReconsider[];
  readonly broken: readonly BrokenRow[];
}

async function mineToReconsider(source: Source): Promise<Read<Mine>> {
  const [assets, grounds] = await Promise.all([source.myAssets(), readGrounds(source)]);
  if (!assets.ok) return assets;
  const due = statesOf(assets.value).flatMap((asset) => {
    const found = reconsiderationOf(asset, grounds);
    return found === undefined || found.reasons.length === 0 ? [] : [{ asset, ...found }];
  });
  due.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return done({ due, broken: assets.value.flatMap((row) => (row.broken ? [row] : [])) });
}

function List({ due }: Pick<Mine, 'due'>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <>
      <ul className={layout.list}>
        {due.slice(0, mostShown).map(({ asset: { reference, name }, reasons }) => (
          <li key={reference} className={layout.row}>
            <span>
              <strong>{name}</strong>
              <br />
              <span className={layout.quiet}>{reasons.map((reason) => t(`reconsider.reason.${reason}`)).join(', ')}</span>
            </span>
            <AddressLink to={{ screen: 'asset', reference }}>{t('tab.home.look', { reference })}</AddressLink>
          </li>
        ))}
      </ul>
      {due.length > mostShown && (
        <div>
          <AddressLink to={{ screen: 'assets', filter: { mine: true, reconsider: true } }}>
            {t('tab.home.reconsider.all', { count: due.length })}
          </AddressLink>
        </div>
      )}
    </>
  );
}
