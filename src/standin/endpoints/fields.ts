// `fields` of a list: reading, adding by properties or by XML, and changing columns.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Entity, Value } from '../http/answer';
import { accessDenied, badArgument, duplicateColumn, duplicateValue, notImplemented, unknownColumn } from '../http/errors';
import { demand, listMask } from '../permissions/rights';
import type { Segment } from '../odata/resource-path';
import { one } from '../store/database';
import type { Field, FieldSettings } from '../store/fields';
import { fieldsOf, internalNameFor, plainSettings, updateField } from '../store/fields';
import type { List } from '../store/lists';
import { addField, comparableColumn, dropField, itemTable, listByGuid, syncIndex, touchList } from '../store/lists';
import { parseBody } from './body';
import { factsOf, isIndexable, typeOfKind } from './field-types';
import type { FieldDraft } from './field-xml';
import { fieldFromXml, fieldToXml } from './field-xml';
import { listPath } from './list-path';
import type { ListContext } from './item-values';
import type { Ask, Resource } from './resource';
import { collectionAnswer, createdAnswer, entityAnswer, propertyOf, textArgument } from './resource';
import { addToDefaultView } from './views';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.Fields';

export function fieldsResource(segment: Segment, context: ListContext): Resource {
  const { list, fields } = context;
  if (segment.positional !== undefined) return fieldById(textArgument(segment, 'id'), context);
  return {
    get: (ask) =>
      collectionAnswer(
        fields.map((field) => fieldEntity(field, list)),
        metadata,
        ask
      ),
    post: ({ body }) => added(draftFromBody(parseBody(newFieldBody, body(), 'SP.Field')), context, 0),
    step: (next) => {
      switch (next.name) {
        case 'getbyinternalnameortitle':
          return fieldNamed(textArgument(next, 'name'), context, ({ name, title }, wanted) => name === wanted || title === wanted);
        case 'getbytitle':
          return fieldNamed(textArgument(next, 'title'), context, ({ title }, wanted) => title === wanted);
        case 'getbyid':
          return fieldById(textArgument(next, 'id'), context);
        case 'createfieldasxml':
          return { post: (ask) => addedFromXml(ask, context) };
        case 'addfield':
          return {
            post: ({ body }) =>
              withStatus200(added(draftFromBody(parseBody(addFieldBody, body(), 'SP.FieldCollection').parameters), context, 0))
          };
        default:
          return undefined;
      }
    }
  };
}

export function fieldEntity(field: Field, list: List): Entity {
  const { settings } = field;
  const fact = factsOf(field);
  return {
    type: fact.entity,
    path: `${listPath(list)}/Fields(guid'${field.guid}')`,
    properties: {
      AutoIndexed: false,
      CanBeDeleted: !field.builtIn,
      CustomFormatter: settings.customFormatter,
      DefaultFormula: null,
      DefaultValue: settings.defaultValue,
      Description: settings.description,
      Direction: 'none',
      EnforceUniqueValues: settings.unique,
      EntityPropertyName: field.name.startsWith('_') ? `OData_${field.name}` : field.name,
      FieldTypeKind: fact.kind,
      Filterable: isFilterable(field),
      FromBaseType: field.builtIn,
      Group: settings.group,
      Hidden: settings.hidden,
      Id: field.guid,
      Indexed: settings.indexed,
      InternalName: field.name,
      JSLink: 'clienttemplates.js',
      PinnedToFiltersPane: false,
      ReadOnlyField: settings.readOnly,
      Required: settings.required,
      SchemaXml: fieldToXml(field),
      Scope: list.root,
      Sealed: false,
      ShowInFiltersPane: 0,
      Sortable: isFilterable(field),
      StaticName: field.name,
      Title: field.title,
      TypeAsString: fact.schemaName,
      TypeDisplayName: fact.description,
      TypeShortDescription: fact.description,
      ValidationFormula: null,
      ValidationMessage: null,
      ...typeProperties(field)
    }
  };
}

function isFilterable({ type }: Field): boolean {
  return type !== 'Note' && type !== 'URL';
}

