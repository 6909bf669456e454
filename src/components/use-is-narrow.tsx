// Whether the tab has little width: its own width, since a SharePoint page may give it a column only.
import * as React from 'react';
import { narrowBelow } from './themed';

const NarrowContext = React.createContext(false);

export const NarrowProvider = NarrowContext.Provider;

export function useIsNarrow(): boolean {
  return React.useContext(NarrowContext);
}

/** Follows the width of an element. */
export function useMeasuredNarrow(element: React.RefObject<HTMLElement>): boolean {
  const [isNarrow, setNarrow] = React.useState(false);
  React.useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setNarrow(entry.contentRect.width < narrowBelow);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNarrow;
}
