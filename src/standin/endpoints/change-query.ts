// `SP.ChangeQuery`: which changes of which things are asked for, from which token to which.
import { z } from 'zod';
import { SharePointError } from '../http/errors';
import type { ChangesWanted } from '../store/change-log';
import type { ChangedKind } from '../store/change-triggers';
import { changeType } from '../store/change-triggers';
import type { ChangeToken, TokenOwner } from '../store/change-token';
import { readChangeToken } from '../store/change-token';

/** Microsoft's REST pages show the flags as texts too, `'Add': 'True'`. */
const flag = z
  .union([
    z.boolean(),
    z
      .string()
      .toLowerCase()
      .pipe(z.enum(['true', 'false']))
      .transform((text) => text === 'true')
  ])
  .default(false);

const token = z.object({ StringValue: z.string() }).nullish();

const kindFlags = { Item: flag, List: flag, Web: flag, Field: flag, View: flag, ContentType: flag, User: flag, Group: flag } as const;

/** Things that leave no trace here: files and folders of a library are its items, and a site collection itself does not change. */
const emptyKindFlags = {
  Activity: flag,
  Alert: flag,
  File: flag,
  Folder: flag,
  Navigation: flag,
  SecurityPolicy: flag,
  Site: flag
} as const;

const typeFlags = {
  Add: flag,
  Update: flag,
  DeleteObject: flag,
  Rename: flag,
  Move: flag,
  Restore: flag,
  RoleDefinitionAdd: flag,
  RoleDefinitionDelete: flag,
  RoleDefinitionUpdate: flag,
  RoleAssignmentAdd: flag,
  RoleAssignmentDelete: flag,
  GroupMembershipAdd: flag,
  GroupMembershipDelete: flag,
  SystemUpdate: flag
} as const;

/** 1,000 is the client library's own default, and what Microsoft's "Overview: Change Tokens, Object Types, and Change Types" says. */
const usualLimit = 1000;

export const changeQueryBody = z.strictObject({
  query: z.strictObject({
    ...kindFlags,
    ...emptyKindFlags,
    ...typeFlags,
    ChangeTokenStart: token,
    ChangeTokenEnd: token,
    FetchLimit: z.coerce.number().int().positive().max(5000).default(usualLimit),
    LatestFirst: flag,
    /** For folders: changes below it too. A list's changes are always all. */
    RecursiveAll: flag,
    RequireSecurityTrim: flag,
    IgnoreStartTokenNotFoundError: flag
  })
});

export type ChangeQuery = z.infer<typeof changeQueryBody>['query'];

/** What to read from the log. Throws SharePoint's refusals of tokens. */
export function wantedChanges(
  query: ChangeQuery,
  { owner, within, now }: { readonly owner: TokenOwner; readonly within: ChangesWanted['within']; readonly now: Date }
): ChangesWanted {
  const oldest = now.getTime() - daysKept * 24 * 60 * 60 * 1000;
  const start = query.ChangeTokenStart && tokenOf(query.ChangeTokenStart.StringValue, owner);
  const end = query.ChangeTokenEnd && tokenOf(query.ChangeTokenEnd.StringValue, owner);
  if (start && start.time < oldest && !query.IgnoreStartTokenNotFoundError) throw tokenTooOld();
  return {
    within,
    kinds: kinds.filter((kind) => query[kind]),
    types: Object.entries(typesOfFlag).flatMap(([name, types]) => (query[name as TypeFlag] ? types : [])),
    afterNumber: start && start.number >= 0 ? start.number : -1,
    untilNumber: end && end.number >= 0 ? end.number : Number.MAX_SAFE_INTEGER,
    from: Math.max(oldest, start?.number === -1 ? start.time : 0),
    until: end?.number === -1 ? end.time : Number.MAX_SAFE_INTEGER,
    latestFirst: query.LatestFirst,
    limit: query.FetchLimit
  };
}

/** How long SharePoint keeps the log (Microsoft's page on the change log). */
const daysKept = 60;

const kinds = Object.keys(kindFlags) as ChangedKind[];

type TypeFlag = keyof typeof typeFlags;

/** That breaking and taking back inheritance come with the flags for role assignments is a guess: they have none of their own. */
const typesOfFlag: Readonly<Record<TypeFlag, readonly number[]>> = {
  Add: [changeType.add],
  Update: [changeType.update],
  DeleteObject: [changeType.deleteObject],
  Rename: [changeType.rename],
  Move: [changeType.moveAway, changeType.moveInto],
  Restore: [changeType.restore],
  RoleDefinitionAdd: [changeType.roleAdd],
  RoleDefinitionDelete: [changeType.roleDelete],
  RoleDefinitionUpdate: [changeType.roleUpdate],
  RoleAssignmentAdd: [changeType.assignmentAdd, changeType.scopeAdd],
  RoleAssignmentDelete: [changeType.assignmentDelete, changeType.scopeDelete],
  GroupMembershipAdd: [changeType.memberAdd],
  GroupMembershipDelete: [changeType.memberDelete],
  SystemUpdate: [changeType.systemUpdate]
};

function tokenOf(text: string, owner: TokenOwner): ChangeToken {
  const parsed = readChangeToken(text);
  if (parsed === undefined) throw malformedToken();
  if (parsed.scope !== owner.scope || parsed.guid !== owner.guid) throw foreignToken();
  return parsed;
}

/** Codes and texts as clients in public repositories look for them; the HTTP statuses are a guess. */
function malformedToken(): SharePointError {
  return new SharePointError({ status: 400, code: '-1, System.FormatException', message: 'Input string was not in a correct format.' });
}

function foreignToken(): SharePointError {
  return new SharePointError({
    status: 500,
    code: '-2130575173, Microsoft.SharePoint.SPException',
    message: 'Cannot use the changeToken from one object against a different object'
  });
}

/** Documented; SharePoint Online has been seen to answer nothing instead (sp-dev-docs#10389). */
function tokenTooOld(): SharePointError {
  return new SharePointError({
    status: 500,
    code: '-2130575172, Microsoft.SharePoint.SPException',
    message: 'The changeToken refers to a time before the start of the current change log.'
  });
}
