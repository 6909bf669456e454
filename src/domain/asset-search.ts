// Finding an asset by what somebody calls it: for whoever reports and knows no numbers.
import { isEnded, type Asset } from './asset';

/** What is shown of an asset to somebody who looks for it: never its class or who answers for it. */
export type AssetFound = Pick<Asset, 'reference' | 'name'>;

/** As many as one reads at a glance. */
const mostFound = 6;

/** Active assets whose name has every word typed, those that begin with it first. Nothing typed finds nothing. */
export function findAssets(typed: string, assets: Iterable<Pick<Asset, 'reference' | 'name' | 'state'>>): AssetFound[] {
  const sought = folded(typed);
  const words = sought.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = [...assets].filter(({ name, state }) => state === 'active' && words.every((word) => folded(name).includes(word)));
  const first = found.filter(({ name }) => folded(name).startsWith(sought));
  return [...first, ...found.filter((asset) => !first.includes(asset))]
    .slice(0, mostFound)
    .map(({ reference, name }) => ({ reference, name }));
}

/** Assets still in use whose number or name has every word typed, in the order of the register. Nothing typed finds nothing. */
export function assetsLike(typed: string, assets: readonly Asset[]): readonly Asset[] {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const matches = assets.filter((asset) => {
    const content = folded(`${asset.reference} ${asset.name}`);
    return !isEnded(asset) && words.every((word) => content.includes(word));
  });
  return matches.slice(0, mostFound);
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('sv');
}
