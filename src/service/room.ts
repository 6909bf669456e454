// How much is held in memory at once: whoever finds no room is asked to come again, rather than let the service run out of it.

/** Gives what to call on leaving, once; `undefined` when there is no room. */
export type Room = () => (() => void) | undefined;

export function openRoom(most: number): Room {
  let inside = 0;
  return () => {
    if (inside >= most) return undefined;
    inside += 1;
    return () => {
      inside -= 1;
    };
  };
}
