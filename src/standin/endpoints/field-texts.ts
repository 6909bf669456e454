// A column's value as text: to read, as HTML, and as an edit form holds it; English (United States), the site's time zone.
import { one } from '../store/database';
import type { Field, FieldType } from '../store/fields';
import { columnOf, fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { itemTable, listByGuid } from '../store/lists';
import { principalById } from '../store/principals';
import { visibleItems } from '../permissions/rights';
import { escapeXml } from '../xml';
import type { ListContext } from './item-values';
import { linkOf, valueOf } from './item-values';
import { localDate, localDateTime, localNumber } from './local-format';
import type { Visit } from './visit';

/** For people: `Yes`, `1,234.5`, `3/1/2026 2:05 PM`, `Eero Niemi; Maja O'Brien`. Empty without a value. */
export function textOf(row: ItemRow, field: Field, context: ListContext): string {
  return written(asText, row, field, context);
}

/** As text, escaped; people, lookups and hyperlinks are links (their addresses are a guess), rich text is itself. */
export function htmlOf(row: ItemRow, field: Field, context: ListContext): string {
  if (valueOf(row, field) === null) return '';
  const own = asHtml[field.type]?.(row, field, context);
  return own ?? escapeXml(textOf(row, field, context)).replaceAll('\n', '<br>');
}

/** As an edit form holds it: numbers without grouping, `1`/`0`, `;#a;#b;#`, `3;#Text` (a guess but for times, which were recorded). */
export function editTextOf(row: ItemRow, field: Field, context: ListContext): string {
  return written({ ...asText, ...asEditText }, row, field, context);
}

type Writer<T> = (row: ItemRow, field: Field, context: ListContext) => T;
type Writers<T> = Readonly<Partial<Record<FieldType, Writer<T>>>>;

function written(writers: Writers<string>, row: ItemRow, field: Field, context: ListContext): string {
  if (valueOf(row, field) === null) return '';
  return (writers[field.type] ?? plainText)(row, field, context);
}

const asText: Writers<string> = {
  Boolean: (row, field) => (valueOf(row, field) === true ? 'Yes' : 'No'),
  Number: (row, field) => numberText(Number(valueOf(row, field)), field),
  Currency: (row, field) => numberText(Number(valueOf(row, field)), field),
  DateTime: (row, field, { visit }) => timeText(plainText(row, field), field, visit),
  MultiChoice: (row, field) => choices(row, field).join(', '),
  Lookup: (row, field, { visit }) => pointedTexts(row, field, visit).join('; '),
  User: (row, field, { visit }) => pointedTexts(row, field, visit).join('; '),
  URL: linkText,
  Note: (row, field) => (field.settings.richText ? withoutTags(plainText(row, field)) : plainText(row, field)),
  Attachments: (row, field) => (valueOf(row, field) === true ? 'True' : 'False')
};

const asHtml: Writers<string | undefined> = {
  Note: (row, field) => (field.settings.richText ? plainText(row, field) : undefined),
  URL: (row, field) => {
    const { Url, Description } = linkOf(row, field);
    return `<a href="${escapeXml(Url)}">${escapeXml(Description)}</a>`;
  },
  Lookup: (row, field, { visit }) => pointedLinks(row, field, visit).join('; '),
  User: (row, field, { visit }) => pointedLinks(row, field, visit).join('; ')
};

const asEditText: Writers<string> = {
  Boolean: (row, field) => (valueOf(row, field) === true ? '1' : '0'),
  Number: plainText,
  Currency: plainText,
  MultiChoice: (row, field) => `;#${choices(row, field).join(';#')};#`,
  Lookup: editPointers,
  User: editPointers,
  Note: plainText
};

function editPointers(row: ItemRow, field: Field, { visit }: ListContext): string {
  const names = pointedTexts(row, field, visit);
  return idsOf(row, field)
    .map((id, index) => `${id};#${names[index] ?? ''}`)
    .join(';#');
}

function plainText(row: ItemRow, field: Field): string {
  const value = valueOf(row, field);
  return typeof value === 'object' ? '' : String(value);
}

function timeText(value: string, { settings }: Field, { timeZone }: Visit): string {
  return settings.displayFormat === 0 ? localDate(value, timeZone) : localDateTime(value, timeZone);
}

/** Currencies as the column's locale writes them; a locale that is not among these shows the bare number (known difference). */
export function numberText(value: number, { type, settings }: Field): string {
  const currency = type === 'Currency' ? currencies.get(settings.currencyLocale) : undefined;
  if (currency !== undefined) return value.toLocaleString(currency.locale, { style: 'currency', currency: currency.code });
  return settings.percentage ? `${localNumber(value * 100)} %` : localNumber(value);
}

const currencies = new Map([
  [1033, { locale: 'en-US', code: 'USD' }],
  [1053, { locale: 'sv-SE', code: 'SEK' }],
  [1035, { locale: 'fi-FI', code: 'EUR' }],
  [1031, { locale: 'de-DE', code: 'EUR' }],
  [1044, { locale: 'nb-NO', code: 'NOK' }],
  [2057, { locale: 'en-GB', code: 'GBP' }]
]);

function linkText(row: ItemRow, field: Field): string {
  const { Url, Description } = linkOf(row, field);
  return `${Url}, ${Description}`;
}

function pointedTexts(row: ItemRow, field: Field, visit: Visit): string[] {
  return idsOf(row, field).map((id) => (field.type === 'User' ? personName(id, visit) : lookupText(id, field, visit)));
}

function pointedLinks(row: ItemRow, field: Field, visit: Visit): string[] {
  const lookupPage = `/_layouts/15/listform.aspx?PageType=4&amp;ListId=${field.settings.lookupList}&amp;ID=`;
  const page = field.type === 'User' ? '/_layouts/15/userdisp.aspx?ID=' : lookupPage;
  const names = pointedTexts(row, field, visit);
  return idsOf(row, field).map((id, index) => `<a href="${visit.webUrl}${page}${id}">${escapeXml(names[index] ?? '')}</a>`);
}

function personName(id: number, { database, site }: Visit): string {
  return principalById(database, site.id, id)?.title ?? '';
}

/** What the lookup shows of the item; empty when the viewer may not see that. */
export function lookupText(id: number, field: Field, visit: Visit): string {
  const list = listByGuid(visit.database, visit.site.id, field.settings.lookupList);
  if (list === undefined) return '';
  const fields = fieldsOf(visit.database, list.id);
  const shown = fields.find(({ name }) => name === field.settings.lookupField);
  const visible = visibleItems(visit, list, 'i');
  const row = one<ItemRow>(visit.database, `SELECT i.* FROM ${itemTable(list)} i WHERE i.id = ? AND ${visible.sql}`, [
    id,
    ...visible.parameters
  ]);
  return row === undefined || shown === undefined || columnOf(shown) === undefined ? '' : textOf(row, shown, { visit, list, fields });
}

function idsOf(row: ItemRow, field: Field): number[] {
  const value = valueOf(row, field);
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'number');
}

function choices(row: ItemRow, field: Field): string[] {
  const value = valueOf(row, field);
  return (Array.isArray(value) ? value : []).filter((choice) => typeof choice === 'string');
}

function withoutTags(html: string): string {
  const entities = new Map([
    ['&nbsp;', ' '],
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&#39;', "'"],
    ['&amp;', '&']
  ]);
  return html
    .replace(/<br\s*\/?>|<\/p>|<\/div>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities.get(entity) ?? entity)
    .trim();
}
