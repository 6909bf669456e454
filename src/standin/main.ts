// Starts the stand-in alone: `node --import tsx src/standin/main.ts --open-tokens`. What can be said is in `usage` and docs/standin.md.
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** better-sqlite3 is built for Node 22 and crashes without a word under 20. */
const neededNode = '22';

const usage = `Usage: node --import tsx src/standin/main.ts
  --file <SQLite file>         what is kept; nothing when absent
  --port <port>                5170 when absent, 0 for a free one
  --tenant <uuid>
  --site <path>                /sites/standin when absent
  --people <JSON file>         [{ "displayName", "userPrincipalName", "mail", "department", "jobTitle", "manager" }]
  --administrator <user principal name>   may be said several times; the first person when absent
  --applications <JSON file>   [{ "clientId", "certificate" (PEM file) or "secret" or neither, "appRoles", "sites", "redirectUris" }]
  --open-tokens                opens /_standin/token: a token as anybody, for scripts
  --faults                     opens /_standin/faults and /_standin/requests
  --threshold <rows>           the list view threshold, 5000 when absent`;

const argumentsSchema = z.object({
  file: z.string().min(1),
  port: z.coerce.number().int().min(0).max(65535),
  tenant: z.guid(),
  site: z.string().startsWith('/'),
  people: z.string().exactOptional(),
  administrator: z.array(z.string()),
  applications: z.string().exactOptional(),
  'open-tokens': z.boolean(),
  faults: z.boolean(),
  threshold: z.coerce.number().int().positive()
});

function readArguments(): z.infer<typeof argumentsSchema> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string', default: ':memory:' },
      port: { type: 'string', default: '5170' },
      tenant: { type: 'string', default: '5f1e6a0c-3f6b-4d0e-9a57-0d3a4a1f7c11' },
      site: { type: 'string', default: '/sites/standin' },
      people: { type: 'string' },
      administrator: { type: 'string', multiple: true, default: [] },
      applications: { type: 'string' },
      'open-tokens': { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      threshold: { type: 'string', default: '5000' }
    }
  });
  const parsed = argumentsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error));
}

async function main(): Promise<void> {
  if (process.versions.node.split('.')[0] !== neededNode)
    throw new Error(`The stand-in needs Node ${neededNode}, this is ${process.versions.node}.`);
  const { file, port, tenant, threshold, faults, 'open-tokens': openTokens, administrator, ...filling } = readArguments();
  // Loaded only now: what they load cannot run under another Node.
  const { listenStandin } = await import('./standin');
  const { fillAlone, startedWords } = await import('./started-alone');
  const standin = await listenStandin({ file, port, tenantId: tenant, listViewThreshold: threshold, faults, openTokens });
  const stop = (): void => void standin.stop();
  try {
    const administrators = fillAlone(standin, { ...filling, administrators: administrator });
    process.stdout.write(startedWords(standin, { site: filling.site, administrators, faults, openTokens }));
  } catch (error) {
    stop();
    throw error;
  }
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
});
