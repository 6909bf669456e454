// `FieldValuesAsText`, `FieldValuesAsHtml` and `FieldValuesForEdit` of an item: every column as a text, hidden ones too.
import type { Entity } from '../http/answer';
import type { Field } from '../store/fields';
import type { ItemRow } from '../store/items';
import { editTextOf, htmlOf, textOf } from './field-texts';
import { itemLeafName } from './item-recycling';
import type { ListContext } from './item-values';
import { itemPath } from './list-path';
import { localDateTime } from './local-format';

export type TextKind = 'FieldValuesAsText' | 'FieldValuesAsHtml' | 'FieldValuesForEdit';

/**
 * Names have each `_` written `_x005f_`, and `OData_` in front when they begin with one; the hidden columns and their order are those
 * of public recordings. Whatever `$select` says, every column is there: SharePoint leaves out those the query did not read.
 */
export function fieldStringValues(kind: TextKind, row: ItemRow, context: ListContext): Entity {
  const ofColumn = (field: Field): string => writers[kind](row, field, context);
  const own = context.fields
    .filter(({ builtIn, type }) => !builtIn && type !== 'Computed')
    .map((field): Pair => [field.name, ofColumn(field)]);
  const builtIn = (name: string): Pair[] => context.fields.filter((field) => field.name === name).map((field) => [name, ofColumn(field)]);
  const pairs: Pair[] = [
    ...builtIn('ContentTypeId'),
    ...builtIn('Title'),
    ...empty(['_ModerationComments', 'File_x0020_Type', 'ComplianceAssetId']),
    ...own,
    ...['ID', 'Modified', 'Created', 'Author', 'Editor'].flatMap(builtIn),
    ...empty(['_HasCopyDestinations', '_CopySource']),
    ['owshiddenversion', String(row.etag)],
    ['WorkflowVersion', '1'],
    ['_UIVersion', String(row.major * 512)],
    ['_UIVersionString', `${row.major}.0`],
    ...builtIn('Attachments'),
    ['_ModerationStatus', 'Approved'],
    ...empty(['InstanceID']),
    ['Order', `${row.id * 100}`],
    ['GUID', row.guid],
    ...empty(['WorkflowInstanceID']),
    ...storageValues(kind, row, context),
    ['_Level', '1'],
    ['_IsCurrentVersion', kind === 'FieldValuesForEdit' ? '1' : 'Yes'],
    ...empty(laterHidden)
  ];
  return {
    type: 'SP.FieldStringValues',
    path: `${itemPath(context.list, row.id)}/${kind}`,
    properties: Object.fromEntries(pairs.map(([name, text]) => [encodedName(name), text]))
  };
}

/** `_UIVersionString` -> `OData__x005f_UIVersionString`, `Created_x0020_Date` -> `Created_x005f_x0020_x005f_Date`. */
export function encodedName(name: string): string {
  return `${name.startsWith('_') ? 'OData_' : ''}${name.replaceAll('_', '_x005f_')}`;
}

type Pair = readonly [string, string];

const writers: Readonly<Record<TextKind, (row: ItemRow, field: Field, context: ListContext) => string>> = {
  FieldValuesAsText: textOf,
  FieldValuesAsHtml: htmlOf,
  FieldValuesForEdit: editTextOf
};

/** Where the item lies, as hidden lookups: empty in HTML [recorded]. */
function storageValues(kind: TextKind, row: ItemRow, { visit, list }: ListContext): Pair[] {
  const folder = row.dir_name ?? list.root;
  const pairs: Pair[] = [
    ['FileRef', `${folder}/${itemLeafName(row)}`],
    ['FileDirRef', folder],
    ['Last_x0020_Modified', localDateTime(row.modified, visit.timeZone)],
    ['Created_x0020_Date', localDateTime(row.created, visit.timeZone)],
    ['FSObjType', String(row.fs_obj_type)],
    ['SortBehavior', '0'],
    ['FileLeafRef', itemLeafName(row)],
    ['UniqueId', row.guid],
    ['SyncClientId', ''],
    ['ProgId', ''],
    ['ScopeId', `{${list.guid.toUpperCase()}}`],
    ['MetaInfo', '']
  ];
  return kind === 'FieldValuesAsHtml' ? pairs.map(([name, text]) => [name, name === 'FileLeafRef' ? text : '']) : pairs;
}

const laterHidden: readonly string[] = [
  'ItemChildCount',
  'FolderChildCount',
  'Restricted',
  'OriginatorId',
  'NoExecute',
  'ContentVersion',
  '_ComplianceFlags',
  '_ComplianceTag',
  '_ComplianceTagWrittenTime',
  '_ComplianceTagUserId',
  'AccessPolicy',
  '_VirusStatus',
  '_VirusVendorID',
  '_VirusInfo',
  'AppAuthor',
  'AppEditor',
  'SMTotalSize',
  'SMLastModifiedDate',
  'SMTotalFileStreamSize',
  'SMTotalFileCount'
];

function empty(names: readonly string[]): Pair[] {
  return names.map((name) => [name, '']);
}
