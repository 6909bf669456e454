// The list Rapporteringsspar: what an incident may have to be reported under, and how that goes. Each row has its own readers (domain.md 1 fact 7, H52, H57).
import { regimes, stageIds } from '../domain/legal-rules';
import { trackStates, type Track } from '../domain/legal-track';
import { terms } from '../i18n/sv/terms';
import { whereStatus } from './assets';
import type { Group } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';

export const regimeChoices = choices(regimes, (regime) => terms[`track.regime.${regime}`]);
export const trackStateChoices = choices(trackStates, (state) => terms[`track.state.${state}`]);
export const stageChoices = choices(stageIds, (stage) => terms[`track.stage.${stage}`]);

/** Who may read the list as such: those who keep the tracks (H51, H52). */
const alwaysReaders: readonly Group[] = ['information-security', 'security-protection'];

/** The people who may read one track. */
export const trackReaderPeople = ['decider'] as const satisfies readonly (keyof Track)[];

/** The groups that may read one track, beside those people: the dataskyddsombud what is about personal data (H57). */
export function trackReaders({ regime }: Pick<Track, 'regime'>): readonly Group[] {
  return regime === 'gdpr' ? [...alwaysReaders, 'data-protection'] : alwaysReaders;
}

const shown = ['Referens', 'LinkTitle', 'Incidentnummer', 'Regelverk', 'Namnd', 'Status', 'Beslutsfattare', 'Kannedom', 'Nasta', 'Senast'];

/** `Innehall` is canonical JSON: what grows along the way, such as answers, decisions, opinions and reports. */
export const trackList: ListDefinition = {
  url: 'Rapporteringsspar',
  title: 'Rapporteringsspår',
  description: 'Vad en incident kan behöva rapporteras enligt, och hur det går. Stöd för bedömning – kontrollera mot gällande föreskrift.',
  titleColumn: 'Spår',
  columns: [
    recordColumns.reference,
    { kind: 'text', name: 'Incidentnummer', title: 'Incidentens nummer', index: 'indexed' },
    { kind: 'boolean', name: 'Ovning', title: 'Övning' },
    { kind: 'choice', name: 'Regelverk', title: 'Regelverk', words: regimeChoices.words },
    { kind: 'text', name: 'Namnd', title: 'Ansvarig nämnd' },
    { kind: 'text', name: 'Namndkod', title: 'Nämndens kod', hidden: true },
    { kind: 'text', name: 'Leverantor', title: 'Leverantör' },
    { kind: 'number', name: 'AvtaladeTimmar', title: 'Timmar enligt avtalet' },
    { kind: 'choice', name: 'Status', title: 'Status', words: trackStateChoices.words, index: 'indexed' },
    ...personColumns('Beslutsfattare', 'Ska beslutas av'),
    { kind: 'date-time', name: 'Kannedom', title: 'Kännedom' },
    { kind: 'choice', name: 'Nasta', title: 'Nästa rapport', words: stageChoices.words },
    { kind: 'date-time', name: 'Senast', title: 'Nästa rapport senast', index: 'indexed' },
    { kind: 'date-time', name: 'Hanterad', title: 'Incidenten hanterad' },
    ...personColumns('OppnatAv', 'Öppnat av'),
    { kind: 'date-time', name: 'Oppnat', title: 'Öppnat, tid' },
    ...personColumns('AvslutatAv', 'Avslutat av'),
    { kind: 'date-time', name: 'Avslutat', title: 'Avslutat, tid' },
    { kind: 'note', name: 'Innehall', title: 'Innehåll', hidden: true },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    { title: 'Alla rapporteringsspår', columns: shown, query: newestFirst },
    { title: 'Väntar på beslut', columns: shown, query: whereStatus(trackStateChoices.wordOf('assessing')) },
    { title: 'Uppgifter saknas', columns: shown, query: whereStatus(trackStateChoices.wordOf('facts-missing')) },
    { title: 'Ska rapporteras', columns: shown, query: whereStatus(trackStateChoices.wordOf('to-report')) }
  ],
  readers: alwaysReaders,
  searchable: false
};
