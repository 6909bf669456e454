// The list Incidenter: what employees have reported. Each row has its own readers; the list is kept out of search (OSL 18:8, design 2).
import { incidentKinds, incidentStates, whenChoices, yesNoUnknown, type Incident } from '../domain/incident';
import { terms } from '../i18n/sv/terms';
import { whereStatus } from './assets';
import type { Group } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';
import { reportDetailColumns } from './report-columns';

export const incidentKindChoices = choices(incidentKinds, (kind) => terms[`incident.kind.${kind}`]);
export const incidentStateChoices = choices(incidentStates, (state) => terms[`incident.state.${state}`]);
export const timeChoices = choices(whenChoices, (when) => terms[`incident.when.${when}`]);
export const answerChoices = choices(yesNoUnknown, (answer) => terms[`answer.${answer}`]);

/** Who may read the list as such, and so every row before its own permissions are set. */
const alwaysReaders: readonly Group[] = ['it', 'information-security'];

/** The people who may read one incident. */
export const incidentReaderPeople = ['reporter', 'nearestManager'] as const satisfies readonly (keyof Incident)[];

/** The groups that may read one incident, beside those people. */
export function incidentReaders({ report }: { readonly report: Pick<Incident['report'], 'personalData'> }): readonly Group[] {
  return report.personalData === 'yes' ? [...alwaysReaders, 'data-protection'] : alwaysReaders;
}

export const incidentList: ListDefinition = {
  url: 'Incidenter',
  title: 'Incidenter',
  description: 'Rapporterade informationssäkerhetsincidenter. Du ser dem du själv har rapporterat eller ska ta emot.',
  titleColumn: 'Var det hände',
  columns: [
    recordColumns.reference,
    { kind: 'choice', name: 'Handelse', title: 'Vad som har hänt', words: incidentKindChoices.words },
    { kind: 'choice', name: 'Status', title: 'Status', words: incidentStateChoices.words, index: 'indexed' },
    { kind: 'choice', name: 'Nar', title: 'När det hände', words: timeChoices.words },
    { kind: 'choice', name: 'Pagar', title: 'Pågår fortfarande', words: answerChoices.words },
    { kind: 'choice', name: 'Personuppgifter', title: 'Rör personuppgifter', words: answerChoices.words },
    { kind: 'note', name: 'Beskrivning', title: 'Beskrivning' },
    ...reportDetailColumns,
    ...personColumns('Rapportor', 'Rapporterad av'),
    { kind: 'text', name: 'Enhet', title: 'Enhet' },
    ...personColumns('NarmasteChef', 'Närmaste chef'),
    { kind: 'date-time', name: 'Rapporterad', title: 'Rapporterad', index: 'indexed' },
    { kind: 'date-time', name: 'Kannedom', title: 'Kommunen fick kännedom' },
    ...personColumns('MottagenAvIT', 'Mottagen av IT'),
    { kind: 'date-time', name: 'MottagenAvITTid', title: 'Mottagen av IT, tid' },
    ...personColumns('MottagenAvChef', 'Mottagen av närmaste chef'),
    { kind: 'date-time', name: 'MottagenAvChefTid', title: 'Mottagen av närmaste chef, tid' },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    {
      title: 'Alla incidenter',
      columns: [
        'Referens',
        'Handelse',
        'LinkTitle',
        'Status',
        'Pagar',
        'Personuppgifter',
        'Rapporterad',
        'Rapportor',
        'Enhet',
        'NarmasteChef'
      ],
      query: newestFirst
    },
    {
      title: 'Inte mottagna',
      columns: ['Referens', 'Handelse', 'LinkTitle', 'Pagar', 'Personuppgifter', 'Rapporterad', 'Rapportor', 'NarmasteChef'],
      query: whereStatus(incidentStateChoices.wordOf('reported'))
    }
  ],
  readers: alwaysReaders,
  searchable: false
};
