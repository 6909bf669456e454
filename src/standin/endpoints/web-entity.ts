// A site as the API shows it (`SP.Web`), and the short form that lists of sub-sites have (`SP.WebInformation`).
import type { Entity, Value } from '../http/answer';
import { complex } from '../http/answer';
import type { AssociatedGroup } from '../permissions/associated-groups';
import { associatedGroup } from '../permissions/associated-groups';
import { webMask } from '../permissions/rights';
import { basePermissions } from '../permissions/roles';
import { ancestorsOf, siteById } from '../store/sites';
import { webChangeToken } from './changes';
import { groupEntity, userEntity } from './principals';
import { recycleBinEntities } from './recycled-entity';
import { securableRelated } from './role-assignments';
import { securableWeb } from './securable-web';
import type { Visit } from './visit';
import { visitTo } from './visit';
import { settingsOnRequest, shownSettings } from './web-settings';

const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** Properties, order and values after answers recorded from SharePoint Online; `Created` has no Z there. */
export function webEntity(visit: Visit): Entity {
  const { site, webUrl } = visit;
  const folder = site.path === '/' ? '' : site.path;
  const settings: Readonly<Record<string, Value>> = { ...shownSettings, ...site.settings };
  const masterPage = `${folder}/_catalogs/masterpage/seattle.master`;
  const properties: Record<string, Value> = {
    ...settings,
    AppInstanceId: emptyGuid,
    ClassicWelcomePage: null,
    Configuration: settings['Configuration'] ?? 0,
    Created: site.created.replace(/Z$/, ''),
    CurrentChangeToken: webChangeToken(visit),
    CustomMasterUrl: masterPage,
    Description: site.description,
    DesignPackageId: emptyGuid,
    DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false,
    Id: site.webGuid,
    IsHomepageModernized: false,
    IsRevertHomepageLinkHidden: false,
    Language: settings['Language'] ?? 1033,
    LastItemModifiedDate: site.created,
    LastItemUserModifiedDate: site.created,
    MasterUrl: masterPage,
    RecycleBinEnabled: true,
    ResourcePath: complex('SP.ResourcePath', { DecodedUrl: webUrl }),
    ServerRelativeUrl: site.path,
    TenantAdminMembersCanShare: 0,
    Title: site.title,
    UIVersionConfigurationEnabled: false,
    Url: webUrl,
    WebTemplate: settings['WebTemplate'] ?? 'STS',
    WelcomePage: 'SitePages/Home.aspx'
  };
  return {
    type: 'SP.Web',
    path: 'Web',
    id: `${webUrl}/_api/Web`,
    properties: inOrder(properties),
    onRequest: {
      ...Object.fromEntries(Object.entries(settingsOnRequest).map(([name, value]) => [name, () => site.settings[name] ?? value])),
      EffectiveBasePermissions: () => basePermissions(webMask(visit)),
      HasUniqueRoleAssignments: () => !site.inherits,
      ServerRelativePath: () => complex('SP.ResourcePath', { DecodedUrl: site.path })
    },
    related: { ...securableRelated(() => securableWeb(visit)), ...webRelated(visit) }
  };
}

/** Whose role assignments count at the site: its own, or the nearest above that has any. */
export function uniqueWebEntity(visit: Visit): Entity {
  const above = ancestorsOf(visit.database, visit.site).find(({ inherits }) => !inherits);
  return visit.site.inherits && above ? webEntity(visitTo(visit, above)) : webEntity(visit);
}

/** Properties by name without regard to which of them can be changed, as SharePoint has them; `ResourcePath` stands where it does there. */
function inOrder(properties: Readonly<Record<string, Value>>): Record<string, Value> {
  const hidden = new Set(Object.keys(settingsOnRequest));
  const place = (name: string): string => (name === 'ResourcePath' ? 'Q' : name);
  const names = Object.keys(properties).filter((name) => !hidden.has(name) && !name.startsWith('Associated'));
  return Object.fromEntries(names.sort((a, b) => (place(a) < place(b) ? -1 : 1)).map((name) => [name, properties[name] ?? null]));
}

function webRelated(visit: Visit): NonNullable<Entity['related']> {
  const group = (kind: AssociatedGroup) => (): Entity | null => {
    const found = associatedGroup(visit.database, visit.site, kind);
    return found ? groupEntity(found, visit) : null;
  };
  return {
    RecycleBin: () => recycleBinEntities({ owner: 'Web', visit }),
    AssociatedMemberGroup: group('Member'),
    AssociatedOwnerGroup: group('Owner'),
    AssociatedVisitorGroup: group('Visitor'),
    FirstUniqueAncestorSecurableObject: () => uniqueWebEntity(visit),
    CurrentUser: () => userEntity(visit.viewer.principal, visit),
    ParentWeb: () => {
      const parent = visit.site.parentId === null ? undefined : siteById(visit.database, visit.site.parentId);
      return parent ? webInformation(visitTo(visit, parent)) : null;
    }
  };
}

/** Its properties are those of Microsoft's reference for `SP.WebInformation`. */
export function webInformation({ site }: Visit): Entity {
  return {
    type: 'SP.WebInformation',
    path: `Web/WebInfos('${site.webGuid}')`,
    properties: {
      Configuration: site.settings['Configuration'] ?? 0,
      Created: site.created.replace(/Z$/, ''),
      Description: site.description,
      Id: site.webGuid,
      Language: site.settings['Language'] ?? 1033,
      LastItemModifiedDate: site.created,
      LastItemUserModifiedDate: site.created,
      ServerRelativeUrl: site.path,
      Title: site.title,
      WebTemplate: site.settings['WebTemplate'] ?? 'STS',
      WebTemplateId: 0
    }
  };
}
