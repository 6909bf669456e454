// A column's SchemaXml: reading what `createFieldAsXml` is given, and writing what `SchemaXml` shows.
import { invalidClientQuery, notImplemented } from '../http/errors';
import type { Field, FieldSettings } from '../store/fields';
import { plainSettings } from '../store/fields';
import type { Element } from '../xml';
import { escapeXml, isTrue, parseXml } from '../xml';
import { factsOf, typeOfSchema } from './field-types';

export interface FieldDraft {
  /** Internal name asked for; undefined: made of the title. */
  readonly name: string | undefined;
  readonly title: string;
  readonly type: Field['type'];
  readonly guid: string | undefined;
  readonly settings: FieldSettings;
}

/** Throws 400 when the text is no `<Field …>` with Type and a name. */
export function fieldFromXml(xml: string): FieldDraft {
  const element = parseXml(xml);
  if (element?.name.toLowerCase() !== 'field') throw invalidClientQuery('The SchemaXml is not a Field element.');
  const { attributes } = element;
  const title = attributes.get('displayname') ?? attributes.get('name');
  const schemaType = attributes.get('type');
  if (title === undefined || schemaType === undefined) throw invalidClientQuery('The SchemaXml needs Type and DisplayName.');
  const { type, multiple } = typeOfSchema(schemaType);
  refuseWithoutEffect(element);
  return {
    name: attributes.get('name'),
    title,
    type,
    guid: attributes.get('id')?.replace(/[{}]/g, '').toLowerCase(),
    settings: settingsFrom(element, type, multiple)
  };
}

/** Throws 501 for what would have to change how values behave and does not. */
function refuseWithoutEffect(element: Element): void {
  const { attributes } = element;
  const deleting = attributes.get('relationshipdeletebehavior') ?? 'None';
  if (deleting.toLowerCase() !== 'none') throw notImplemented(`a lookup with RelationshipDeleteBehavior ${deleting}`);
  if (attributes.has('fieldref')) throw notImplemented('a dependent lookup column');
  if ((attributes.get('userselectionscope') ?? '0') !== '0') throw notImplemented('a person column limited to a group');
  if (within(element, 'validation').length > 0) throw notImplemented('a column with a validation formula');
  if (within(element, 'defaultformula').length > 0) throw notImplemented('a column with a default formula');
}

/** What `SchemaXml` answers. */
export function fieldToXml(field: Field): string {
  const { settings } = field;
  const attributes: [string, string | undefined][] = [
    ['ID', `{${field.guid}}`],
    ['Type', factsOf(field).schemaName],
    ['Name', field.name],
    ['StaticName', field.name],
    ['DisplayName', field.title],
    ['Description', settings.description === '' ? undefined : settings.description],
    ['Group', settings.group === plainSettings.group ? undefined : settings.group],
    ['Required', flag(settings.required)],
    ['Indexed', whenTrue(settings.indexed)],
    ['EnforceUniqueValues', flag(settings.unique)],
    ['Hidden', whenTrue(settings.hidden)],
    ['ReadOnly', whenTrue(settings.readOnly)],
    ...formAttributes(settings),
    ...typeAttributes(field),
    ['SourceID', field.builtIn ? 'http://schemas.microsoft.com/sharepoint/v3' : undefined]
  ];
  const inside = [
    settings.choices.length === 0
      ? ''
      : `<CHOICES>${settings.choices.map((choice) => `<CHOICE>${escapeXml(choice)}</CHOICE>`).join('')}</CHOICES>`,
    settings.defaultValue === null ? '' : `<Default>${escapeXml(settings.defaultValue)}</Default>`
  ].join('');
  const written = attributes.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escapeXml(value)}"`])).join(' ');
  return inside === '' ? `<Field ${written} />` : `<Field ${written}>${inside}</Field>`;
}

function formAttributes(settings: FieldSettings): [string, string | undefined][] {
  const shown = (value: boolean | null): string | undefined => (value === null ? undefined : flag(value));
  return [
    ['ShowInDisplayForm', shown(settings.showInDisplayForm)],
    ['ShowInEditForm', shown(settings.showInEditForm)],
    ['ShowInNewForm', shown(settings.showInNewForm)]
  ];
}

