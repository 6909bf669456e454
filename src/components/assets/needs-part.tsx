// What an asset needs in order to work, chosen from the register by typing.
import { Label, TagPicker, type ITag } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { assetsLike } from '../../domain/asset-search';
import { assetLimits } from '../../domain/asset-details';
import { useEnvironment, useText } from '../environment';
import { BrokenRows } from '../parts/broken-rows';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { statesOf } from '../source';
import { useRead } from '../use-read';
import { fieldId } from './form-field';
import type { FoldedPartsProps } from './folded-parts';

/** The register is read when somebody opens this, and not before. */
export function NeedsPart(props: FoldedPartsProps): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  return (
    <Loaded {...useRead(source.assets)} what={t('tab.what.assets')} lines={2}>
      {(rows) => (
        <>
          <BrokenRows rows={rows} />
          <NeedsField {...props} assets={statesOf(rows)} />
        </>
      )}
    </Loaded>
  );
}

function NeedsField({ draft, change, reference, assets }: FoldedPartsProps & { readonly assets: readonly Asset[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const id = fieldId('needs');
  const suggest = (typed: string): ITag[] =>
    assetsLike(typed, assets)
      .filter((asset) => asset.reference !== reference && !draft.needs.includes(asset.reference))
      .map(tagOf);
  const named = (number: string): ITag => tagOf(assets.find((asset) => asset.reference === number) ?? { reference: number, name: '' });
  return (
    <div>
      <Label htmlFor={id}>{t('tab.asset.needs')}</Label>
      <TagPicker
        selectedItems={draft.needs.map(named)}
        onResolveSuggestions={suggest}
        onChange={(tags = []) => change({ needs: tags.map(({ key }) => String(key)) })}
        itemLimit={assetLimits.needs}
        styles={{ text: { minHeight: 44, alignItems: 'center' } }}
        inputProps={{ id, 'aria-label': t('tab.asset.needs'), 'aria-describedby': `${id}-help` }}
        removeButtonAriaLabel={t('tab.asset.needs.remove')}
        pickerSuggestionsProps={{
          suggestionsHeaderText: t('tab.person.suggestions'),
          noResultsFoundText: t('tab.asset.needs.none')
        }}
        resolveDelay={200}
      />
      <p id={`${id}-help`} className={layout.quiet}>
        {t('tab.asset.needs.help')}
      </p>
    </div>
  );
}

function tagOf({ reference, name }: Pick<Asset, 'reference' | 'name'>): ITag {
  return { key: reference, name: `${reference} ${name}`.trim() };
}
