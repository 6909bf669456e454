// A site with all that `$expand` reaches from it: what `web` itself answers.
import type { Entity } from '../http/answer';
import { availableTypesOf, contentTypesOf } from '../store/content-types';
import { availableFieldsOf } from '../store/site-fields';
import { levelsOf } from '../permissions/levels';
import { allPropertiesEntity } from './all-properties';
import { contentTypeEntity, siteTypes } from './content-type-entity';
import { customActionEntities, siteActions } from './custom-actions';
import { columnEntity } from './field-entity';
import { siteColumns } from './field-home';
import { foldersIn } from './folder-content';
import { folderEntity } from './folder-entity';
import { siteGroupEntities } from './groups';
import { itemEntity } from './item-entity';
import { listEntities } from './lists';
import { siteRoot } from './place';
import { regionalSettingsEntity } from './regional-settings';
import { roleEntity } from './role-definitions';
import { siteUserEntities } from './users';
import type { Visit } from './visit';
import { webEntity } from './web-entity';
import { subsiteEntities } from './webs';

export function wholeWebEntity(visit: Visit): Entity {
  const web = webEntity(visit);
  return { ...web, related: { ...web.related, ...contents(visit) } };
}

function contents(visit: Visit): NonNullable<Entity['related']> {
  const { database, site } = visit;
  const types = siteTypes(visit);
  const columns = siteColumns(visit);
  const folder = (place: ReturnType<typeof siteRoot>): Entity => folderEntity(place, visit, itemEntity);
  return {
    AllProperties: () => allPropertiesEntity(visit),
    AvailableContentTypes: () => availableTypesOf(database, site).map((type) => contentTypeEntity(type, types)),
    AvailableFields: () => availableFieldsOf(database, site).map((field) => columnEntity(field, columns)),
    ContentTypes: () => contentTypesOf(database, types.owner).map((type) => contentTypeEntity(type, types)),
    Fields: () => columns.fields.map((field) => columnEntity(field, columns)),
    Folders: () => foldersIn(siteRoot(visit), visit).map(folder),
    Lists: () => listEntities(visit),
    RegionalSettings: () => regionalSettingsEntity(visit),
    RoleDefinitions: () => levelsOf(database, site).map(roleEntity),
    RootFolder: () => folder(siteRoot(visit)),
    SiteGroups: () => siteGroupEntities(visit),
    SiteUsers: () => siteUserEntities(visit),
    UserCustomActions: () => customActionEntities(siteActions(visit)),
    Webs: () => subsiteEntities(visit)
  };
}
