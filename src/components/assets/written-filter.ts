// What the register is narrowed to, as it stands in an address: `?unit=SN&mine=yes`. What of it is understood, `filter-query.ts` says.
import type { RegisterFilter } from '../../domain/register-search';

/** A filter as somebody wrote it, in a link or by hand; `true` is written `yes`. Every `RegisterFilter` is one. */
export type WrittenFilter = Readonly<Partial<Record<keyof RegisterFilter, string | true | undefined>>>;

/** What stands after the question mark. */
export function writtenFilter(query: string): WrittenFilter {
  return Object.fromEntries([...new URLSearchParams(query)].map(([name, value]) => [name, value === 'yes' ? true : value]));
}

/** With its question mark; empty when nothing is narrowed. `writtenFilter` reads it. */
export function queryOf(filter: WrittenFilter): string {
  const said = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value === true ? 'yes' : value]]
  );
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}
