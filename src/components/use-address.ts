// The address of the browser's window: one address for SharePoint, Teams, the back button and bookmarks.
import * as React from 'react';
import { addressOf, subpageOf, type Address } from './address';

export interface Location {
  readonly address: Address;
  readonly goTo: (address: Address) => void;
  /** The address of where one is already, as narrowed since: Back comes to it. */
  readonly stayAt: (address: Address) => void;
  /** How many times somebody has moved since the tab was opened. */
  readonly moves: number;
}

const LocationContext = React.createContext<Location | undefined>(undefined);

export const LocationProvider = LocationContext.Provider;

/** Where somebody is in the tab, and how they move. */
export function useLocation(): Location {
  const location = React.useContext(LocationContext);
  if (location === undefined) throw new Error('A screen of the tab was rendered outside LocationProvider.');
  return location;
}

/** `startAt` is the subpage a Teams link points at; what stands after # in the window's own address goes before it. */
export function useAddress(startAt: string | undefined): Location {
  const [{ address, moves }, setPlace] = React.useState(() => ({ address: addressOf(window.location.hash || (startAt ?? '')), moves: 0 }));
  React.useEffect(() => {
    const follow = (): void => setPlace((place) => ({ address: addressOf(window.location.hash), moves: place.moves + 1 }));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const goTo = React.useCallback((next: Address) => {
    window.location.hash = subpageOf(next);
  }, []);
  const stayAt = React.useCallback((same: Address) => window.history.replaceState(window.history.state, '', `#${subpageOf(same)}`), []);
  return React.useMemo(() => ({ address, goTo, stayAt, moves }), [address, goTo, stayAt, moves]);
}
