// Provisioning for tests: with any version of the schema, and the site read back through @pnp/sp as something that can be compared.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { z } from 'zod';
import { listOf } from '../../src/lists/rows';
import type { Plan } from '../../src/provision/plan';
import { provisionSite, type Provisioning } from '../../src/provision/provision-site';
import type { ListDefinition } from '../../src/schema/list';
import { siteSchema, type SiteSchema } from '../../src/schema/lists';
import { memberships, type Site } from '../lists/site';

export interface Run {
  readonly plan: Plan;
  readonly lines: readonly string[];
}

export const nothingToDo = 'Webbplatsen är som den ska. Inget att göra.';

export async function provision(target: Site, { sp = target.asService(), ...wishes }: Partial<Provisioning> = {}): Promise<Run> {
  const lines: string[] = [];
  const usual = { dryRun: false, settings: {}, members: memberships };
  const outcome = await provisionSite({ ...usual, ...wishes, sp, print: (line) => lines.push(line) });
  if (!outcome.permitted) throw new Error(`Not permitted: ${outcome.missing.join(', ')}`);
  return { plan: outcome.plan, lines };
}

/** Only the lines about single things, without their dash: not headings, remarks or sums. */
export function found({ lines }: Run): string[] {
  return lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
}

/** This version of the schema with one list otherwise. */
export function schemaWith(url: string, change: (list: ListDefinition) => ListDefinition): SiteSchema {
  return { ...siteSchema, lists: siteSchema.lists.map((list) => (list.url === url ? change(list) : list)) };
}

/** Everything that provisioning answers for, on the lists given, as SharePoint tells it: without ids and times. */
export async function asItStands(sp: SPFI, urls: readonly string[]): Promise<unknown> {
  const lists = await Promise.all(urls.map(async (url) => [url, await listAsItStands(sp, url)]));
  const groups = z.array(Group).parse(await sp.web.siteGroups.expand('Users')());
  const varna = groups.filter(({ Title }) => Title.startsWith('Värna'));
  return { groups: varna.sort(byTitle), site: await readers(sp.web), lists };
}

const Group = z.object({
  Title: z.string(),
  Description: z.string().nullable(),
  OnlyAllowMembersViewMembership: z.boolean(),
  Users: z.array(z.object({ LoginName: z.string() }))
});

function byTitle(a: { readonly Title: string }, b: { readonly Title: string }): number {
  return a.Title < b.Title ? -1 : 1;
}

async function listAsItStands(sp: SPFI, url: string): Promise<unknown> {
  const list = listOf(sp, { url });
  const [properties, fields, views, permissions] = await Promise.all([
    list.select('Title', 'Description', 'NoCrawl', 'Hidden', 'EnableAttachments', 'EnableVersioning', 'HasUniqueRoleAssignments')(),
    list.fields(),
    list.views.select('Title', 'ViewQuery', 'DefaultView', 'ViewFields').expand('ViewFields')(),
    readers(list)
  ]);
  const columns = z.array(Column).parse(fields);
  return {
    properties: Properties.parse(properties),
    columns: columns.sort((a, b) => (a.InternalName < b.InternalName ? -1 : 1)),
    views: z.array(View).parse(views).sort(byTitle),
    permissions
  };
}

const Properties = z.object({
  Title: z.string(),
  Description: z.string().nullable(),
  NoCrawl: z.boolean(),
  Hidden: z.boolean(),
  EnableAttachments: z.boolean(),
  EnableVersioning: z.boolean(),
  HasUniqueRoleAssignments: z.boolean()
});
const Column = z.object({
  InternalName: z.string(),
  TypeAsString: z.string(),
  Title: z.string(),
  Hidden: z.boolean(),
  Indexed: z.boolean(),
  EnforceUniqueValues: z.boolean(),
  Choices: z.array(z.string()).optional()
});
const View = z.object({
  Title: z.string(),
  ViewQuery: z.string().nullable(),
  DefaultView: z.boolean(),
  ViewFields: z.object({ Items: z.array(z.string()) })
});
const Assignment = z.object({
  Member: z.object({ Title: z.string() }),
  RoleDefinitionBindings: z.array(z.object({ Name: z.string() }))
});

/** `Värna IT: Read`, in order. */
export async function readers(securable: Pick<SPFI['web'], 'roleAssignments'>): Promise<string[]> {
  const assignments = z.array(Assignment).parse(await securable.roleAssignments.expand('Member', 'RoleDefinitionBindings')());
  return assignments
    .flatMap(({ Member, RoleDefinitionBindings }) => RoleDefinitionBindings.map(({ Name }) => `${Member.Title}: ${Name}`))
    .sort();
}
