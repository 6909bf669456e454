// What was read last, for the time that reading fails or is slow: a form must not wait for what merely stands beside it.
import { withinTime } from './time-limit';

/** `read`, but what it gave last when it fails or takes longer than `milliseconds`; it goes on all the same. Throws when it has never given anything. */
export function lastKnown<V>(read: () => Promise<V>, milliseconds: number): () => Promise<V> {
  let known: { readonly value: V } | undefined;
  return async () => {
    const reading = read().then((value) => (known = { value }));
    try {
      const newest = await withinTime(reading, milliseconds);
      if (newest !== 'too-late') return newest.value;
    } catch (error) {
      if (known === undefined) throw error;
    }
    if (known === undefined) throw new Error(`Nothing was read within ${milliseconds} milliseconds.`);
    return known.value;
  };
}
