// The list Krisplan: who belongs to the krisstab, in which function, and on what numbers they are reached; kept by hand in SharePoint (H55, H07).
import type { ListDefinition } from './list';

const shown = ['LinkTitle', 'Vem', 'Telefon', 'Reservtelefon', 'Ordning'];

/** Rows are written by people, so the person column alone says who it is. Read by those who call the krisstab: the numbers are for them. */
export const crisisPlanList: ListDefinition = {
  url: 'Krisplan',
  title: 'Krisplan',
  description:
    'Vilka som kallas till krisstaben, i den ordning de rings. Reservtelefonen ska gå att nå när Teams inte fungerar. Sköts av Säkerhetsskydd och Informationssäkerhet.',
  titleColumn: 'Funktion',
  columns: [
    { kind: 'user', name: 'Vem', title: 'Vem' },
    { kind: 'text', name: 'Telefon', title: 'Telefon' },
    { kind: 'text', name: 'Reservtelefon', title: 'Reservtelefon utanför Teams' },
    { kind: 'number', name: 'Ordning', title: 'Ordning, lägst rings först', index: 'indexed' }
  ],
  views: [
    {
      title: 'Ringlista',
      columns: shown,
      query: '<OrderBy><FieldRef Name="Ordning" /></OrderBy>'
    }
  ],
  readers: ['it', 'information-security', 'security-protection'],
  editors: ['information-security', 'security-protection'],
  searchable: false,
  byHand: true
};
