// The list Inventering: the campaigns in which the units say whether their part of the register is complete (H21).
import { inventoryStates } from '../domain/inventory';
import { terms } from '../i18n/sv/terms';
import { roleGroups } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';

export const inventoryStateChoices = choices(inventoryStates, (state) => terms[`inventory.state.${state}`]);

/** The day is text, `YYYY-MM-DD`: a day of the Swedish calendar, which no reader's time zone can move. */
export const inventoryList: ListDefinition = {
  url: 'Inventering',
  title: 'Inventering',
  description: 'När enheterna har tillfrågats om deras del av förteckningen är komplett. Vad de svarar står i Enhetssvar. Ändras i Värna.',
  titleColumn: 'Inventering',
  columns: [
    recordColumns.reference,
    { kind: 'text', name: 'SistaDag', title: 'Sista dag' },
    { kind: 'choice', name: 'Status', title: 'Status', words: inventoryStateChoices.words, index: 'indexed' },
    ...personColumns('OppnadAv', 'Öppnad av'),
    { kind: 'date-time', name: 'Oppnad', title: 'Öppnad, tid' },
    ...personColumns('AvslutadAv', 'Avslutad av'),
    { kind: 'date-time', name: 'Avslutad', title: 'Avslutad, tid' },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    {
      title: 'Alla inventeringar',
      columns: ['Referens', 'LinkTitle', 'SistaDag', 'Status', 'OppnadAv', 'Oppnad', 'AvslutadAv', 'Avslutad'],
      query: newestFirst
    }
  ],
  readers: roleGroups,
  searchable: false
};
