// The list Regeländringar: what the municipality has changed of the legal rules that Värna is shipped with. Open to everybody, as law is.
import { groups } from './groups';
import { newestFirst, recordColumns, type ListDefinition } from './list';

/** One row. `Innehall` is canonical JSON of all changes, `Andringar` the same for people to read. */
export const ruleChangeList: ListDefinition = {
  url: 'Regelandringar',
  title: 'Regeländringar',
  description: 'Vad kommunen har ändrat av mottagare och gränser för rapportering enligt lag. Ändras på fliken, under Incidenter.',
  titleColumn: 'Vad',
  columns: [
    recordColumns.reference,
    { kind: 'number', name: 'Antal', title: 'Antal ändringar' },
    { kind: 'note', name: 'Andringar', title: 'Ändringar' },
    { kind: 'note', name: 'Innehall', title: 'Innehåll', hidden: true },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [{ title: 'Alla regeländringar', columns: ['LinkTitle', 'Antal', 'Andringar'], query: newestFirst }],
  readers: groups,
  searchable: false
};
