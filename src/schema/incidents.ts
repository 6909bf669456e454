// The list Incidenter: what employees have reported. Each row has its own readers; the list is kept out of search (OSL 18:8, design 2).
import { incidentKinds, whenChoices, yesNoUnknown, type Incident } from '../domain/incident';
import { incidentCategories } from '../domain/incident-category';
import { incidentStates, isSettled } from '../domain/incident-moves';
import { concernedPeople, concernedRoles, peopleThatLeft, rolesThatLeft } from '../domain/need-to-know';
import type { Person } from '../domain/person';
import { severities } from '../domain/severity';
import { terms } from '../i18n/sv/terms';
import { whereStatus } from './assets';
import type { Group } from './groups';
import { choices, entraIdColumn, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';
import { reportDetailColumns } from './report-columns';

export const incidentKindChoices = choices(incidentKinds, (kind) => terms[`incident.kind.${kind}`]);
export const incidentStateChoices = choices(incidentStates, (state) => terms[`incident.state.${state}`]);
export const timeChoices = choices(whenChoices, (when) => terms[`incident.when.${when}`]);
export const answerChoices = choices(yesNoUnknown, (answer) => terms[`answer.${answer}`]);

export const categoryChoices = choices(incidentCategories, (category) => terms[`incident.category.${category}`]);
export const severityChoices = choices(severities, (severity) => terms[`severity.${severity}`]);

/** Who may read the list as such, and so every row before its own permissions are set. */
const alwaysReaders: readonly Group[] = ['it', 'information-security'];

/** Groups and people who may read a row, and those who could and are to be let out. */
interface IncidentReaders {
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
  readonly left: { readonly groups: readonly Group[]; readonly people: readonly Person[] };
}

/** Who reads one incident: need to know, as it stands now. */
export function incidentReaders(incident: Incident): IncidentReaders {
  return {
    groups: concernedRoles(incident),
    people: concernedPeople(incident),
    left: { groups: rolesThatLeft(incident), people: peopleThatLeft(incident) }
  };
}

/** CAML for the incidents that are not settled, those that must be looked at first on top. */
const open = incidentStates
  .filter((state) => !isSettled(state))
  .map((state) => `<Value Type="Choice">${incidentStateChoices.wordOf(state)}</Value>`);
const whereOpen = `<Where><In><FieldRef Name="Status" /><Values>${open.join('')}</Values></In></Where><OrderBy><FieldRef Name="SvaraSenast" /></OrderBy>`;
const whereMine = `<Where><Eq><FieldRef Name="Handlaggare" /><Value Type="Integer"><UserID /></Value></Eq></Where>${newestFirst}`;

const queueColumns = [
  'Referens',
  'Handelse',
  'LinkTitle',
  'Status',
  'SvaraSenast',
  'Allvarlighet',
  'Kategori',
  'Handlaggare',
  'Pagar',
  'Rapporterad'
];

export const incidentList: ListDefinition = {
  url: 'Incidenter',
  title: 'Incidenter',
  description: 'Rapporterade informationssäkerhetsincidenter. Du ser dem du själv har rapporterat eller ska ta emot.',
  titleColumn: 'Var det hände',
  columns: [
    recordColumns.reference,
    { kind: 'boolean', name: 'Ovning', title: 'Övning' },
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
    { kind: 'date-time', name: 'SvaraSenast', title: 'Bedöms senast', index: 'indexed' },
    { kind: 'choice', name: 'Kategori', title: 'Kategori', words: categoryChoices.words },
    { kind: 'choice', name: 'Allvarlighet', title: 'Allvarlighetsgrad', words: severityChoices.words, index: 'indexed' },
    { kind: 'user', name: 'Handlaggare', title: 'Handläggare', index: 'indexed' },
    { kind: 'text', name: entraIdColumn('Handlaggare'), title: 'Handläggare: id i Entra', hidden: true, index: 'indexed' },
    { kind: 'boolean', name: 'Begransad', title: 'Begränsad läskrets' },
    { kind: 'text', name: 'Diarienummer', title: 'Diarienummer' },
    { kind: 'note', name: 'Tillgangar', title: 'Berörda tillgångar' },
    { kind: 'note', name: 'Handlaggning', title: 'Handläggningen', hidden: true },
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
    },
    { title: 'Arbetskö', columns: queueColumns, query: whereOpen },
    { title: 'Mina', columns: queueColumns, query: whereMine }
  ],
  readers: alwaysReaders,
  searchable: false,
  attachments: true
};
