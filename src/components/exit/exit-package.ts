// Everything that one person may read, as a zip file made in the page: every list, the log with its chain, the incidents' files, and what is missing of it. In a chunk of its own.
import { csvLines, csvStart } from '../../documents/csv';
import { exitDeviations, exitReadme, type ExitPackage, type TakenList } from '../../documents/exit-readme';
import { anchorAggregate } from '../../domain/anchor';
import type { SealedEntry } from '../../domain/log';
import type { Person } from '../../domain/person';
import { swedishDay } from '../../domain/swedish-time';
import type { WholeList, WholeRow } from '../../domain/whole-list';
import type { MadeFile } from '../documents/download';
import type { Source } from '../source';
import { openArchive, type Archive } from './archive';
import { chainWalk, type ChainWalk } from './chain-walk';
import { takeFiles } from './take-files';

/** `part` of `parts`, from 0; `title` of the list, or none for the incidents' files; `rows` or files of it so far. */
export interface ExitProgress {
  readonly part: number;
  readonly parts: number;
  readonly title?: string;
  readonly rows: number;
}

export interface ExitOptions {
  readonly source: Pick<Source, 'wholeLists' | 'incidents' | 'file'>;
  readonly by: Person;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly isStopped: () => boolean;
  readonly onProgress: (progress: ExitProgress) => void;
  /** What failed on the way and is named in the package. */
  readonly onError: (error: Error) => void;
}

/** Nothing comes of it when it was stopped. */
export async function exitPackage(options: ExitOptions): Promise<{ readonly file: MadeFile; readonly made: ExitPackage } | 'stopped'> {
  const { source, by, at, isStopped } = options;
  const archive = openArchive(at);
  const walk = chainWalk();
  const seen = new Set<string>();
  const lists = await source.wholeLists();
  const parts = lists.length + 1;
  const taken: TakenList[] = [];
  for (const [part, list] of lists.entries()) {
    if (isStopped()) return 'stopped';
    const onRows = (rows: number): void => options.onProgress({ part, parts, title: list.title, rows });
    taken.push(await takeList(list, { ...options, archive, walk, seen, onRows }));
  }
  if (isStopped()) return 'stopped';
  const files = await takeFiles({ ...options, archive, onFiles: (rows) => options.onProgress({ part: lists.length, parts, rows }) });
  if (isStopped()) return 'stopped';
  const unseen = walk.aggregates().filter((number) => !seen.has(number) && !isInLogAlone(number));
  const made: ExitPackage = { by, at, lists: taken, log: walk.outcome(), unseen, ...files };
  archive.text('README.txt', exitReadme(made));
  archive.text('avvikelser.txt', exitDeviations(made));
  return { file: { name: `varna-uttradespaket-${swedishDay(at)}.zip`, type: 'application/zip', content: archive.finish() }, made };
}

/** The anchors, and reports that were stopped for the sake of säkerhetsskydd, have no row in any list. */
function isInLogAlone(number: string): boolean {
  return number === anchorAggregate || number.startsWith('S-');
}

interface ListOptions extends Pick<ExitOptions, 'isStopped' | 'onError'> {
  readonly archive: Archive;
  readonly walk: ChainWalk;
  /** The numbers that stand in some list beside the log. */
  readonly seen: Set<string>;
  readonly onRows: (rows: number) => void;
}

async function takeList(list: WholeList, options: ListOptions): Promise<TakenList> {
  const { name, title, description } = list;
  const writer = rowWriter(list, options);
  let rows = 0;
  const taken = (outcome: TakenList['outcome']): TakenList => {
    writer.end();
    return { name, title, description, outcome, rows };
  };
  options.onRows(rows);
  try {
    for await (const page of list.pages()) {
      if (!page.ok) return taken(page.reason);
      writer.write(page.value);
      rows += page.value.length;
      options.onRows(rows);
      if (options.isStopped()) break;
    }
  } catch (error) {
    options.onError(error instanceof Error ? error : new Error(String(error)));
    writer.begin();
    return taken('broken-off');
  }
  writer.begin();
  return taken('whole');
}

interface RowWriter {
  /** Makes the files of the list, which a list without rows has too; done by the first rows otherwise. */
  readonly begin: () => void;
  readonly write: (rows: readonly WholeRow[]) => void;
  readonly end: () => void;
}

function rowWriter(list: WholeList, { archive, walk, seen }: ListOptions): RowWriter {
  const { columns, sealed } = list;
  let files: { readonly csv: ReturnType<Archive['open']>; readonly json: ReturnType<Archive['open']> } | undefined;
  let chain: ReturnType<Archive['open']> | undefined;
  let written = 0;
  const begin = (): NonNullable<typeof files> => {
    if (files !== undefined) return files;
    files = { csv: archive.open(`listor/${list.name}.csv`), json: archive.open(`listor/${list.name}.json`) };
    files.csv.write(csvStart + csvLines([columns.map(({ title }) => title)]));
    files.json.write('[');
    if (sealed !== undefined) chain = archive.open('logg/kedja.jsonl');
    return files;
  };
  return {
    begin: () => void begin(),
    write: (rows) => {
      const { csv, json } = begin();
      csv.write(csvLines(rows.map((row) => columns.map(({ name }) => cellText(row[name])))));
      json.write(rows.map((row, index) => `${written + index === 0 ? '\n' : ',\n'}${JSON.stringify(said(list, row))}`).join(''));
      written += rows.length;
      if (sealed === undefined) noteNumbers(rows, seen);
      else chain?.write(rows.map((row) => chainLine(walk.add(sealed(row)))).join(''));
    },
    end: () => {
      files?.json.write('\n]\n');
      files?.csv.end();
      files?.json.end();
      chain?.end();
    }
  };
}

function noteNumbers(rows: readonly WholeRow[], seen: Set<string>): void {
  for (const { Referens } of rows) if (typeof Referens === 'string') seen.add(Referens);
}

function chainLine({ hash, text }: SealedEntry): string {
  return `${JSON.stringify({ hash, text })}\n`;
}

/** The columns of the list, without what SharePoint adds to a row. */
function said({ columns }: WholeList, row: WholeRow): WholeRow {
  return { Id: row.Id, ...Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])) };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
