// How long an address may be before SharePoint's web server does not find it any more.
import type { ApiResponse } from './message';

/** Characters of path and query as sent (second-hand: platform.md 5, "about 2,048"); the addresses inside a batch are not limited. */
const longestAddress = 2048;

export function isTooLong({ pathname, search }: URL): boolean {
  return pathname.length + search.length > longestAddress;
}

/** 404 and no JSON: the web server answers, not SharePoint (seen in SharepointPlus#142 and PnP-JS-Core#680; the text is a guess). */
export function addressTooLong(): ApiResponse {
  return { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: '<h2>404 - File or directory not found.</h2>' };
}
