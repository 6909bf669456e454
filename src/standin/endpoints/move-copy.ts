// Moving and copying files and folders within a site: `moveTo`, `copyTo` and `SP.MoveCopyUtil`.
import { z } from 'zod';
import { notImplemented } from '../http/errors';
import { fileExists, folderExists, unknownFile, unknownFolder } from '../http/file-errors';
import type { Argument, Segment } from '../odata/resource-path';
import { demand, itemMask } from '../permissions/rights';
import { readContent } from '../store/contents';
import type { Parameter } from '../store/database';
import type { ItemRow } from '../store/items';
import { moveToList, relocate } from '../store/relocation';
import { parseBody } from './body';
import {
  addFile,
  addFolder,
  demandAdding,
  freeName,
  refuseBadName,
  refuseCheckedOut,
  refuseDeletion,
  removeRow,
  rowsBelow,
  webRelative
} from './documents';
import { filesIn, folderRow, foldersIn } from './folder-content';
import type { ListContext } from './item-values';
import type { FileFound, Place } from './place';
import { fileAt, placeAt, rowAt, serverRelative } from './place';
import type { Ask, Resource } from './resource';
import { actionResource, textArgument } from './resource';
import type { Visit } from './visit';

/** Where to, and what when something of that name is there: put over it, or called differently. */
interface Destination {
  readonly place: Place & { readonly context: ListContext };
  readonly name: string;
}

interface Conflict {
  readonly overwrite: boolean;
  readonly keepBoth: boolean;
}

/** `copyTo(strnewurl='…',boverwrite=true)`. */
export function copyFileTo(segment: Segment, context: ListContext, row: ItemRow): void {
  const overwrite = isTrue(segment.named.get('boverwrite') ?? segment.positional?.[1]);
  const url = segment.name === 'copyto' ? textArgument(segment, 'strnewurl') : textArgument(segment, 'decodedurl');
  copyFile({ context, row }, destinationAt(url, context.visit), { overwrite, keepBoth: false });
}

/** `moveTo(newurl='…',flags=1)`; bit 1 of the flags: put over what is there (Microsoft's "MoveOperations enumeration"). */
export function moveFileTo(segment: Segment, context: ListContext, row: ItemRow): void {
  const { named, positional } = segment;
  const flags = Number(named.get('flags') ?? named.get('moveoperations') ?? positional?.[1] ?? 0);
  const url = segment.name === 'moveto' ? textArgument(segment, 'newurl') : textArgument(segment, 'decodedurl');
  moveFile({ context, row }, destinationAt(url, context.visit), { overwrite: (flags & 1) !== 0, keepBoth: false });
}

const path = z.object({ DecodedUrl: z.string() });
const byPathBody = z.strictObject({
  srcPath: path,
  destPath: path,
  options: z
    .strictObject({
      KeepBoth: z.boolean().optional(),
      ResetAuthorAndCreatedOnCopy: z.boolean().optional(),
      RetainEditorAndModifiedOnMove: z.boolean().optional(),
      ShouldBypassSharedLocks: z.boolean().optional()
    })
    .optional()
});

