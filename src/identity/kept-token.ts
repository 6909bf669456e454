// A token kept while it lasts: whoever needs it asks each time, and Entra is asked only when it is about to expire.

export interface Granted {
  readonly token: string;
  readonly lifetimeSeconds: number;
}

/** Gives a valid token each time it is called. `first` is one that has been got already. Throws what `request` threw; the next call asks again. */
export function keptToken(request: () => Promise<Granted>, { now, first }: { now: () => Date; first?: Granted }): () => Promise<string> {
  let held = first && { token: Promise.resolve(first), freshUntil: freshUntil(first, now().getTime()) };
  return async () => {
    const at = now().getTime();
    if (held === undefined || at >= held.freshUntil) {
      const asking = { token: request(), freshUntil: Number.POSITIVE_INFINITY };
      held = asking;
      asking.token.then(
        (granted) => (asking.freshUntil = freshUntil(granted, at)),
        () => (asking.freshUntil = 0)
      );
    }
    return (await held.token).token;
  };
}

/** Five minutes before it expires, so that a token in hand outlives the request it goes with; half-way for one that lives shorter than ten. */
function freshUntil({ lifetimeSeconds }: Granted, at: number): number {
  return at + Math.max(lifetimeSeconds - 300, lifetimeSeconds / 2) * 1000;
}