function typeProperties({ type, settings }: Field): Record<string, Value> {
  switch (type) {
    case 'Text':
      return { MaxLength: settings.maxLength };
    case 'Note':
      return { RichText: settings.richText, NumberOfLines: settings.numberOfLines, AppendOnly: settings.appendOnly };
    case 'Choice':
    case 'MultiChoice':
      return {
        Choices: settings.choices,
        FillInChoice: settings.fillInChoice,
        ...(type === 'Choice' && { EditFormat: settings.editFormat })
      };
    case 'Number':
    case 'Currency':
      return {
        MinimumValue: settings.minimum,
        MaximumValue: settings.maximum,
        ...(type === 'Currency' && { CurrencyLocaleId: settings.currencyLocale })
      };
    case 'DateTime':
      return { DisplayFormat: settings.displayFormat, DateTimeCalendarType: 0, FriendlyDisplayFormat: 0 };
    case 'URL':
      return { DisplayFormat: settings.displayFormat };
    case 'Lookup':
      return { LookupList: `{${settings.lookupList}}`, LookupField: settings.lookupField, AllowMultipleValues: settings.multiple };
    case 'User':
      return { SelectionMode: settings.selectionMode, AllowMultipleValues: settings.multiple };
    case 'Integer':
    case 'Boolean':
    case 'Counter':
    case 'Guid':
    case 'Attachments':
    case 'ContentTypeId':
    case 'Computed':
    case 'File':
    case 'SystemText':
    case 'SystemNumber':
      return {};
  }
}

const changeable = {
  Title: z.string().min(1).optional(),
  Description: z.string().optional(),
  Group: z.string().optional(),
  Required: z.boolean().optional(),
  Indexed: z.boolean().optional(),
  EnforceUniqueValues: z.boolean().optional(),
  Hidden: z.boolean().optional(),
  ReadOnlyField: z.boolean().optional(),
  DefaultValue: z.string().nullable().optional(),
  CustomFormatter: z.string().nullable().optional(),
  MaxLength: z.int().positive().max(255).optional(),
  Choices: z.array(z.string()).optional(),
  FillInChoice: z.boolean().optional(),
  EditFormat: z.int().optional(),
  DisplayFormat: z.int().optional(),
  RichText: z.boolean().optional(),
  AppendOnly: z.boolean().optional(),
  NumberOfLines: z.int().optional(),
  MinimumValue: z.number().nullable().optional(),
  MaximumValue: z.number().nullable().optional(),
  CurrencyLocaleId: z.int().optional(),
  ShowAsPercentage: z.boolean().optional(),
  AllowMultipleValues: z.boolean().optional(),
  SelectionMode: z.int().optional(),
  AllowHyperlink: z.boolean().optional(),
  RestrictedMode: z.boolean().optional(),
  DateTimeCalendarType: z.int().optional(),
  FriendlyDisplayFormat: z.int().optional(),
  StaticName: z.string().optional()
};
const changedFieldBody = z.strictObject(changeable);
const newFieldBody = z.strictObject({
  ...changeable,
  Title: z.string().min(1),
  FieldTypeKind: z.int(),
  LookupListId: z.string().optional(),
  LookupFieldName: z.string().optional(),
  LookupList: z.string().optional(),
  LookupField: z.string().optional()
});
const addFieldBody = z.strictObject({ parameters: newFieldBody });
const createAsXmlBody = z.strictObject({ parameters: z.strictObject({ SchemaXml: z.string(), Options: z.int().optional() }) });

function draftFromBody(body: z.infer<typeof newFieldBody>): FieldDraft {
  const lookupList = (body.LookupListId ?? body.LookupList ?? '').replace(/[{}]/g, '').toLowerCase();
  const settings = settingsWith({ ...plainSettings, lookupList, lookupField: body.LookupFieldName ?? body.LookupField ?? 'Title' }, body);
  return { name: undefined, title: body.Title, type: typeOfKind(body.FieldTypeKind), guid: undefined, settings };
}

function settingsWith(old: FieldSettings, body: z.infer<typeof changedFieldBody>): FieldSettings {
  return {
    ...old,
    description: body.Description ?? old.description,
    group: body.Group ?? old.group,
    required: body.Required ?? old.required,
    indexed: body.Indexed ?? old.indexed,
    unique: body.EnforceUniqueValues ?? old.unique,
    hidden: body.Hidden ?? old.hidden,
    readOnly: body.ReadOnlyField ?? old.readOnly,
    defaultValue: body.DefaultValue === undefined ? old.defaultValue : body.DefaultValue,
    customFormatter: body.CustomFormatter === undefined ? old.customFormatter : body.CustomFormatter,
    maxLength: body.MaxLength ?? old.maxLength,
    choices: body.Choices ?? old.choices,
    fillInChoice: body.FillInChoice ?? old.fillInChoice,
    editFormat: body.EditFormat ?? old.editFormat,
    displayFormat: body.DisplayFormat ?? old.displayFormat,
    richText: body.RichText ?? old.richText,
    appendOnly: body.AppendOnly ?? old.appendOnly,
    numberOfLines: body.NumberOfLines ?? old.numberOfLines,
    minimum: body.MinimumValue === undefined ? old.minimum : body.MinimumValue,
    maximum: body.MaximumValue === undefined ? old.maximum : body.MaximumValue,
    currencyLocale: body.CurrencyLocaleId ?? old.currencyLocale,
    percentage: body.ShowAsPercentage ?? old.percentage,
    multiple: body.AllowMultipleValues ?? old.multiple,
    selectionMode: body.SelectionMode ?? old.selectionMode
  };
}

