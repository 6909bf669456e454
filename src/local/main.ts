// `npm start`: the whole product on this machine. Says what it does, ends with addresses, and stops everything on Ctrl-C.
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ExampleName } from './example/people';
import { portsInUse, portsInWords } from './ports';

/** better-sqlite3 is built for Node 22 and crashes without a word under 20 (platform.md 1). */
const neededNode = 22;
const usualFirstPort = 5170;
const chats: readonly ExampleName[] = ['employee', 'manager', 'it'];

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) !== neededNode) {
    fail(`This is Node ${process.versions.node}. Start Värna with "npm start", which runs it under Node ${neededNode}.`);
    return;
  }
  const options = readArguments();
  if (options === undefined) {
    fail('Usage: npm start [-- [--fresh] [--ports FIRST]]  --fresh begins anew; --ports chooses the first of five ports.');
    return;
  }
  // Loaded only now: what they load cannot run under another Node.
  const { openMunicipality, portsFrom, StartRefusal } = await import('./municipality');
  const inUse = await portsInUse(portsFrom(options.firstPort, chats));
  if (inUse.length > 0) {
    fail(portsInWords(inUse));
    return;
  }
  const { buildBundles } = await import('./build');
  await buildBundles({ say });
  const municipality = await openMunicipality({ ...options, folder: path.resolve('.local'), chats, say }).catch((error: unknown) => {
    if (!(error instanceof StartRefusal)) throw error;
    fail(error.message);
    return undefined;
  });
  if (municipality === undefined) return;
  say(
    [
      '',
      'Värna is running. Open:',
      `  ${'Startsida'.padEnd(30)} ${municipality.origin}/`,
      ...municipality.places.map(line),
      '',
      'Ctrl-C stops everything.'
    ].join('\n')
  );
  const stop = (): void => {
    say('Stopping …');
    municipality.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error))
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readArguments(): { readonly fresh: boolean; readonly firstPort: number } | undefined {
  try {
    const { values } = parseArgs({
      options: { fresh: { type: 'boolean', default: false }, ports: { type: 'string', default: String(usualFirstPort) } }
    });
    const firstPort = Number(values.ports);
    return Number.isInteger(firstPort) && firstPort > 0 && firstPort < 65_000 ? { fresh: values.fresh, firstPort } : undefined;
  } catch {
    return undefined;
  }
}

function line({ name, url }: { readonly name: string; readonly url: string }): string {
  return `  ${name.padEnd(30)} ${url}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
