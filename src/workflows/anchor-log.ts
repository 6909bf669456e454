// The service anchors the log once for each Swedish calendar day: what the latest entry of every chain is, as entries of a chain of its own (design 4).
import { anchorAggregate, anchorDay, anchoredHeads, anchorsIn, anchorsOf, type Anchor, type StandingAnchor } from '../domain/anchor';
import type { LogRow } from '../domain/chain';
import { entryHash, genesisHash, seal, type LogEntry } from '../domain/log';
import type { Log } from './context';

/** The log as whoever anchors it reads it: no row is refused. */
export interface AnchoredLog extends Pick<Log, 'append'> {
  readonly rowsOf: (aggregate: string) => Promise<readonly LogRow[]>;
  /** Rows with a higher number than this, in the order they were made, and the highest number of all. */
  readonly headsAfter: (row: number) => Promise<{ readonly rows: readonly LogRow[]; readonly upTo: number }>;
}

/** `now` is UTC, ISO 8601, whole seconds. */
export interface AnchorContext {
  readonly log: AnchoredLog;
  readonly now: () => string;
}

/** The entry that closes the day's anchor. `isNew`: it was made now. */
export interface Anchored extends Pick<LogEntry, 'aggregate' | 'sequence' | 'at' | 'hash'> {
  readonly isNew: boolean;
}

/**
 * One anchor for each day, however often it is asked for and by how many at once: the command of each entry is its day and its place in it, so of two
 * writers one is turned away by the log, and goes on from what the other has written.
 */
export async function anchorLog(context: AnchorContext): Promise<Anchored> {
  const day = anchorDay(context.now());
  let hidden = 0;
  let before: number | undefined;
  for (let race = 0; race < mostRaces; race += 1) {
    const rows = await context.log.rowsOf(anchorAggregate);
    const anchors = anchorsIn(rows, entryHash);
    const closing = anchors.find(({ anchor }) => anchor.day === day && anchor.closes !== undefined);
    if (closing !== undefined) return { ...closing.row, isNew: false };
    // Turned away although nothing has come: what has the place is a row that somebody has made look like another aggregate's.
    hidden = rows.length === before ? hidden + 1 : 0;
    before = rows.length;
    const entry = await appendAll(context, day, { rows, anchors, hidden });
    if (entry !== undefined) return { ...entry, isNew: true };
  }
  throw new Error(`The log could not be anchored for ${day}: every place in its chain was taken.`);
}

const mostRaces = 8;

interface Standing {
  readonly rows: readonly LogRow[];
  /** Those of the rows that hold. */
  readonly anchors: readonly StandingAnchor[];
  /** How many places after the rows are taken all the same. */
  readonly hidden: number;
}

/** The closing entry; `undefined` when somebody else wrote first. */
async function appendAll({ log, now }: AnchorContext, day: string, standing: Standing): Promise<LogEntry | undefined> {
  const { anchors } = standing;
  const { rows: entries, upTo } = await log.headsAfter(lastRead(standing));
  const parts = anchorsOf({ day, known: anchoredHeads(anchors.map(({ anchor }) => anchor)), entries, upTo });
  const done = anchors.filter(({ anchor }) => anchor.day === day).length;
  let place = placeAfter(standing);
  let last: LogEntry | undefined;
  for (const [index, anchor] of parts.entries()) {
    last = sealed({ anchor, at: now(), command: `anchor ${day} ${done + index + 1}`, ...place });
    if ((await log.append(last)) !== 'appended') return undefined;
    place = { sequence: last.sequence + 1, previousHash: last.hash };
  }
  return last;
}

/** The numbers of rows are given before the rows are seen, so one that was on its way when the last anchor was made may have come to stand before its end. */
const readAgain = 500;

/** Where an anchor is gone or no longer holds, what it knew is anchored anew, so the log is read from its beginning. */
function lastRead({ rows, anchors }: Standing): number {
  const isWhole = anchors.length === rows.length && anchors.every(({ row }, index) => row.sequence === index + 1);
  return isWhole ? Math.max(0, ...anchors.map(({ anchor }) => (anchor.closes?.upTo ?? 0) - readAgain)) : 0;
}

interface Place {
  readonly sequence: number;
  readonly previousHash: string;
}

function placeAfter({ rows, hidden }: Standing): Place {
  const last = [...rows].sort((a, b) => a.sequence - b.sequence).at(-1);
  return { sequence: (last?.sequence ?? 0) + 1 + hidden, previousHash: last?.hash ?? genesisHash };
}

function sealed({ anchor, ...said }: Place & { readonly anchor: Anchor; readonly at: string; readonly command: string }): LogEntry {
  return seal({
    ...said,
    aggregate: anchorAggregate,
    event: 'log-anchored',
    actorId: 'service',
    actorName: '',
    from: '',
    to: '',
    reason: '',
    state: { ...anchor }
  });
}
