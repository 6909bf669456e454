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
import { groupDescription, groupTitle, type Group } from '../schema/groups';
import { columnXml } from './columns';
import type { Step } from './step';

export async function apply(sp: SPFI, step: Step): Promise<void> {
  switch (step.kind) {
    case 'create-group':
      return createGroup(sp, step.group);
    case 'add-member':
      await sp.web.siteGroups.getByName(groupTitle(step.group)).users.add(step.loginName);
      return;
    case 'open-site':
      return sp.web.roleAssignments.add(await groupId(sp, step.group), readRole);
    case 'create-list':
      await sp.web.lists.add(step.list.url, '', genericList);
      return;
    case 'update-list':
      await listOf(sp, step.list).update(step.changes);
      return;
    case 'close-list':
      await listOf(sp, step.list).breakRoleInheritance(false, false);
      return;
    case 'grant':
      return listOf(sp, step.list).roleAssignments.add(await groupId(sp, step.group), readRole);
    case 'revoke':
      return listOf(sp, step.list).roleAssignments.remove(await groupId(sp, step.group), step.roleId);
    case 'create-column':
      await listOf(sp, step.list).fields.createFieldAsXml({
        SchemaXml: columnXml(step.column),
        Options: AddFieldOptions.AddFieldInternalNameHint
      });
      return;
    case 'update-column':
      await listOf(sp, step.list).fields.getByInternalNameOrTitle(step.column).update(step.changes);
      return;
    case 'create-view':
      return createView(sp, step);
    case 'update-view':
      return updateView(sp, step);
    case 'write-setting':
      return writeSettings(sp, { [step.key]: step.value });
  }
}

const genericList = 100;

/** Members do not see or change who else is a member: who works with security protection is nobody else's business. */
async function createGroup(sp: SPFI, group: Group): Promise<void> {
  await sp.web.siteGroups.add({
    Title: groupTitle(group),
    Description: groupDescription(group),
    AllowMembersEditMembership: false,
    OnlyAllowMembersViewMembership: true
  });
}

async function groupId(sp: SPFI, group: Group): Promise<number> {
  return z.object({ Id: z.int() }).parse(await sp.web.siteGroups.getByName(groupTitle(group)).select('Id')()).Id;
}

async function createView(sp: SPFI, { list, view, isDefault }: Extract<Step, { kind: 'create-view' }>): Promise<void> {
  const { views } = listOf(sp, list);
  const { Id: id } = z
    .object({ Id: z.string() })
    .parse(await views.add(view.title, false, { ViewQuery: view.query, DefaultView: isDefault }));
  await showColumns(views.getById(id), view.columns);
}

async function updateView(sp: SPFI, { list, view, isDefault, id }: Extract<Step, { kind: 'update-view' }>): Promise<void> {
  const standing = listOf(sp, list).views.getById(id);
  await standing.update({ ViewQuery: view.query, ...(isDefault && { DefaultView: true }) });
  await showColumns(standing, view.columns);
}

async function showColumns(view: IView, columns: readonly string[]): Promise<void> {
  await view.fields.removeAll();
  for (const column of columns) await view.fields.add(column);
}
