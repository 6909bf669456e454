// The list Händelselogg: every event of the record, chained by hashes; the truth that the other lists show (design 4, H13).
import { eventCodes } from '../domain/log';
import { terms } from '../i18n/sv/terms';
import { choices, newestFirst, type ListDefinition } from './list';

export const eventChoices = choices(eventCodes, (event) => terms[`event.${event}`]);

/**
 * `Nyckel` is `<aggregate>:<sequence>`; Title is the aggregate and the event's word, and a check of the log expects that word, so one that is to change must be
 * changed in Title as well. `Tillstand` is canonical JSON (hash.ts). `Nummerserie` stands on the first entry of each aggregate only and holds at most a thousand numbers
 * (`I-2026-0` for I-2026-0001 to I-2026-0999), so that looking for the latest number stays far below the list view threshold (platform.md 5).
 */
export const logList: ListDefinition = {
  url: 'Handelselogg',
  title: 'Händelselogg',
  description: 'Allt som har hänt i Värna, i ordning. Raderna hänger ihop med fingeravtryck, så en ändrad eller borttagen rad upptäcks.',
  titleColumn: 'Händelse i korthet',
  columns: [
    { kind: 'text', name: 'Nyckel', title: 'Nyckel', index: 'unique' },
    { kind: 'text', name: 'Kommando', title: 'Kommando', index: 'unique' },
    { kind: 'text', name: 'Referens', title: 'Nummer', index: 'indexed' },
    { kind: 'number', name: 'Sekvens', title: 'Ordningsnummer' },
    { kind: 'choice', name: 'Handelse', title: 'Händelse', words: eventChoices.words },
    { kind: 'date-time', name: 'Tid', title: 'Tid', index: 'indexed' },
    { kind: 'text', name: 'Aktor', title: 'Vem, id i Entra', index: 'indexed' },
    { kind: 'text', name: 'Aktorsnamn', title: 'Vem' },
    { kind: 'text', name: 'Fran', title: 'Från' },
    { kind: 'text', name: 'Till', title: 'Till' },
    { kind: 'note', name: 'Skal', title: 'Skäl' },
    { kind: 'note', name: 'Tillstand', title: 'Tillståndet efter händelsen' },
    { kind: 'text', name: 'ForegaendeAvtryck', title: 'Föregående fingeravtryck' },
    { kind: 'text', name: 'Avtryck', title: 'Fingeravtryck' },
    { kind: 'text', name: 'Nummerserie', title: 'Nummerserie', hidden: true, index: 'indexed' }
  ],
  views: [
    {
      title: 'Händelser',
      columns: ['Tid', 'Referens', 'Sekvens', 'LinkTitle', 'Aktorsnamn', 'Fran', 'Till', 'Skal'],
      query: newestFirst
    }
  ],
  readers: ['information-security'],
  searchable: false
};
