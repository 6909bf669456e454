// The numbers that the municipality shows the levels with, read once for all screens: begun with the first reads, and no screen waits for them.
import * as React from 'react';
import type { LevelNumbers } from '../domain/level-numbers';
import type { Source } from './source';

const LevelNumbersContext = React.createContext<LevelNumbers | undefined>(undefined);

export interface LevelNumbersOfProps {
  readonly source: Pick<Source, 'settings'>;
  readonly onError: (error: Error) => void;
}

export function LevelNumbersOf({ source, onError, children }: React.PropsWithChildren<LevelNumbersOfProps>): React.ReactElement {
  const [numbers, setNumbers] = React.useState<LevelNumbers>();
  React.useEffect(() => {
    let isCurrent = true;
    source.settings().then(
      ({ levelNumbers }) => isCurrent && setNumbers(levelNumbers),
      (error: unknown) => onError(error instanceof Error ? error : new Error(String(error)))
    );
    return () => {
      isCurrent = false;
    };
  }, [source, onError]);
  return <LevelNumbersContext.Provider value={numbers}>{children}</LevelNumbersContext.Provider>;
}

/** `undefined` until they have been read, and when they cannot be. */
export function useLevelNumbers(): LevelNumbers | undefined {
  return React.useContext(LevelNumbersContext);
}
