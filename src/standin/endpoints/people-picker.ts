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
      return pickerResource('ClientPeoplePickerSearchUser', (query) => search(query, visit));
    case 'clientpeoplepickerresolveuser':
      return pickerResource('ClientPeoplePickerResolveUser', (query) => resolve(query, visit));
    default:
      return undefined;
  }
}

/** The answer is JSON in a text. */
function pickerResource(name: string, answer: (query: PickerQuery) => object): Resource {
  return {
    post: ({ body }) => {
      const { queryParams } = parseBody(searchBody, body(), 'SP.UI.ApplicationPages.ClientPeoplePickerQueryParameters');
      return { kind: 'property', name, value: JSON.stringify(answer(queryParams)) };
    }
  };
}

const searchBody = z.object({
  queryParams: z.looseObject({
    QueryString: z.string(),
    MaximumEntitySuggestions: z.int().positive().optional(),
    PrincipalType: z.int().optional()
  })
});

type PickerQuery = z.infer<typeof searchBody>['queryParams'];

/** The one person the text means; otherwise it stays what it is, with those it may mean. Shape of what is not resolved: second-hand. */
function resolve(query: PickerQuery, visit: Visit): object {
  const found = search(query, visit);
  if (found.length === 1 && found[0] !== undefined) return found[0];
  return {
    Key: query.QueryString,
    DisplayText: query.QueryString,
    IsResolved: false,
    Description: query.QueryString,
    EntityType: '',
    EntityData: {},
    MultipleMatches: found,
    ProviderName: '',
    ProviderDisplayName: ''
  };
}

/** 1 is "people" in the bit field of principal types; a search for groups only has no support. */
function search({ QueryString, MaximumEntitySuggestions = 30, PrincipalType = 1 }: PickerQuery, visit: Visit): object[] {
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
