// What a POST or MERGE of a column may carry, and the settings it makes.
import { z } from 'zod';
import { badArgument, notImplemented } from '../http/errors';
import type { FieldSettings } from '../store/fields';
import { plainSettings } from '../store/fields';
import type { Body } from './body';
import { parseBody } from './body';
import { typeOfKind } from './field-types';
import type { FieldDraft } from './field-xml';

const changeable = {
  Title: z.string().min(1).optional(),
  Description: z.string().optional(),
  Direction: z.string().optional(),
  Group: z.string().optional(),
  JSLink: z.string().optional(),
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
  EditFormat: z.int().min(0).max(1).optional(),
  DisplayFormat: z.int().min(-1).optional(),
  RichText: z.boolean().optional(),
  AppendOnly: z.boolean().optional(),
  NumberOfLines: z.int().optional(),
  MinimumValue: z.number().nullable().optional(),
  MaximumValue: z.number().nullable().optional(),
  CurrencyLocaleId: z.int().optional(),
  ShowAsPercentage: z.boolean().optional(),
  AllowMultipleValues: z.boolean().optional(),
  SelectionMode: z.int().min(0).max(1).optional(),
  SelectionGroup: z.int().optional(),
  Presence: z.boolean().optional(),
  AllowDisplay: z.boolean().optional(),
  AllowHyperlink: z.boolean().optional(),
  RestrictedMode: z.boolean().optional(),
  DateTimeCalendarType: z.int().optional(),
  FriendlyDisplayFormat: z.int().optional(),
  StaticName: z.string().optional(),
  LookupField: z.string().optional(),
  RelationshipDeleteBehavior: z.int().optional(),
  ValidationFormula: z.string().nullable().optional(),
  ValidationMessage: z.string().nullable().optional(),
  FieldTypeKind: z.int().optional(),
  TypeAsString: z.string().optional()
};

/** A MERGE. */
export const changedFieldBody = z.strictObject({ ...changeable, SchemaXml: z.string().optional() });
export type FieldChanges = z.infer<typeof changedFieldBody>;

const newFieldBody = z.strictObject({
  ...changeable,
  Title: z.string().min(1),
  FieldTypeKind: z.int(),
  LookupListId: z.string().optional(),
  LookupFieldName: z.string().optional(),
  LookupWebId: z.string().optional(),
  LookupList: z.string().optional(),
  IsCompactName: z.boolean().optional(),
  Id: z.string().optional()
});

/** Throws 501 for a type that is not supported, before its properties are looked at. */
export function draftFromBody(body: Body): FieldDraft {
  const kind = z.object({ FieldTypeKind: z.int() }).safeParse(body).data?.FieldTypeKind;
  // PnPjs says of a calculated column the kind of what it calculates: what gives it away is the formula.
  if ('Formula' in body) throw notImplemented('a calculated column');
  const type = typeOfKind(kind ?? 2);
  const given = parseBody(newFieldBody, body, 'SP.Field');
  refuseWithoutEffect(given);
  const lookupList = (given.LookupListId ?? given.LookupList ?? '').replace(/[{}]/g, '').toLowerCase();
  const lookupField = given.LookupFieldName ?? given.LookupField ?? 'Title';
  return {
    name: undefined,
    title: given.Title,
    type,
    guid: undefined,
    settings: settingsWith({ ...plainSettings, lookupList, lookupField }, given, type)
  };
}

/** Throws 501 for what would have to change how values behave and does not. */
export function refuseWithoutEffect(given: Omit<FieldChanges, 'SchemaXml'>): void {
  if ((given.ValidationFormula ?? '') !== '') throw notImplemented('a column with a ValidationFormula');
  if ((given.RelationshipDeleteBehavior ?? 0) !== 0) throw notImplemented('a lookup that restricts or cascades deleting');
  if ((given.SelectionGroup ?? 0) !== 0) throw notImplemented('a person column limited to a group');
  if (given.LookupField === '') throw badArgument('The lookup field is empty.');
}

/** Puts the given properties over the old settings; what a body does not say stays. */
export function settingsWith(old: FieldSettings, body: Omit<FieldChanges, 'SchemaXml'>, type: FieldDraft['type']): FieldSettings {
  return {
    ...old,
    ...commonSettings(old, body),
    ...textSettings(old, body),
    ...numberSettings(old, body, type),
    ...otherSettings(old, body)
  };
}

function commonSettings(old: FieldSettings, body: Omit<FieldChanges, 'SchemaXml'>): Partial<FieldSettings> {
  return {
    description: body.Description ?? old.description,
    direction: body.Direction ?? old.direction,
    group: body.Group ?? old.group,
    jsLink: body.JSLink ?? old.jsLink,
    required: body.Required ?? old.required,
    indexed: body.Indexed ?? old.indexed,
    unique: body.EnforceUniqueValues ?? old.unique,
    hidden: body.Hidden ?? old.hidden,
    readOnly: body.ReadOnlyField ?? old.readOnly,
    defaultValue: body.DefaultValue === undefined ? old.defaultValue : body.DefaultValue,
    customFormatter: body.CustomFormatter === undefined ? old.customFormatter : body.CustomFormatter
  };
}

function textSettings(old: FieldSettings, body: Omit<FieldChanges, 'SchemaXml'>): Partial<FieldSettings> {
  return {
    maxLength: body.MaxLength ?? old.maxLength,
    choices: body.Choices ?? old.choices,
    fillInChoice: body.FillInChoice ?? old.fillInChoice,
    editFormat: body.EditFormat ?? old.editFormat,
    richText: body.RichText ?? old.richText,
    appendOnly: body.AppendOnly ?? old.appendOnly,
    numberOfLines: body.NumberOfLines ?? old.numberOfLines,
    allowHyperlink: body.AllowHyperlink ?? old.allowHyperlink,
    restrictedMode: body.RestrictedMode ?? old.restrictedMode
  };
}

function numberSettings(old: FieldSettings, body: Omit<FieldChanges, 'SchemaXml'>, type: FieldDraft['type']): Partial<FieldSettings> {
  const numeric = type === 'Number' || type === 'Currency' || type === 'Integer';
  return {
    ...(numeric ? { decimals: body.DisplayFormat ?? old.decimals } : { displayFormat: body.DisplayFormat ?? old.displayFormat }),
    minimum: limit(body.MinimumValue, old.minimum),
    maximum: limit(body.MaximumValue, old.maximum),
    currencyLocale: body.CurrencyLocaleId ?? old.currencyLocale,
    percentage: body.ShowAsPercentage ?? old.percentage,
    calendarType: body.DateTimeCalendarType ?? old.calendarType,
    friendlyFormat: body.FriendlyDisplayFormat ?? old.friendlyFormat
  };
}

/** The largest double means no limit, as SharePoint shows it. */
function limit(given: number | null | undefined, old: number | null): number | null {
  if (given === undefined) return old;
  return given === null || Math.abs(given) === Number.MAX_VALUE ? null : given;
}

function otherSettings(old: FieldSettings, body: Omit<FieldChanges, 'SchemaXml'>): Partial<FieldSettings> {
  return {
    multiple: body.AllowMultipleValues ?? old.multiple,
    selectionMode: body.SelectionMode ?? old.selectionMode,
    presence: body.Presence ?? old.presence,
    lookupField: body.LookupField ?? old.lookupField
  };
}
