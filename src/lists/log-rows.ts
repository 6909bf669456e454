// What an entry is as a row of Händelselogg, and the row as it stands for whoever verifies it: nothing is refused then, and nothing put right.
import type { LogRow } from '../domain/chain';
import { entryKey, written, type LogEntry } from '../domain/log';
import { eventChoices, logList } from '../schema/log';
import type { Cells } from './cells';
import type { LeanRow } from './rows';

export function logCells(entry: LogEntry): Cells {
  const word = eventChoices.wordOf(entry.event);
  return {
    Nyckel: entryKey(entry),
    Title: titleOf(entry.aggregate, word),
    Referens: entry.aggregate,
    Sekvens: entry.sequence,
    Kommando: entry.command,
    Handelse: word,
    Tid: entry.at,
    Aktor: entry.actorId,
    Aktorsnamn: entry.actorName,
    Fran: entry.from,
    Till: entry.to,
    Skal: entry.reason,
    Tillstand: written(entry).state,
    ForegaendeAvtryck: entry.previousHash,
    Avtryck: entry.hash,
    Nummerserie: seriesOf(entry)
  };
}

/** The entry that a row says, whatever that is: an empty cell is the empty text, and a word that is none of ours stands for itself. */
export function logRowIn(row: LeanRow): LogRow {
  const { Title, Nyckel, Sekvens, Nummerserie } = row;
  const reference = textIn(row['Referens']);
  const word = textIn(row['Handelse']);
  const sequence = typeof Sekvens === 'number' ? Sekvens : 0;
  const author = row['AuthorId'];
  return {
    id: row.Id,
    author: typeof author === 'number' ? author : undefined,
    key: textIn(Nyckel),
    isShownRight:
      isBegun(Nyckel, reference, `:${sequence}`) &&
      isBegun(Title, reference, `: ${word}`) &&
      (Nummerserie ?? null) === seriesOf({ aggregate: reference, sequence }),
    aggregate: reference === '' ? `${logList.url} #${row.Id}` : reference,
    sequence,
    command: textIn(row['Kommando']),
    event: eventChoices.codeOf(word) ?? word,
    at: textIn(row['Tid']),
    actorId: textIn(row['Aktor']),
    actorName: textIn(row['Aktorsnamn']),
    from: textIn(row['Fran']),
    to: textIn(row['Till']),
    reason: textIn(row['Skal']),
    state: textIn(row['Tillstand']),
    previousHash: textIn(row['ForegaendeAvtryck']),
    hash: textIn(row['Avtryck'])
  };
}

function titleOf(aggregate: string, word: string): string {
  return `${aggregate}: ${word}`;
}

/** Whether a cell is the one text with the other after it, without making a text of both for each row. */
function isBegun(cell: unknown, start: string, rest: string): boolean {
  return typeof cell === 'string' && cell.length === start.length + rest.length && cell.startsWith(start) && cell.endsWith(rest);
}

/** A thousand numbers share one, and their first entries alone have it. */
function seriesOf({ aggregate, sequence }: Pick<LogEntry, 'aggregate' | 'sequence'>): string | null {
  return sequence === 1 ? aggregate.slice(0, -3) : null;
}

function textIn(cell: unknown): string {
  return typeof cell === 'string' ? cell : '';
}
