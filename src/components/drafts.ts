// What somebody has typed but not sent, kept in the browser so that it survives reload and failure.
import type { z } from 'zod';

/** The part of the browser's Storage that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Drafts {
  /** Undefined when there is none, or when what is kept no longer has this shape. */
  readonly read: <V>(name: string, shape: z.ZodType<V>) => V | undefined;
  /** False when the browser would not keep it (storage full or switched off); then the person is told. */
  readonly write: (name: string, draft: unknown) => boolean;
  readonly erase: (name: string) => void;
  /** The names that begin so. */
  readonly names: (beginning: string) => readonly string[];
}

/** Drafts of one person: on a shared machine nobody meets another's. `person` is the Entra object id. */
export function personalDrafts(storage: DraftStorage, person: string): Drafts {
  const prefix = `varna:draft:${person}:`;
  return {
    read: (name, shape) => {
      const kept = storage.getItem(prefix + name);
      const draft = kept === null ? undefined : shape.safeParse(parsed(kept));
      return draft?.success === true ? draft.data : undefined;
    },
    write: (name, draft) => {
      try {
        storage.setItem(prefix + name, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    erase: (name) => storage.removeItem(prefix + name),
    names: (beginning) =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(prefix + beginning))
        .map((key) => key.slice(prefix.length))
        .sort()
  };
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}
