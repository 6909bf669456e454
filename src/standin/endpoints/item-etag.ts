// An item's ETag, and refusing a change that was meant for another version of it.
import { etagMismatch } from '../http/errors';
import type { ItemRow } from '../store/items';

type Stamped = Pick<ItemRow, 'guid' | 'etag'>;

/** `"<guid>,<number>"` [recorded: platform.md 5]. */
export function itemEtag({ guid, etag }: Stamped): string {
  return `"${guid},${etag}"`;
}

/** What `odata.etag` says in the body, `"<number>"` [recorded in several public repositories]; If-Match takes both. */
export function shownEtag({ etag }: Stamped): string {
  return `"${etag}"`;
}

/** `*`, one of the two forms, or several of them parted by commas, strong or weak. None at all counts as `*` (a guess). */
export function refuseStale(row: Stamped, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const given = ifMatch.match(/"[^"]*"/g) ?? [ifMatch.trim()];
  if (!given.includes(itemEtag(row)) && !given.includes(shownEtag(row))) throw etagMismatch(ifMatch, itemEtag(row));
}

/** A change must have If-Match: without it SharePoint Online compares with nothing and refuses. */
export function refuseUnmatched(row: Stamped, ifMatch: string | undefined): void {
  if (ifMatch === undefined) throw etagMismatch('', itemEtag(row));
  refuseStale(row, ifMatch);
}
