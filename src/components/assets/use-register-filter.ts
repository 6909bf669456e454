// What the register is narrowed to on the screen, and in the address of it: whoever comes back finds it as they left it.
import * as React from 'react';
import type { RegisterFilter } from '../../domain/register-search';
import { useLocation } from '../use-address';

/** Browsers count how often an address is changed; nobody follows a link as soon after a keystroke. Milliseconds. */
const keystrokes = 150;

export function useRegisterFilter(given: RegisterFilter): readonly [RegisterFilter, (filter: RegisterFilter) => void] {
  const { stayAt } = useLocation();
  const [filter, setFilter] = React.useState(given);
  React.useEffect(() => {
    if (filter === given) return undefined;
    const timer = window.setTimeout(() => stayAt({ screen: 'assets', filter }), keystrokes);
    return () => window.clearTimeout(timer);
  }, [filter, given, stayAt]);
  return [filter, setFilter];
}
