// The list Organisation: nämnder, förvaltningar and enheter, and who heads them (H02, H31).
import { unitKinds } from '../domain/person';
import { terms } from '../i18n/sv/terms';
import { groups } from './groups';
import { choices, personColumns, recordColumns, type ListDefinition } from './list';

export const unitKindChoices = choices(unitKinds, (kind) => terms[`unit.kind.${kind}`]);

export const organisationList: ListDefinition = {
  url: 'Organisation',
  title: 'Organisation',
  description: 'Kommunens nämnder, förvaltningar och enheter med chefer.',
  titleColumn: 'Namn',
  columns: [
    { kind: 'text', name: 'Kod', title: 'Kod', index: 'unique' },
    { kind: 'choice', name: 'Slag', title: 'Slag', words: unitKindChoices.words },
    { kind: 'text', name: 'Overordnad', title: 'Överordnad enhets kod' },
    ...personColumns('Chef', 'Chef'),
    recordColumns.people
  ],
  views: [
    {
      title: 'Enheter',
      columns: ['LinkTitle', 'Slag', 'Overordnad', 'Chef', 'Kod'],
      query: '<OrderBy><FieldRef Name="ID" /></OrderBy>'
    }
  ],
  readers: groups,
  searchable: true
};
