// A directory user as Graph's resource `microsoft.graph.user`, whole or as `$select` asks.
import type { DirectoryUser } from '../directory/directory';

/** A property of a Graph user that the stand-in knows; Graph writes null where the directory knows nothing. */
export type UserProperty = (typeof userProperties)[number];

/** A Graph user as JSON. */
export type UserResource = Readonly<Partial<Record<UserProperty, string | boolean | null | readonly string[]>>>;

/** What Graph sends without `$select`. `department` and `accountEnabled` come only when asked for. */
export const defaultProperties = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id'
] as const;

const userProperties = [...defaultProperties, 'department', 'accountEnabled'] as const;

/** Whether the stand-in knows the property. */
export function isUserProperty(name: string): name is UserProperty {
  return userProperties.some((property) => property === name);
}

/** The chosen properties of a user. */
export function userResource(user: DirectoryUser, properties: readonly UserProperty[]): UserResource {
  return Object.fromEntries(properties.map((property) => [property, userValue(user, property)]));
}

/** The value of one property; null where the directory knows nothing. */
export function userValue(user: DirectoryUser, property: UserProperty): string | boolean | null | readonly string[] {
  switch (property) {
    case 'businessPhones':
      return [];
    case 'givenName':
    case 'surname':
    case 'officeLocation':
    case 'preferredLanguage':
      return null;
    case 'displayName':
    case 'jobTitle':
    case 'mail':
    case 'mobilePhone':
    case 'userPrincipalName':
    case 'id':
    case 'department':
    case 'accountEnabled':
      return user[property] ?? null;
  }
}
