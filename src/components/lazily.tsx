// A component in a chunk of its own that can be asked for again: React.lazy itself remembers for good that a chunk did not come.
import * as React from 'react';

/** Suspends until it is loaded. Throws when it could not be; rendered anew, as by the button of the net around, it is loaded anew. */
export function lazily<P extends object>(load: () => Promise<React.ComponentType<P>>): (props: P) => React.ReactElement {
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
  return (props) => <Latest given={props} />;
}

interface Given<P> {
  readonly given: P;
}
