// A list as the API shows it, and as something with permissions of its own.
import type { Entity, Value } from '../http/answer';
import { complex } from '../http/answer';
import { notImplemented } from '../http/errors';
import { listMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import type { Securable } from '../permissions/securable';
import { siteScopes } from '../permissions/securable';
import type { ContentType } from '../store/content-types';
import { contentTypesOf } from '../store/content-types';
import { fieldsOf } from '../store/fields';
import type { List } from '../store/lists';
import { isLibrary, updateList } from '../store/lists';
import { clearScopesOfList, scopesBelowList } from '../store/scopes';
import { listChangeToken } from './changes';
import { contentTypeEntity, listTypes } from './content-type-entity';
import type { ActionOwner } from './custom-actions';
import { customActionEntities } from './custom-actions';
import { fieldEntity } from './fields';
import { folderEntity } from './folder-entity';
import { entityTypeName, itemType } from './item-values';
import { listPath } from './list-path';
import { formEntities, formUrl, rightsManagement } from './list-members';
import { settingsOnRequest } from './list-settings';
import { contextOf, listRoot } from './place';
import { securableRelated } from './role-assignments';
import { viewEntities } from './view-entity';
import type { Visit } from './visit';
import { uniqueWebEntity, webEntity } from './web-entity';

export function securableList(list: List, visit: Visit): Securable {
  return {
    visit,
    path: listPath(list),
    scopeId: list.scopeId,
    parentScopes: siteScopes(visit),
    mask: () => listMask(visit, list),
    setScope: (scopeId) => updateList(visit.database, { ...list, scopeId }),
    clearBelow: () => clearScopesOfList(visit.database, list),
    scopesBelow: () => scopesBelowList(visit.database, list)
  };
}

/** Whose role assignments count: the list's own, or those of the nearest site that has any. */
export function uniqueAncestor(list: List, visit: Visit): Entity {
  return list.scopeId === null ? uniqueWebEntity(visit) : listEntity(list, visit);
}

/** `"764"` [recorded: platform.md 5]. */
export function listEtag({ version }: Pick<List, 'version'>): string {
  return `"${version}"`;
}

/** Properties and order as recorded from SharePoint Online. */
export function listEntity(list: List, visit: Visit): Entity {
  const { settings } = list;
  return {
    type: 'SP.List',
    path: listPath(list),
    etag: listEtag(list),
    properties: inOrder({ ...labels, ...settingsShown(list), ...identity(list, visit), ...dates(list) }),
    onRequest: {
      ...Object.fromEntries(settingsOnRequest.map((name) => [name, (): Value => settings[name] ?? null])),
      HasUniqueRoleAssignments: () => list.scopeId !== null,
      EffectiveBasePermissions: () => basePermissions(listMask(visit, list)),
      DefaultViewUrl: () => defaultViewUrl(list, visit),
      DefaultViewPath: () => complex('SP.ResourcePath', { DecodedUrl: defaultViewUrl(list, visit) }),
      DefaultDisplayFormUrl: () => formUrl(list, 'DispForm'),
      DefaultEditFormUrl: () => formUrl(list, 'EditForm'),
      DefaultNewFormUrl: () => formUrl(list, 'NewForm'),
      IsSiteAssetsLibrary: () => isLibrary(list) && list.folder === 'SiteAssets',
      IsSystemList: () => false
    },
    related: listRelated(list, visit)
  };
}

function listRelated(list: List, visit: Visit): NonNullable<Entity['related']> {
  return {
    ...securableRelated(() => securableList(list, visit)),
    ContentTypes: () => contentTypesOf(visit.database, { site: visit.site, listId: list.id }).map((type) => typeOfList(type, list, visit)),
    DefaultView: () => viewEntities(list, visit).find(({ properties }) => properties['DefaultView'] === true) ?? null,
    EventReceivers: () => [],
    Fields: () => fieldsOf(visit.database, list.id).map((field) => fieldEntity(field, list)),
    FirstUniqueAncestorSecurableObject: () => uniqueAncestor(list, visit),
    Forms: () => formEntities(list),
    InformationRightsManagementSettings: () => rightsManagement(list),
    ParentWeb: () => webEntity(visit),
    RootFolder: () => folderEntity(listRoot(contextOf(list, visit)), visit, itemsBelowRootFolder),
    UserCustomActions: () => customActionEntities(customActionOwner(list, visit)),
    Views: () => viewEntities(list, visit),
    WorkflowAssociations: () => []
  };
}

/** Items are shown with their lists, so a list cannot show its items as well. */
function itemsBelowRootFolder(): never {
  throw notImplemented('$expand of ListItemAllFields below RootFolder');
}

function typeOfList(type: ContentType, list: List, visit: Visit): Entity {
  return contentTypeEntity(type, listTypes({ visit, list }));
}

export function customActionOwner(list: List, visit: Visit): ActionOwner {
  return { visit, list, path: listPath(list), mask: () => listMask(visit, list) };
}

function defaultViewUrl(list: List, visit: Visit): string {
  const view = viewEntities(list, visit).find(({ properties }) => properties['DefaultView'] === true);
  const url = view?.properties['ServerRelativeUrl'];
  return typeof url === 'string' ? url : '';
}

function settingsShown({ settings }: List): Record<string, Value> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !settingsOnRequest.includes(name)));
}

