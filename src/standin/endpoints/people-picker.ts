// The people picker: searches the directory, as SharePoint's own picker and PnP's controls ask it to.
import { z } from 'zod';
import type { DirectoryUser } from '../directory/directory';
import { notImplemented } from '../http/errors';
import { fold } from '../odata/evaluate';
import { loginNameOf } from '../permissions/viewer';
import { parseBody } from './body';
import type { Resource } from './resource';
import type { Visit } from './visit';

const prefix = 'sp.ui.applicationpages.clientpeoplepickerwebserviceinterface.';

/** The picker's functions, which stand right under `_api/`; undefined for other names. */
export function peoplePickerResource(name: string, visit: Visit): Resource | undefined {
  if (!name.startsWith(prefix)) return undefined;
  switch (name.slice(prefix.length)) {
    case 'clientpeoplepickersearchuser':
      return {
        post: ({ body }) => {
          const { queryParams } = parseBody(searchBody, body(), 'SP.UI.ApplicationPages.ClientPeoplePickerQueryParameters');
          return { kind: 'property', name: 'ClientPeoplePickerSearchUser', value: JSON.stringify(search(queryParams, visit)) };
        }
      };
    default:
      return undefined;
  }
}

const searchBody = z.object({
  queryParams: z.looseObject({
    QueryString: z.string(),
    MaximumEntitySuggestions: z.int().positive().optional(),
    PrincipalType: z.int().optional()
  })
});

/** 1 is "people" in the bit field of principal types; a search for groups only has no support. */
function search(
  { QueryString, MaximumEntitySuggestions = 30, PrincipalType = 1 }: z.infer<typeof searchBody>['queryParams'],
  visit: Visit
): object[] {
  if ((PrincipalType & 1) === 0) throw notImplemented(`the people picker with PrincipalType ${PrincipalType}`);
  const wanted = fold(QueryString.replace(/^i:0#\.f\|membership\|/i, '').trim());
  if (wanted === '') return [];
  return visit.directory
    .users()
    .filter((user) => user.accountEnabled && beginsWith(user, wanted))
    .slice(0, MaximumEntitySuggestions)
    .map(pickerEntity);
}

/** By the beginning of any part of the name, of the address or of the user principal name. */
function beginsWith({ displayName, mail, userPrincipalName }: DirectoryUser, wanted: string): boolean {
  const name = fold(displayName);
  return (
    [mail, userPrincipalName].some((text) => fold(text).startsWith(wanted)) ||
    name.startsWith(wanted) ||
    name.split(/[\s-]+/).some((part) => part.startsWith(wanted))
  );
}

function pickerEntity(user: DirectoryUser): object {
  return {
    Key: loginNameOf(user.userPrincipalName),
    DisplayText: user.displayName,
    IsResolved: true,
    Description: user.userPrincipalName,
    EntityType: 'User',
    EntityData: {
      IsAltSecIdPresent: 'False',
      Title: user.jobTitle ?? '',
      Email: user.mail,
      MobilePhone: user.mobilePhone ?? '',
      ObjectId: user.id,
      Department: user.department ?? ''
    },
    MultipleMatches: [],
    ProviderName: 'Tenant',
    ProviderDisplayName: 'Tenant'
  };
}
