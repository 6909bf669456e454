// The list Ändringsförslag: what people wish were otherwise in the classification model or the requirements, and what was answered (H03).
import { changeProposalStates, changeSubjects } from '../domain/change-proposal';
import { terms } from '../i18n/sv/terms';
import { whereStatus } from './assets';
import { roleGroups } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';

export const changeProposalStateChoices = choices(changeProposalStates, (state) => terms[`change-proposal.state.${state}`]);
export const changeSubjectChoices = choices(changeSubjects, (subject) => terms[`change-proposal.subject.${subject}`]);

export const changeProposalList: ListDefinition = {
  url: 'Andringsforslag',
  title: 'Ändringsförslag',
  description: 'Förslag till ändring av klassningsmodellen eller kraven, som gäller hela kommunen. Lämnas och besvaras på fliken.',
  titleColumn: 'Vad det gäller',
  columns: [
    recordColumns.reference,
    { kind: 'choice', name: 'Amne', title: 'Ämne', words: changeSubjectChoices.words },
    { kind: 'note', name: 'Forslag', title: 'Förslag' },
    { kind: 'note', name: 'Motivering', title: 'Motivering' },
    { kind: 'text', name: 'Version', title: 'Gällande version' },
    { kind: 'text', name: 'Tillgang', title: 'Tillgång' },
    ...personColumns('Forslagsstallare', 'Förslagsställare'),
    { kind: 'date-time', name: 'Foreslaget', title: 'Föreslaget, tid' },
    { kind: 'choice', name: 'Status', title: 'Status', words: changeProposalStateChoices.words, index: 'indexed' },
    ...personColumns('BesvaratAv', 'Besvarat av'),
    { kind: 'date-time', name: 'Besvarat', title: 'Besvarat, tid' },
    { kind: 'note', name: 'Svar', title: 'Svar' },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    {
      title: 'Obesvarade',
      columns: ['Referens', 'LinkTitle', 'Forslag', 'Motivering', 'Forslagsstallare', 'Foreslaget'],
      query: whereStatus(changeProposalStateChoices.wordOf('proposed'))
    },
    {
      title: 'Alla ändringsförslag',
      columns: ['Referens', 'LinkTitle', 'Forslag', 'Status', 'Forslagsstallare', 'Foreslaget', 'BesvaratAv', 'Svar'],
      query: newestFirst
    }
  ],
  readers: roleGroups,
  searchable: false
};
