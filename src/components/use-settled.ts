// What something says once it has stopped changing, for those who listen: one result is told, not one for each keystroke.
import * as React from 'react';

/** Milliseconds. */
const pause = 500;

export function useSettled<V>(value: V): V {
  const [settled, setSettled] = React.useState(value);
  React.useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), pause);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}
