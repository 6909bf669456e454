// The site as it stands, as far as the schema speaks of it. Only reads.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/fields';
import '@pnp/sp/lists';
import type { IList } from '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { z } from 'zod';
import { listOf, sitePath } from '../lists/rows';
import { readSettings, type SettingsRead } from '../lists/settings';
import { groupTitle, type Group } from '../schema/groups';
import type { ListDefinition } from '../schema/list';
import type { SiteSchema } from '../schema/lists';
import { settingList } from '../schema/settings';
import { ColumnRow, type PresentColumn } from './present-columns';

export type { PresentColumn } from './present-columns';

/** What somebody may do on the site or a list. `who` is the name of a group or a person; `id` is theirs on this site. */
export interface PresentAssignment {
  readonly id: number;
  readonly who: string;
  readonly loginName: string;
  readonly roles: readonly { readonly id: number; readonly name: string }[];
}

export interface PresentGroup {
  readonly id: number;
  readonly description: string;
  readonly membersEdit: boolean;
  readonly membersOnlyView: boolean;
  /** Login names in lower case. */
  readonly members: readonly string[];
}

export interface PresentView {
  readonly id: string;
  readonly title: string;
  readonly query: string;
  readonly isDefault: boolean;
  readonly columns: readonly string[];
}

export interface PresentList {
  readonly title: string;
  readonly description: string;
  readonly noCrawl: boolean;
  readonly versioning: boolean;
  readonly attachments: boolean;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columns: readonly PresentColumn[];
  readonly views: readonly PresentView[];
  readonly permissions: readonly PresentAssignment[] | 'inherited';
}

export interface PresentSite {
  /** A group that is missing is absent. */
  readonly groups: ReadonlyMap<Group, PresentGroup>;
  readonly siteReaders: readonly PresentAssignment[];
  /** By the address of the list; one that is missing is absent. */
  readonly lists: ReadonlyMap<string, PresentList>;
  readonly settings: Pick<SettingsRead, 'settings' | 'broken'>;
}

/** Reads the site whole. Every failure throws: nothing that could not be read counts as missing. */
export async function readPresent(sp: SPFI, schema: SiteSchema): Promise<PresentSite> {
  const [groups, siteReaders, lists] = await Promise.all([
    readGroups(sp, schema.groups),
    assignmentsOf(sp.web),
    readLists(sp, schema.lists)
  ]);
  const settings = hasColumnsOf(settingList, lists) ? await readSettings(sp) : { settings: {}, broken: [] };
  return { groups, siteReaders, lists, settings };
}

/** Before all columns are there the rows of a list cannot be asked for. */
export function hasColumnsOf({ url, columns }: ListDefinition, lists: PresentSite['lists']): boolean {
  const present = lists.get(url);
  return present !== undefined && columns.every(({ name }) => present.columns.some((column) => column.name === name));
}

const GroupRow = z.object({
  Id: z.int(),
  Title: z.string(),
  Description: z.string().nullable(),
  AllowMembersEditMembership: z.boolean(),
  OnlyAllowMembersViewMembership: z.boolean()
});
const Members = z.array(z.object({ LoginName: z.string() }));

async function readGroups(sp: SPFI, groups: readonly Group[]): Promise<Map<Group, PresentGroup>> {
  const { siteGroups } = sp.web;
  const names = Object.keys(GroupRow.shape);
  const rows = z.array(GroupRow).parse(await siteGroups.select(...names)());
  const present = groups.flatMap((group) => {
    const row = rows.find(({ Title }) => Title === groupTitle(group));
    return row === undefined ? [] : [readGroup(sp, row).then((read) => [group, read] as const)];
  });
  return new Map(await Promise.all(present));
}

async function readGroup(sp: SPFI, row: z.infer<typeof GroupRow>): Promise<PresentGroup> {
  const members = Members.parse(await sp.web.siteGroups.getById(row.Id).users.select('LoginName')());
  return {
    id: row.Id,
    description: row.Description ?? '',
    membersEdit: row.AllowMembersEditMembership,
    membersOnlyView: row.OnlyAllowMembersViewMembership,
    members: members.map(({ LoginName }) => LoginName.toLowerCase())
  };
}

