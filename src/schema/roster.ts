// The list Beredskap: who is on duty, for which role, when and in which order; kept by hand in SharePoint.
import { dutyRoles } from '../domain/duty';
import { terms } from '../i18n/sv/terms';
import { roleGroups } from './groups';
import { choices, type ListDefinition } from './list';

export const dutyRoleChoices = choices(dutyRoles, (role) => terms[`role.${role}`]);

const shown = ['Vem', 'Roll', 'Fran', 'Till', 'Ordning', 'LinkTitle'];
const byEnd = '<OrderBy><FieldRef Name="Till" /></OrderBy>';

/** Rows are written by people, so the person column alone says who it is: there is no hidden id that only code would fill in. */
export const rosterList: ListDefinition = {
  url: 'Beredskap',
  title: 'Beredskap',
  description:
    'Vem som har beredskap och därför får veta först, från och till, i ordning. Utan någon på listan får alla i rollen veta. Sköts av webbplatsens ägare.',
  titleColumn: 'Anteckning',
  columns: [
    { kind: 'user', name: 'Vem', title: 'Vem' },
    { kind: 'choice', name: 'Roll', title: 'Roll', words: dutyRoleChoices.words },
    { kind: 'date-time', name: 'Fran', title: 'Från' },
    { kind: 'date-time', name: 'Till', title: 'Till', index: 'indexed' },
    { kind: 'number', name: 'Ordning', title: 'Ordning, lägst får veta först' }
  ],
  views: [
    {
      title: 'Nu och framåt',
      columns: shown,
      query: `<Where><Geq><FieldRef Name="Till" /><Value Type="DateTime"><Today /></Value></Geq></Where>${byEnd}`
    },
    { title: 'Hela beredskapslistan', columns: shown, query: byEnd }
  ],
  readers: roleGroups,
  searchable: false,
  byHand: true
};
