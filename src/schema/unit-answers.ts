// The list Enhetssvar: what each unit answers in an inventory, one row for each unit and inventory (H21). It tells where the register has gaps (OSL 18:8).
import { unitAnswerStates } from '../domain/inventory';
import { terms } from '../i18n/sv/terms';
import { whereStatus } from './assets';
import { roleGroups } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ListDefinition } from './list';

export const unitAnswerChoices = choices(unitAnswerStates, (state) => terms[`inventory.answer.${state}`]);

const shown = ['Inventering', 'LinkTitle', 'Status', 'KomplettPer', 'Saknas', 'Namn', 'SvaratAv', 'Svarat'];

/** The day is text, `YYYY-MM-DD`, as in the list Inventering. `Namn` has one name on each line. */
export const unitAnswerList: ListDefinition = {
  url: 'Enhetssvar',
  title: 'Enhetssvar',
  description: 'Vad enheterna har svarat i inventeringarna: komplett per ett datum, eller vad som saknas i förteckningen. Ändras i Värna.',
  titleColumn: 'Enhet',
  columns: [
    recordColumns.reference,
    { kind: 'text', name: 'Inventering', title: 'Inventeringens nummer', index: 'indexed' },
    { kind: 'text', name: 'Enhetskod', title: 'Enhetens kod' },
    { kind: 'choice', name: 'Status', title: 'Status', words: unitAnswerChoices.words, index: 'indexed' },
    { kind: 'text', name: 'KomplettPer', title: 'Svaret gäller per' },
    { kind: 'note', name: 'Saknas', title: 'Vad som saknas' },
    { kind: 'note', name: 'Namn', title: 'Det som saknas heter' },
    ...personColumns('SvaratAv', 'Svarat av'),
    { kind: 'date-time', name: 'Svarat', title: 'Svarat, tid' },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    { title: 'Alla svar', columns: shown, query: newestFirst },
    { title: 'Något saknas', columns: shown, query: whereStatus(unitAnswerChoices.wordOf('missing')) },
    { title: 'Ej svarat', columns: shown, query: whereStatus(unitAnswerChoices.wordOf('asked')) }
  ],
  readers: roleGroups,
  searchable: false
};
