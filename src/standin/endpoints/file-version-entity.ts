// The versions of a file before its current one, as the API shows them.
import type { Entity } from '../http/answer';
import { demand, itemMask } from '../permissions/rights';
import type { ItemRow, ItemVersion } from '../store/items';
import { versionsOf } from '../store/items';
import type { ListContext } from './item-values';
import { sitePrefix } from './place';
import { encodedPath, person, resourceAddress } from './resource-address';

/** Oldest first, without the current one (Microsoft's "File.Versions property"). */
export function oldVersions({ visit, list }: ListContext, row: ItemRow): ItemVersion[] {
  demand(itemMask(visit, list, row), 'viewVersions');
  return versionsOf(visit.database, list, row.id)
    .filter(({ major }) => major < row.major)
    .reverse();
}

export function fileVersionEntities(context: ListContext, row: ItemRow): Entity[] {
  return oldVersions(context, row).map((version) => fileVersionEntity(version, context, row));
}

/** Property names as in `@pnp/sp` 4.21 and answers in public repositories; `Length` is a 64-bit number, so a text. */
export function fileVersionEntity({ major, created, editor, row: old }: ItemVersion, { visit }: ListContext, row: ItemRow): Entity {
  const id = major * 512;
  return {
    type: 'SP.FileVersion',
    path: `${resourceAddress('File', row.file_ref ?? '', visit).path}/versions(${id})`,
    properties: {
      CheckInComment: old.check_in_comment ?? '',
      Created: created,
      ExpirationDate: null,
      ID: id,
      IsCurrentVersion: false,
      Length: String(old.size ?? 0),
      Size: old.size ?? 0,
      SnapshotDate: null,
      SnapshotID: '',
      Url: `_vti_history/${id}/${encodedPath((row.file_ref ?? '').slice(sitePrefix(visit).length + 1))}`,
      VersionLabel: `${major}.0`
    },
    related: { CreatedBy: () => person(editor, visit) }
  };
}
