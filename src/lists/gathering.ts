// Requests that are begun together go together: gathered for one turn of the event loop, and handed on as one batch (docs/decisions/0010).
import { mostParts, siteOf, type Call } from './batch-message';

/** A call with somebody waiting for its answer. Exactly one of the two is called, once. */
export interface Waiting extends Call {
  readonly resolve: (response: Response) => void;
  readonly reject: (error: unknown) => void;
}

/** Sends the calls and settles each of them, whatever happens. */
export type SendAll = (calls: readonly [Waiting, ...Waiting[]]) => void;

/**
 * Collects what is sent in one turn, and hands it on in the order it came: what is for the same site and by the same caller together, at most a
 * hundred at a time, and what cannot stand in a batch alone.
 */
export function gathering(sendAll: SendAll): (waiting: Waiting) => void {
  let gathered: Waiting[] = [];
  return (waiting) => {
    // The library begins each request with a timer of its own, so all that are begun in one turn have come before a timer that the first of them starts.
    if (gathered.length === 0) setTimeout(handOn, 0);
    gathered.push(waiting);
  };

  function handOn(): void {
    const all = gathered;
    gathered = [];
    for (const together of groupsOf(all)) sendAll(together);
  }
}

function groupsOf(calls: readonly Waiting[]): [Waiting, ...Waiting[]][] {
  const groups: [Waiting, ...Waiting[]][] = [];
  const openByKey = new Map<string, Waiting[]>();
  for (const call of calls) {
    const key = companyOf(call);
    const open = key === undefined ? undefined : openByKey.get(key);
    if (open !== undefined && open.length < mostParts) open.push(call);
    else {
      const group: [Waiting, ...Waiting[]] = [call];
      groups.push(group);
      if (key !== undefined) openByKey.set(key, group);
    }
  }
  return groups;
}

/** What calls must have in common to stand in one batch; `undefined` for a call that stands alone. */
function companyOf({ url, init }: Call): string | undefined {
  const site = siteOf(url);
  if (site === undefined || (init.body !== undefined && init.body !== null && typeof init.body !== 'string')) return undefined;
  return `${site} ${new Headers(init.headers).get('Authorization') ?? ''}`;
}