const ListRow = z.object({
  Title: z.string(),
  Description: z.string().nullable(),
  NoCrawl: z.boolean(),
  EnableVersioning: z.boolean(),
  EnableAttachments: z.boolean(),
  Hidden: z.boolean(),
  ItemCount: z.int(),
  HasUniqueRoleAssignments: z.boolean(),
  RootFolder: z.object({ ServerRelativeUrl: z.string() })
});

/** One question for all lists: those that are not in the answer are missing, and a refused answer is an error. */
async function readLists(sp: SPFI, lists: readonly ListDefinition[]): Promise<Map<string, PresentList>> {
  const names = Object.keys(ListRow.shape).filter((name) => name !== 'RootFolder');
  const asked = sp.web.lists.select(...names, 'RootFolder/ServerRelativeUrl').expand('RootFolder');
  const rows = z.array(ListRow).parse(await asked());
  const present = lists.flatMap((list) => {
    const address = `${sitePath(sp)}/Lists/${list.url}`.toLowerCase();
    const row = rows.find(({ RootFolder }) => RootFolder.ServerRelativeUrl.toLowerCase() === address);
    return row === undefined ? [] : [readList(sp, list, row)];
  });
  return new Map(await Promise.all(present));
}

async function readList(sp: SPFI, definition: ListDefinition, row: z.infer<typeof ListRow>): Promise<readonly [string, PresentList]> {
  const list = listOf(sp, definition);
  const [columns, views, permissions] = await Promise.all([
    readColumns(list),
    readViews(list),
    row.HasUniqueRoleAssignments ? assignmentsOf(list) : ('inherited' as const)
  ]);
  const present = {
    title: row.Title,
    description: row.Description ?? '',
    noCrawl: row.NoCrawl,
    versioning: row.EnableVersioning,
    attachments: row.EnableAttachments,
    hidden: row.Hidden,
    rowCount: row.ItemCount,
    columns,
    views,
    permissions
  };
  return [definition.url, present];
}

/** Without `$select`: `Choices` belongs to some types of column only, and asking for it by name is an error on the others. */
async function readColumns(list: IList): Promise<PresentColumn[]> {
  return z.array(ColumnRow).parse(await list.fields());
}

const ViewRow = z
  .object({
    Id: z.string(),
    Title: z.string(),
    ViewQuery: z.string().nullable(),
    DefaultView: z.boolean(),
    ViewFields: z.object({ Items: z.array(z.string()) })
  })
  .transform(
    (row): PresentView => ({
      id: row.Id,
      title: row.Title,
      query: row.ViewQuery ?? '',
      isDefault: row.DefaultView,
      columns: row.ViewFields.Items
    })
  );

async function readViews(list: IList): Promise<PresentView[]> {
  return z.array(ViewRow).parse(await list.views.select('Id', 'Title', 'ViewQuery', 'DefaultView', 'ViewFields').expand('ViewFields')());
}

const AssignmentRow = z
  .object({
    PrincipalId: z.int(),
    Member: z.object({ Title: z.string(), LoginName: z.string() }),
    RoleDefinitionBindings: z.array(z.object({ Id: z.int(), Name: z.string() }))
  })
  .transform(
    ({ PrincipalId, Member, RoleDefinitionBindings }): PresentAssignment => ({
      id: PrincipalId,
      who: Member.Title,
      loginName: Member.LoginName,
      roles: RoleDefinitionBindings.map(({ Id, Name }) => ({ id: Id, name: Name }))
    })
  );

async function assignmentsOf(securable: Pick<IList, 'roleAssignments'>): Promise<PresentAssignment[]> {
  return z.array(AssignmentRow).parse(await securable.roleAssignments.expand('Member', 'RoleDefinitionBindings')());
}
