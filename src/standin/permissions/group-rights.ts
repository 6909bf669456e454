// Who may see the members of a group, change them, and change the group: its owner, its members, and who manages permissions.
import type { Visit } from '../endpoints/visit';
import type { Principal } from '../store/principals';
import { ownerSetting, principalById } from '../store/principals';
import { allows, webMask } from './rights';

export function ownerOf(group: Principal, { database }: Visit): Principal | undefined {
  const id = group.settings[ownerSetting];
  return typeof id === 'number' ? principalById(database, group.siteId, id) : undefined;
}

export function mayManageGroup(group: Principal, visit: Visit): boolean {
  const owner = group.settings[ownerSetting];
  return allows(webMask(visit), 'managePermissions') || (typeof owner === 'number' && visit.viewer.ids.includes(owner));
}

export function mayEditMembership(group: Principal, visit: Visit): boolean {
  const byMembers = group.settings['AllowMembersEditMembership'] === true && visit.viewer.ids.includes(group.id);
  return byMembers || mayManageGroup(group, visit);
}

export function maySeeMembers(group: Principal, visit: Visit): boolean {
  if (mayManageGroup(group, visit) || visit.viewer.ids.includes(group.id)) return true;
  return group.settings['OnlyAllowMembersViewMembership'] === false && allows(webMask(visit), 'browseUserInfo');
}
