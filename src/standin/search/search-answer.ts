// What search answers, in the shape of `Microsoft.Office.Server.Search.REST.SearchResult`: a table of rows, each a list of cells.
import { randomUUID } from 'node:crypto';
import type { Collection, Complex } from '../http/answer';
import { collection, complex } from '../http/answer';
import type { SiteDocument, SiteProperty } from './site-index';

export interface SearchOutcome {
  readonly documents: readonly SiteDocument[];
  readonly select: readonly SiteProperty[];
  readonly rowLimit: number;
  readonly total: number;
  readonly totalWithDuplicates: number;
  /** In milliseconds. */
  readonly took: number;
}

const rest = 'Microsoft.Office.Server.Search.REST';
const noRule = '00000000-0000-0000-0000-000000000000';

/** Members and order as recorded in public repositories and shown in Microsoft's documentation of the search service. */
export function searchResult(outcome: SearchOutcome): Complex {
  return complex(`${rest}.SearchResult`, {
    ElapsedTime: outcome.took,
    PrimaryQueryResult: complex(`${rest}.QueryResult`, {
      CustomResults: collection([], `Collection(${rest}.CustomResult)`),
      QueryId: randomUUID(),
      QueryRuleId: noRule,
      RefinementResults: null,
      RelevantResults: relevantResults(outcome),
      SpecialTermResults: null
    }),
    Properties: collection([keyValue('RowLimit', String(outcome.rowLimit), 'Edm.Int32')]),
    SecondaryQueryResults: collection([], `Collection(${rest}.QueryResult)`),
    SpellingSuggestion: '',
    TriggeredRules: collection([], 'Collection(Edm.Guid)')
  });
}

function relevantResults({ documents, select, total, totalWithDuplicates }: SearchOutcome): Complex {
  const rows = documents.map((document) => complex('SP.SimpleDataRow', { Cells: cellsOf(document, select) }));
  return complex(`${rest}.RelevantResults`, {
    GroupTemplateId: null,
    ItemTemplateId: null,
    Properties: collection([keyValue('GenerationId', '9223372036854775806', 'Edm.Int64')]),
    ResultTitle: null,
    ResultTitleUrl: null,
    RowCount: rows.length,
    Table: complex('SP.SimpleDataTable', { Rows: collection(rows) }),
    TotalRows: total,
    TotalRowsIncludingDuplicates: totalWithDuplicates
  });
}

/** What was selected stands between rank and number, and what SharePoint adds of its own, as recorded. That rank is the same for all is the stand-in's. */
function cellsOf({ id, properties }: SiteDocument, select: readonly SiteProperty[]): Collection {
  return collection([
    keyValue('Rank', '1', 'Edm.Double'),
    keyValue('DocId', String(id), 'Edm.Int64'),
    ...select.map((name) => selected(name, properties[name])),
    keyValue('PartitionId', noRule, 'Edm.Guid'),
    keyValue('UrlZone', '0', 'Edm.Int32'),
    keyValue('Culture', 'en-US', 'Edm.String'),
    keyValue('ResultTypeId', '0', 'Edm.Int32'),
    keyValue('RenderTemplateId', '~sitecollection/_catalogs/masterpage/Display Templates/Search/Item_Default.js', 'Edm.String')
  ]);
}

/** All values are texts; one that is empty is null, of the type `Null` (second-hand). */
function selected(name: SiteProperty, value: string): Complex {
  if (value === '') return keyValue(name, null, 'Null');
  if (name === 'Created' || name === 'LastModifiedTime') return keyValue(name, value.replace(/Z$/, '.0000000Z'), 'Edm.DateTime');
  return keyValue(name, value, 'Edm.String');
}

function keyValue(Key: string, Value: string | null, ValueType: string): Complex {
  return complex('SP.KeyValue', { Key, Value, ValueType });
}
