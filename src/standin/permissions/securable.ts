// What a site, a list and an item have in common: role assignments of their own, or those of what they lie in.
import type { Visit } from '../endpoints/visit';
import { ancestorsOf } from '../store/sites';

export interface Securable {
  readonly visit: Visit;
  readonly path: string;
  /** Its own set of role assignments; null: it inherits. */
  readonly scopeId: number | null;
  /** Sets of assignments above it, nearest first. */
  readonly parentScopes: readonly number[];
  readonly mask: () => bigint;
  readonly setScope: (scopeId: number | null) => void;
  /** Makes everything below inherit again (`clearSubscopes`). */
  readonly clearBelow: () => void;
  /** Sets of assignments below it; none when absent. */
  readonly scopesBelow?: () => readonly number[];
}

/** The set of assignments that counts: its own, or the nearest above. */
export function effectiveScope(securable: Securable): number {
  return securable.scopeId ?? securable.parentScopes[0] ?? securable.visit.site.scopeId;
}

/** The set of assignments of the site visited and those above it, nearest first. */
export function siteScopes({ database, site }: Visit): number[] {
  return [...new Set([site, ...ancestorsOf(database, site)].map(({ scopeId }) => scopeId))];
}
