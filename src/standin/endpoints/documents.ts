// What can be done to files and folders: adding, overwriting, deleting. Permissions and check-outs are looked to here.
import { SharePointError, accessDenied } from '../http/errors';
import { badFileName, checkedOut, fileExists, folderExists } from '../http/file-errors';
import { demand, itemMask, listMask, webMask } from '../permissions/rights';
import { putContent } from '../store/contents';
import type { Parameter } from '../store/database';
import { all } from '../store/database';
import type { ItemRow } from '../store/items';
import { deleteItem, insertItem, updateItem } from '../store/items';
import { itemTable } from '../store/lists';
import { principalById } from '../store/principals';
import { placeCells } from '../store/relocation';
import { dropSiteFolder, ensureSiteFolder } from '../store/site-folders';
import { filesIn } from './folder-content';
import type { ListContext } from './item-values';
import { defaultCells } from './item-values';
import type { Place } from './place';
import { placeAt, rowAt, sitePrefix } from './place';
import type { Visit } from './visit';

export interface NewFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly overwrite: boolean;
  /** Columns a new file begins with. */
  readonly cells?: ReadonlyMap<string, Parameter>;
}

/** Adds the file, or makes a new version of the one with that name. Throws 400 when it is there and may not be overwritten. */
export function addFile(place: Place, { name, bytes, overwrite, cells = new Map() }: NewFile, visit: Visit): ItemRow {
  refuseBadName(name);
  if (!('context' in place)) throw accessDenied();
  const { context } = place;
  const there = rowAt(`${place.url}/${name}`, context);
  if (there === undefined) {
    demandAdding(place);
    return insertItem(visit.database, context.list, {
      cells: new Map([
        ...defaultCells(context),
        ...cells,
        ...placeCells({ dir: place.url, name }),
        ...contentCells(bytes, undefined, visit)
      ]),
      by: visit.viewer.principal.id,
      now: visit.now
    });
  }
  if (there.content_id === null) throw folderExists(webRelative(there, visit));
  if (!overwrite) throw fileExists(webRelative(there, visit), loginName(there.editor, visit), there.modified);
  return writeContent(context, there, bytes);
}

/** A new version with other content; part of the draft when the file is checked out. */
export function writeContent(context: ListContext, row: ItemRow, bytes: Buffer): ItemRow {
  const { visit, list } = context;
  demand(itemMask(visit, list, row), 'editListItems');
  refuseCheckedOut(context, row);
  return updateItem(visit.database, list, row, {
    cells: contentCells(bytes, row, visit),
    by: visit.viewer.principal.id,
    now: visit.now
  });
}

/** A free name like the one given: `a.txt`, `a1.txt`, … */
export function freeName(place: Place, name: string): string {
  const taken = new Set(filesIn(place).map(({ leaf_name }) => leaf_name?.toLowerCase()));
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  const candidates = [name, ...[...taken, ''].map((_, index) => `${stem}${index + 1}${extension}`)];
  return candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ?? name;
}

/** Adds the folder; one that is there already is given back when `overwrite`, otherwise 400. */
export function addFolder(place: Place, name: string, overwrite: boolean, visit: Visit): Place {
  refuseBadName(name);
  const url = place.kind === 'web' ? `${sitePrefix(visit)}/${name}` : `${place.url}/${name}`;
  const there = placeAt(url, visit);
  if (there !== undefined && overwrite) return there;
  if (there !== undefined || ('context' in place && rowAt(url, place.context) !== undefined)) throw folderExists(url.slice(1));
  if (!('context' in place)) return addSiteFolder(url, visit);
  demandAdding(place);
  const row = insertItem(visit.database, place.context.list, {
    cells: new Map<string, Parameter>([...placeCells({ dir: place.url, name }), ['fs_obj_type', 1], ['"f_Title"', name]]),
    by: visit.viewer.principal.id,
    now: visit.now
  });
  return { kind: 'row', url, context: place.context, row };
}