/** `SP.MoveCopyUtil.CopyFileByPath` and its kin; undefined for other names. */
export function moveCopyResource(segment: Segment, visit: Visit): Resource | undefined {
  const act = actions.get(segment.name.replace(/^sp\.movecopyutil\./, ''));
  if (act === undefined || !segment.name.startsWith('sp.movecopyutil.')) return undefined;
  return actionResource(segment.text.replace(/\(.*$/, '').replace(/^.*\./, ''), (ask) => act(segment, visit, ask));
}

const actions = new Map<string, (segment: Segment, visit: Visit, ask: Ask) => void>([
  ['copyfilebypath', (segment, visit, ask) => fileByPath(segment, visit, ask, copyFile)],
  ['movefilebypath', (segment, visit, ask) => fileByPath(segment, visit, ask, moveFile)],
  ['copyfolderbypath', (_, visit, ask) => folderByPath(visit, ask, copyFolder)],
  ['movefolderbypath', (_, visit, ask) => folderByPath(visit, ask, moveFolder)]
]);

function fileByPath(segment: Segment, visit: Visit, { body }: Ask, act: typeof copyFile): void {
  const { srcPath, destPath, options } = parseBody(byPathBody, body(), 'SP.MoveCopyUtil');
  const file = fileAt(srcPath.DecodedUrl, visit);
  if (file === undefined) throw unknownFile(srcPath.DecodedUrl);
  const overwrite = isTrue(segment.named.get('overwrite') ?? segment.positional?.[0]);
  act(file, destinationAt(destPath.DecodedUrl, visit), { overwrite, keepBoth: options?.KeepBoth === true });
}

function folderByPath(visit: Visit, { body }: Ask, act: (folder: FileFound, destination: Destination, keepBoth: boolean) => void): void {
  const { srcPath, destPath, options } = parseBody(byPathBody, body(), 'SP.MoveCopyUtil');
  const place = placeAt(srcPath.DecodedUrl, visit);
  if (place === undefined) throw unknownFolder();
  if (place.kind !== 'row') throw notImplemented('moving or copying a folder outside of lists');
  act(place, destinationAt(destPath.DecodedUrl, visit), options?.KeepBoth === true);
}

function copyFile({ context, row }: FileFound, { place, name }: Destination, { overwrite, keepBoth }: Conflict): void {
  const bytes = row.content_id === null ? Buffer.alloc(0) : readContent(context.visit.database, row.content_id);
  const cells = sharedColumns(row, context, place.context);
  addFile(place, { name: keepBoth ? freeName(place, name) : name, bytes, overwrite, cells }, context.visit);
}

function moveFile({ context, row }: FileFound, { place, name }: Destination, { overwrite, keepBoth }: Conflict): void {
  const called = keepBoth ? freeName(place, name) : name;
  const there = rowAt(`${place.url}/${called}`, place.context);
  if (there !== undefined && there.guid !== row.guid) {
    if (!overwrite) throw fileExists(webRelative(there, context.visit), '', there.modified);
    removeRow(place.context, there);
  }
  moveRow(context, row, { place, name: called });
}

/** In its list a row keeps its number; elsewhere it gets a new one. */
function moveRow(context: ListContext, row: ItemRow, { place, name }: Destination): void {
  const { visit, list } = context;
  refuseBadName(name);
  demand(itemMask(visit, list, row), 'editListItems');
  refuseDeletion(context, row);
  demandAdding(place);
  const target = { dir: place.url, name, now: visit.now };
  if (place.context.list.id === list.id) {
    relocate(visit.database, list, row, { ...target, below: rowsBelow(context, row) });
    return;
  }
  const cells = sharedColumns(row, context, place.context);
  moveToList(visit.database, row, { ...target, from: list, to: place.context.list, cells });
}

/** Renaming: what writing `FileLeafRef` of an item does. */
export function renameRow(context: ListContext, row: ItemRow, name: string): ItemRow {
  const { visit, list } = context;
  refuseBadName(name);
  refuseCheckedOut(context, row);
  const there = rowAt(`${row.dir_name ?? ''}/${name}`, context);
  if (there !== undefined && there.id !== row.id) throw folderExists(webRelative(there, visit));
  return relocate(visit.database, list, row, { dir: row.dir_name ?? '', name, now: visit.now, below: rowsBelow(context, row) });
}

function moveFolder(folder: FileFound, destination: Destination, keepBoth: boolean): void {
  const { context, row } = folder;
  const name = folderName(destination, keepBoth);
  if (`${destination.place.url}/`.toLowerCase().startsWith(`${row.file_ref ?? ''}/`.toLowerCase())) throw folderExists(name);
  if (destination.place.context.list.id === context.list.id) {
    moveRow(context, row, { ...destination, name });
    return;
  }
  copyFolder(folder, { ...destination, name }, false);
  removeRow(context, row);
}

function copyFolder({ context, row }: FileFound, destination: Destination, keepBoth: boolean): void {
  const { visit } = context;
  const source = folderRow(row, context);
  const [folders, files] = [foldersIn(source, visit), filesIn(source)];
  const place = addFolder(destination.place, folderName(destination, keepBoth), false, visit);
  if (!('context' in place)) return;
  for (const file of files) copyFile({ context, row: file }, { place, name: file.leaf_name ?? '' }, { overwrite: false, keepBoth: false });
  for (const folder of folders) if (folder.kind === 'row') copyFolder(folder, { place, name: folder.row.leaf_name ?? '' }, false);
}

function folderName({ place, name }: Destination, keepBoth: boolean): string {
  const taken = (candidate: string): boolean => rowAt(`${place.url}/${candidate}`, place.context) !== undefined;
  if (!taken(name)) return name;
  if (!keepBoth) throw folderExists(`${place.url}/${name}`.slice(1));
  const numbers = Array.from({ length: place.context.list.itemCount + 1 }, (_, index) => `${name}${index + 1}`);
  return numbers.find((candidate) => !taken(candidate)) ?? name;
}

/** The folder the address lies in and the name there. Another site answers 501. */
function destinationAt(address: string, visit: Visit): Destination {
  const url = serverRelative(address, visit);
  if (url === undefined) throw notImplemented('moving or copying to another site');
  const cut = url.lastIndexOf('/');
  const place = placeAt(url.slice(0, cut) || '/', visit);
  if (place === undefined) throw unknownFolder();
  if (!('context' in place)) throw notImplemented('moving or copying to a folder outside of lists');
  return { place, name: url.slice(cut + 1) };
}

/** Values of the columns that both lists have. */
function sharedColumns(row: ItemRow, from: ListContext, to: ListContext): Map<string, Parameter> {
  const shared = to.fields.filter(({ name, type }) => from.fields.some((field) => field.name === name && field.type === type));
  const columns = shared.map(({ name }) => `f_${name}`).filter((column) => row[column] !== undefined);
  return new Map(columns.map((column) => [`"${column}"`, row[column] ?? null]));
}

function isTrue(argument: Argument | undefined): boolean {
  return argument === true || argument === 'true';
}
