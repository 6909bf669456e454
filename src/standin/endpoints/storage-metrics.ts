// How much lies in a folder, with everything below it.
import type { Entity } from '../http/answer';
import { fold } from '../odata/evaluate';
import { visibleItems } from '../permissions/rights';
import { one } from '../store/database';
import type { List } from '../store/lists';
import { itemTable, listsOf } from '../store/lists';
import type { Place } from './place';
import { resourceAddress } from './resource-address';
import type { Visit } from './visit';

/**
 * Properties as recorded (PnP Core SDK). Numbers are texts, as all of 64 bits are in SharePoint's JSON. `changed`, the folder's own moment, is
 * what an empty one answers. `TotalSize` counts versions too, but no metadata; that only what the viewer may see is counted is a guess.
 */
export function storageMetrics(place: Place, changed: string, visit: Visit): Entity {
  const below = listsBelow(place, visit).map((list) => measured(list, place, visit));
  const sum = (of: (measure: Measure) => number): string => String(below.reduce((total, measure) => total + of(measure), 0));
  return {
    type: 'SP.StorageMetrics',
    path: `${resourceAddress('Folder', place.url, visit).path}/StorageMetrics`,
    properties: {
      AdditionalFileStreamSize: '0',
      LastModified: below.reduce((latest, { modified }) => (modified !== null && modified > latest ? modified : latest), changed),
      TotalFileCount: sum(({ files }) => files),
      TotalFileStreamSize: sum(({ bytes }) => bytes),
      TotalSize: sum(({ bytes, older }) => bytes + older)
    }
  };
}

interface Measure {
  readonly files: number;
  readonly bytes: number;
  /** Bytes of the versions before. */
  readonly older: number;
  readonly modified: string | null;
}

function listsBelow(place: Place, { database, site }: Visit): readonly List[] {
  if ('context' in place) return [place.context.list];
  const prefix = place.kind === 'web' ? '' : `${fold(place.url)}/`;
  return listsOf(database, site.id).filter(({ root }) => fold(root).startsWith(prefix));
}

function measured(list: List, place: Place, visit: Visit): Measure {
  const { sql, parameters } = visibleItems(visit, list, 'i');
  const folder = 'context' in place ? place.url : list.root;
  const found = one<Measure>(
    visit.database,
    `SELECT count(i.content_id) AS files, coalesce(sum(i.size), 0) AS bytes, max(i.modified) AS modified,
       coalesce(sum((SELECT sum(json_extract(v.cells, '$.size')) FROM item_version v
         WHERE v.list_id = ? AND v.item_id = i.id AND v.major < i.major)), 0) AS older
     FROM ${itemTable(list)} i WHERE (fold(i.dir_name) = fold(?) OR substr(fold(i.dir_name), 1, length(?) + 1) = fold(?) || '/') AND ${sql}`,
    [list.id, folder, folder, folder, ...parameters]
  );
  return found ?? { files: 0, bytes: 0, older: 0, modified: null };
}
