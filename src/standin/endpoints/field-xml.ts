// A column's SchemaXml: reading what `createFieldAsXml` is given, and writing what `SchemaXml` shows.
import { invalidClientQuery } from '../http/errors';
import type { Field, FieldSettings } from '../store/fields';
import { plainSettings } from '../store/fields';
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
  const open = /^\s*<Field\b([^>]*?)\/?>/i.exec(xml);
  if (open?.[1] === undefined) throw invalidClientQuery('The SchemaXml is not a Field element.');
  const attributes = attributesOf(open[1]);
  const title = attributes.get('displayname') ?? attributes.get('name');
  const schemaType = attributes.get('type');
  if (title === undefined || schemaType === undefined) throw invalidClientQuery('The SchemaXml needs Type and DisplayName.');
  const { type, multiple } = typeOfSchema(schemaType);
  return {
    name: attributes.get('name'),
    title,
    type,
    guid: attributes.get('id')?.replace(/[{}]/g, '').toLowerCase(),
    settings: settingsFrom(attributes, xml, type, multiple)
  };
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
    ['Required', flag(settings.required)],
    ['Indexed', settings.indexed ? 'TRUE' : undefined],
    ['EnforceUniqueValues', flag(settings.unique)],
    ['Hidden', settings.hidden ? 'TRUE' : undefined],
    ['ReadOnly', settings.readOnly ? 'TRUE' : undefined],
    ['MaxLength', field.type === 'Text' ? String(settings.maxLength) : undefined],
    ['RichText', field.type === 'Note' ? flag(settings.richText) : undefined],
    ['Format', field.type === 'DateTime' ? (settings.displayFormat === 0 ? 'DateOnly' : 'DateTime') : undefined],
    ['Mult', settings.multiple ? 'TRUE' : undefined],
    ['List', field.type === 'Lookup' ? `{${settings.lookupList}}` : undefined],
    ['ShowField', field.type === 'Lookup' ? settings.lookupField : undefined]
  ];
  const inside = [
    settings.choices.length === 0
      ? ''
      : `<CHOICES>${settings.choices.map((choice) => `<CHOICE>${escaped(choice)}</CHOICE>`).join('')}</CHOICES>`,
    settings.defaultValue === null ? '' : `<Default>${escaped(settings.defaultValue)}</Default>`
  ].join('');
  const written = attributes.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escaped(value)}"`])).join(' ');
  return inside === '' ? `<Field ${written} />` : `<Field ${written}>${inside}</Field>`;
}

function settingsFrom(attributes: ReadonlyMap<string, string>, xml: string, type: Field['type'], multiple: boolean): FieldSettings {
  const number = (name: string): number | null => (attributes.has(name) ? Number(attributes.get(name)) : null);
  return {
    ...plainSettings,
    description: attributes.get('description') ?? '',
    group: attributes.get('group') ?? plainSettings.group,
    required: truth(attributes.get('required')),
    indexed: truth(attributes.get('indexed')),
    unique: truth(attributes.get('enforceuniquevalues')),
    hidden: truth(attributes.get('hidden')),
    readOnly: truth(attributes.get('readonly')),
    defaultValue: elements(xml, 'Default')[0] ?? null,
    maxLength: number('maxlength') ?? plainSettings.maxLength,
    choices: elements(xml, 'CHOICE'),
    fillInChoice: truth(attributes.get('fillinchoice')),
    displayFormat:
      type === 'DateTime' && attributes.get('format') === 'DateOnly' ? 0 : type === 'URL' && attributes.get('format') !== 'Image' ? 0 : 1,
    editFormat: attributes.get('format') === 'RadioButtons' ? 1 : 0,
    richText: truth(attributes.get('richtext')),
    appendOnly: truth(attributes.get('appendonly')),
    numberOfLines: number('numlines') ?? plainSettings.numberOfLines,
    minimum: number('min'),
    maximum: number('max'),
    currencyLocale: number('lcid') ?? plainSettings.currencyLocale,
    percentage: truth(attributes.get('percentage')),
    multiple: multiple || truth(attributes.get('mult')),
    lookupList: (attributes.get('list') ?? '').replace(/[{}]/g, '').toLowerCase(),
    lookupField: attributes.get('showfield') ?? plainSettings.lookupField,
    selectionMode: attributes.get('userselectionmode') === 'PeopleAndGroups' ? 1 : 0
  };
}

function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return new Map(pairs.map(([, name = '', double, single]) => [name.toLowerCase(), unescaped(double ?? single ?? '')]));
}

function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'gi'))].map(([, text = '']) => unescaped(text));
}

function truth(text: string | undefined): boolean {
  return text?.toUpperCase() === 'TRUE';
}

function flag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"]
]);

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|#(\d+)|#x([\da-f]+));/gi, (entity, decimal?: string, hex?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return hex === undefined ? (entities.get(entity.toLowerCase()) ?? entity) : String.fromCodePoint(Number.parseInt(hex, 16));
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
