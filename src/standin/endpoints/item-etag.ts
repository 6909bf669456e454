// An item's ETag, and refusing a change that was meant for another version of it.
import { etagMismatch } from '../http/errors';
import type { ItemRow } from '../store/items';

/** `"<guid>,<number>"` [recorded: platform.md 5]. */
export function itemEtag({ guid, etag }: Pick<ItemRow, 'guid' | 'etag'>): string {
  return `"${guid},${etag}"`;
}

/**
 * `*`, the ETag, or several of them parted by commas, strong or weak. None at all counts as `*`: SharePoint demands the header for items,
 * but takes a call without it from its own pages (a guess).
 */
export function refuseStale(row: ItemRow, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const given = ifMatch.match(/"[^"]*"/g) ?? [ifMatch.trim()];
  if (!given.includes(itemEtag(row))) throw etagMismatch();
}
