// Carries out one step on the site. Nothing here deletes anything; a step that fails leaves the rest to the next run.
import type { SPFI } from '@pnp/sp';
import { AddFieldOptions } from '@pnp/sp/fields';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/views';
import type { IView } from '@pnp/sp/views';
import '@pnp/sp/webs';
import { z } from 'zod';
import { readRole } from '../lists/item-readers';
import { listOf } from '../lists/rows';
import { writeSettings } from '../lists/settings';
import { isSharePointError } from '../lists/sharepoint-error';
import { groupDescription, groupTitle, type Group } from '../schema/groups';
import { columnXml } from './columns';
import { rewriteRows } from './row-values';
import type { Step } from './step';

type RewriteRows = Extract<Step, { kind: 'rewrite-rows' }>;

export interface Hands {
  readonly sp: SPFI;
  /** SharePoint's numbers of the groups that are there; those that are made are put in. */
  readonly groupIds: Map<Group, number>;
  /** Told now and then while a step goes through many rows. */
  readonly rowsDone: (step: RewriteRows, done: number) => void;
}

export async function apply({ sp, groupIds, rowsDone }: Hands, step: Step): Promise<void> {
  switch (step.kind) {
    case 'create-group':
      groupIds.set(step.group, await createGroup(sp, step.group));
      return;
    case 'update-group':
      await sp.web.siteGroups.getById(idOf(step.group, groupIds)).update(step.changes);
      return;
    case 'add-member':
      await sp.web.siteGroups.getById(idOf(step.group, groupIds)).users.add(step.loginName);
      return;
    case 'open-site':
      return sp.web.roleAssignments.add(idOf(step.group, groupIds), readRole);
    case 'create-list':
      await sp.web.lists.add(step.list.url, '', genericList);
      return;
    case 'update-list':
      await listOf(sp, step.list).update(step.changes);
      return;
    case 'close-list':
      await listOf(sp, step.list).breakRoleInheritance(false, false);
      return;
    case 'leave-list':
      return unlessMissing(listOf(sp, step.list).roleAssignments.getById(step.principalId).delete());
    case 'grant':
      return listOf(sp, step.list).roleAssignments.add(idOf(step.group, groupIds), step.roleId);
    case 'revoke':
      return listOf(sp, step.list).roleAssignments.remove(step.principalId, step.roleId);
    case 'create-column':
      await listOf(sp, step.list).fields.createFieldAsXml({
        SchemaXml: columnXml(step.column),
        Options: AddFieldOptions.AddFieldInternalNameHint
      });
      return;
    case 'update-column':
      // The type is named only to spare a question: the library asks for it when it is not given, and then does not send it.
      await listOf(sp, step.list).fields.getByInternalNameOrTitle(step.column).update(step.changes, 'SP.Field');
      return;
    case 'rewrite-rows':
      return rewriteRows(sp, step, (done) => rowsDone(step, done));
    case 'create-view':
      return createView(sp, step);
    case 'update-view':
      return updateView(sp, step);
    case 'write-setting':
      return writeSettings(sp, { [step.key]: step.value });
  }
}

const genericList = 100;

/** Throws for a group that is not there: its step failed, or it is not in the plan. */
function idOf(group: Group, groupIds: ReadonlyMap<Group, number>): number {
  const id = groupIds.get(group);
  if (id === undefined) throw new Error(`The group ${groupTitle(group)} is not on the site.`);
  return id;
}

async function createGroup(sp: SPFI, group: Group): Promise<number> {
  const made = await sp.web.siteGroups.add({
    Title: groupTitle(group),
    Description: groupDescription(group),
    AllowMembersEditMembership: false,
    OnlyAllowMembersViewMembership: true
  });
  return z.object({ Id: z.int() }).parse(made).Id;
}

/** What is to be taken away and is not there is as it should be. */
async function unlessMissing(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!isSharePointError(error, 'not-found')) throw error;
  }
}

async function createView(sp: SPFI, { list, view, isDefault }: Extract<Step, { kind: 'create-view' }>): Promise<void> {
  const { views } = listOf(sp, list);
  const { Id: id } = z
    .object({ Id: z.string() })
    .parse(await views.add(view.title, false, { ViewQuery: view.query, DefaultView: isDefault }));
  await showColumns(views.getById(id), view.columns);
}

/** The columns are compared with what SharePoint shows, the query without white space that means nothing: the schema's own is what is written. */
async function updateView(sp: SPFI, { list, view, id, changes }: Extract<Step, { kind: 'update-view' }>): Promise<void> {
  const standing = listOf(sp, list).views.getById(id);
  const { Columns, Query, ...properties } = changes;
  const written = { ...properties, ...(Query !== undefined && { ViewQuery: view.query }) };
  if (Object.keys(written).length > 0) await standing.update(written);
  if (Columns !== undefined) await showColumns(standing, view.columns);
}

/** Only what differs is changed, so that a view is never empty on the way and each run that is cut off leaves less to do. */
async function showColumns(view: IView, wanted: readonly string[]): Promise<void> {
  const { Items: present } = z.object({ Items: z.array(z.string()) }).parse(await view.fields());
  for (const column of present) if (!wanted.includes(column)) await view.fields.remove(column);
  for (const column of wanted) if (!present.includes(column)) await view.fields.add(column);
  const kept = present.filter((column) => wanted.includes(column));
  await arrange(view, { wanted, standing: [...kept, ...wanted.filter((column) => !present.includes(column))] });
}

async function arrange(view: IView, { wanted, standing }: Record<'wanted' | 'standing', readonly string[]>): Promise<void> {
  let order = standing;
  for (const [index, column] of wanted.entries()) {
    if (order[index] === column) continue;
    await view.fields.move(column, index);
    const others = order.filter((one) => one !== column);
    order = [...others.slice(0, index), column, ...others.slice(index)];
  }
}
