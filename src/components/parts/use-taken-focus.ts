// The focus on what a press has brought: who uses the keyboard or hears the screen goes on from there, since what they pressed is gone.
import * as React from 'react';

/** For an element that can take the focus, also by `tabIndex={-1}`, or a component that can; it does when `takes` becomes true, or comes with it. */
export function useTakenFocus<E extends { readonly focus: () => void }>(takes: boolean): React.RefObject<E> {
  const element = React.useRef<E>(null);
  React.useEffect(() => {
    if (takes) element.current?.focus();
  }, [takes]);
  return element;
}
