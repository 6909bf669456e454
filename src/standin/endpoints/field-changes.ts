// Adding and changing columns: the rules that hold for those of a list and of a site.
import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/answer';
import { badArgument, duplicateColumn, notImplemented } from '../http/errors';
import type { Field, FieldType } from '../store/fields';
import { internalNameFor } from '../store/fields';
import { listByGuid } from '../store/lists';
import type { FieldChanges } from './field-body';
import { refuseWithoutEffect, settingsWith } from './field-body';
import { columnEntity } from './field-entity';
import type { FieldHome } from './field-home';
import { demandFieldChange, storeChange, storeField } from './field-home';
import type { FieldDraft } from './field-xml';
import { fieldFromXml } from './field-xml';
import { createdAnswer } from './resource';
import { addToDefaultView } from './stored-view';

export const fieldsMetadata = 'SP.ApiData.Fields';

/**
 * Bits of `Options` (Microsoft's page "AddFieldOptions"): 8 takes the internal name from the XML, else it is made of the display name
 * (sp-dev-docs#3286); 16 shows the column in the default view.
 */
const internalNameHint = 8;
const addToView = 16;

export function addColumn(draft: FieldDraft, home: FieldHome, options = 0): Answer {
  demandFieldChange(home);
  const { list, visit } = home;
  const field = newField(draft, home, options);
  storeField(field, home);
  if (list !== undefined && (options & addToView) !== 0) addToDefaultView(list, visit, field.name);
  return createdAnswer(columnEntity(field, home), fieldsMetadata);
}

function newField(draft: FieldDraft, { list, visit, fields }: FieldHome, options: number): Field {
  if (draft.type === 'Lookup' && listByGuid(visit.database, visit.site.id, draft.settings.lookupList) === undefined) {
    throw badArgument(`The lookup list {${draft.settings.lookupList}} does not exist.`);
  }
  const guid = draft.guid ?? randomUUID();
  if (fields.some((field) => field.guid === guid)) throw duplicateColumn(draft.title);
  const hint = (options & internalNameHint) === 0 ? undefined : draft.name;
  const taken = fields.map(({ name }) => name);
  const name = internalNameFor(hint ?? draft.title, taken);
  return { listId: list?.id ?? 0, guid, name, title: draft.title, type: draft.type, builtIn: false, settings: draft.settings };
}

/** Throws 501 for a change of type that is not supported. */
export function changeColumn(field: Field, body: FieldChanges, home: FieldHome): Answer {
  demandFieldChange(home);
  if (body.StaticName !== undefined && body.StaticName !== field.name) throw notImplemented('another StaticName than the internal name');
  refuseWithoutEffect(body);
  const next = changedField(field, body);
  refuseTypeChange(field, next);
  storeChange(next, field, home);
  return { kind: 'merged' };
}

function changedField(field: Field, body: FieldChanges): Field {
  const rewritten = body.SchemaXml === undefined ? field : fromXml(field, body.SchemaXml);
  return { ...rewritten, title: body.Title ?? rewritten.title, settings: settingsWith(rewritten.settings, body, rewritten.type) };
}

/** A whole new schema under the same name and id. */
function fromXml(field: Field, xml: string): Field {
  const draft = fieldFromXml(xml);
  if (field.builtIn && draft.type !== field.type) throw badArgument(`The type of the column ${field.name} cannot be changed.`);
  return { ...field, title: draft.title, type: draft.type, settings: { ...draft.settings, lookupList: field.settings.lookupList } };
}

/** Those whose values mean the same in the new type; SharePoint converts more (and cuts or drops what does not fit). */
const changeableTypes: readonly (readonly [FieldType, FieldType])[] = [
  ['Text', 'Note'],
  ['Text', 'Choice'],
  ['Choice', 'Text'],
  ['Choice', 'Note'],
  ['Choice', 'MultiChoice'],
  ['Number', 'Currency'],
  ['Currency', 'Number'],
  ['Integer', 'Number']
];

function refuseTypeChange(before: Field, after: Field): void {
  const known = before.type === after.type || changeableTypes.some(([from, to]) => from === before.type && to === after.type);
  if (!known) throw notImplemented(`changing a column from ${before.type} to ${after.type}`);
  if (before.settings.multiple && !after.settings.multiple) throw notImplemented('changing a column from several values to one');
}
