// The service's state in Azure Storage, for many instances: one table, which is the truth, and one queue that wakes them.
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import type { ServiceState } from '../service-state';
import { contentsIn } from './contents';
import { conversationsIn } from './conversations';
import { inboxIn } from './inbox';
import { outboxIn } from './outbox';
import { rowsIn } from './rows';
import { scheduleIn } from './schedule';
import { openWakeUps, type WakeUpsOptions } from './wake-ups';

/** An account of Azure's, opened with Entra's tokens; or the emulator Azurite, whose key everybody knows. Addresses are without a trailing slash. */
export type StorageAccount =
  | { readonly kind: 'azure'; readonly tables: string; readonly queues: string; readonly token: () => Promise<string> }
  | { readonly kind: 'azurite'; readonly connection: string };

export interface AzureStateOptions extends Omit<WakeUpsOptions, 'queue'> {
  readonly account: StorageAccount;
  /** What the table and the queue are called: 3 to 63 small letters and digits. */
  readonly name?: string;
}

/** Makes the table and the queue when they are missing. Throws when the account does not answer or does not let us in. */
export async function openAzureState({ account, name = 'varnastate', ...options }: AzureStateOptions): Promise<ServiceState> {
  const { table, queue } = clientsFor(account, name);
  await Promise.all([table.createTable(), queue.createIfNotExists()]);
  const rows = rowsIn(table);
  const wakeUps = openWakeUps({ ...options, queue });
  return {
    inbox: inboxIn(rows, wakeUps),
    outbox: outboxIn(rows, wakeUps),
    conversations: conversationsIn(rows),
    schedule: scheduleIn(rows),
    contents: contentsIn(rows),
    listen: wakeUps.listen,
    close: wakeUps.stop
  };
}

function clientsFor(account: StorageAccount, name: string): { readonly table: TableClient; readonly queue: QueueClient } {
  if (account.kind === 'azurite')
    return {
      table: TableClient.fromConnectionString(account.connection, name, { allowInsecureConnection: true }),
      queue: new QueueClient(account.connection, name)
    };
  const credential = { getToken: () => shortLived(account.token) };
  return { table: new TableClient(account.tables, name, credential), queue: new QueueClient(`${account.queues}/${name}`, credential) };
}

/** `token` keeps its token for as long as it is good: the library asks each time instead of keeping one of its own. */
async function shortLived(token: () => Promise<string>): Promise<{ readonly token: string; readonly expiresOnTimestamp: number }> {
  return { token: await token(), expiresOnTimestamp: Date.now() + 60_000 };
}
