// The service's settings, read once from the environment: all faults are found together, and the open local door cannot be had by mistake.
import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { isLoopbackAddress, isLoopbackUrl } from './loopback';
import { faultCodeOf, type SettingFault } from './setting-faults';

/** Where people chat: Teams with a registered bot, or the local chat client, whose door takes no proof and so exists on loopback only (platform.md 2.8). */
export type Chat =
  | { readonly kind: 'teams'; readonly botId: string; readonly serviceHosts: readonly string[] }
  | { readonly kind: 'local' };

/** Where the service keeps its own state: a file, a storage account in Azure by the addresses of its tables and queues, or Azurite on this machine. */
export type Keeping =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'azure'; readonly tables: string; readonly queues: string }
  | { readonly kind: 'azurite'; readonly connection: string };

/** What it takes to reach the record as the service. URLs are without a trailing slash. */
export interface SiteAccess {
  /** The SharePoint site that keeps the record. */
  readonly site: string;
  readonly tenantId: string;
  /** Entra's root, without the tenant. */
  readonly authority: string;
  /** The service's own app registration, and the certificate it proves itself with. */
  readonly clientId: string;
  readonly certificate: { readonly privateKey: string; readonly thumbprint: string };
}

export interface Settings extends SiteAccess {
  /** IP address to listen on. */
  readonly host: string;
  /** 0 lets the machine choose. */
  readonly port: number;
  /** Who tokens for the command API are meant for: the API's client id. */
  readonly apiAudience: string;
  /** Graph's root, without a version. */
  readonly graph: string;
  readonly keeping: Keeping;
  readonly chat: Chat;
}

export type Reading<S> = { readonly ok: true; readonly settings: S } | { readonly ok: false; readonly faults: readonly SettingFault[] };

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the service's settings. Empty values count as missing; every fault is given, not the first alone. */
export function readSettings(environment: Variables): Reading<Settings> {
  return reading(Environment.transform(settingsFrom), environment);
}

/** As `readSettings` for tools that only read the record. */
export function readSiteAccess(environment: Variables): Reading<SiteAccess> {
  return reading(AccessNames.transform(accessFrom), environment);
}

function reading<S>(schema: z.ZodType<S>, environment: Variables): Reading<S> {
  const given = Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[nameOf(name), value.trim()]] : []));
  const read = schema.safeParse(Object.fromEntries(given));
  if (read.success) return { ok: true, settings: read.data };
  return { ok: false, faults: read.error.issues.map(({ path, message }) => ({ name: String(path[0]), fault: faultCodeOf(message) })) };
}

/** Windows takes a name of the environment in any case, so a forbidden one is known in any. */
function nameOf(name: string): string {
  const upper = name.toUpperCase();
  return (namesOfTheBotLibrary as readonly string[]).includes(upper) || upper === nameOfUnprovedTls ? upper : name;
}

/**
 * The Teams library reads these names by itself, after or instead of what it is given: `DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS` opens the bot to
 * anyone, `CLIENT_SECRET` replaces the certificate, `SERVICE_URL` and `CLOUD` move it (platform.md 2.8-2.9). None may be set.
 */
const namesOfTheBotLibrary = [
  'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'TENANT_ID',
  'MANAGED_IDENTITY_CLIENT_ID',
  'SERVICE_URL',
  'CLOUD'
] as const;

/** With 0 Node believes any certificate, of Entra, Graph and SharePoint too. */
const nameOfUnprovedTls = 'NODE_TLS_REJECT_UNAUTHORIZED';

const missing = 'missing';
const guid = z.guid({ error: (issue) => (issue.input === undefined ? missing : 'not-a-guid') }).toLowerCase();
const url = z
  .string({ error: missing })
  .refine((text) => isSafeUrl(text), { error: 'not-a-safe-url' })
  .transform((text) => text.replace(/\/+$/, ''));
const forbidden = z.never({ error: 'read-by-the-bot-library' }).optional();

const AccessNames = z.object({
  [nameOfUnprovedTls]: z.literal('1', { error: 'believes-any-certificate' }).optional(),
  VARNA_SITE: url,
  VARNA_TENANT_ID: guid,
  VARNA_AUTHORITY: url.default('https://login.microsoftonline.com'),
  VARNA_CLIENT_ID: guid,
  VARNA_CERTIFICATE: z
    .string({ error: missing })
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .refine(isPrivateRsaKey, { error: 'not-a-private-key' }),
  VARNA_CERTIFICATE_THUMBPRINT: z
    .string({ error: missing })
    .transform((thumbprint) => thumbprint.replaceAll(':', '').toUpperCase())
    .refine((thumbprint) => /^(?:[\dA-F]{40}|[\dA-F]{64})$/.test(thumbprint), { error: 'not-a-thumbprint' })
});

