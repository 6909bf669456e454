// A component in a chunk of its own that can be asked for again: React.lazy itself remembers for good that a chunk did not come.
import * as React from 'react';

export interface Lazy<P> {
  (props: P): React.ReactElement;
  /** Asks for the chunk before it is to be shown. One that does not come is asked for again when it is. */
  readonly ahead: () => void;
}

/** Suspends until it is loaded. Throws when it could not be; rendered anew, as by the button of the net around, it is loaded anew. */
export function lazily<P extends object>(load: () => Promise<React.ComponentType<P>>): Lazy<P> {
  const attempt = (): React.LazyExoticComponent<React.ComponentType<Given<P>>> =>
    React.lazy(async () => {
      try {
        const Loaded = await load();
        return { default: ({ given }: Given<P>) => <Loaded {...given} /> };
      } catch (error) {
        Latest = attempt();
        throw error;
      }
    });
  let Latest = attempt();
  return Object.assign((props: P) => <Latest given={props} />, { ahead: () => void load().catch(() => undefined) });
}

interface Given<P> {
  readonly given: P;
}
