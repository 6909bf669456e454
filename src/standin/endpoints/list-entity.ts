// A list as the API shows it, and as something with permissions of its own.
import type { Entity, Value } from '../http/answer';
import { listMask, visibleItems } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import type { Securable } from '../permissions/securable';
import { siteScopes } from '../permissions/securable';
import { one } from '../store/database';
import { fieldsOf } from '../store/fields';
import type { List } from '../store/lists';
import { isLibrary, itemTable, updateList } from '../store/lists';
import { clearScopesOfList, scopesBelowList } from '../store/scopes';
import { listChangeToken } from './changes';
import { fieldEntity } from './fields';
import { entityTypeName, itemType } from './item-values';
import { listPath } from './list-path';
import { settingsOnRequest } from './list-settings';
import { securableRelated } from './role-assignments';
import { viewEntities } from './views';
import type { Visit } from './visit';
import { uniqueWebEntity } from './web-entity';

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

export function listEntity(list: List, visit: Visit): Entity {
  const settings = Object.entries(list.settings);
  const shown = settings.filter(([name]) => !settingsOnRequest.includes(name));
  const hidden = settings.filter(([name]) => settingsOnRequest.includes(name));
  return {
    type: 'SP.List',
    path: listPath(list),
    etag: listEtag(list),
    properties: { ...Object.fromEntries(shown), ...fixedProperties(list, visit) },
    onRequest: {
      ...Object.fromEntries(hidden.map(([name, value]) => [name, (): Value => value])),
      HasUniqueRoleAssignments: () => list.scopeId !== null,
      EffectiveBasePermissions: () => basePermissions(listMask(visit, list)),
      DefaultViewUrl: () => `${list.root}/${isLibrary(list) ? 'Forms/' : ''}AllItems.aspx`
    },
    related: {
      ...securableRelated(securableList(list, visit)),
      FirstUniqueAncestorSecurableObject: () => uniqueAncestor(list, visit),
      RootFolder: () => ({
        type: 'SP.Folder',
        path: `Web/GetFolderByServerRelativePath(decodedurl='${list.root}')`,
        properties: { Name: list.folder, ServerRelativeUrl: list.root, ItemCount: list.itemCount }
      }),
      Fields: () => fieldsOf(visit.database, list.id).map((field) => fieldEntity(field, list)),
      Views: () => viewEntities(list, visit)
    }
  };
}

function fixedProperties(list: List, visit: Visit): Record<string, Value> {
  return {
    BaseTemplate: list.baseTemplate,
    BaseType: 0,
    Created: list.created,
    CurrentChangeToken: listChangeToken(list, visit),
    EntityTypeName: entityTypeName(list),
    Id: list.guid,
    IsApplicationList: false,
    IsCatalog: false,
    IsPrivate: false,
    ItemCount: visibleCount(list, visit),
    LastItemDeletedDate: list.itemDeleted,
    LastItemModifiedDate: list.itemModified,
    LastItemUserModifiedDate: list.itemModified,
    ListItemEntityTypeFullName: itemType(list),
    ParentWebUrl: visit.site.path,
    ParserDisabled: false,
    ServerTemplateCanCreateFolders: true,
    TemplateFeatureId: '00bfea71-de22-43b2-a848-c05709900100',
    Title: list.title
  };
}

/** Trimmed to what the viewer may see. SharePoint's own ItemCount is not: docs/standin.md, known differences. */
function visibleCount(list: List, visit: Visit): number {
  const visible = visibleItems(visit, list, 'i');
  if (visible.sql === 'TRUE') return list.itemCount;
  const counted = one<{ readonly items: number }>(
    visit.database,
    `SELECT count(*) AS items FROM ${itemTable(list)} i WHERE ${visible.sql}`,
    visible.parameters
  );
  return counted?.items ?? 0;
}
