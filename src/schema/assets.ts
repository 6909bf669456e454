// The list Informationstillgångar: the register of what the municipality must protect (H08, H21).
import { assetStates } from '../domain/asset';
import { carriers } from '../domain/asset-details';
import { aspects, levels, type Aspect } from '../domain/classification';
import { terms } from '../i18n/sv/terms';
import { roleGroups } from './groups';
import { choices, newestFirst, personColumns, recordColumns, type ChoiceColumn, type ListDefinition } from './list';

export const carrierChoices = choices(carriers, (carrier) => terms[`carrier.${carrier}`]);
export const assetStateChoices = choices(assetStates, (state) => terms[`asset.state.${state}`]);
export const levelChoices = choices(levels, (level) => terms[`level.${level}`]);

/** The column that shows the level of an aspect. */
export const aspectColumns = {
  confidentiality: 'KlassSekretess',
  integrity: 'KlassRiktighet',
  availability: 'KlassTillganglighet',
  traceability: 'KlassSparbarhet'
} as const satisfies Readonly<Record<Aspect, string>>;

/** One choice of level for each aspect. */
export const classColumns: readonly ChoiceColumn[] = aspects.map((aspect) => ({
  kind: 'choice',
  name: aspectColumns[aspect],
  title: terms[`aspect.${aspect}.short`],
  words: levelChoices.words
}));

const classNames = classColumns.map(({ name }) => name);

/** Columns for people to read and filter by; what they say stands in `Innehall` as well. */
export const shownDetails = ['Personuppgiftsansvarig', 'Sekretess', 'Leverantor', 'Handlingstyp'] as const;

/** `Innehall` is canonical JSON: what has more to it than a cell, and is empty as long as nothing of it is known. */
export const assetList: ListDefinition = {
  url: 'Informationstillgangar',
  title: 'Informationstillgångar',
  description: 'Kommunens register över informationstillgångar. Ändras i Värna; här kan alla med en roll läsa.',
  titleColumn: 'Namn',
  columns: [
    recordColumns.reference,
    { kind: 'note', name: 'Beskrivning', title: 'Beskrivning' },
    { kind: 'multi-choice', name: 'Barare', title: 'Bärare', words: carrierChoices.words },
    { kind: 'text', name: 'Enhet', title: 'Enhet' },
    { kind: 'text', name: 'Enhetskod', title: 'Enhetens kod', hidden: true, index: 'indexed' },
    ...personColumns('Informationsagare', terms['owner.informationOwner']),
    ...personColumns('Objektagare', terms['owner.objectOwner']),
    ...personColumns('Informationsforvaltare', terms['owner.informationCustodian']),
    ...personColumns('Systemforvaltare', terms['owner.custodian']),
    { kind: 'choice', name: 'Status', title: 'Status', words: assetStateChoices.words, index: 'indexed' },
    ...classColumns,
    { kind: 'text', name: 'Klassning', title: 'Gällande klassning' },
    { kind: 'date-time', name: 'Beslutad', title: 'Klass beslutad' },
    { kind: 'boolean', name: 'AndradEfterBeslut', title: terms['asset.changed-after-decision'] },
    { kind: 'text', name: 'Personuppgiftsansvarig', title: 'Personuppgiftsansvarig' },
    { kind: 'text', name: 'Sekretess', title: 'Lagrum för sekretess' },
    { kind: 'text', name: 'Leverantor', title: 'Leverantör' },
    { kind: 'text', name: 'Handlingstyp', title: 'Handlingstyp' },
    { kind: 'note', name: 'Innehall', title: 'Innehåll', hidden: true },
    { kind: 'text', name: 'BeslutatInnehall', title: 'Fingeravtryck av det beslutade innehållet', hidden: true },
    recordColumns.people,
    recordColumns.sequence,
    recordColumns.hash
  ],
  indexedBuiltIns: ['Modified'],
  views: [
    {
      title: 'Registret',
      columns: [
        'Referens',
        'LinkTitle',
        'Status',
        ...classNames,
        'AndradEfterBeslut',
        'Informationsagare',
        'Objektagare',
        'Systemforvaltare',
        'Enhet'
      ],
      query: newestFirst
    },
    {
      title: 'Utkast',
      columns: ['Referens', 'LinkTitle', 'Enhet', 'Informationsagare', 'Objektagare', 'Systemforvaltare'],
      query: whereStatus(assetStateChoices.wordOf('draft'))
    }
  ],
  readers: roleGroups,
  searchable: false
};

/** CAML for rows in one state, newest first. Status is indexed, so the view opens however long the list is. */
export function whereStatus(word: string): string {
  return `<Where><Eq><FieldRef Name="Status" /><Value Type="Choice">${word}</Value></Eq></Where>${newestFirst}`;
}
