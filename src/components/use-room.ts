// Whether a table has room where it stands: a SharePoint column, a small Teams window and a telephone give it little.
import * as React from 'react';

/**
 * Follows the width of the frame that the table stands in. `least` is what the table needs, in pixels; without it that is measured from what stands
 * in the frame while there is room, and remembered while something narrower stands there instead.
 */
export function useRoom(frame: React.RefObject<HTMLElement>, least?: number): boolean {
  const [hasRoom, setRoom] = React.useState(true);
  const measured = React.useRef(0);
  React.useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      if (hasRoom) measured.current = element.scrollWidth;
      setRoom((least ?? measured.current) <= Math.ceil(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, least, hasRoom]);
  return hasRoom;
}
