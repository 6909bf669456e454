// The hidden list Värnas schema: what provisioning last made of each list, so that a later version can tell an upgrade from a change by hand.
import type { ListDefinition } from './list';

/** One row for each list, and one for the site's groups. Only the service and the site's administrators read it. */
export const appliedList: ListDefinition = {
  url: 'VarnaSchema',
  title: 'Värnas schema',
  description: 'Värnas eget minne av hur listorna senast gjordes. Ändra inget här.',
  titleColumn: 'Vad det gäller',
  columns: [
    { kind: 'text', name: 'Lista', title: 'Lista', index: 'unique' },
    { kind: 'note', name: 'Tillampat', title: 'Senast tillämpat' }
  ],
  views: [{ title: 'Allt som är tillämpat', columns: ['LinkTitle', 'Lista'], query: '<OrderBy><FieldRef Name="ID" /></OrderBy>' }],
  readers: [],
  searchable: false,
  hidden: true
};
