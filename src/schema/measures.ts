// The list Atgarder: what incidents, and what assets lack, led to, who is to see it done, and whether it had effect. Each row has its own readers (design 2, OSL 18:8).
import { measureStates, readersOfMeasure, type Measure } from '../domain/measure';
import type { Person } from '../domain/person';
import { terms } from '../i18n/sv/terms';
import { whereStatus } from './assets';
import type { Group } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';

export const measureStateChoices = choices(measureStates, (state) => terms[`measure.state.${state}`]);

/** Groups and people who may read a row, and those who could and are to be let out. */
interface MeasureReaders {
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
  readonly left: { readonly groups: readonly Group[]; readonly people: readonly Person[] };
}

/** Those who may read its incident, as it stands now, and whoever owns it. */
export function measureReaders(measure: Measure): MeasureReaders {
  const { roles: groups, people, left } = readersOfMeasure(measure);
  return { groups, people, left: { groups: left.roles, people: left.people } };
}

const shown = ['Referens', 'LinkTitle', 'Status', 'Ansvarig', 'KlarSenast', 'Effektkontroll', 'Incidentnummer'];

const asked = ['Referens', 'LinkTitle', 'Tillgang', 'Krav', 'Kostnad', 'BeslutasAv', 'KlarSenast'];

/** `Senast` is what is waited for next. `Innehall` is canonical JSON: what grows along the way. IT does not read the list as such: an incident can be closed to IT. */
export const measureList: ListDefinition = {
  url: 'Atgarder',
  title: 'Åtgärder',
  description:
    'Vad incidenter och krav som inte är uppfyllda har lett till. Du ser dem som är dina, och dem vars incident eller tillgång du får läsa.',
  titleColumn: 'Vad som ska göras',
  columns: [
    recordColumns.reference,
    { kind: 'text', name: 'Incidentnummer', title: 'Incidentens nummer', index: 'indexed' },
    { kind: 'text', name: 'Tillgangsnummer', title: 'Tillgångens nummer', index: 'indexed' },
    { kind: 'text', name: 'Tillgang', title: 'Tillgång' },
    { kind: 'text', name: 'Krav', title: 'Krav' },
    { kind: 'number', name: 'Kostnad', title: 'Kostnad, kronor' },
    ...personColumns('BeslutasAv', 'Beslutas av'),
    { kind: 'boolean', name: 'Ovning', title: 'Övning' },
    { kind: 'choice', name: 'Status', title: 'Status', words: measureStateChoices.words, index: 'indexed' },
    ...personColumns('Ansvarig', 'Ansvarig'),
    { kind: 'date-time', name: 'KlarSenast', title: 'Klar senast' },
    { kind: 'date-time', name: 'Effektkontroll', title: 'Effekten kontrolleras' },
    { kind: 'date-time', name: 'Senast', title: 'Väntas senast', index: 'indexed' },
    { kind: 'text', name: 'Ersatter', title: 'I stället för' },
    ...personColumns('TillagdAv', 'Tillagd av'),
    { kind: 'date-time', name: 'Tillagd', title: 'Tillagd, tid' },
    { kind: 'note', name: 'Innehall', title: 'Innehåll', hidden: true },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    { title: 'Att göra', columns: shown, query: whereStatus(measureStateChoices.wordOf('open')) },
    { title: 'Väntar på effektkontroll', columns: shown, query: whereStatus(measureStateChoices.wordOf('done')) },
    { title: 'Väntar på beslut', columns: asked, query: whereStatus(measureStateChoices.wordOf('proposed')) },
    { title: 'Alla åtgärder', columns: shown, query: newestFirst }
  ],
  readers: ['information-security'],
  searchable: false
};