function typeAttributes({ type, settings }: Field): [string, string | undefined][] {
  const text = (value: number | null): string | undefined => (value === null ? undefined : String(value));
  switch (type) {
    case 'Text':
      return [['MaxLength', String(settings.maxLength)]];
    case 'Note':
      return [
        ['NumLines', String(settings.numberOfLines)],
        ['RichText', flag(settings.richText)],
        ['AppendOnly', whenTrue(settings.appendOnly)]
      ];
    case 'Number':
    case 'Currency':
    case 'Integer':
      return [
        ['Min', text(settings.minimum)],
        ['Max', text(settings.maximum)],
        ['Decimals', settings.decimals === -1 ? undefined : String(settings.decimals)],
        ['Percentage', whenTrue(settings.percentage)],
        ['LCID', type === 'Currency' ? String(settings.currencyLocale) : undefined]
      ];
    case 'DateTime':
      return [
        ['Format', settings.displayFormat === 0 ? 'DateOnly' : 'DateTime'],
        ['FriendlyDisplayFormat', friendlyFormats[settings.friendlyFormat]]
      ];
    case 'Choice':
    case 'MultiChoice':
      return [
        ['Format', type === 'Choice' ? (settings.editFormat === 1 ? 'RadioButtons' : 'Dropdown') : undefined],
        ['FillInChoice', flag(settings.fillInChoice)]
      ];
    case 'URL':
      return [['Format', settings.displayFormat === 1 ? 'Image' : 'Hyperlink']];
    case 'Lookup':
      return [
        ['Mult', whenTrue(settings.multiple)],
        ['List', `{${settings.lookupList}}`],
        ['ShowField', settings.lookupField]
      ];
    case 'User':
      return [
        ['Mult', whenTrue(settings.multiple)],
        ['List', 'UserInfo'],
        ['UserSelectionMode', settings.selectionMode === 1 ? 'PeopleAndGroups' : 'PeopleOnly']
      ];
    case 'Boolean':
    case 'Counter':
    case 'Guid':
    case 'Attachments':
    case 'ContentTypeId':
    case 'Computed':
    case 'File':
    case 'SystemText':
    case 'SystemNumber':
      return [];
  }
}

const friendlyFormats = ['Unspecified', 'Disabled', 'Relative'];

function settingsFrom(element: Element, type: Field['type'], multiple: boolean): FieldSettings {
  const { attributes } = element;
  const number = (name: string): number | null => (attributes.has(name) ? Number(attributes.get(name)) : null);
  return {
    ...plainSettings,
    description: attributes.get('description') ?? '',
    group: attributes.get('group') ?? plainSettings.group,
    required: isTrue(element, 'required'),
    indexed: isTrue(element, 'indexed'),
    unique: isTrue(element, 'enforceuniquevalues'),
    hidden: isTrue(element, 'hidden'),
    readOnly: isTrue(element, 'readonly'),
    defaultValue: within(element, 'default')[0]?.text ?? null,
    maxLength: number('maxlength') ?? plainSettings.maxLength,
    choices: within(element, 'choice').map(({ text }) => text),
    fillInChoice: isTrue(element, 'fillinchoice'),
    displayFormat:
      type === 'DateTime' && attributes.get('format') === 'DateOnly' ? 0 : type === 'URL' && attributes.get('format') !== 'Image' ? 0 : 1,
    editFormat: attributes.get('format') === 'RadioButtons' ? 1 : 0,
    richText: isTrue(element, 'richtext'),
    appendOnly: isTrue(element, 'appendonly'),
    numberOfLines: number('numlines') ?? plainSettings.numberOfLines,
    minimum: number('min'),
    maximum: number('max'),
    decimals: number('decimals') ?? plainSettings.decimals,
    currencyLocale: number('lcid') ?? plainSettings.currencyLocale,
    percentage: isTrue(element, 'percentage'),
    multiple: multiple || isTrue(element, 'mult'),
    lookupList: (attributes.get('list') ?? '').replace(/[{}]/g, '').toLowerCase(),
    lookupField: attributes.get('showfield') ?? plainSettings.lookupField,
    selectionMode: attributes.get('userselectionmode') === 'PeopleAndGroups' ? 1 : 0,
    friendlyFormat: Math.max(0, friendlyFormats.indexOf(attributes.get('friendlydisplayformat') ?? '')),
    jsLink: attributes.get('jslink') ?? plainSettings.jsLink,
    customFormatter: attributes.get('customformatter') ?? null,
    showInDisplayForm: shownIn(element, 'showindisplayform'),
    showInEditForm: shownIn(element, 'showineditform'),
    showInNewForm: shownIn(element, 'showinnewform')
  };
}

/** The elements of this name inside, at any depth; case does not matter. */
function within({ children }: Element, name: string): Element[] {
  return children.flatMap((child) => [...(child.name.toLowerCase() === name ? [child] : []), ...within(child, name)]);
}

/** Null: the schema does not say. */
function shownIn(element: Element, form: string): boolean | null {
  return element.attributes.has(form) ? isTrue(element, form) : null;
}

function flag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

function whenTrue(value: boolean): string | undefined {
  return value ? 'TRUE' : undefined;
}
