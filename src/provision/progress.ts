// How far a run has come: one line that moves on a terminal, a line now and then elsewhere.

export interface Screen {
  /** A terminal, where a line can be written over. */
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

export interface Progress {
  /** Before each step, with where it is taken: `Incidenter · kolumnen Status`. */
  readonly next: (place: string) => void;
  /** How far a step has come that was told: `Incidenter · kolumnen Status · rad 300 av 20000`. */
  readonly within: (part: string) => void;
  /** Clears the moving line, so that what follows stands by itself. */
  readonly end: () => void;
}

const wipe = '\r\u001b[2K';

/** `of` steps in all; away from a terminal every `every`th is told. */
export function progressOn(screen: Screen, of: number, every = 25): Progress {
  let taken = 0;
  let parts = 0;
  const show = (text: string, count: number): void => {
    if (screen.isTTY === true) screen.write(`${wipe}${text}`);
    else if (count % every === 0) screen.write(`${text}\n`);
  };
  return {
    next: (place) => {
      taken += 1;
      show(`${taken} av ${of} · ${place}`, taken);
    },
    within: (part) => {
      parts += 1;
      show(`${taken} av ${of} · ${part}`, parts);
    },
    end: () => {
      if (screen.isTTY === true && taken > 0) screen.write(wipe);
    }
  };
}
