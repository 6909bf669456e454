// Columns of a site, from which content types and lists take theirs: those every root site has, and those added.
import type { Connection } from './database';
import { all, run } from './database';
import type { BuiltInRow, Field, FieldSettings, FieldType } from './fields';
import { builtInField, storedSettings } from './fields';
import type { Site } from './sites';
import { ancestorsOf } from './sites';

interface SiteFieldRow {
  readonly guid: string;
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly settings: string;
}

/** The site's own, in the order they were added. */
export function siteFieldsOf(database: Connection, { id, parentId }: Pick<Site, 'id' | 'parentId'>): Field[] {
  const added = all<SiteFieldRow>(
    database,
    'SELECT guid, name, title, type, settings FROM site_field WHERE site_id = ? ORDER BY position',
    [id]
  );
  return [
    ...(parentId === null ? builtInSiteFields : []),
    ...added.map((row) => ({ ...row, listId: 0, builtIn: false, settings: storedSettings(row.settings) }))
  ];
}

/** The site's own and those of the sites it lies in. */
export function availableFieldsOf(database: Connection, site: Site): Field[] {
  return [site, ...ancestorsOf(database, site)].flatMap((one) => siteFieldsOf(database, one));
}

export function insertSiteField(database: Connection, siteId: number, field: Field): void {
  run(
    database,
    `INSERT INTO site_field (site_id, position, guid, name, title, type, settings)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM site_field WHERE site_id = ?), ?, ?, ?, ?, ?)`,
    [siteId, siteId, field.guid, field.name, field.title, field.type, JSON.stringify(field.settings)]
  );
}

export function updateSiteField(database: Connection, siteId: number, field: Field): void {
  run(database, 'UPDATE site_field SET title = ?, type = ?, settings = ? WHERE site_id = ? AND name = ?', [
    field.title,
    field.type,
    JSON.stringify(field.settings),
    siteId,
    field.name
  ]);
}

export function deleteSiteField(database: Connection, siteId: number, { name }: Field): void {
  run(database, 'DELETE FROM site_field WHERE site_id = ? AND name = ?', [siteId, name]);
}

const contact: Partial<FieldSettings> = { group: 'Core Contact and Calendar Columns' };

/** A few of the many that SharePoint has. */
const builtInRows: readonly BuiltInRow[] = [
  ['03e45e84-1992-4d42-9116-26f756012634', 'ContentTypeId', 'Content Type ID', 'ContentTypeId', { readOnly: true, hidden: true }],
  ['c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'ContentType', 'Content Type', 'Computed', {}],
  ['fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'Title', 'Title', 'Text', { required: true }],
  ['8553196d-ec8d-4564-9861-3dbe931050c8', 'FileLeafRef', 'Name', 'File', { required: true }],
  ['28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'Modified', 'Modified', 'DateTime', { readOnly: true }],
  ['8c06beca-0777-48f7-91c7-6da68bc07b69', 'Created', 'Created', 'DateTime', { readOnly: true }],
  ['1df5e554-ec7e-46a6-901d-d85a3881cb18', 'Author', 'Created By', 'User', { readOnly: true }],
  ['d31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'Editor', 'Modified By', 'User', { readOnly: true }],
  ['fce16b4c-fe53-4793-aaab-b4892e736d15', 'EMail', 'E-Mail', 'Text', contact],
  ['90fa9a8e-aac0-4828-9cb4-78f98416affa', 'OtherAddressCity', 'Other Address City', 'Text', contact],
  ['0557c3f8-60c4-4dfb-b5ba-bf3c4e4386b1', 'OtherAddressPostalCode', 'Other Address Postal Code', 'Text', contact],
  ['3c0e9e00-8fcc-479f-9d8d-3447cda34c5b', 'OtherAddressCountry', 'Other Address Country/Region', 'Text', contact]
];

const builtInSiteFields: readonly Field[] = builtInRows.map((row) => builtInField(0, row));
