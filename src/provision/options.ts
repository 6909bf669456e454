// What the provisioning command is told on its command line and in the environment: parsed once, every fault told together.
import { createPrivateKey } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AppIdentity } from '../identity/app-token';
import type { SignIn } from '../identity/sign-in';
import { SiteSettings } from '../lists/settings';
import { levelChoices } from '../schema/assets';
import { groups, groupTitle } from '../schema/groups';
import { settingKeys } from '../schema/settings';
import type { Wishes } from './plan';

/** As the application with its certificate, or as a person who signs in. */
export type Entrance =
  | { readonly way: 'certificate'; readonly identity: AppIdentity }
  | { readonly way: 'sign-in'; readonly asking: Omit<SignIn, 'open'> };

interface Options extends Wishes {
  /** Absolute address of the site, without a slash at the end. */
  readonly site: string;
  readonly dryRun: boolean;
  readonly mend: boolean;
  readonly entrance: Entrance;
}

/** `tell`: only words are asked for, and nothing is done. */
export type OptionsReading =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: true; readonly tell: 'usage' | 'permissions' }
  | { readonly ok: false; readonly faults: readonly string[] };

export const usage = [
  'npm run provision -- --site https://… [--dry-run] [--mend] [--sign-in [--client id] [--tenant id]]',
  '                     [--settings nyckel=värde]… [--group-member "Värna IT=upn,upn"]…',
  '  --dry-run      säger vad som skulle göras och gör inget',
  '  --mend         rättar också det som är ändrat för hand',
  '  --sign-in      loggar in dig i webbläsaren i stället för appen med certifikat',
  '  --permissions  säger exakt vilka behörigheter som behövs',
  `Nycklar: ${settingKeys.join(', ')}.`,
  `Grupper: ${groups.map(groupTitle).join(', ')}.`,
  'Miljön: VARNA_TENANT_ID, VARNA_CLIENT_ID, VARNA_CERTIFICATE (privat nyckel, PEM), VARNA_CERTIFICATE_THUMBPRINT, VARNA_AUTHORITY.',
  'Slutar med 0 när webbplatsen är som den ska, 1 när något gick fel, 2 när kommandot är fel givet, 3 när avvikelser lämnades, 4 när något vägrades.'
].join('\n');

/** `line` is the command line without the program; an empty value in the environment counts as missing. */
export function readOptions(line: readonly string[], environment: Readonly<Record<string, string | undefined>>): OptionsReading {
  const words = wordsOf(line);
  if (!words.ok) return words;
  const { help, permissions, client, tenant, 'sign-in': isSignIn, ...values } = words.values;
  if (help || permissions) return { ok: true, tell: help ? 'usage' : 'permissions' };
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const environs = {
    ...set,
    ...(client !== undefined && { VARNA_CLIENT_ID: client }),
    ...(tenant !== undefined && { VARNA_TENANT_ID: tenant })
  };
  const told = Line.safeParse(values);
  const entrance = (isSignIn ? PersonEnvironment : Environment).safeParse(environs);
  if (told.success && entrance.success) return { ok: true, options: optionsFrom(told.data, entrance.data) };
  return { ok: false, faults: [...faultsIn(told.error), ...faultsIn(entrance.error)] };
}

function wordsOf(line: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...line],
      options: {
        site: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        mend: { type: 'boolean', default: false },
        'sign-in': { type: 'boolean', default: false },
        client: { type: 'string' },
        tenant: { type: 'string' },
        permissions: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        settings: { type: 'string', multiple: true, default: [] },
        'group-member': { type: 'string', multiple: true, default: [] }
      }
    });
    return { ok: true, values } as const;
  } catch (error) {
    return { ok: false, faults: [faultInLine(error)] } as const;
  }
}

/** What `parseArgs` says in English, by its codes (Node's documentation of `util.parseArgs`). */
function faultInLine(error: unknown): string {
  const { code, message } = LineError.parse(error);
  const word = /'(.+?)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Det finns inget som heter ${word}.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `"${word}" hör inte hit. Värden med mellanslag ska stå inom citattecken.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `${word.split(/[ ,]/)[0] ?? ''} saknar sitt värde, eller har ett som det inte ska ha.`;
  }
}

