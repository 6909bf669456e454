// The site as it stands, as far as the schema speaks of it. Only reads.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/fields';
import '@pnp/sp/lists';
import type { IList } from '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { z } from 'zod';
import { listOf, sitePath } from '../lists/rows';
import { readSettings, type SettingsRead } from '../lists/settings';
import { groups, groupTitle, type Group } from '../schema/groups';
import type { ListDefinition } from '../schema/list';
import { allLists } from '../schema/lists';
import { settingList } from '../schema/settings';

/** What somebody may do on the site or a list. `who` is the name of a group or a person. */
export interface PresentAssignment {
  readonly who: string;
  readonly loginName: string;
  readonly roles: readonly { readonly id: number; readonly name: string }[];
}

export interface PresentColumn {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly hidden: boolean;
  readonly required: boolean;
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly choices: readonly string[];
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
  readonly columns: readonly PresentColumn[];
  readonly views: readonly PresentView[];
  readonly permissions: readonly PresentAssignment[] | 'inherited';
}

export interface PresentSite {
  /** Login name of whoever is provisioning. */
  readonly caller: string;
  /** Login names in lower case by group; a group that is missing is absent. */
  readonly members: ReadonlyMap<Group, readonly string[]>;
  readonly siteReaders: readonly PresentAssignment[];
  /** By the address of the list; one that is missing is absent. */
  readonly lists: ReadonlyMap<string, PresentList>;
  readonly settings: SettingsRead;
}

/** Reads the site whole. Every failure throws: nothing that could not be read counts as missing. */
export async function readPresent(sp: SPFI): Promise<PresentSite> {
  const caller = await readCaller(sp);
  const [members, siteReaders, lists] = await Promise.all([readMembers(sp), assignmentsOf(sp.web), readLists(sp)]);
  const settings = isReadable(lists.get(settingList.url)) ? await readSettings(sp) : { settings: {}, broken: [] };
  return { caller, members, siteReaders, lists, settings };
}

/** Before all columns are there the rows of Inställningar cannot be asked for. */
function isReadable(list: PresentList | undefined): boolean {
  return list !== undefined && settingList.columns.every(({ name }) => list.columns.some((column) => column.name === name));
}

const Named = z.object({ LoginName: z.string() });

async function readCaller(sp: SPFI): Promise<string> {
  return Named.parse(await sp.web.currentUser.select('LoginName')()).LoginName;
}

async function readMembers(sp: SPFI): Promise<Map<Group, readonly string[]>> {
  const titles = z.array(z.object({ Title: z.string() })).parse(await sp.web.siteGroups.select('Title')());
  const present = groups.filter((group) => titles.some(({ Title }) => Title === groupTitle(group)));
  const members = present.map(async (group) => {
    const users = await sp.web.siteGroups.getByName(groupTitle(group)).users.select('LoginName')();
    return [
      group,
      z
        .array(Named)
        .parse(users)
        .map(({ LoginName }) => LoginName.toLowerCase())
    ] as const;
  });
  return new Map(await Promise.all(members));
}

const ListRow = z.object({
  Title: z.string(),
  Description: z.string().nullable(),
  NoCrawl: z.boolean(),
  EnableVersioning: z.boolean(),
  EnableAttachments: z.boolean(),
  HasUniqueRoleAssignments: z.boolean(),
  RootFolder: z.object({ ServerRelativeUrl: z.string() })
});

/** One question for all lists: those that are not in the answer are missing, and a refused answer is an error. */
async function readLists(sp: SPFI): Promise<Map<string, PresentList>> {
  const rows = z
    .array(ListRow)
    .parse(
      await sp.web.lists
        .select(
          'Title',
          'Description',
          'NoCrawl',
          'EnableVersioning',
          'EnableAttachments',
          'HasUniqueRoleAssignments',
          'RootFolder/ServerRelativeUrl'
        )
        .expand('RootFolder')()
    );
  const present = allLists.flatMap((list) => {
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
    columns,
    views,
    permissions
  };
  return [definition.url, present];
}

const ColumnRow = z
  .object({
    InternalName: z.string(),
    TypeAsString: z.string(),
    Title: z.string(),
    Hidden: z.boolean(),
    Required: z.boolean(),
    Indexed: z.boolean(),
    EnforceUniqueValues: z.boolean(),
    Choices: z.array(z.string()).optional()
  })
  .transform(
    (row): PresentColumn => ({
      name: row.InternalName,
      type: row.TypeAsString,
      title: row.Title,
      hidden: row.Hidden,
      required: row.Required,
      indexed: row.Indexed,
      unique: row.EnforceUniqueValues,
      choices: row.Choices ?? []
    })
  );

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
    Member: z.object({ Title: z.string(), LoginName: z.string() }),
    RoleDefinitionBindings: z.array(z.object({ Id: z.int(), Name: z.string() }))
  })
  .transform(
    ({ Member, RoleDefinitionBindings }): PresentAssignment => ({
      who: Member.Title,
      loginName: Member.LoginName,
      roles: RoleDefinitionBindings.map(({ Id, Name }) => ({ id: Id, name: Name }))
    })
  );

async function assignmentsOf(securable: Pick<IList, 'roleAssignments'>): Promise<PresentAssignment[]> {
  return z.array(AssignmentRow).parse(await securable.roleAssignments.expand('Member', 'RoleDefinitionBindings')());
}
