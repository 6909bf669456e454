// Compares the site as it stands with the schema. Pure: what comes out is the same for the same site.
import { readRole } from '../lists/item-readers';
import { loginNameOf } from '../lists/people';
import type { SiteSettings } from '../lists/settings';
import { groups, groupTitle, type Group } from '../schema/groups';
import type { Column, ListDefinition, View } from '../schema/list';
import { allLists } from '../schema/lists';
import { settingKeys } from '../schema/settings';
import { columnProperties, schemaType } from './columns';
import type { PresentAssignment, PresentColumn, PresentList, PresentSite, PresentView } from './present';
import type { ColumnProperties, ListProperties, Remark, Step } from './step';

/** Who is to be in a group: a user principal name, or a claim such as that of "everyone except external users". */
export interface Membership {
  readonly group: Group;
  readonly who: string;
}

export interface Wishes {
  readonly settings: SiteSettings;
  readonly members: readonly Membership[];
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly remarks: readonly Remark[];
}

/** What to do, in an order in which each step finds what it needs, and what is left for a person. */
export function planFor(site: PresentSite, wishes: Wishes): Plan {
  const steps = [
    ...groups.flatMap((group) => groupSteps(group, site)),
    ...memberSteps(site, wishes.members),
    ...allLists.flatMap((list) => listSteps(list, site.lists.get(list.url))),
    ...settingSteps(site, wishes.settings)
  ];
  return { steps, remarks: [...allLists.flatMap((list) => remarksOn(list, site)), ...brokenSettings(site)] };
}

function groupSteps(group: Group, { members, siteReaders }: PresentSite): Step[] {
  const missing: Step[] = members.has(group) ? [] : [{ kind: 'create-group', group }];
  const canRead = siteReaders.some(({ who, roles }) => who === groupTitle(group) && roles.some(({ id }) => id === readRole));
  return canRead ? missing : [...missing, { kind: 'open-site', group }];
}

function memberSteps({ members }: PresentSite, wanted: readonly Membership[]): Step[] {
  return wanted
    .map(({ group, who }) => ({ group, loginName: who.includes('|') ? who : loginNameOf(who) }))
    .filter(({ group, loginName }) => members.get(group)?.includes(loginName.toLowerCase()) !== true)
    .map(({ group, loginName }) => ({ kind: 'add-member', group, loginName }));
}

/** A new list is closed before anything else is done to it. */
function listSteps(list: ListDefinition, present: PresentList | undefined): Step[] {
  const changes = listChanges(list, present);
  return [
    ...(present === undefined ? [{ kind: 'create-list', list } as const] : []),
    ...permissionSteps(list, present?.permissions ?? 'inherited'),
    ...(Object.keys(changes).length === 0 ? [] : [{ kind: 'update-list', list, changes } as const]),
    ...columnSteps(list, present?.columns ?? []),
    ...viewSteps(list, present?.views ?? [])
  ];
}

/** A list is made under the title that gives it its address, and gets its own title then. */
function listChanges({ url, title, description, searchable }: ListDefinition, present: PresentList | undefined): ListProperties {
  const { title: presentTitle = url, description: presentDescription = '', noCrawl, versioning, attachments } = present ?? {};
  return {
    ...(presentTitle !== title && { Title: title }),
    ...(presentDescription !== description && { Description: description }),
    ...(noCrawl !== !searchable && { NoCrawl: !searchable }),
    ...(versioning !== true && { EnableVersioning: true }),
    ...(attachments !== false && { EnableAttachments: false })
  };
}

function permissionSteps(list: ListDefinition, permissions: PresentList['permissions']): Step[] {
  const present = permissions === 'inherited' ? [] : permissions;
  const close: Step[] = permissions === 'inherited' ? [{ kind: 'close-list', list }] : [];
  return [...close, ...groups.flatMap((group) => grantSteps(list, group, present))];
}

/** Our own groups have Read where they are readers, and nothing else anywhere. Limited Access is SharePoint's own doing and stays. */
function grantSteps(list: ListDefinition, group: Group, present: readonly PresentAssignment[]): Step[] {
  const roles = present.find(({ who }) => who === groupTitle(group))?.roles ?? [];
  const isReader = list.readers.includes(group);
  const grant: Step[] = isReader && !roles.some(({ id }) => id === readRole) ? [{ kind: 'grant', list, group }] : [];
  const excess = roles.filter(({ id }) => id !== limitedAccess && !(isReader && id === readRole));
  return [...grant, ...excess.map(({ id, name }): Step => ({ kind: 'revoke', list, group, roleId: id, roleName: name }))];
}

