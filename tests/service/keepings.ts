// The two keepings of the service's state, each of them opened as often as a test likes.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAzureState } from '../../src/service/state/azure/state';
import type { ServiceState } from '../../src/service/state/service-state';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import { startAzurite, type Azurite } from './azurite';

export interface Keepings {
  /** Empty, opened once more each time it is called: as several instances, or as one that has started anew. */
  readonly fresh: (kind: KeepingKind) => () => Promise<ServiceState>;
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
      return async () => {
        const state = kind === 'SQLite' ? openSqliteState(path.join(folder, name)) : await openIn(azurite, name, now);
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

function openIn({ connection }: Azurite, name: string, now: () => Date): Promise<ServiceState> {
  return openAzureState({
    account: { kind: 'azurite', connection },
    name,
    now,
    lookEvery: 20,
    lost: (error) => {
      throw error;
    }
  });
}
