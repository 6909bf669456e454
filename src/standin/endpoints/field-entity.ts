// A column as the API shows it: the properties every column has, and those of its type.
import type { Entity, Value } from '../http/answer';
import type { Field } from '../store/fields';
import { factsOf } from './field-types';
import { fieldToXml } from './field-xml';

interface Place {
  readonly path: string;
  readonly scope: string;
}

/** Properties and order as in answers recorded from SharePoint Online. */
export function columnEntity(field: Field, { path, scope }: Place): Entity {
  const { settings } = field;
  const fact = factsOf(field);
  return {
    type: fact.entity,
    path: `${path}/Fields(guid'${field.guid}')`,
    properties: {
      AutoIndexed: false,
      CanBeDeleted: !field.builtIn,
      ClientSideComponentId: '00000000-0000-0000-0000-000000000000',
      ClientSideComponentProperties: null,
      ClientValidationFormula: null,
      ClientValidationMessage: null,
      CustomFormatter: settings.customFormatter,
      DefaultFormula: null,
      DefaultValue: settings.defaultValue,
      Description: settings.description,
      Direction: settings.direction,
      EnforceUniqueValues: settings.unique,
      EntityPropertyName: field.name.startsWith('_') ? `OData_${field.name}` : field.name,
      Filterable: isFilterable(field),
      FromBaseType: field.builtIn,
      Group: settings.group,
      Hidden: settings.hidden,
      Id: field.guid,
      Indexed: settings.indexed,
      InternalName: field.name,
      IsModern: false,
      JSLink: settings.jsLink,
      PinnedToFiltersPane: false,
      ReadOnlyField: settings.readOnly,
      Required: settings.required,
      SchemaXml: fieldToXml(field),
      Scope: scope,
      Sealed: false,
      ShowInFiltersPane: 0,
      Sortable: isFilterable(field),
      StaticName: field.name,
      Title: field.title,
      FieldTypeKind: fact.kind,
      TypeAsString: fact.schemaName,
      TypeDisplayName: fact.description,
      TypeShortDescription: fact.description,
      ValidationFormula: null,
      ValidationMessage: null,
      ...typeProperties(field)
    },
    onRequest: { SchemaXmlWithResourceTokens: () => fieldToXml(field) }
  };
}

function isFilterable({ type }: Field): boolean {
  return type !== 'Note' && type !== 'URL';
}

function typeProperties(field: Field): Record<string, Value> {
  const { type, settings } = field;
  switch (type) {
    case 'Text':
      return { MaxLength: settings.maxLength };
    case 'Note':
      return noteProperties(field);
    case 'Choice':
    case 'MultiChoice':
      return choiceProperties(field);
    case 'Number':
    case 'Currency':
    case 'Integer':
      return numberProperties(field);
    case 'DateTime':
      return {
        DateTimeCalendarType: settings.calendarType,
        DisplayFormat: settings.displayFormat,
        FriendlyDisplayFormat: settings.friendlyFormat
      };
    case 'URL':
      return { DisplayFormat: settings.displayFormat };
    case 'Lookup':
      return lookupProperties(field);
    case 'User':
      return userProperties(field);
    case 'Computed':
      return { EnableLookup: false };
    case 'Boolean':
    case 'Counter':
    case 'Guid':
    case 'Attachments':
    case 'ContentTypeId':
    case 'File':
    case 'SystemText':
    case 'SystemNumber':
      return {};
  }
}

function noteProperties({ settings }: Field): Record<string, Value> {
  return {
    AllowHyperlink: settings.allowHyperlink,
    AppendOnly: settings.appendOnly,
    IsLongHyperlink: false,
    NumberOfLines: settings.numberOfLines,
    RestrictedMode: settings.restrictedMode,
    RichText: settings.richText,
    UnlimitedLengthInDocumentLibrary: false,
    WikiLinking: false
  };
}

function choiceProperties({ type, settings }: Field): Record<string, Value> {
  return {
    FillInChoice: settings.fillInChoice,
    Mappings: null,
    Choices: settings.choices,
    ...(type === 'Choice' && { EditFormat: settings.editFormat })
  };
}

/** `DisplayFormat` is the number of decimals; without a limit SharePoint gives the largest double [recorded]. */
function numberProperties({ type, settings }: Field): Record<string, Value> {
  return {
    CommaSeparator: true,
    CustomUnitName: null,
    CustomUnitOnRight: true,
    DisplayFormat: settings.decimals,
    MaximumValue: settings.maximum ?? Number.MAX_VALUE,
    MinimumValue: settings.minimum ?? -Number.MAX_VALUE,
    ShowAsPercentage: settings.percentage,
    Unit: null,
    ...(type === 'Currency' && { CurrencyLocaleId: settings.currencyLocale })
  };
}

function lookupProperties({ settings }: Field): Record<string, Value> {
  return {
    AllowMultipleValues: settings.multiple,
    DependentLookupInternalNames: [],
    IsDependentLookup: false,
    IsRelationship: true,
    LookupField: settings.lookupField,
    LookupList: settings.lookupList === '' ? '' : `{${settings.lookupList}}`,
    LookupWebId: '00000000-0000-0000-0000-000000000000',
    PrimaryFieldId: null,
    RelationshipDeleteBehavior: 0,
    UnlimitedLengthInDocumentLibrary: false
  };
}

function userProperties(field: Field): Record<string, Value> {
  const { settings } = field;
  return {
    ...lookupProperties(field),
    IsRelationship: false,
    LookupField: '',
    AllowDisplay: true,
    Presence: settings.presence,
    SelectionGroup: 0,
    SelectionMode: settings.selectionMode
  };
}
