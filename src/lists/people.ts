// People as the site knows them: who asks, who is in a role's group, who can be chosen, and the numbers person columns hold.
import { PrincipalSource, PrincipalType, type SPFI } from '@pnp/sp';
import '@pnp/sp/profiles';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import { z } from 'zod';
import { roles, type Person, type Role } from '../domain/person';
import { groupTitle } from '../schema/groups';
import { isSharePointError } from './sharepoint-error';

/** The person signed in. SharePoint's REST does not tell their Entra id; the page context does. */
export interface CurrentUser {
  readonly name: string;
  readonly upn: string;
  readonly roles: readonly Role[];
}

/** `directory-group`: a group of Entra that somebody put into ours; who is in it only Graph knows. */
export type GroupMember =
  | { readonly kind: 'person'; readonly name: string; readonly upn: string }
  | { readonly kind: 'directory-group'; readonly name: string; readonly loginName: string };

/** Somebody to choose. `upn` in lower case. */
export interface FoundPerson {
  readonly name: string;
  readonly upn: string;
  readonly jobTitle: string;
  readonly department: string;
}

/** Who is signed in, and the roles that follow from the groups they are in. */
export async function readCurrentUser(sp: SPFI): Promise<CurrentUser> {
  const asked = sp.web.currentUser.select('Title', 'LoginName', 'Groups/Title').expand('Groups');
  const { Title: name, LoginName, Groups } = Member.parse(await asked());
  const titles = Groups.map(({ Title }) => Title);
  return { name, upn: upnOf(LoginName), roles: roles.filter((role) => titles.includes(groupTitle(role))) };
}

/** Who is in the role's group. Throws `not-found` when the site has not been provisioned. */
export async function groupMembers(sp: SPFI, role: Role): Promise<GroupMember[]> {
  const users = await sp.web.siteGroups.getByName(groupTitle(role)).users.select('Title', 'LoginName')();
  return z.array(User).parse(users).map(memberOf);
}

/** People whose name or address begins with `text`, as SharePoint's own picker finds them; none for fewer than two letters. */
export async function searchPeople(sp: SPFI, text: string): Promise<FoundPerson[]> {
  if (text.trim().length < 2) return [];
  const found = await sp.profiles.clientPeoplePickerSearchUser({
    QueryString: text.trim(),
    MaximumEntitySuggestions: 10,
    AllowEmailAddresses: true,
    AllowOnlyEmailAddresses: false,
    PrincipalType: PrincipalType.User,
    PrincipalSource: PrincipalSource.All
  });
  return z
    .array(Picked)
    .parse(found)
    .map(({ Key, DisplayText, EntityData }) => ({
      name: DisplayText,
      upn: upnOf(Key),
      jobTitle: EntityData.Title ?? '',
      department: EntityData.Department ?? ''
    }));
}

/** The number person columns and permissions know somebody by on this site; `null` for one who is no longer in the directory. */
export type UserIds = (person: Pick<Person, 'upn'>) => Promise<number | null>;

/** For how long somebody who was not in the directory is taken to be missing still, in milliseconds. */
const missingFor = 60_000;

/** Asks the site for people's numbers, once for each; a failure is not remembered, and that somebody is missing only for a while. */
export function userIds(sp: SPFI, now: () => number = Date.now): UserIds {
  const known = new Map<string, number>();
  const missing = new Map<string, number>();
  return async ({ upn }) => {
    if (now() - (missing.get(upn) ?? Number.NEGATIVE_INFINITY) < missingFor) return null;
    const id = known.get(upn) ?? (await ensuredId(sp, upn));
    if (id === null) missing.set(upn, now());
    else known.set(upn, id);
    return id;
  };
}

/** `i:0#.f|membership|<upn>`: how SharePoint Online writes a person of the directory. */
export function loginNameOf(upn: string): string {
  return `${personClaim}${upn.toLowerCase()}`;
}

/** The user principal name of a person, and any other login name as it is. */
export function personOf(loginName: string): string {
  return loginName.startsWith(personClaim) ? loginName.slice(personClaim.length) : loginName;
}

const personClaim = 'i:0#.f|membership|';

export function isPersonsLogin(loginName: string): boolean {
  return loginName.toLowerCase().startsWith(personClaim);
}

const unknownUser = '-2146232832';

const User = z.object({ Title: z.string(), LoginName: z.string() });
const Member = User.extend({ Groups: z.array(z.object({ Title: z.string() })) });
const Picked = z.object({
  Key: z.string(),
  DisplayText: z.string(),
  EntityData: z.object({ Title: z.string().optional(), Department: z.string().optional() })
});

function upnOf(loginName: string): string {
  return loginName.slice(loginName.lastIndexOf('|') + 1).toLowerCase();
}

function memberOf({ Title: name, LoginName: loginName }: z.infer<typeof User>): GroupMember {
  return isPersonsLogin(loginName) ? { kind: 'person', name, upn: upnOf(loginName) } : { kind: 'directory-group', name, loginName };
}

async function ensuredId(sp: SPFI, upn: string): Promise<number | null> {
  try {
    return z.object({ Id: z.int() }).parse(await sp.web.ensureUser(loginNameOf(upn))).Id;
  } catch (error) {
    if (isSharePointError(error) && error.code?.startsWith(unknownUser) === true) return null;
    throw error;
  }
}