/** Alphabetical but for the labels, which stand after the image, as recorded. */
function inOrder(properties: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (placeOf(a) < placeOf(b) ? -1 : 1)));
}

function placeOf(name: string): string {
  return name in labels ? `ImageUrl${name}` : name;
}

/** Sensitivity labels, of which there are none; the second name is written as SharePoint Online writes it [recorded 2024]. */
const labels = { DefaultSensitivityLabelForLibrary: '', SensitivityLabelToEncryptOnDOwnloadForLibrary: null } as const;

/** What the list is and where it lies. `ItemCount` counts everything, whoever asks. */
function identity(list: List, visit: Visit): Record<string, Value> {
  const library = isLibrary(list);
  return {
    BaseTemplate: list.baseTemplate,
    BaseType: library ? 1 : 0,
    CurrentChangeToken: listChangeToken(list, visit),
    DefaultContentApprovalWorkflowId: '00000000-0000-0000-0000-000000000000',
    DocumentTemplateUrl: library ? `${list.root}/Forms/template.dotx` : null,
    EntityTypeName: entityTypeName(list),
    ExemptFromBlockDownloadOfNonViewableFiles: false,
    FileSavePostProcessingEnabled: false,
    HasExternalDataSource: false,
    Id: list.guid,
    ImagePath: complex('SP.ResourcePath', { DecodedUrl: list.settings['ImageUrl'] ?? null }),
    IrmExpire: false,
    IrmReject: false,
    IsApplicationList: list.baseTemplate === 119,
    IsCatalog: false,
    IsPrivate: false,
    ItemCount: list.itemCount,
    ListItemEntityTypeFullName: itemType(list),
    MajorWithMinorVersionsLimit: 0,
    ParentWebPath: complex('SP.ResourcePath', { DecodedUrl: visit.site.path }),
    ParentWebUrl: visit.site.path,
    ParserDisabled: false,
    ServerTemplateCanCreateFolders: true,
    TemplateFeatureId: templateFeatures.get(list.baseTemplate) ?? '00000000-0000-0000-0000-000000000000',
    Title: list.title
  };
}

const templateFeatures = new Map([
  [100, '00bfea71-de22-43b2-a848-c05709900100'],
  [101, '00bfea71-e717-4e80-aa17-d0c71b360101'],
  [119, '00bfea71-c796-4402-9f2f-0eb9a6e71b18']
]);

function dates(list: List): Record<string, Value> {
  return {
    Created: list.created,
    LastItemDeletedDate: list.itemDeleted,
    LastItemModifiedDate: list.itemModified,
    LastItemUserModifiedDate: list.itemModified
  };
}