/** `Options` bits: 8 takes the internal name from the XML, else it is made of the display name (sp-dev-docs#3286); 16 shows the column in the default view. */
const internalNameHint = 8;
const addToView = 16;

function addedFromXml({ body }: Ask, context: ListContext): Answer {
  const { SchemaXml, Options = 0 } = parseBody(createAsXmlBody, body(), 'SP.FieldCollection').parameters;
  return withStatus200(added(fieldFromXml(SchemaXml), context, Options));
}

/** A function's answer is 200, not 201. */
function withStatus200(answer: Answer): Answer {
  return answer.kind === 'entity' ? { ...answer, created: false } : answer;
}

function added(draft: FieldDraft, { list, visit, fields }: ListContext, options: number): Answer {
  demand(listMask(visit, list), 'manageLists');
  if (draft.type === 'Lookup' && listByGuid(visit.database, visit.site.id, draft.settings.lookupList) === undefined) {
    throw badArgument(`The lookup list {${draft.settings.lookupList}} does not exist.`);
  }
  const guid = draft.guid ?? randomUUID();
  if (fields.some((field) => field.guid === guid)) throw duplicateColumn(draft.title);
  const hint = (options & internalNameHint) === 0 ? undefined : draft.name;
  const name = internalNameFor(
    hint ?? draft.title,
    fields.map((field) => field.name)
  );
  const field: Field = { listId: list.id, guid, name, title: draft.title, type: draft.type, builtIn: false, settings: draft.settings };
  refuseImpossibleIndex(field, fields);
  addField(visit.database, field);
  if ((options & addToView) !== 0) addToDefaultView(list, visit, name);
  return createdAnswer(fieldEntity(field, list), metadata);
}

const mostIndexes = 20;

function refuseImpossibleIndex(field: Field, fields: readonly Field[]): void {
  const { settings } = field;
  if (settings.unique && !settings.indexed) throw badArgument('A column that enforces unique values must be indexed.');
  if (!settings.indexed) return;
  if (!isIndexable(field)) throw badArgument(`A column of type ${field.type} cannot be indexed.`);
  const others = fields.filter(({ name, settings: other }) => other.indexed && name !== field.name);
  if (others.length >= mostIndexes) throw badArgument(`The maximum number of indexed columns (${mostIndexes}) has been reached.`);
}

function fieldById(id: string, context: ListContext): Resource {
  return fieldNamed(id.replace(/[{}]/g, '').toLowerCase(), context, ({ guid }, wanted) => guid === wanted);
}

function fieldNamed(wanted: string, context: ListContext, is: (field: Field, wanted: string) => boolean): Resource {
  const { fields, list, visit } = context;
  const field = fields.find((candidate) => is(candidate, wanted));
  if (field === undefined) throw unknownColumn(wanted);
  return {
    get: (ask) => entityAnswer(fieldEntity(field, list), metadata, ask),
    merge: ({ body }) => changed(field, parseBody(changedFieldBody, body(), factsOf(field).entity), context),
    remove: () => {
      demand(listMask(visit, list), 'manageLists');
      if (field.builtIn) throw accessDenied();
      dropField(visit.database, field);
      return { kind: 'deleted' };
    },
    step: (segment) => propertyOf(fieldEntity(field, list), segment)
  };
}

function changed(field: Field, body: z.infer<typeof changedFieldBody>, { list, visit }: ListContext): Answer {
  demand(listMask(visit, list), 'manageLists');
  if (body.StaticName !== undefined && body.StaticName !== field.name) throw notImplemented('another StaticName than the internal name');
  const next: Field = { ...field, title: body.Title ?? field.title, settings: settingsWith(field.settings, body) };
  if (next.settings.multiple !== field.settings.multiple) throw notImplemented('changing AllowMultipleValues');
  refuseImpossibleIndex(next, fieldsOf(visit.database, list.id));
  if (next.settings.unique && !field.settings.unique) refuseExistingDuplicates(next, list, visit);
  updateField(visit.database, next);
  syncIndex(visit.database, next);
  touchList(visit.database, list);
  return { kind: 'merged' };
}

function refuseExistingDuplicates(field: Field, list: List, { database }: Visit): void {
  const value = comparableColumn(field);
  const twice = one(database, `SELECT 1 FROM ${itemTable(list)} WHERE ${value} IS NOT NULL GROUP BY ${value} HAVING count(*) > 1 LIMIT 1`);
  if (twice !== undefined) throw duplicateValue(field.title);
}
