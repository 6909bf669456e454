// The site collections that somebody may open, as SharePoint's search finds them for that person.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/search';
import { SortDirection } from '@pnp/sp/search';
import { z } from 'zod';

/** `id` is the collection's, a uuid in lower case; what search does not know of a site is an empty text. */
export interface FoundSite {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly description: string;
}

/** As many as search gives in one answer. */
const mostAtOnce = 500;

/**
 * All of them but people's own OneDrives, in the order search knows them. A site that has been kept out of search, or has not been found by it yet,
 * is not there. Throws when search does not answer, or not with a table.
 */
export async function searchSites(sp: SPFI, atOnce = mostAtOnce): Promise<readonly FoundSite[]> {
  const found: FoundSite[] = [];
  for (;;) {
    const { rows, total } = await answered(sp, { StartRow: found.length, RowLimit: atOnce });
    found.push(...rows.map(siteOf));
    if (rows.length === 0 || found.length >= total) return found;
  }
}

async function answered(sp: SPFI, page: { readonly StartRow: number; readonly RowLimit: number }) {
  const result = await sp.search({
    Querytext: 'contentclass:STS_Site NOT WebTemplate:SPSPERS',
    SelectProperties: ['Title', 'Path', 'Description', 'SiteId'],
    // Sites with pages alike count as duplicates, and all but one would be left out.
    TrimDuplicates: false,
    SortList: [{ Property: '[docid]', Direction: SortDirection.Ascending }],
    ...page
  });
  const { Table, TotalRows } = Answer.parse(result.RawSearchResults).PrimaryQueryResult.RelevantResults;
  return { rows: Table.Rows, total: TotalRows };
}

const Row = z.object({ Cells: z.array(z.object({ Key: z.string(), Value: z.string().nullable() })) });

/** The library takes an answer without a table for an empty one. */
const Answer = z.object({
  PrimaryQueryResult: z.object({ RelevantResults: z.object({ TotalRows: z.int(), Table: z.object({ Rows: z.array(Row) }) }) })
});

function siteOf({ Cells }: z.infer<typeof Row>): FoundSite {
  const cells = new Map(Cells.map(({ Key, Value }) => [Key, Value ?? '']));
  const said = (key: string): string => cells.get(key) ?? '';
  return {
    id: said('SiteId').replaceAll(/[{}]/g, '').toLowerCase(),
    title: said('Title'),
    address: said('Path'),
    description: said('Description')
  };
}
