// Column types between SharePoint's names and numbers (`FieldTypeKind`) and the store's.
import { notImplemented } from '../http/errors';
import type { Field, FieldType } from '../store/fields';

interface TypeFacts {
  readonly kind: number;
  readonly entity: string;
  readonly schemaName: string;
  readonly description: string;
}

const facts: Readonly<Record<FieldType, TypeFacts>> = {
  Integer: { kind: 1, entity: 'SP.FieldNumber', schemaName: 'Integer', description: 'Integer' },
  Text: { kind: 2, entity: 'SP.FieldText', schemaName: 'Text', description: 'Single line of text' },
  Note: { kind: 3, entity: 'SP.FieldMultiLineText', schemaName: 'Note', description: 'Multiple lines of text' },
  DateTime: { kind: 4, entity: 'SP.FieldDateTime', schemaName: 'DateTime', description: 'Date and Time' },
  Counter: { kind: 5, entity: 'SP.Field', schemaName: 'Counter', description: 'Counter' },
  Choice: { kind: 6, entity: 'SP.FieldChoice', schemaName: 'Choice', description: 'Choice' },
  Lookup: { kind: 7, entity: 'SP.FieldLookup', schemaName: 'Lookup', description: 'Lookup' },
  Boolean: { kind: 8, entity: 'SP.Field', schemaName: 'Boolean', description: 'Yes/No' },
  Number: { kind: 9, entity: 'SP.FieldNumber', schemaName: 'Number', description: 'Number' },
  Currency: { kind: 10, entity: 'SP.FieldCurrency', schemaName: 'Currency', description: 'Currency' },
  URL: { kind: 11, entity: 'SP.FieldUrl', schemaName: 'URL', description: 'Hyperlink or Picture' },
  Computed: { kind: 12, entity: 'SP.FieldComputed', schemaName: 'Computed', description: 'Computed' },
  Guid: { kind: 14, entity: 'SP.FieldGuid', schemaName: 'Guid', description: 'Guid' },
  MultiChoice: { kind: 15, entity: 'SP.FieldMultiChoice', schemaName: 'MultiChoice', description: 'Choice' },
  Attachments: { kind: 19, entity: 'SP.Field', schemaName: 'Attachments', description: 'Attachments' },
  User: { kind: 20, entity: 'SP.FieldUser', schemaName: 'User', description: 'Person or Group' },
  ContentTypeId: { kind: 25, entity: 'SP.Field', schemaName: 'ContentTypeId', description: 'Content Type Id' },
  File: { kind: 18, entity: 'SP.Field', schemaName: 'File', description: 'File' },
  SystemText: { kind: 7, entity: 'SP.FieldLookup', schemaName: 'Lookup', description: 'Lookup' },
  SystemNumber: { kind: 7, entity: 'SP.FieldLookup', schemaName: 'Lookup', description: 'Lookup' }
};

/** Types a list owner can add. */
const addable: readonly FieldType[] = [
  'Text',
  'Note',
  'Number',
  'Currency',
  'Integer',
  'DateTime',
  'Boolean',
  'Choice',
  'MultiChoice',
  'Lookup',
  'User',
  'URL'
];

export function typeOfKind(kind: number): FieldType {
  const type = addable.find((candidate) => facts[candidate].kind === kind);
  if (type === undefined) throw notImplemented(`a column with FieldTypeKind ${kind}`);
  return type;
}

/** `Type` in a column's XML; `LookupMulti` and `UserMulti` mean the same column with several values. */
export function typeOfSchema(schemaName: string): { readonly type: FieldType; readonly multiple: boolean } {
  const multiple = schemaName === 'LookupMulti' || schemaName === 'UserMulti';
  const type = addable.find((candidate) => candidate === schemaName.replace(/Multi$/, ''));
  const exact = schemaName === 'MultiChoice' ? 'MultiChoice' : type;
  if (exact === undefined) throw notImplemented(`a column of type ${schemaName}`);
  return { type: exact, multiple };
}

export function factsOf({ type, settings }: Pick<Field, 'type' | 'settings'>): TypeFacts {
  const fact = facts[type];
  return settings.multiple ? { ...fact, schemaName: `${fact.schemaName}Multi` } : fact;
}

const indexable: readonly FieldType[] = ['Text', 'Number', 'Currency', 'Integer', 'DateTime', 'Boolean', 'Choice', 'Lookup', 'User'];

export function isIndexable({ type, settings }: Pick<Field, 'type' | 'settings'>): boolean {
  return indexable.includes(type) && !settings.multiple;
}
