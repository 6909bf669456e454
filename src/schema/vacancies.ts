// The list Vakanser: roles on assets whose holder has left the municipality, and when people were told (H22).
import { ownerRoles } from '../domain/asset';
import { accountFaults, vacancyStates } from '../domain/vacancy';
import { terms } from '../i18n/sv/terms';
import { whereStatus } from './assets';
import { roleGroups } from './groups';
import { choices, newestFirst, type ListDefinition } from './list';

export const vacantRoleChoices = choices(ownerRoles, (role) => terms[`owner.${role}`]);
export const accountFaultChoices = choices(accountFaults, (fault) => terms[`account.${fault}`]);
export const vacancyStateChoices = choices(vacancyStates, (state) => terms[`vacancy.state.${state}`]);

/** Who left is text: a person column can hold nobody whom the directory no longer knows. */
export const vacancyList: ListDefinition = {
  url: 'Vakanser',
  title: 'Vakanser',
  description: 'Roller på tillgångar vars innehavare har slutat. Skrivs av Värna varje dag; utse någon annan på tillgångens sida.',
  titleColumn: 'Tillgång',
  columns: [
    { kind: 'text', name: 'Nyckel', title: 'Nyckel', index: 'unique', hidden: true },
    { kind: 'choice', name: 'Roll', title: 'Roll', words: vacantRoleChoices.words },
    { kind: 'text', name: 'Namn', title: 'Vem som har slutat' },
    { kind: 'text', name: 'NamnEntraId', title: 'Vem som har slutat: id i Entra', hidden: true },
    { kind: 'choice', name: 'Konto', title: 'Kontot', words: accountFaultChoices.words },
    { kind: 'date-time', name: 'Sedan', title: 'Upptäckt' },
    { kind: 'date-time', name: 'Meddelat', title: 'Senast meddelat' },
    { kind: 'choice', name: 'Status', title: 'Status', words: vacancyStateChoices.words, index: 'indexed' }
  ],
  views: [
    {
      title: 'Vakanta',
      columns: ['LinkTitle', 'Roll', 'Namn', 'Konto', 'Sedan', 'Meddelat'],
      query: whereStatus(vacancyStateChoices.wordOf('standing'))
    },
    { title: 'Alla', columns: ['LinkTitle', 'Roll', 'Namn', 'Konto', 'Sedan', 'Status'], query: newestFirst }
  ],
  readers: roleGroups,
  searchable: false
};
