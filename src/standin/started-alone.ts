// The stand-in started alone: who is in its directory, which site it has, and what its user is told.
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { DirectoryApplication, DirectoryUser } from './directory/directory';
import type { ListeningStandin } from './standin';

export interface Alone {
  /** A JSON file with people; one administrator is made when there is nobody. */
  readonly people?: string;
  /** A JSON file with registered applications. */
  readonly applications?: string;
  /** Server-relative. */
  readonly site: string;
  /** User principal names; the first person when empty. */
  readonly administrators: readonly string[];
}

const person = z.strictObject({
  displayName: z.string().min(1),
  userPrincipalName: z.string().includes('@'),
  id: z.guid().optional(),
  mail: z.string().optional(),
  department: z.string().exactOptional(),
  jobTitle: z.string().exactOptional(),
  mobilePhone: z.string().exactOptional(),
  /** The manager's user principal name. */
  manager: z.string().optional()
});
type Person = z.infer<typeof person>;

const application = z.strictObject({
  clientId: z.guid(),
  displayName: z.string().default('A client'),
  /** A PEM file with the certificate or its public key, from the folder of this file. */
  certificate: z.string().optional(),
  secret: z.string().exactOptional(),
  appRoles: z.array(z.string()).default(['Sites.FullControl.All', 'User.Read.All']),
  identifierUris: z.array(z.string()).default([]),
  sites: z.record(z.string(), z.enum(['read', 'write', 'manage', 'fullcontrol'])).default({}),
  redirectUris: z.array(z.string()).default([]),
  preauthorized: z.array(z.guid()).exactOptional(),
  delegatedScopes: z.array(z.string()).exactOptional()
});

const firstPerson: Person = { displayName: 'Adele Administratör', userPrincipalName: 'adele@standin.example' };

/** Fills directory and site; gives the site's administrators. Throws in words for a file that is wrong. */
export function fillAlone(standin: ListeningStandin, { people, applications, site, administrators }: Alone): readonly string[] {
  if (people !== undefined) standin.directory.put(directoryUsers(readJson(people, z.array(person).min(1))));
  else if (standin.directory.users().length === 0) standin.directory.put(directoryUsers([firstPerson]));
  for (const one of applications === undefined ? [] : readJson(applications, z.array(application))) {
    standin.directory.putApplication(directoryApplication(one, path.dirname(applications ?? '')));
  }
  const chosen = administrators.length > 0 ? administrators : firstOf(people, standin);
  standin.createSite({ path: site, title: site.slice(site.lastIndexOf('/') + 1) || 'Root', administrators: chosen });
  return chosen;
}

/** What is printed at the start. */
export function startedWords(
  standin: ListeningStandin,
  { site, administrators, faults, openTokens }: Pick<Alone, 'site' | 'administrators'> & Readonly<Record<'faults' | 'openTokens', boolean>>
): string {
  const { origin } = standin;
  const tokenOf = `curl -s '${origin}/_standin/token?user=${encodeURIComponent(administrators[0] ?? '')}'`;
  return [
    `The stand-in for SharePoint, Graph and Entra listens at ${origin}`,
    `  site           ${origin}${site === '/' ? '' : site}`,
    `  administrator  ${administrators.join(', ')}`,
    `  sign in        ${origin}/_standin/signin`,
    ...(openTokens ? [`  token          ${tokenOf}`] : []),
    ...(faults ? [`  faults         ${origin}/_standin/faults`, `  requests       ${origin}/_standin/requests`] : []),
    ''
  ].join('\n');
}

/** The first in the file, or in the directory. */
function firstOf(people: string | undefined, { directory }: ListeningStandin): string[] {
  const [first] = people === undefined ? directory.users() : readJson(people, z.array(person).min(1));
  return first === undefined ? [] : [first.userPrincipalName];
}

function directoryUsers(people: readonly Person[]): DirectoryUser[] {
  const ids = new Map(people.map((one) => [one.userPrincipalName.toLowerCase(), one.id ?? idOf(one.userPrincipalName)]));
  return people.map(({ manager, id, mail, ...one }) => {
    const managerId = manager === undefined ? undefined : ids.get(manager.toLowerCase());
    if (manager !== undefined && managerId === undefined)
      throw new Error(`${one.displayName}'s manager ${manager} is not among the people.`);
    return {
      ...one,
      id: id ?? idOf(one.userPrincipalName),
      mail: mail ?? one.userPrincipalName,
      accountEnabled: true,
      ...(managerId !== undefined && { managerId })
    };
  });
}

/** The same person has the same object id at every start. */
function idOf(userPrincipalName: string): string {
  const hex = createHash('sha256').update(userPrincipalName.toLowerCase()).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function directoryApplication({ certificate, ...one }: z.infer<typeof application>, folder: string): DirectoryApplication {
  if (certificate === undefined) return one;
  const { kty = '', n = '', e = '' } = createPublicKey(readFileSync(path.resolve(folder, certificate))).export({ format: 'jwk' });
  return { ...one, certificate: { kty, n, e } };
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(jsonIn(file));
  if (parsed.success) return parsed.data;
  throw new Error(`${file} is not what it should be:\n${z.prettifyError(parsed.error)}`);
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON.`, { cause: error });
  }
}
