// The list Kravsvar: what those who handle an asset's information say of the requirements on it (H33, H49). It tells where protection is missing (OSL 18:8).
import { requirementActors } from '../domain/requirements';
import { terms } from '../i18n/sv/terms';
import { roleGroups } from './groups';
import { choices, newestFirst, recordColumns, type ListDefinition } from './list';

export const requirementActorChoices = choices(requirementActors, (actor) => terms[`requirement.actor.${actor}`]);

/** `SvarSenast` is when a supplier is to have answered what was sent last. `Innehall` is canonical JSON: the answers, and when they were asked for. */
export const requirementAnswersList: ListDefinition = {
  url: 'Kravsvar',
  title: 'Kravsvar',
  description: 'Vad verksamheten, IT-enheten och leverantörer har svarat på kraven som följer av en tillgångs klass. Ändras i Värna.',
  titleColumn: 'Tillgång',
  columns: [
    recordColumns.reference,
    { kind: 'text', name: 'Tillgangsnummer', title: 'Tillgångens nummer', index: 'indexed' },
    { kind: 'choice', name: 'Aktor', title: 'Vem som svarar', words: requirementActorChoices.words },
    { kind: 'text', name: 'Leverantor', title: 'Leverantör' },
    { kind: 'date-time', name: 'Skickat', title: 'Kraven skickade' },
    { kind: 'date-time', name: 'SvarSenast', title: 'Svar senast' },
    { kind: 'note', name: 'Innehall', title: 'Innehåll', hidden: true },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  views: [
    {
      title: 'Alla svar',
      columns: ['Referens', 'LinkTitle', 'Tillgangsnummer', 'Aktor', 'Leverantor', 'Skickat', 'SvarSenast'],
      query: newestFirst
    }
  ],
  readers: roleGroups,
  searchable: false
};
