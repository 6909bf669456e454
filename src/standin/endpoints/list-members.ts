// What stands under a list besides its columns, views and items: forms, related columns, rights management, event receivers.
import { createHash } from 'node:crypto';
import type { Entity } from '../http/answer';
import { complex } from '../http/answer';
import { demand, listMask } from '../permissions/rights';
import type { Segment } from '../odata/resource-path';
import { run } from '../store/database';
import { fieldsOf } from '../store/fields';
import type { List } from '../store/lists';
import { isLibrary, listsOf } from '../store/lists';
import { listPath } from './list-path';
import type { Ask, Resource } from './resource';
import { collectionAnswer, oneResource, textArgument } from './resource';
import type { Visit } from './visit';
import { webEntity } from './web-entity';

/** Undefined for other names. */
export function listMember(segment: Segment, list: List, visit: Visit): Resource | undefined {
  switch (segment.name) {
    case 'forms':
      return formsResource(segment, list);
    case 'getrelatedfields':
      return manyResource(relatedFields(list, visit), 'SP.ApiData.RelatedFields');
    case 'informationrightsmanagementsettings':
      return oneResource(rightsManagement(list), 'SP.ApiData.InformationRightsManagementSettingss');
    case 'eventreceivers':
      return manyResource([], 'SP.ApiData.EventReceiverDefinitions');
    case 'workflowassociations':
      return manyResource([], 'SP.ApiData.WorkflowAssociations');
    case 'parentweb':
      return oneResource(webEntity(visit), 'SP.ApiData.Webs');
    case 'reservelistitemid':
      return { post: () => ({ kind: 'property', name: 'ReserveListItemId', value: reserveItemId(list, visit) }) };
    default:
      return undefined;
  }
}

function manyResource(entities: readonly Entity[], metadata: string): Resource {
  return { get: (ask) => collectionAnswer(entities, metadata, ask) };
}

function formsResource(segment: Segment, list: List): Resource {
  const metadata = 'SP.ApiData.Forms';
  const form = (id: string): Resource => {
    const found = formEntities(list).find(({ properties }) => properties['Id'] === id.replace(/[{}]/g, '').toLowerCase());
    return found === undefined ? { get: () => ({ kind: 'null', name: 'GetById' }) } : oneResource(found, metadata);
  };
  if (segment.positional !== undefined) return form(textArgument(segment, 'id'));
  return {
    get: (ask: Ask) => collectionAnswer(formEntities(list), metadata, ask),
    step: (next) => (next.name === 'getbyid' ? form(textArgument(next, 'id')) : undefined)
  };
}

/** `FormType` is Microsoft's `PageType`. */
const forms = [
  ['DispForm', 4],
  ['EditForm', 6],
  ['NewForm', 8]
] as const;

export function formEntities(list: List): Entity[] {
  return forms.map(([page, type]) => {
    const id = formId(list, page);
    const url = formUrl(list, page);
    return {
      type: 'SP.Form',
      path: `${listPath(list)}/Forms('${id}')`,
      properties: { FormType: type, Id: id, ResourcePath: complex('SP.ResourcePath', { DecodedUrl: url }), ServerRelativeUrl: url }
    };
  });
}

/** A library names its page for a new document otherwise. */
export function formUrl(list: List, page: (typeof forms)[number][0]): string {
  if (!isLibrary(list)) return `${list.root}/${page}.aspx`;
  return `${list.root}/Forms/${page === 'NewForm' ? 'Upload' : page}.aspx`;
}

/** The same guid every time. */
function formId({ guid }: List, page: string): string {
  const digits = createHash('sha256').update(`${guid}/${page}`).digest('hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}

/** The lookup columns that point at the list, in lists that the viewer may reach. */
function relatedFields(list: List, visit: Visit): Entity[] {
  return listsOf(visit.database, visit.site.id)
    .filter((other) => listMask(visit, other) !== 0n)
    .flatMap((other) =>
      fieldsOf(visit.database, other.id)
        .filter(({ type, settings }) => type === 'Lookup' && settings.lookupList === list.guid)
        .map(({ guid }) => ({
          type: 'SP.RelatedField',
          path: `${listPath(list)}/GetRelatedFields`,
          properties: { FieldId: guid, ListId: other.guid, RelationshipDeleteBehavior: 0, WebId: visit.site.webGuid }
        }))
    );
}

/** Rights management is off; the values are those Microsoft's reference names as defaults. */
export function rightsManagement(list: List): Entity {
  return {
    type: 'SP.InformationRightsManagementSettings',
    path: `${listPath(list)}/InformationRightsManagementSettings`,
    properties: {
      AllowPrint: false,
      AllowScript: false,
      AllowWriteCopy: false,
      DisableDocumentBrowserView: false,
      DocumentAccessExpireDays: 90,
      DocumentLibraryProtectionExpireDate: list.created,
      EnableDocumentAccessExpire: false,
      EnableDocumentBrowserPublishingView: false,
      EnableGroupProtection: false,
      EnableLicenseCacheExpire: false,
      GroupName: '',
      LicenseCacheExpireDays: 30,
      PolicyDescription: '',
      PolicyTitle: '',
      TemplateId: ''
    }
  };
}

/** The id is never given to an item. */
function reserveItemId(list: List, visit: Visit): number {
  demand(listMask(visit, list), 'addListItems');
  run(visit.database, 'UPDATE list SET next_item_id = next_item_id + 1 WHERE id = ?', [list.id]);
  return list.nextItemId;
}
