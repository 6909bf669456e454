// The two keepings of the service's state, each of them opened as often as a test likes.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAzureState, type AzureStateOptions } from '../../src/service/state/azure/state';
import type { ServiceState } from '../../src/service/state/service-state';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import { startAzurite, type Azurite } from './azurite';

export interface Keepings {
  /** Empty; `lookEvery`: milliseconds between looks in the queue of Azure Storage. Opened once more each time it is called: as several instances, or as one that has started anew. */
  readonly fresh: (kind: KeepingKind) => (lookEvery?: number) => Promise<ServiceState>;
  /** How Azurite is reached. */
  readonly azurite: string;
  /** Closes what a test has opened. */
  readonly close: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const keepingKinds = ['SQLite', 'Azure Storage'] as const;
export type KeepingKind = (typeof keepingKinds)[number];

export async function startKeepings(now: () => Date): Promise<Keepings> {
  const folder = mkdtempSync(path.join(tmpdir(), 'varna-'));
  const azurite = await startAzurite();
  const opened: ServiceState[] = [];
  return {
    fresh: (kind) => {
      const name = `varna${randomUUID().replaceAll('-', '')}`;
      return async (lookEvery = 20) => {
        const state = kind === 'SQLite' ? openSqliteState(path.join(folder, name)) : await openIn(azurite, { name, lookEvery, now });
        opened.push(state);
        return state;
      };
    },
    azurite: azurite.connection,
    close: async () => {
      await Promise.all(opened.splice(0).map((state) => state.close()));
    },
    stop: async () => {
      await azurite.stop();
      rmSync(folder, { recursive: true });
    }
  };
}

function openIn({ connection }: Azurite, options: Pick<AzureStateOptions, 'name' | 'lookEvery' | 'now'>): Promise<ServiceState> {
  return openAzureState({
    ...options,
    account: { kind: 'azurite', connection },
    lost: (error) => {
      throw error;
    }
  });
}
