// The list Loggkontroller: when the record was held against its log, and where it was not what the log says (H13).
import { checkers } from '../domain/log-check';
import { terms } from '../i18n/sv/terms';
import { roleGroups } from './groups';
import { choices, newestFirst, type ListDefinition } from './list';

export const checkerChoices = choices(checkers, (checker) => terms[`check.by.${checker}`]);

/** `Nyckel` is the Swedish calendar day of the service's own check, and the time of any other. */
export const logCheckList: ListDefinition = {
  url: 'Loggkontroller',
  title: 'Loggkontroller',
  description:
    'När händelseloggen kontrollerades och om den och listorna stämde. Skrivs av Värna; säger var något avviker, inte vad som står där.',
  titleColumn: 'Kontroll',
  columns: [
    { kind: 'text', name: 'Nyckel', title: 'Nyckel', index: 'unique', hidden: true },
    { kind: 'date-time', name: 'Tid', title: 'Tid', index: 'indexed' },
    { kind: 'choice', name: 'Av', title: 'Av', words: checkerChoices.words },
    { kind: 'number', name: 'Poster', title: 'Poster i loggen' },
    { kind: 'number', name: 'Avvikelser', title: 'Avvikelser' },
    { kind: 'note', name: 'Avvikelselista', title: 'Var avvikelserna är', hidden: true },
    { kind: 'note', name: 'Ankare', title: 'Senaste ankaret', hidden: true }
  ],
  views: [{ title: 'Kontroller', columns: ['LinkTitle', 'Tid', 'Av', 'Poster', 'Avvikelser'], query: newestFirst }],
  readers: roleGroups,
  searchable: false
};