const LineError = z.object({
  code: z.enum(['ERR_PARSE_ARGS_UNKNOWN_OPTION', 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE']),
  message: z.string()
});

const address = (name: string): z.ZodType<string, string> =>
  z
    .string({ error: `${name} saknas.` })
    .refine(isSafeAddress, { error: `${name} ska vara en adress med https (http bara på den egna datorn).` })
    .transform((url) => url.replace(/\/+$/, ''));

const pair = z.string().transform((text, context) => {
  const [, key, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (key !== undefined && value !== undefined) return [key.trim(), value.trim()] as const;
  context.addIssue({ code: 'custom', message: `"${text}" ska vara av formen namn=värde.` });
  return z.NEVER;
});

const Line = z.object({
  site: address('--site'),
  'dry-run': z.boolean(),
  mend: z.boolean(),
  settings: z.array(pair).transform(settingsFrom),
  'group-member': z.array(pair).transform(membersFrom)
});

const PersonEnvironment = z.object({
  VARNA_TENANT_ID: z.guid({ error: 'VARNA_TENANT_ID (eller --tenant) ska vara klientorganisationens id.' }),
  VARNA_CLIENT_ID: z.guid({ error: 'VARNA_CLIENT_ID (eller --client) ska vara appregistreringens id.' }),
  VARNA_AUTHORITY: address('VARNA_AUTHORITY').default('https://login.microsoftonline.com')
});

const Environment = PersonEnvironment.extend({
  VARNA_CERTIFICATE: z
    .string({ error: 'VARNA_CERTIFICATE saknas.' })
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .refine(isPrivateKey, { error: 'VARNA_CERTIFICATE ska vara certifikatets privata RSA-nyckel i PEM-form.' }),
  VARNA_CERTIFICATE_THUMBPRINT: z
    .string({ error: 'VARNA_CERTIFICATE_THUMBPRINT saknas.' })
    .transform((thumbprint) => thumbprint.replaceAll(':', ''))
    .refine((thumbprint) => /^(?:[\da-f]{40}|[\da-f]{64})$/i.test(thumbprint), {
      error: 'VARNA_CERTIFICATE_THUMBPRINT ska vara 40 eller 64 hexadecimala tecken.'
    })
});

function settingsFrom(pairs: readonly (readonly [string, string])[], context: z.core.$RefinementCtx): SiteSettings {
  const reading = SiteSettings.safeParse(Object.fromEntries(pairs));
  if (reading.success) return reading.data;
  for (const issue of reading.error.issues) context.addIssue({ code: 'custom', message: settingFault(issue) });
  return z.NEVER;
}

function settingFault(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `--settings: det finns ingen inställning som heter ${issue.keys.join(', ')}.`;
  const key = issue.path.join('.');
  if (issue.code === 'custom') return `--settings ${key}: ${numbersFault(issue.params?.['reason'] === 'not-in-order')}`;
  if (issue.code === 'too_small') return `--settings ${key}: ska vara minst ${issue.minimum} tecken.`;
  if (issue.code === 'too_big') return `--settings ${key}: ska vara högst ${issue.maximum} tecken.`;
  return `--settings ${key}: ska vara en hel adress, som https://….`;
}

function numbersFault(isOutOfOrder: boolean): string {
  const words = levelChoices.words.join(', ');
  if (isOutOfOrder) return `numren ska stiga hela vägen i ordningen ${words}, som 1,2,3,4, eller sjunka hela vägen, som 4,3,2,1.`;
  return `ska vara ett helt tal från 0 till 99 för varje nivå, med komma emellan, i ordningen ${words}. Exempel: 1,2,3,4.`;
}

function membersFrom(pairs: readonly (readonly [string, string])[], context: z.core.$RefinementCtx): Wishes['members'] {
  return pairs.flatMap(([title, names]) => {
    const group = groups.find((one) => groupTitle(one) === title);
    if (group === undefined) context.addIssue({ code: 'custom', message: `--group-member: gruppen "${title}" finns inte i Värna.` });
    const people = names.split(',').map((name) => name.trim());
    return group === undefined ? [] : people.filter((who) => who !== '').map((who) => ({ group, who }));
  });
}

function optionsFrom(line: z.infer<typeof Line>, environment: PersonSettings | ApplicationSettings): Options {
  return {
    site: line.site,
    dryRun: line['dry-run'],
    mend: line.mend,
    settings: line.settings,
    members: line['group-member'],
    entrance: entranceFrom(new URL(line.site).origin, environment)
  };
}

type PersonSettings = z.infer<typeof PersonEnvironment>;
type ApplicationSettings = z.infer<typeof Environment>;

/** A person asks for one permission by name, so that Entra can ask them; an application gets all that it has been given. */
function entranceFrom(resource: string, environment: PersonSettings | ApplicationSettings): Entrance {
  const { VARNA_AUTHORITY: authority, VARNA_TENANT_ID: tenantId, VARNA_CLIENT_ID: clientId } = environment;
  const client = { authority, tenantId, clientId };
  if (!('VARNA_CERTIFICATE' in environment))
    return { way: 'sign-in', asking: { ...client, permission: `${resource}/AllSites.FullControl` } };
  const certificate = { privateKey: environment.VARNA_CERTIFICATE, thumbprint: environment.VARNA_CERTIFICATE_THUMBPRINT };
  return { way: 'certificate', identity: { ...client, certificate, scope: `${resource}/.default` } };
}

function faultsIn(error: z.ZodError | undefined): string[] {
  return error?.issues.map(({ message }) => message) ?? [];
}

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return search === '' && hash === '' && (protocol === 'https:' || (protocol === 'http:' && isLocal));
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
