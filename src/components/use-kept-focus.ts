// The focus when what had it goes away, as a form does that has been answered: without this the browser forgets where whoever uses the keyboard was.
import * as React from 'react';

/** Time for whatever comes instead to take the focus itself, in milliseconds. */
const grace = 50;

/** Inside the frame the focus that is lost goes to the heading of what was around, else to the nearest one further out. */
export function useKeptFocus(frame: React.RefObject<HTMLElement>): void {
  React.useEffect(() => {
    const inside = frame.current;
    return inside === null ? undefined : keepFocus(inside);
  }, [frame]);
}

function keepFocus(frame: HTMLElement): () => void {
  const until = new AbortController();
  const { remember, forget, restoreSoon } = lastFocus(frame);
  // The whole document: a dialog stands beside the frame, and gives the focus back to what is no longer there.
  const observer = new MutationObserver(restoreSoon);
  observer.observe(document.body, { childList: true, subtree: true });
  frame.addEventListener('focusin', remember, { signal: until.signal });
  // Whoever points somewhere else has let go of it themselves.
  frame.addEventListener('pointerdown', forget, { signal: until.signal });
  return () => {
    observer.disconnect();
    until.abort();
  };
}

interface LastFocus {
  readonly remember: (event: FocusEvent) => void;
  readonly forget: (event: Event) => void;
  readonly restoreSoon: () => void;
}

function lastFocus(frame: HTMLElement): LastFocus {
  let around: readonly HTMLElement[] = [];
  const restore = (): void => {
    if (isLost(around)) headingNear(around)?.focus({ preventScroll: true });
  };
  return {
    remember: ({ target }) => {
      around = target instanceof HTMLElement ? ancestorsIn(frame, target) : [];
    },
    forget: ({ target }) => {
      if (!(target instanceof Node && around[0]?.contains(target) === true)) around = [];
    },
    restoreSoon: () => {
      if (isLost(around)) window.setTimeout(restore, grace);
    }
  };
}

/** The element and what it stands in, from the inside out to the frame. */
function ancestorsIn(frame: HTMLElement, element: HTMLElement): readonly HTMLElement[] {
  const around = [element];
  for (let next = element.parentElement; next !== null && next !== frame.parentElement; next = next.parentElement) around.push(next);
  return around;
}

function isLost([focused]: readonly HTMLElement[]): boolean {
  return focused !== undefined && !focused.isConnected && (document.activeElement ?? document.body) === document.body;
}

function headingNear(around: readonly HTMLElement[]): HTMLElement | undefined {
  for (const element of around.filter(({ isConnected }) => isConnected)) {
    const heading = element.querySelector<HTMLElement>('h1, h2, h3');
    if (heading === null) continue;
    heading.tabIndex = -1;
    return heading;
  }
  return undefined;
}
