// One call's surroundings: which site, who asks, when, and the store.
import type { Directory } from '../directory/directory';
import type { Viewer } from '../permissions/viewer';
import type { Connection } from '../store/database';
import type { Site } from '../store/sites';

export interface Visit {
  readonly database: Connection;
  readonly directory: Directory;
  readonly tenantId: string;
  readonly site: Site;
  readonly viewer: Viewer;
  /** Absolute address of the web, without a slash at the end. */
  readonly webUrl: string;
  /** The call's moment, ISO 8601 in UTC to the second, as SharePoint keeps it. */
  readonly now: string;
  readonly timeZone: string;
  readonly listViewThreshold: number;
  readonly issueDigest: () => string;
  /** Whether an address says that it wants webhook notices. */
  readonly validatesWebhook: (notificationUrl: string) => Promise<boolean>;
}

/** The same call seen from another site of the collection. */
export function visitTo(visit: Visit, site: Site): Visit {
  return { ...visit, site, webUrl: siteUrl(new URL(visit.webUrl).origin, site) };
}

/** Absolute, without a slash at the end. */
export function siteUrl(origin: string, { path }: Pick<Site, 'path'>): string {
  return `${origin}${path === '/' ? '' : path}`;
}
