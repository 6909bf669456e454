// The directory behind Entra and Graph: the people and the registered applications, kept in SQLite.
import type Database from 'better-sqlite3';
import type { JWK } from 'jose';
import { z } from 'zod';

/** A person. `id` is Entra's object id (oid, a uuid); the user principal name is compared without regard to case, as Entra does. */
export interface DirectoryUser {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly mobilePhone?: string;
  /** Object id of the person's nearest manager. */
  readonly managerId?: string;
  readonly accountEnabled: boolean;
}

/** What `Sites.Selected` grants an application on one site. */
export type SiteRole = 'read' | 'write' | 'manage' | 'fullcontrol';

/** An app registration together with what an administrator has granted it. Without certificate and secret it is a public client (SPA). */
export interface DirectoryApplication {
  /** Application (client) id, a uuid. */
  readonly clientId: string;
  readonly displayName: string;
  /** The public half of the certificate's RSA key. */
  readonly certificate?: JWK;
  readonly secret?: string;
  /** Application permissions with admin consent, for example `Sites.Selected`, `User.Read.All`. */
  readonly appRoles: readonly string[];
  /** Application ID URIs, for example `api://varna`. */
  readonly identifierUris: readonly string[];
  /** `Sites.Selected` grants by server-relative site path. */
  readonly sites: Readonly<Record<string, SiteRole>>;
  readonly redirectUris: readonly string[];
  /** Client ids that may ask for this application's `user_impersonation` without consent. */
  readonly preauthorized?: readonly string[];
  /** Delegated Graph permissions with admin consent; `['User.Read']` when absent. */
  readonly delegatedScopes?: readonly string[];
}

/** The directory. Reads see every write at once; unknown ids give `undefined`. */
export interface Directory {
  /** Everybody, in Swedish alphabetical order of display name. */
  readonly users: () => DirectoryUser[];
  readonly userById: (id: string) => DirectoryUser | undefined;
  readonly userByUpn: (userPrincipalName: string) => DirectoryUser | undefined;
  /** Adds or replaces people by id, all or none. Throws on a malformed person or a user principal name that is taken. */
  readonly put: (users: readonly DirectoryUser[]) => void;
  /** Adds or replaces an application by client id. Throws on a malformed one, and on a certificate with its private half. */
  readonly putApplication: (application: DirectoryApplication) => void;
  readonly applicationById: (clientId: string) => DirectoryApplication | undefined;
  readonly applications: () => DirectoryApplication[];
}

/** Opens the directory in `database`, making its tables when they are missing. */
export function openDirectory({ database }: { readonly database: Database.Database }): Directory {
  database.exec(tables);
  const insertUser = database.prepare(
    `INSERT INTO directory_user (id, user_principal_name, properties) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET user_principal_name = excluded.user_principal_name, properties = excluded.properties`
  );
  const insertApplication = database.prepare(
    `INSERT INTO directory_application (client_id, properties) VALUES (?, ?)
     ON CONFLICT (client_id) DO UPDATE SET properties = excluded.properties`
  );
  const allUsers = database.prepare('SELECT properties FROM directory_user');
  const oneById = database.prepare('SELECT properties FROM directory_user WHERE id = ?');
  const oneByUpn = database.prepare('SELECT properties FROM directory_user WHERE user_principal_name = ?');
  const allApplications = database.prepare('SELECT properties FROM directory_application ORDER BY client_id');
  const oneApplication = database.prepare('SELECT properties FROM directory_application WHERE client_id = ?');
  const putUsers = database.transaction((users: readonly DirectoryUser[]) => {
    for (const user of users.map((given) => userSchema.parse(given))) {
      insertUser.run(user.id, user.userPrincipalName, JSON.stringify(user));
    }
  });
  return {
    users: () =>
      allUsers
        .all()
        .map((row) => userSchema.parse(propertiesOf(row)))
        .sort((a, b) => a.displayName.localeCompare(b.displayName, 'sv')),
    userById: (id) => optional(oneById.get(id.toLowerCase()), userSchema),
    userByUpn: (userPrincipalName) => optional(oneByUpn.get(userPrincipalName), userSchema),
    put: (users) => putUsers(users),
    putApplication: (given) => {
      const application = applicationSchema.parse(given);
      insertApplication.run(application.clientId, JSON.stringify(application));
    },
    applicationById: (clientId) => optional(oneApplication.get(clientId.toLowerCase()), applicationSchema),
    applications: () => allApplications.all().map((row) => applicationSchema.parse(propertiesOf(row)))
  };
}

const tables = `
  CREATE TABLE IF NOT EXISTS directory_user (
    id TEXT PRIMARY KEY,
    user_principal_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    properties TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS directory_application (
    client_id TEXT PRIMARY KEY,
    properties TEXT NOT NULL
  );`;

const uuid = z.guid().transform((id) => id.toLowerCase());

const userSchema: z.ZodType<DirectoryUser> = z.strictObject({
  id: uuid,
  displayName: z.string().min(1),
  userPrincipalName: z.string().includes('@'),
  mail: z.string().includes('@'),
  jobTitle: z.string().exactOptional(),
  department: z.string().exactOptional(),
  mobilePhone: z.string().exactOptional(),
  managerId: uuid.exactOptional(),
  accountEnabled: z.boolean()
});

const publicRsaKey = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.never().exactOptional() });

const applicationSchema: z.ZodType<DirectoryApplication> = z.strictObject({
  clientId: uuid,
  displayName: z.string().min(1),
  certificate: z.custom<JWK>((key) => publicRsaKey.safeParse(key).success, 'needs a public RSA key as JWK').exactOptional(),
  secret: z.string().min(1).exactOptional(),
  appRoles: z.array(z.string()),
  identifierUris: z.array(z.string()),
  sites: z.record(z.string().startsWith('/'), z.enum(['read', 'write', 'manage', 'fullcontrol'])),
  redirectUris: z.array(z.url()),
  preauthorized: z.array(uuid).exactOptional(),
  delegatedScopes: z.array(z.string()).exactOptional()
});

const storedRow = z.object({ properties: z.string() });

function propertiesOf(row: unknown): unknown {
  return JSON.parse(storedRow.parse(row).properties);
}

function optional<T>(row: unknown, schema: z.ZodType<T>): T | undefined {
  return row === undefined ? undefined : schema.parse(propertiesOf(row));
}
