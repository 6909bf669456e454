// A file as the API shows it.
import type { Entity, Value } from '../http/answer';
import type { ItemRow } from '../store/items';
import { fileVersionEntities } from './file-version-entity';
import type { ListContext } from './item-values';
import { encodedPath, person, resourceAddress, resourcePath } from './resource-address';
import type { Visit } from './visit';

/** The item of a file or folder; handed in, since items point at their files too. */
export type ItemEntity = (row: ItemRow, context: ListContext) => Entity;

export const filesMetadata = 'SP.ApiData.Files12';

/** Property names, types and order as in answers recorded from SharePoint Online in public repositories. */
export function fileEntity(row: ItemRow, context: ListContext, itemEntity: ItemEntity): Entity {
  const { visit, list } = context;
  const url = row.file_ref ?? '';
  return {
    type: 'SP.File',
    ...resourceAddress('File', url, visit),
    properties: fileProperties(row, context),
    onRequest: {
      ListId: () => list.guid,
      ServerRelativePath: () => resourcePath(url),
      SiteId: () => visit.site.siteGuid,
      WebId: () => visit.site.webGuid
    },
    related: {
      Author: () => person(row.author, visit),
      CheckedOutByUser: () => person(row.checkout_user, visit),
      ListItemAllFields: () => itemEntity(row, context),
      LockedByUser: () => null,
      ModifiedBy: () => person(row.editor, visit),
      Properties: () => fileBag(row, context),
      Versions: () => fileVersionEntities(context, row)
    }
  };
}

function fileProperties(row: ItemRow, { visit }: ListContext): Record<string, Value> {
  return {
    CheckInComment: row.check_in_comment ?? '',
    CheckOutType: row.checkout_user === null ? 2 : 0,
    ContentTag: contentTag(row),
    CustomizedPageStatus: 0,
    ETag: fileEtag(row),
    Exists: true,
    ExistsAllowThrowForPolicyFailures: true,
    ExistsWithException: true,
    IrmEnabled: false,
    Length: String(row.size ?? 0),
    Level: levelOf(row),
    ...linking(row, visit),
    MajorVersion: row.major,
    MinorVersion: 0,
    Name: row.leaf_name,
    ServerRelativeUrl: row.file_ref,
    TimeCreated: row.created,
    TimeLastModified: row.modified,
    Title: row['f_Title'] ?? null,
    UIVersion: row.major * 512,
    UIVersionLabel: `${row.major}.0`,
    UniqueId: row.guid
  };
}

/** The property bag, in part: names and values as in an answer recorded from SharePoint Online (PnP Core SDK). */
export function fileBag(row: ItemRow, { visit, list }: ListContext): Entity {
  const loginName = (id: number): Value => person(id, visit)?.properties['LoginName'] ?? '';
  const local = (time: string): string => time.replace(/Z$/, '');
  return {
    type: 'SP.PropertyValues',
    path: `${resourceAddress('File', row.file_ref ?? '', visit).path}/Properties`,
    properties: {
      ContentTypeId: row.content_type,
      vti_x005f_author: loginName(row.author),
      vti_x005f_contenttag: contentTag(row),
      vti_x005f_doclibrowid: row.id,
      vti_x005f_etag: fileEtag(row),
      vti_x005f_filesize: row.size ?? 0,
      vti_x005f_level: levelOf(row),
      vti_x005f_listid: `{${list.guid.toUpperCase()}}`,
      vti_x005f_modifiedby: loginName(row.editor),
      vti_x005f_sourcecontrolversion: `V${row.major}.0`,
      vti_x005f_timecreated: local(row.created),
      vti_x005f_timelastmodified: local(row.modified),
      vti_x005f_title: row['f_Title'] ?? ''
    }
  };
}

/** 1 published, 255 checked out. */
function levelOf({ checkout_user }: ItemRow): number {
  return checkout_user === null ? 1 : 255;
}

function contentTag({ guid, etag, content_version }: ItemRow): string {
  return `{${guid.toUpperCase()}},${etag},${content_version ?? 1}`;
}

/** `"{<GUID>},<n>"`: upper case and braces, unlike an item's. */
export function fileEtag({ guid, etag }: Pick<ItemRow, 'guid' | 'etag'>): string {
  return `"{${guid.toUpperCase()}},${etag}"`;
}

/** Office documents have an address that follows them when they are moved. */
function linking({ guid, leaf_name, file_ref }: ItemRow, { webUrl }: Visit): Record<string, Value> {
  if (!/\.(docx?|xlsx?|pptx?|docm|xlsm|pptm)$/i.test(leaf_name ?? '')) return { LinkingUri: null, LinkingUrl: '' };
  const { origin } = new URL(webUrl);
  const follow = `?d=w${guid.replaceAll('-', '')}`;
  return { LinkingUri: `${origin}${encodedPath(file_ref ?? '')}${follow}`, LinkingUrl: `${origin}${file_ref ?? ''}${follow}` };
}
