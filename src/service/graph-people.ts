// The people of the directory, asked of Microsoft Graph with the service's own identity (platform.md 6: application permission User.Read.All).
import { z } from 'zod';
import { Person } from '../domain/person';
import type { AccountFault } from '../domain/vacancy';

export interface GraphConnection {
  /** Graph's root without a version, e.g. `https://graph.microsoft.com`. */
  readonly graph: string;
  /** Asked before each request; whoever gives it keeps the token until it is about to expire. */
  readonly token: () => Promise<string>;
}

/** Somebody whose account is open. `department` as written in the directory, empty when it is not. */
export interface DirectoryPerson {
  readonly person: Person;
  readonly department: string;
}

/** Unknown people and shut accounts are `undefined` or left out. What could not be read throws a `GraphError`. */
export interface GraphPeople {
  readonly person: (idOrUpn: string) => Promise<DirectoryPerson | undefined>;
  /** Whether an account is shut or gone; nothing when it is open. */
  readonly accountFault: (id: string) => Promise<AccountFault | undefined>;
  readonly manager: (id: string) => Promise<DirectoryPerson | undefined>;
  /** Everybody in a group and in the groups inside it. Needs the permission `GroupMember.Read.All`. */
  readonly membersOfGroup: (id: string) => Promise<readonly DirectoryPerson[]>;
}

/** Graph's answer was neither the thing asked for nor that there is none. `code` is Graph's own. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string | undefined;

  constructor(path: string, status: number, code: string | undefined) {
    super(`Graph answered ${status}${code === undefined ? '' : ` (${code})`} to ${path}.`);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
  }
}

export function graphPeople(connection: GraphConnection): GraphPeople {
  const one = async (path: string): Promise<DirectoryPerson | undefined> => {
    const found = await read(connection, `${connection.graph}/v1.0${path}?$select=${properties}`);
    return found === undefined ? undefined : openAccount(User.parse(found));
  };
  return {
    person: (idOrUpn) => one(`/users/${encodeURIComponent(idOrUpn)}`),
    accountFault: async (id) => {
      const found = await read(connection, `${connection.graph}/v1.0/users/${encodeURIComponent(id)}?$select=${properties}`);
      if (found === undefined) return 'gone';
      return User.parse(found).accountEnabled ? undefined : 'closed';
    },
    manager: (id) => one(`/users/${encodeURIComponent(id)}/manager`),
    membersOfGroup: async (id) => {
      const people: DirectoryPerson[] = [];
      const path = `/groups/${encodeURIComponent(id)}/transitiveMembers/microsoft.graph.user`;
      let next: string | undefined = `${connection.graph}/v1.0${path}?$select=${properties}&$top=999`;
      while (next !== undefined) {
        const page: z.infer<typeof Members> = Members.parse((await read(connection, next)) ?? { value: [] });
        people.push(...page.value.map(openAccount).filter((person) => person !== undefined));
        next = page['@odata.nextLink'];
      }
      return people;
    }
  };
}

const properties = 'id,displayName,userPrincipalName,department,accountEnabled';

const User = z.object({
  id: z.guid().toLowerCase(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().toLowerCase(),
  department: z.string().nullish(),
  accountEnabled: z.boolean()
});

const Members = z.object({ value: z.array(User), '@odata.nextLink': z.url().optional() });

const Refusal = z.object({ error: z.object({ code: z.string() }) });

function openAccount({
  id,
  displayName,
  userPrincipalName: upn,
  department,
  accountEnabled
}: z.infer<typeof User>): DirectoryPerson | undefined {
  if (!accountEnabled) return undefined;
  return { person: Person.parse({ id, name: displayName ?? upn, upn }), department: department ?? '' };
}

/** The longest wait for one answer, in milliseconds. */
const longestAnswer = 10_000;

/** The body, or `undefined` when Graph says there is no such thing. A failed reading is not tried again here: the inbox tries the command again. */
async function read({ graph, token }: GraphConnection, url: string): Promise<unknown> {
  if (!url.startsWith(`${graph}/`)) throw new Error('Graph points at another host for the rest of its answer.');
  const headers = { authorization: `Bearer ${await token()}`, accept: 'application/json' };
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(longestAnswer) });
  if (response.ok) return response.json();
  const refusal = Refusal.safeParse(await response.json().catch(() => undefined));
  const code = refusal.data?.error.code;
  if (response.status === 404 && code === 'Request_ResourceNotFound') return undefined;
  throw new GraphError(new URL(url).pathname.replace(/\/(users|groups)\/[^/]+/, '/$1/…'), response.status, code);
}
