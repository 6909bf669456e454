// The built-in columns of a new list: what every item has, where a row lies, and what file it is.
import type { BuiltInRow, Field } from './fields';
import { builtInField } from './fields';

/** The columns of a new list: `Title` is a real column of the item table, the others are the item's own. */
export function builtInFields(listId: number, inLibrary: boolean): Field[] {
  const rows = inLibrary ? [...itemRows.filter(([, name]) => name !== 'Attachments'), ...libraryRows] : itemRows;
  return [...rows, ...placeRows].map((row) => builtInField(listId, row));
}

const readOnly = { readOnly: true };
const hidden = { readOnly: true, hidden: true };

const itemRows: readonly BuiltInRow[] = [
  ['03e45e84-1992-4d42-9116-26f756012634', 'ContentTypeId', 'Content Type ID', 'ContentTypeId', hidden],
  ['fa564e0f-0c70-4ab9-b863-0177e6ddd247', 'Title', 'Title', 'Text', { required: true }],
  ['1d22ea11-1e32-424e-89ab-9fedbadb6ce1', 'ID', 'ID', 'Counter', readOnly],
  ['c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'ContentType', 'Content Type', 'Computed', {}],
  ['28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', 'Modified', 'Modified', 'DateTime', readOnly],
  ['8c06beca-0777-48f7-91c7-6da68bc07b69', 'Created', 'Created', 'DateTime', readOnly],
  ['1df5e554-ec7e-46a6-901d-d85a3881cb18', 'Author', 'Created By', 'User', readOnly],
  ['d31655d1-1d5b-4511-95a1-7a09e9b75bf2', 'Editor', 'Modified By', 'User', readOnly],
  ['dce8262a-3ae9-45aa-aab4-83bd75fb738a', '_UIVersionString', 'Version', 'Text', readOnly],
  ['67df98f4-9dec-48ff-a553-29bece9c5bf4', 'Attachments', 'Attachments', 'Attachments', {}],
  ['ae069f25-3ac2-4256-b9c3-15dbc15da0e0', 'GUID', 'GUID', 'Guid', hidden],
  ['503f1caa-358e-4918-9094-4a2cdc4bc034', 'Edit', 'Edit', 'Computed', readOnly],
  ['bc91a437-52e7-49e1-8c4e-4698904b2b6d', 'LinkTitleNoMenu', 'Title', 'Computed', readOnly],
  ['82642ec8-ef9b-478f-acf9-31f7d45fbc31', 'LinkTitle', 'Title', 'Computed', readOnly],
  ['081c6e4c-5c14-4f20-b23e-1a71ceb6a67c', 'DocIcon', 'Type', 'Computed', readOnly]
];

/** In every list, in answers only when asked for by name. */
const placeRows: readonly BuiltInRow[] = [
  ['94f89715-e097-4e8b-ba79-ea02aa8b7adb', 'FileRef', 'URL Path', 'SystemText', hidden],
  ['56605df6-8fa1-47e4-a04c-5b384d59609f', 'FileDirRef', 'Path', 'SystemText', hidden],
  ['30bb605f-5bae-48fe-b4e3-1f81d9772af9', 'FSObjType', 'Item Type', 'SystemNumber', hidden],
  ['8553196d-ec8d-4564-9861-3dbe931050c8', 'FileLeafRef', 'Name', 'File', { hidden: true }],
  ['4b7403de-8d94-43e8-9f0f-137a3e298126', 'UniqueId', 'Unique Id', 'SystemText', hidden],
  ['39360f11-34cf-4356-9945-25c44e68dade', 'File_x0020_Type', 'File Type', 'SystemText', hidden]
];

/** In libraries, which have no attachments. */
const libraryRows: readonly BuiltInRow[] = [
  ['6b4e226d-3d88-4a36-808d-a129bf52bccf', '_CopySource', 'Copy Source', 'Text', hidden],
  ['3881510a-4e4a-4ee8-b102-8ee8e2d0dd4b', 'CheckoutUser', 'Checked Out To', 'User', readOnly],
  ['58014f77-5463-437b-ab67-eec79532da67', '_CheckinComment', 'Check In Comment', 'SystemText', readOnly],
  ['8fca95c0-9b7d-456f-8dae-b41ee2728b85', 'File_x0020_Size', 'File Size', 'SystemNumber', hidden],
  ['687c7f94-686a-42d3-9b67-2782eac4b4f8', 'MetaInfo', 'Property Bag', 'Computed', hidden],
  ['9d30f126-ba48-446b-b8f9-83745f322ebe', 'LinkFilenameNoMenu', 'Name', 'Computed', readOnly],
  ['5cc6dc79-3710-4374-b433-61cb4a686c12', 'LinkFilename', 'Name', 'Computed', readOnly]
];
