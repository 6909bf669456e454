// Azurite, Microsoft's own emulator of Azure Storage, as two processes on 127.0.0.1 that keep nothing: tables and queues.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

export interface Azurite {
  readonly connection: string;
  readonly stop: () => Promise<void>;
}

/** The account and key every emulator of Azure Storage has: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Resolves when both answer. */
export async function startAzurite(): Promise<Azurite> {
  const [table, queue] = await Promise.all([startPart('table'), startPart('queue')]);
  return {
    connection: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${account}`,
      `AccountKey=${key}`,
      `TableEndpoint=http://127.0.0.1:${table.port}/${account}`,
      `QueueEndpoint=http://127.0.0.1:${queue.port}/${account}`
    ].join(';'),
    stop: async () => {
      await Promise.all([table, queue].map(({ child }) => stopped(child)));
    }
  };
}

async function startPart(part: 'table' | 'queue'): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const port = await freePort();
  const program = path.join(__dirname, `../../node_modules/azurite/dist/src/${part}/main.js`);
  const place = [`--${part}Host`, '127.0.0.1', `--${part}Port`, String(port)];
  const child = spawn(
    process.execPath,
    [program, ...place, '--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck', '--silent'],
    {
      stdio: ['ignore', 'pipe', 'inherit']
    }
  );
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (words) => {
      if (String(words).includes('successfully')) resolve();
    });
    child.once('exit', () => reject(new Error(`Azurite's ${part} did not start.`)));
  });
  return { child, port };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function stopped(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
