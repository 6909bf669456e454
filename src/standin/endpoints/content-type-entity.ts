// A content type as the API shows it, and where content types live: in a site or in one of its lists.
import type { Entity } from '../http/answer';
import { complex } from '../http/answer';
import { demand, listMask, webMask } from '../permissions/rights';
import type { ContentType, FieldLink, TypeOwner } from '../store/content-types';
import { availableTypesOf, contentTypesOf } from '../store/content-types';
import type { Field } from '../store/fields';
import { fieldsOf } from '../store/fields';
import type { List } from '../store/lists';
import { availableFieldsOf } from '../store/site-fields';
import { escapeXml } from '../xml';
import { columnEntity } from './field-entity';
import { fieldToXml } from './field-xml';
import { listPath } from './list-path';
import type { Visit } from './visit';

export interface TypeHome {
  readonly visit: Visit;
  /** Undefined for a site. */
  readonly list: List | undefined;
  readonly owner: TypeOwner;
  /** Under `_api/`. */
  readonly path: string;
  /** Server-relative address. */
  readonly scope: string;
}

export function listTypes({ visit, list }: { readonly visit: Visit; readonly list: List }): TypeHome {
  return { visit, list, owner: { site: visit.site, listId: list.id }, path: listPath(list), scope: list.root };
}

export function siteTypes(visit: Visit): TypeHome {
  return { visit, list: undefined, owner: { site: visit.site, listId: 0 }, path: 'Web', scope: visit.site.path };
}

/** Throws 403. That content types of a site need the right to manage it is a guess. */
export function demandTypeChange({ visit, list }: TypeHome): void {
  if (list === undefined) demand(webMask(visit), 'manageWeb');
  else demand(listMask(visit, list), 'manageLists');
}

/** Properties and order as in answers recorded from SharePoint Online. */
export function contentTypeEntity(type: ContentType, home: TypeHome): Entity {
  const { id, settings } = type;
  const form = id.startsWith('0x0101') ? 'DocumentLibraryForm' : 'ListForm';
  return {
    type: 'SP.ContentType',
    path: `${home.path}/ContentTypes('${id}')`,
    properties: {
      ClientFormCustomFormatter: '',
      Description: settings.description,
      DisplayFormClientSideComponentId: '',
      DisplayFormClientSideComponentProperties: '',
      DisplayFormTemplateName: form,
      DisplayFormUrl: settings.displayFormUrl,
      DocumentTemplate: settings.documentTemplate,
      DocumentTemplateUrl: settings.documentTemplate,
      EditFormClientSideComponentId: '',
      EditFormClientSideComponentProperties: '',
      EditFormTemplateName: form,
      EditFormUrl: settings.editFormUrl,
      Group: settings.group,
      Hidden: settings.hidden,
      Id: complex('SP.ContentTypeId', { StringValue: id }),
      JSLink: settings.jsLink,
      MobileDisplayFormUrl: '',
      MobileEditFormUrl: '',
      MobileNewFormUrl: '',
      Name: settings.name,
      NewFormClientSideComponentId: null,
      NewFormClientSideComponentProperties: '',
      NewFormTemplateName: form,
      NewFormUrl: settings.newFormUrl,
      ReadOnly: settings.readOnly,
      SchemaXml: typeToXml(type, home),
      Scope: home.scope,
      Sealed: settings.sealed,
      StringId: id
    },
    related: {
      FieldLinks: () => type.links.map((link) => fieldLinkEntity(link, type, home)),
      Fields: () => fieldsOfType(type, home).map((field) => columnEntity(field, typePlace(type, home))),
      Parent: () => parentEntity(type, home),
      WorkflowAssociations: () => []
    }
  };
}

/** Where a content type's columns are addressed. */
export function typePlace({ id }: ContentType, { path, scope }: TypeHome): { readonly path: string; readonly scope: string } {
  return { path: `${path}/ContentTypes('${id}')`, scope };
}

/** Properties after recorded answers; `ReadOnly` and `ShowInDisplayForm` as later ones have them. */
export function fieldLinkEntity({ guid, name, required, hidden }: FieldLink, type: ContentType, { path }: TypeHome): Entity {
  return {
    type: 'SP.FieldLink',
    path: `${path}/ContentTypes('${type.id}')/FieldLinks(guid'${guid}')`,
    properties: {
      FieldInternalName: name,
      Hidden: hidden,
      Id: guid,
      Name: name,
      ReadOnly: false,
      Required: required,
      ShowInDisplayForm: true
    }
  };
}

/** The columns of the site or list that it links to, as the links say whether they are required or hidden. */
export function fieldsOfType({ links }: ContentType, home: TypeHome): Field[] {
  const known = columnsOfHome(home);
  return links.flatMap(({ guid, required, hidden }) =>
    known.filter((field) => field.guid === guid).map((field) => ({ ...field, settings: { ...field.settings, required, hidden } }))
  );
}

export function columnsOfHome({ visit, list }: TypeHome): Field[] {
  return list === undefined ? availableFieldsOf(visit.database, visit.site) : fieldsOf(visit.database, list.id);
}

/** The nearest type above it that the site knows; a list's type has one of the site. */
export function parentOf({ id }: Pick<ContentType, 'id'>, { visit }: TypeHome): ContentType | undefined {
  const above = availableTypesOf(visit.database, visit.site).filter((type) => type.id !== id && id.startsWith(type.id));
  return above.sort((a, b) => b.id.length - a.id.length)[0];
}

function parentEntity(type: ContentType, home: TypeHome): Entity | null {
  const parent = parentOf(type, home);
  return parent === undefined ? null : contentTypeEntity(parent, siteTypes(home.visit));
}

/** A content type of the site or list; undefined when there is none. */
export function typeById(id: string, { visit, owner }: TypeHome): ContentType | undefined {
  return contentTypesOf(visit.database, owner).find((type) => type.id.toLowerCase() === id.toLowerCase());
}

/** So much of the schema as the stand-in keeps. */
function typeToXml(type: ContentType, home: TypeHome): string {
  const { name, group, description } = type.settings;
  const attributes = [
    ['ID', type.id],
    ['Name', name],
    ['Group', group],
    ['Description', description],
    ['Version', '0']
  ].map(([attribute = '', value = '']) => `${attribute}="${escapeXml(value)}"`);
  const fields = fieldsOfType(type, home).map(fieldToXml).join('');
  return `<ContentType ${attributes.join(' ')}><Fields>${fields}</Fields></ContentType>`;
}