function addSiteFolder(url: string, visit: Visit): Place {
  demand(webMask(visit), 'addListItems');
  const folder = ensureSiteFolder(visit.database, { siteId: visit.site.id, path: url, now: visit.now });
  return { kind: 'plain', url, folder };
}

/** A list's own folder cannot be deleted this way; a folder goes with everything in it. */
export function removePlace(place: Place, visit: Visit): void {
  switch (place.kind) {
    case 'row':
      removeRow(place.context, place.row);
      return;
    case 'plain':
      demand(webMask(visit), 'deleteListItems');
      dropSiteFolder(visit.database, { siteId: visit.site.id, path: place.url });
      return;
    case 'web':
    case 'list':
      throw rootFolderStays();
  }
}

/** Deletes a file, or a folder with everything in it. Nothing goes when something in it may not. */
export function removeRow(context: ListContext, row: ItemRow): void {
  const { visit, list } = context;
  const rows = [...rowsBelow(context, row), row];
  for (const each of rows) refuseDeletion(context, each);
  for (const each of rows) deleteItem(visit.database, list, each, visit.now);
}

export function refuseDeletion(context: ListContext, row: ItemRow): void {
  demand(itemMask(context.visit, context.list, row), 'deleteListItems');
  refuseCheckedOut(context, row);
}

/** Throws 423 when another has the file checked out. */
export function refuseCheckedOut({ visit }: ListContext, row: ItemRow): void {
  if (row.checkout_user === null || row.checkout_user === visit.viewer.principal.id) return;
  throw checkedOut(`${new URL(visit.webUrl).origin}${row.file_ref ?? ''}`, loginName(row.checkout_user, visit));
}

/** Everything in a folder, seen or not, the deepest last; nothing for a file. */
export function rowsBelow({ visit, list }: ListContext, row: ItemRow): ItemRow[] {
  if (row.fs_obj_type !== 1) return [];
  return all<ItemRow>(
    visit.database,
    `SELECT * FROM ${itemTable(list)} WHERE fold(dir_name) = fold(?) OR substr(fold(dir_name), 1, length(?) + 1) = fold(?) || '/' ORDER BY length(dir_name)`,
    [row.file_ref, row.file_ref, row.file_ref]
  );
}

/** Needs leave to add in the list, or in the folder with permissions of its own. */
export function demandAdding(place: Place & { readonly context: ListContext }): void {
  const { visit, list } = place.context;
  demand(place.kind === 'row' ? itemMask(visit, list, place.row) : listMask(visit, list), 'addListItems');
}

/** As SharePoint names a file in its errors: from the site on. */
export function webRelative({ file_ref }: Pick<ItemRow, 'file_ref'>, visit: Visit): string {
  return (file_ref ?? '').slice(sitePrefix(visit).length + 1);
}

/** Throws 400 for characters that no file or folder may have (Microsoft's "Restrictions and limitations in OneDrive and SharePoint"). */
export function refuseBadName(name: string): void {
  if (name === '' || name !== name.trim() || /["*:<>?/\\|]/.test(name) || name.endsWith('.') || /^(_vti_|~\$)/i.test(name)) {
    throw badFileName(name);
  }
}

function contentCells(bytes: Buffer, before: ItemRow | undefined, { database }: Visit): Map<string, Parameter> {
  return new Map<string, Parameter>([
    ['content_id', putContent(database, bytes)],
    ['size', bytes.length],
    ['content_version', (before?.content_version ?? 0) + 1]
  ]);
}

function loginName(id: number, { database, site }: Visit): string {
  return principalById(database, site.id, id)?.loginName ?? '';
}

/** Status and code are a guess. */
function rootFolderStays(): SharePointError {
  return new SharePointError({
    status: 400,
    code: '-2147024891, System.UnauthorizedAccessException',
    message: 'The folder of a site or a list cannot be deleted this way.'
  });
}
