// Idempotency keys: the same submit tried again, even after a reload, is the same command; a changed one is a new command.
import { contentHash, type Json } from '../../domain/hash';

/** What keys are kept in; the browser's localStorage fits. Only a fingerprint of the content is kept, never the content. */
export interface KeyStorage {
  readonly getItem: (name: string) => string | null;
  readonly setItem: (name: string, value: string) => void;
  readonly removeItem: (name: string) => void;
}

export interface CommandKeys {
  readonly keyFor: (name: string, input: Json) => string;
  /** The submit was answered for good; the next one is new. */
  readonly settle: (name: string, input: Json) => void;
}

export function commandKeys(storage: KeyStorage, newKey: () => string): CommandKeys {
  return {
    keyFor: (name, input) => {
      const place = placeOf(name, input);
      const key = storage.getItem(place) ?? newKey();
      storage.setItem(place, key);
      return key;
    },
    settle: (name, input) => storage.removeItem(placeOf(name, input))
  };
}

function placeOf(name: string, input: Json): string {
  return `varna:command:${name}:${contentHash(input)}`;
}
