// Starts the stand-in alone: `node --import tsx src/standin/main.ts --file standin.sqlite --port 5170`.
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** better-sqlite3 is built for Node 22 and crashes without a word under 20. */
const neededNode = '22';
const usage = 'Usage: --file <SQLite file> [--port 5170] [--tenant <uuid>] [--site /sites/<name> --administrator <user principal name>]';

const argumentsSchema = z.object({
  file: z.string().min(1),
  port: z.coerce.number().int().min(0).max(65535),
  tenant: z.guid(),
  site: z.string().exactOptional(),
  administrator: z.string().exactOptional()
});

async function main(): Promise<void> {
  if (process.versions.node.split('.')[0] !== neededNode)
    throw new Error(`The stand-in needs Node ${neededNode}, this is ${process.versions.node}.`);
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      port: { type: 'string', default: '5170' },
      tenant: { type: 'string', default: '5f1e6a0c-3f6b-4d0e-9a57-0d3a4a1f7c11' },
      site: { type: 'string' },
      administrator: { type: 'string' }
    }
  });
  const { file, port, tenant, site, administrator } = argumentsSchema.parse(values);
  // Loaded only now: what it loads cannot run under another Node.
  const { listenStandin } = await import('./standin');
  const standin = await listenStandin({ file, port, tenantId: tenant });
  if (site !== undefined) {
    standin.createSite({
      path: site,
      title: site.slice(site.lastIndexOf('/') + 1),
      administrators: administrator === undefined ? [] : [administrator]
    });
  }
  process.stdout.write(`The stand-in for SharePoint, Graph and Entra listens at ${standin.origin}\n`);
  process.once('SIGTERM', () => void standin.stop());
  process.once('SIGINT', () => void standin.stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
});
