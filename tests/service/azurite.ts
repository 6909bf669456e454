// Azurite, Microsoft's own emulator of Azure Storage, on 127.0.0.1 in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { z } from 'zod';

export interface Azurite {
  readonly connection: string;
  readonly stop: () => Promise<void>;
}

/** The account and key every emulator of Azure Storage has: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** For a busy machine; it takes two seconds of processor time. */
export const azuriteStartMilliseconds = 90_000;

const Addresses = z.object({ table: z.string(), queue: z.string() });

/** Resolves when it answers. */
export async function startAzurite(): Promise<Azurite> {
  const child = fork(path.join(__dirname, 'azurite-process.cjs'), { execArgv: [] });
  const exited = once(child, 'exit');
  const [said] = (await Promise.race([once(child, 'message'), exited])) as unknown[];
  const { table, queue } = Addresses.parse(said);
  return {
    connection: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${account}`,
      `AccountKey=${key}`,
      `TableEndpoint=${table}/${account}`,
      `QueueEndpoint=${queue}/${account}`
    ].join(';'),
    stop: async () => {
      child.kill();
      await exited;
    }
  };
}
