// SharePoint's two addresses of a Teams tab: the sign-in that leads on, and the site's page that hosts one web part.

export type TeamsTab =
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'web-part'; readonly componentId: string; readonly url: URL };

/**
 * What `/_layouts/15/TeamsLogon.aspx` and `<site>/_layouts/15/teamshostedapp.aspx` lead to (platform.md 6). The destination names
 * the site, so that the web part's context is that site and not the tenant's root (SharePoint/sp-dev-docs issue 6470).
 * Undefined for any other address, for a destination elsewhere and for a component that is not named by its id.
 */
export function teamsTab(url: URL, sitePath: string): TeamsTab | undefined {
  const hostPage = `${sitePath}/_layouts/15/teamshostedapp.aspx`.toLowerCase();
  if (url.pathname.toLowerCase() === '/_layouts/15/teamslogon.aspx') {
    const location = url.searchParams.get('dest') ?? '';
    return location.toLowerCase().startsWith(`${hostPage}?`) ? { kind: 'redirect', location } : undefined;
  }
  if (url.pathname.toLowerCase() !== hostPage) return undefined;
  const componentId = url.searchParams.get('componentId') ?? '';
  return /^[\da-f-]{36}$/i.test(componentId) ? { kind: 'web-part', componentId: componentId.toLowerCase(), url } : undefined;
}
