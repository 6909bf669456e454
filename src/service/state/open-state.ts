// Opens the service's state where the settings say it is kept.
import type { Logger } from 'pino';
import { appToken } from '../../identity/app-token';
import { faultOf } from '../log';
import type { Settings } from '../settings';
import type { ServiceState } from './service-state';
import { openSqliteState } from './sqlite/state';

const storageScope = 'https://storage.azure.com/.default';

/** Milliseconds between two looks in the queue that wakes instances. */
const lookEvery = 5_000;

/** Throws when it cannot be opened. The service is let into a storage account as who it is everywhere else: its own app registration. */
export async function openState(
  settings: Settings,
  { now, log }: { readonly now: () => Date; readonly log: Logger }
): Promise<ServiceState> {
  const { keeping } = settings;
  if (keeping.kind === 'file') return openSqliteState(keeping.path);
  // Loaded only now: a service with a file of its own has no use for it.
  const { openAzureState } = await import('./azure/state');
  return openAzureState({
    account: keeping.kind === 'azurite' ? keeping : { ...keeping, token: appToken({ ...settings, scope: storageScope, now }) },
    now,
    lookEvery,
    lost: (error) => log.warn({ fault: faultOf(error) }, 'wake-up lost')
  });
}
