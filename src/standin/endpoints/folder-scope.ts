// Which folder of a list a CAML query reads, and how deep.
import type { Scope } from '../caml/view';
import { unknownSite } from '../http/errors';
import type { Sql } from '../odata/filter-to-sql';
import type { ListContext } from './item-values';

/** Undefined: every row. Throws 404 for a folder that the list does not have. */
export function folderCondition({ list }: ListContext, _scope: Scope, url: string | undefined): Sql | undefined {
  if (url === undefined || url === '') return undefined;
  if (url.replace(/\/$/, '').toLowerCase() !== list.root.toLowerCase()) throw unknownSite(url);
  return undefined;
}
