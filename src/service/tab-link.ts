// Links from a card into the tab, at the thing the card is about.

/** At a reference number, at the queue `decisions`, or at a part of the register: what is the reader's own, `mine`, or of it what is to be reconsidered, `reconsider`. `tabUrl` is the tab's address in Teams or the page's in SharePoint. Teams takes the place inside the tab as `subEntityId`, the page after `#`. */
export function tabLink(tabUrl: string, reference: string): string {
  const link = new URL(tabUrl);
  const place = placeOf(reference);
  if (link.hostname === 'teams.microsoft.com') link.searchParams.set('context', JSON.stringify({ subEntityId: place }));
  else link.hash = place;
  return link.href;
}

/** The tab's own names for its places. Numbers of stopped reports have no page of their own. */
function placeOf(reference: string): string {
  if (reference === 'decisions') return reference;
  if (reference === 'mine') return 'assets?mine=yes';
  if (reference === 'reconsider') return 'assets?mine=yes&reconsider=yes';
  if (reference.startsWith('T-')) return `assets/${reference}`;
  if (reference.startsWith('E-')) return 'inventory';
  if (reference.startsWith('F-')) return 'proposals';
  if (reference.startsWith('Y-')) return `yearly/${reference.slice(2)}`;
  if (reference.startsWith('M-')) return `measures/${reference}`;
  if (reference.startsWith('I-')) return `incidents/${reference}`;
  return reference.startsWith('K-') ? `decisions/${reference}` : 'incidents';
}
