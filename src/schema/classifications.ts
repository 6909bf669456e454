// The list Klassningar: what was proposed about an asset's class, and what the objektägare decided (H45).
import { classificationStates } from '../domain/classification';
import { terms } from '../i18n/sv/terms';
import { classColumns, whereStatus } from './assets';
import { roleGroups } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';

export const classificationStateChoices = choices(classificationStates, (state) => terms[`classification.state.${state}`]);

const classNames = classColumns.map(({ name }) => name);

export const classificationList: ListDefinition = {
  url: 'Klassningar',
  title: 'Klassningar',
  description: 'Inlämnade och beslutade klassningar. Markera en rad för att besluta eller återsända den.',
  titleColumn: 'Tillgång',
  columns: [
    recordColumns.reference,
    { kind: 'text', name: 'Tillgangsnummer', title: 'Tillgångens nummer', index: 'indexed' },
    ...classColumns,
    { kind: 'choice', name: 'Status', title: 'Status', words: classificationStateChoices.words, index: 'indexed' },
    ...personColumns('Forslagsstallare', 'Inlämnad av'),
    { kind: 'date-time', name: 'Inlamnad', title: 'Inlämnad' },
    ...personColumns('Beslutsfattare', 'Ska beslutas av'),
    ...personColumns('BeslutadAv', 'Beslutad av'),
    { kind: 'date-time', name: 'Beslutad', title: 'Beslutad' },
    { kind: 'text', name: 'EnligtDelegering', title: 'Enligt delegering' },
    { kind: 'note', name: 'Aterandningsskal', title: 'Skäl för återsändning' },
    { kind: 'text', name: 'Modell', title: 'Klassningsmodell' },
    { kind: 'note', name: 'Svar', title: 'Svar', hidden: true },
    { kind: 'note', name: 'Underlag', title: 'Underlag för klassningen', hidden: true },
    { kind: 'text', name: 'Tillgangsavtryck', title: 'Fingeravtryck av tillgången', hidden: true },
    { kind: 'text', name: 'Innehallsavtryck', title: 'Fingeravtryck av det som beslutas', hidden: true },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    {
      title: 'Alla klassningar',
      columns: [
        'Referens',
        'LinkTitle',
        'Status',
        ...classNames,
        'Forslagsstallare',
        'Inlamnad',
        'Beslutsfattare',
        'BeslutadAv',
        'EnligtDelegering',
        'Beslutad'
      ],
      query: newestFirst
    },
    {
      title: 'Väntar på beslut',
      columns: ['Referens', 'LinkTitle', ...classNames, 'Forslagsstallare', 'Inlamnad', 'Beslutsfattare'],
      query: whereStatus(classificationStateChoices.wordOf('submitted'))
    }
  ],
  readers: roleGroups,
  searchable: false
};