const Names = AccessNames.extend({
  HOST: z.union([z.ipv4(), z.ipv6()], { error: 'not-an-address' }).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'not-a-port' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'not-a-port' })
    .default(3978),
  VARNA_API_AUDIENCE: z.string({ error: missing }),
  VARNA_GRAPH: url.default('https://graph.microsoft.com'),
  VARNA_STATE: z.string().optional(),
  VARNA_STATE_ACCOUNT: z
    .string()
    .regex(/^https:\/\/[\da-z]{3,24}\.table\.core\.[\d.a-z]+\/?$/, { error: 'not-a-table-address' })
    .transform((text) => text.replace(/\/$/, ''))
    .optional(),
  VARNA_STATE_CONNECTION: z.string().refine(isToThisMachine, { error: 'not-azurite' }).optional(),
  VARNA_BOT_ID: guid.optional(),
  VARNA_BOT_SERVICE_HOSTS: z
    .string()
    .transform((hosts) => hosts.toLowerCase().split(/\s*,\s*/))
    .refine((hosts) => hosts.every((host) => /^[\da-z-]+(?:\.[\da-z-]+)+$/.test(host)), { error: 'not-hosts' })
    .default(['smba.trafficmanager.net']),
  VARNA_LOCAL_CHAT: z.literal('yes', { error: 'not-yes' }).optional(),
  ...Object.fromEntries(namesOfTheBotLibrary.map((name) => [name, forbidden]))
});
type Names = z.infer<typeof Names>;

/** A rule between settings is checked also when one of them is at fault by itself, so that all faults are told at once. */
const always = { when: () => true };

const keepings = ['VARNA_STATE', 'VARNA_STATE_ACCOUNT', 'VARNA_STATE_CONNECTION'] as const;

const Environment = Names.refine((names) => keepings.some((name) => names[name] !== undefined), {
  path: ['VARNA_STATE'],
  error: missing,
  ...always
})
  .refine((names) => keepings.filter((name) => names[name] !== undefined).length < 2, {
    path: ['VARNA_STATE'],
    error: 'not-beside-another-state',
    ...always
  })
  .refine((names) => isAllowed(names, names.VARNA_STATE_ACCOUNT, isLoopbackUrl), {
    path: ['VARNA_STATE_ACCOUNT'],
    error: 'not-local',
    ...always
  })
  .refine(({ VARNA_BOT_ID: bot, VARNA_LOCAL_CHAT: local }) => bot !== undefined || local !== undefined, {
    path: ['VARNA_BOT_ID'],
    error: missing,
    ...always
  })
  .refine(({ VARNA_BOT_ID: bot, VARNA_LOCAL_CHAT: local }) => bot === undefined || local === undefined, {
    path: ['VARNA_LOCAL_CHAT'],
    error: 'not-beside-a-bot',
    ...always
  })
  .refine((names) => isAllowed(names, names.HOST, isLoopbackAddress), { path: ['HOST'], error: 'not-local', ...always })
  .refine((names) => isAllowed(names, names.VARNA_SITE, isLoopbackUrl), { path: ['VARNA_SITE'], error: 'not-local', ...always })
  .refine((names) => isAllowed(names, names.VARNA_AUTHORITY, isLoopbackUrl), { path: ['VARNA_AUTHORITY'], error: 'not-local', ...always })
  .refine((names) => isAllowed(names, names.VARNA_GRAPH, isLoopbackUrl), { path: ['VARNA_GRAPH'], error: 'not-local', ...always });

/** With the local door asked for, everything the service speaks with must be on this machine. What is missing is told as missing. */
function isAllowed(names: Partial<Names>, value: string | undefined, isLocal: (value: string) => boolean): boolean {
  return names.VARNA_LOCAL_CHAT === undefined || value === undefined || isLocal(value);
}

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  return username === '' && search === '' && hash === '' && (protocol === 'https:' || isLoopbackUrl(text));
}

/** A connection string holds the account's key, which opens everything: it is taken for Azurite only, whose key is no secret. */
function isToThisMachine(connection: string): boolean {
  const parts = connection.split(';').map((part) => part.split(/=(.*)/s));
  const endpoints = ['TableEndpoint', 'QueueEndpoint'].map((name) => parts.find(([given]) => given === name)?.[1] ?? '');
  return endpoints.every((endpoint) => isLoopbackUrl(endpoint));
}

function isPrivateRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

function accessFrom(names: z.infer<typeof AccessNames>): SiteAccess {
  return {
    site: names.VARNA_SITE,
    tenantId: names.VARNA_TENANT_ID,
    authority: names.VARNA_AUTHORITY,
    clientId: names.VARNA_CLIENT_ID,
    certificate: { privateKey: names.VARNA_CERTIFICATE, thumbprint: names.VARNA_CERTIFICATE_THUMBPRINT }
  };
}

function settingsFrom(names: Names): Settings {
  return {
    ...accessFrom(names),
    host: names.HOST,
    port: names.PORT,
    apiAudience: names.VARNA_API_AUDIENCE,
    graph: names.VARNA_GRAPH,
    keeping: keepingFrom(names),
    chat:
      names.VARNA_BOT_ID === undefined
        ? { kind: 'local' }
        : { kind: 'teams', botId: names.VARNA_BOT_ID, serviceHosts: names.VARNA_BOT_SERVICE_HOSTS }
  };
}

function keepingFrom({ VARNA_STATE: path = '', VARNA_STATE_ACCOUNT: tables, VARNA_STATE_CONNECTION: connection }: Names): Keeping {
  if (tables !== undefined) return { kind: 'azure', tables, queues: tables.replace('.table.', '.queue.') };
  return connection !== undefined ? { kind: 'azurite', connection } : { kind: 'file', path };
}
