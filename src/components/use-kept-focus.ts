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
  let around: readonly HTMLElement[] = [];
  let timer: number | undefined;
  const remember = ({ target }: FocusEvent): void => {
    around = target instanceof HTMLElement ? ancestorsIn(frame, target) : [];
  };
  const forget = ({ target }: Event): void => {
    const [focused] = around;
    if (!(target instanceof Node && focused?.contains(target) === true)) around = [];
  };
  const restore = (): void => {
    if (isLost(around)) headingNear(around)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    if (!isLost(around)) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(restore, grace);
  });
  // The whole document: a dialog stands beside the frame, and gives the focus back to what is no longer there.
  observer.observe(document.body, { childList: true, subtree: true });
  frame.addEventListener('focusin', remember);
  // Whoever points somewhere else has let go of it themselves.
  frame.addEventListener('pointerdown', forget);
  return () => {
    observer.disconnect();
    window.clearTimeout(timer);
    frame.removeEventListener('focusin', remember);
    frame.removeEventListener('pointerdown', forget);
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
