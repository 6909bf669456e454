// Reading for a screen: one read with its states, and a way to try again.
import * as React from 'react';
import { useEnvironment } from './environment';
import type { Read } from './source';

type Reading<V> = { readonly status: 'reading' | 'failed' | 'no-right' } | { readonly status: 'read'; readonly value: V };

export interface ReadResult<V> {
  readonly reading: Reading<V>;
  readonly again: () => void;
}

/** What reads; what it gives to `soon` is shown until the whole answer is there. Give it from React.useCallback. */
type Reader<V> = (soon: (value: V) => void) => Promise<Read<V>>;

/** Reads when shown and whenever `read` is another function. An answer that comes too late is dropped. */
export function useRead<V>(read: Reader<V>): ReadResult<V> {
  return useReading(read, useEnvironment().onError);
}

/** As `useRead`, where there is no environment yet. `onError` is told of each surprise. */
export function useReading<V>(read: Reader<V>, onError: (error: Error) => void): ReadResult<V> {
  const [reading, setReading] = React.useState<Reading<V>>({ status: 'reading' });
  const [tries, setTries] = React.useState(0);
  React.useEffect(() => {
    let current = true;
    let isSettled = false;
    const show = (next: Reading<V>): void => {
      if (current) setReading(next);
      isSettled = true;
    };
    setReading({ status: 'reading' });
    read((value) => current && !isSettled && setReading({ status: 'read', value })).then(
      (outcome) => show(outcome.ok ? { status: 'read', value: outcome.value } : { status: 'no-right' }),
      (error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)));
        show({ status: 'failed' });
      }
    );
    return () => {
      current = false;
    };
  }, [read, tries, onError]);
  const again = React.useCallback(() => setTries((count) => count + 1), []);
  return { reading, again };
}
