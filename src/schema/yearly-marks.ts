// The list Årshjul: which of each year's tasks are done, by whom and when, one row for each year (H16).
import { roleGroups } from './groups';
import { newestFirst, recordColumns, type ListDefinition } from './list';

/** `Innehall` is canonical JSON of all marks, `Klart` the same for people to read. */
export const yearlyList: ListDefinition = {
  url: 'Arshjul',
  title: 'Årshjul',
  description: 'Vilka av årets återkommande uppgifter som är klara, av vem och när. Markeras på fliken, under Årshjul.',
  titleColumn: 'År',
  columns: [
    recordColumns.reference,
    { kind: 'number', name: 'Antal', title: 'Antal klara' },
    { kind: 'note', name: 'Klart', title: 'Klart' },
    { kind: 'note', name: 'Innehall', title: 'Innehåll', hidden: true },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [{ title: 'Alla år', columns: ['LinkTitle', 'Antal', 'Klart'], query: newestFirst }],
  readers: roleGroups,
  searchable: false
};
