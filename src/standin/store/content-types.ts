// Content types of sites and lists: those every root site has, those added, and the ones a new list begins with.
import { randomUUID } from 'node:crypto';
import type { Connection, Parameter } from './database';
import { all, one, run } from './database';
import type { List } from './lists';
import type { Site } from './sites';
import { ancestorsOf } from './sites';

/** A column in a content type. */
export interface FieldLink {
  /** The column's. */
  readonly guid: string;
  readonly name: string;
  readonly required: boolean;
  readonly hidden: boolean;
}

export interface ContentTypeSettings {
  readonly name: string;
  readonly description: string;
  readonly group: string;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly sealed: boolean;
  readonly jsLink: string;
  readonly displayFormUrl: string;
  readonly editFormUrl: string;
  readonly newFormUrl: string;
  readonly documentTemplate: string;
}

export interface ContentType {
  /** `0x01…`: begins with its parent's. */
  readonly id: string;
  readonly settings: ContentTypeSettings;
  readonly links: readonly FieldLink[];
}

/** The site, or one of its lists. */
export interface TypeOwner {
  readonly site: Pick<Site, 'id' | 'parentId'>;
  /** 0 for the site's own. */
  readonly listId: number;
}

export const plainTypeSettings: ContentTypeSettings = {
  name: '',
  description: '',
  group: 'Custom Content Types',
  hidden: false,
  readOnly: false,
  sealed: false,
  jsLink: '',
  displayFormUrl: '',
  editFormUrl: '',
  newFormUrl: '',
  documentTemplate: ''
};

/** In their order; a list's first one is its default. */
export function contentTypesOf(database: Connection, { site, listId }: TypeOwner): ContentType[] {
  const stored = select(database, 'list_id = ? AND site_id = ?', [listId, site.id]);
  if (listId !== 0 || site.parentId !== null) return stored;
  const changed = new Map(stored.map((type) => [type.id, type]));
  const own = builtInTypes.map((type) => changed.get(type.id) ?? type);
  return [...own, ...stored.filter(({ id }) => !isBuiltIn(id))];
}

/** The site's own and those of the sites it lies in. */
export function availableTypesOf(database: Connection, site: Site): ContentType[] {
  return [site, ...ancestorsOf(database, site)].flatMap((one) => contentTypesOf(database, { site: one, listId: 0 }));
}

export function isBuiltIn(id: string): boolean {
  return builtInTypes.some((type) => type.id === id);
}

/** Adds it, or writes it anew. */
export function putContentType(database: Connection, { site, listId }: TypeOwner, { id, settings, links }: ContentType): void {
  run(
    database,
    `INSERT INTO content_type (site_id, list_id, id, position, settings, links)
     VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM content_type WHERE site_id = ? AND list_id = ?), ?, ?)
     ON CONFLICT (list_id, site_id, id) DO UPDATE SET settings = excluded.settings, links = excluded.links`,
    [site.id, listId, id, site.id, listId, JSON.stringify(settings), JSON.stringify(links)]
  );
}

export function deleteContentType(database: Connection, { site, listId }: TypeOwner, id: string): void {
  run(database, 'DELETE FROM content_type WHERE site_id = ? AND list_id = ? AND id = ?', [site.id, listId, id]);
}

/** A new id under the parent's, as SharePoint makes them: `00` and a guid. */
export function childTypeId(parentId: string): string {
  return `${parentId}00${randomUUID().replaceAll('-', '').toUpperCase()}`;
}

/** Those a new list begins with: children of Item (in a library of Document) and of Folder. */
export function insertDefaultTypes(database: Connection, list: Pick<List, 'id' | 'siteId'>, inLibrary: boolean): void {
  const owner = { site: { id: list.siteId, parentId: null }, listId: list.id };
  for (const parent of [inLibrary ? documentType : itemType, folderType]) {
    putContentType(database, owner, { ...parent, id: childTypeId(parent.id) });
  }
}

/** What a new item, file or folder of the list is, when nobody says; null in a list without such. */
export function defaultTypeId(database: Connection, list: Pick<List, 'id'>, isFolder: boolean): string | null {
  const found = one<{ readonly id: string }>(
    database,
    `SELECT id FROM content_type WHERE list_id = ? AND (id LIKE '0x0120%') = ? ORDER BY position LIMIT 1`,
    [list.id, Number(isFolder)]
  );
  return found?.id ?? null;
}

function select(database: Connection, where: string, parameters: readonly Parameter[]): ContentType[] {
  return all<{ readonly id: string; readonly settings: string; readonly links: string }>(
    database,
    `SELECT id, settings, links FROM content_type WHERE ${where} ORDER BY position`,
    parameters
  ).map(({ id, settings, links }) => ({
    id,
    settings: { ...plainTypeSettings, ...(JSON.parse(settings) as Partial<ContentTypeSettings>) },
    links: JSON.parse(links) as FieldLink[]
  }));
}

const contentTypeLink: FieldLink = { guid: 'c042a256-787d-4a6f-8a8a-cf6ab767f12d', name: 'ContentType', required: false, hidden: false };
const titleLink: FieldLink = { guid: 'fa564e0f-0c70-4ab9-b863-0177e6ddd247', name: 'Title', required: true, hidden: false };
const nameLink: FieldLink = { guid: '8553196d-ec8d-4564-9861-3dbe931050c8', name: 'FileLeafRef', required: true, hidden: false };
const optionalTitle = { ...titleLink, required: false };

function builtIn(id: string, settings: Partial<ContentTypeSettings>, links: readonly FieldLink[]): ContentType {
  return { id, settings: { ...plainTypeSettings, ...settings }, links };
}

const itemType = builtIn('0x01', { name: 'Item', group: 'List Content Types', description: 'Create a new list item.' }, [
  contentTypeLink,
  titleLink
]);
const documentType = builtIn('0x0101', { name: 'Document', group: 'Document Content Types', description: 'Create a new document.' }, [
  contentTypeLink,
  nameLink,
  optionalTitle
]);
const folderType = builtIn('0x0120', { name: 'Folder', group: 'Folder Content Types', description: 'Create a new folder.' }, [
  contentTypeLink,
  { ...titleLink, required: false, hidden: true },
  nameLink
]);

/** Some of the many that SharePoint has; those with columns of their own only so far as the site has the columns. */
const builtInTypes: readonly ContentType[] = [
  builtIn('0x', { name: 'System', group: '_Hidden', hidden: true, sealed: true }, [contentTypeLink]),
  itemType,
  documentType,
  builtIn('0x010102', { name: 'Picture', group: 'Document Content Types', description: 'Upload an image or a photograph.' }, [
    contentTypeLink,
    nameLink,
    optionalTitle
  ]),
  folderType
];
