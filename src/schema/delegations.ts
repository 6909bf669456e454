// The list Delegeringar: who decides in whose place, from which day to which (H31, H37).
import { delegationStates } from '../domain/delegation';
import { terms } from '../i18n/sv/terms';
import { whereStatus } from './assets';
import { roleGroups } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';

export const delegationStateChoices = choices(delegationStates, (state) => terms[`delegation.state.${state}`]);

/** The days are text, `YYYY-MM-DD`: a day of the Swedish calendar, which no reader's time zone can move. */
export const delegationList: ListDefinition = {
  url: 'Delegeringar',
  title: 'Delegeringar',
  description: 'Vem som får besluta i en objektägares eller förvaltningschefs ställe, och när. Görs och avslutas i Värna.',
  titleColumn: 'Vem och för vem',
  columns: [
    recordColumns.reference,
    ...personColumns('Objektagare', 'Beslutsfattare'),
    ...personColumns('Stallforetradare', 'Ställföreträdare'),
    { kind: 'text', name: 'FranDag', title: 'Från och med' },
    { kind: 'text', name: 'TillDag', title: 'Till och med' },
    { kind: 'choice', name: 'Status', title: 'Status', words: delegationStateChoices.words, index: 'indexed' },
    { kind: 'date-time', name: 'Upprattad', title: 'Upprättad, tid' },
    ...personColumns('AvslutadAv', 'Avslutad av'),
    { kind: 'date-time', name: 'Avslutad', title: 'Avslutad, tid' },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    {
      title: 'Inte avslutade',
      columns: ['Referens', 'Objektagare', 'Stallforetradare', 'FranDag', 'TillDag', 'Upprattad'],
      query: whereStatus(delegationStateChoices.wordOf('active'))
    },
    {
      title: 'Alla delegeringar',
      columns: ['Referens', 'Objektagare', 'Stallforetradare', 'FranDag', 'TillDag', 'Status', 'Upprattad', 'AvslutadAv', 'Avslutad'],
      query: newestFirst
    }
  ],
  readers: roleGroups,
  searchable: false
};
