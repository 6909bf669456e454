// The state of the asset form, kept in the browser at every change.
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import { useEnvironment } from '../environment';
import { AssetDraft, changedAssetDraftName, draftOf, emptyAssetDraft, newAssetDraftName } from './asset-draft';

export interface KeptAssetDraft {
  readonly draft: AssetDraft;
  readonly change: (part: Partial<AssetDraft>) => void;
  /** Back to how it was before anything was typed. */
  readonly erase: () => void;
  /** False when the browser would not keep what was typed. */
  readonly isKept: boolean;
}

export function useAssetDraft(asset: Asset | undefined): KeptAssetDraft {
  const { drafts } = useEnvironment();
  const name = asset === undefined ? newAssetDraftName : changedAssetDraftName(asset.reference);
  const untouched = asset === undefined ? emptyAssetDraft : draftOf(asset);
  const [draft, setDraft] = React.useState(() => drafts.read(name, AssetDraft) ?? untouched);
  const [isKept, setKept] = React.useState(true);
  const change = (part: Partial<AssetDraft>): void => {
    const changed = { ...draft, ...part };
    setDraft(changed);
    setKept(drafts.write(name, changed));
  };
  const erase = (): void => {
    drafts.erase(name);
    setDraft(untouched);
  };
  return { draft, change, erase, isKept };
}