const limitedAccess = 1073741825;

function columnSteps(list: ListDefinition, present: readonly PresentColumn[]): Step[] {
  const titleColumn = present.find(({ name }) => name === 'Title');
  const rename: Step[] =
    titleColumn?.title === list.titleColumn ? [] : [{ kind: 'update-column', list, column: 'Title', changes: { Title: list.titleColumn } }];
  return [...rename, ...list.columns.flatMap((column) => columnStep(list, column, present))];
}

function columnStep(list: ListDefinition, column: Column, present: readonly PresentColumn[]): Step[] {
  const standing = present.find(({ name }) => name === column.name);
  if (standing === undefined) return [{ kind: 'create-column', list, column }];
  if (standing.type !== schemaType(column)) return [];
  const changes = columnChanges(column, standing);
  return Object.keys(changes).length === 0 ? [] : [{ kind: 'update-column', list, column: column.name, changes }];
}

function columnChanges(column: Column, present: PresentColumn): ColumnProperties {
  const wanted = columnProperties(column);
  const isSame = {
    Title: present.title === wanted.Title,
    Hidden: present.hidden === wanted.Hidden,
    Required: present.required === wanted.Required,
    Indexed: present.indexed === wanted.Indexed,
    EnforceUniqueValues: present.unique === wanted.EnforceUniqueValues,
    Choices: wanted.Choices === undefined || sameTexts(present.choices, wanted.Choices)
  };
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => !isSame[name as keyof typeof isSame]));
}

function viewSteps(list: ListDefinition, present: readonly PresentView[]): Step[] {
  return list.views.flatMap((view, index): Step[] => {
    const standing = present.find(({ title }) => title === view.title);
    const isDefault = index === 0;
    if (standing === undefined) return [{ kind: 'create-view', list, view, isDefault }];
    return isSameView(view, isDefault, standing) ? [] : [{ kind: 'update-view', list, view, isDefault, id: standing.id }];
  });
}

/** Whether another view than our first is the default does not matter for the others: there is one default. */
function isSameView(view: View, isDefault: boolean, present: PresentView): boolean {
  return sameTexts(present.columns, view.columns) && sameCaml(present.query, view.query) && (present.isDefault || !isDefault);
}

/** SharePoint may write CAML with other white space than it was given. */
function sameCaml(a: string, b: string): boolean {
  const bare = (caml: string): string => caml.replaceAll(/\s+(?=\/?>)/g, '').replaceAll(/>\s+</g, '><');
  return bare(a) === bare(b);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function settingSteps({ settings }: PresentSite, wanted: SiteSettings): Step[] {
  return settingKeys.flatMap((key): Step[] => {
    const value = wanted[key];
    return value === undefined || settings.settings[key] === value ? [] : [{ kind: 'write-setting', key, value }];
  });
}

function remarksOn(list: ListDefinition, { lists, caller }: PresentSite): Remark[] {
  const present = lists.get(list.url);
  if (present === undefined) return [];
  const wrongTypes = list.columns.flatMap((column): Remark[] => {
    const standing = present.columns.find(({ name }) => name === column.name);
    return standing === undefined || standing.type === schemaType(column)
      ? []
      : [{ kind: 'wrong-type', list, column, presentType: standing.type }];
  });
  const others =
    present.permissions === 'inherited' ? [] : present.permissions.filter(({ who, loginName }) => !isOurs(who) && loginName !== caller);
  const otherReaders = others.flatMap(({ who, roles }): Remark[] => {
    const roleNames = roles.filter(({ id }) => id !== limitedAccess).map(({ name }) => name);
    return roleNames.length === 0 ? [] : [{ kind: 'other-reader', list, who, roleNames }];
  });
  return [...wrongTypes, ...otherReaders];
}

function isOurs(who: string): boolean {
  return groups.some((group) => groupTitle(group) === who);
}

function brokenSettings({ settings }: PresentSite): Remark[] {
  return settings.broken.map((row) => ({ kind: 'broken-setting', row }));
}
