// Every list of the site as it stands, a page at a time, for whoever takes everything out: no row is refused, and nothing put right.
import type { SPFI } from '@pnp/sp';
import { inCanonicalForm } from '../domain/chain';
import { sealedText, type SealedEntry } from '../domain/log';
import { done, refused, type Outcome } from '../domain/outcome';
import type { WholeList, WholeRow } from '../domain/whole-list';
import type { ListDefinition } from '../schema/list';
import { allLists } from '../schema/lists';
import { logList } from '../schema/log';
import { logRowIn } from './log-rows';
import { leanQuery, leanRows, pagesOf } from './rows';
import { isSharePointError } from './sharepoint-error';

export function wholeLists(sp: SPFI): readonly WholeList[] {
  return allLists.map((list) => ({
    name: list.url,
    title: list.title,
    description: list.description,
    columns: columnsOf(list),
    pages: () => pagesIn(sp, list),
    ...(list === logList && { sealed })
  }));
}

const builtIns = [
  { name: 'Created', title: 'Skapad' },
  { name: 'Modified', title: 'Ändrad' }
] as const;

/** People stand as they are known everywhere: by their Entra id, and by name in the row's own text. */
function columnsOf({ titleColumn, columns }: ListDefinition): WholeList['columns'] {
  const own = columns.filter(({ kind }) => kind !== 'user').map(({ name, title }) => ({ name, title }));
  return [{ name: 'Id', title: 'Radens nummer' }, { name: 'Title', title: titleColumn }, ...own, ...builtIns];
}

/** Few enough rows that a page is soon read and written, and can be stopped after. */
const rowsAtATime = 1000;

async function* pagesIn(sp: SPFI, list: ListDefinition): AsyncGenerator<Outcome<readonly WholeRow[], 'no-right'>> {
  const query = leanQuery(sp, { list, more: builtIns.map(({ name }) => name), read: (row) => row });
  try {
    for await (const page of pagesOf(query, rowsAtATime)) yield done(leanRows.parse(page));
  } catch (error) {
    if (!isSharePointError(error, 'forbidden', 'not-found')) throw error;
    yield refused('no-right');
  }
}

function sealed(row: WholeRow): SealedEntry {
  const { aggregate, sequence, previousHash, hash, ...said } = logRowIn(row);
  const entry = inCanonicalForm({ aggregate, sequence, previousHash, hash, ...said });
  return { aggregate, sequence, previousHash, hash, text: sealedText(entry) };
}
