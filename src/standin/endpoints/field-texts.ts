// A column's value as text: to read, as HTML, and as an edit form holds it; English (United States), the site's time zone.
import { one } from '../store/database';
import type { Field } from '../store/fields';
import { columnOf, fieldsOf } from '../store/fields';
import type { ItemRow } from '../store/items';
import { itemTable, listByGuid } from '../store/lists';
import { principalById } from '../store/principals';
import { visibleItems } from '../permissions/rights';
import type { ListContext } from './item-values';
import { linkOf, valueOf } from './item-values';
import { localDate, localDateTime, localNumber } from './local-format';
import type { Visit } from './visit';

/** For people: `Yes`, `1,234.5`, `3/1/2026 2:05 PM`, `Eero Niemi; Maja O'Brien`. Empty without a value. */
export function textOf(row: ItemRow, field: Field, context: ListContext): string {
  const value = valueOf(row, field);
  if (value === null) return '';
  switch (field.type) {
    case 'Boolean':
      return value === true ? 'Yes' : 'No';
    case 'Number':
    case 'Currency':
      return numberText(Number(value), field);
    case 'DateTime':
      return timeText(String(value), field, context.visit);
    case 'MultiChoice':
      return texts(value).join(', ');
    case 'Lookup':
    case 'User':
      return pointedTexts(value, field, context.visit).join('; ');
    case 'URL':
      return linkText(row, field);
    case 'Note':
      return field.settings.richText ? withoutTags(String(value)) : String(value);
    case 'Attachments':
      return value === true ? 'True' : 'False';
    default:
      return String(value);
  }
}

/** As text, escaped; people, lookups and hyperlinks are links (their addresses are a guess), rich text is itself. */
export function htmlOf(row: ItemRow, field: Field, context: ListContext): string {
  const value = valueOf(row, field);
  if (value === null) return '';
  if (field.type === 'Note' && field.settings.richText) return String(value);
  if (field.type === 'URL') {
    const { Url, Description } = linkOf(row, field);
    return `<a href="${escaped(Url)}">${escaped(Description)}</a>`;
  }
  if (field.type === 'User' || field.type === 'Lookup') return pointedLinks(value, field, context.visit).join('; ');
  return escaped(textOf(row, field, context)).replaceAll('\n', '<br>');
}

/** As an edit form holds it: numbers without grouping, `1`/`0`, `;#a;#b;#`, `3;#Text` (a guess but for times, which were recorded). */
export function editTextOf(row: ItemRow, field: Field, context: ListContext): string {
  const value = valueOf(row, field);
  if (value === null) return '';
  switch (field.type) {
    case 'Boolean':
      return value === true ? '1' : '0';
    case 'Number':
    case 'Currency':
      return String(value);
    case 'MultiChoice':
      return `;#${texts(value).join(';#')};#`;
    case 'Lookup':
    case 'User':
      return idsOf(value)
        .map((id, index) => `${id};#${pointedTexts(value, field, context.visit)[index] ?? ''}`)
        .join(';#');
    case 'Note':
      return String(value);
    default:
      return textOf(row, field, context);
  }
}

function timeText(value: string, { settings }: Field, { timeZone }: Visit): string {
  return settings.displayFormat === 0 ? localDate(value, timeZone) : localDateTime(value, timeZone);
}

/** Currencies as the column's locale writes them; a locale that is not among these shows the bare number (known difference). */
function numberText(value: number, { type, settings }: Field): string {
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

function pointedTexts(value: unknown, field: Field, visit: Visit): string[] {
  return idsOf(value).map((id) => (field.type === 'User' ? personName(id, visit) : lookupText(id, field, visit)));
}

function pointedLinks(value: unknown, field: Field, visit: Visit): string[] {
  const page =
    field.type === 'User'
      ? '/_layouts/15/userdisp.aspx?ID='
      : `/_layouts/15/listform.aspx?PageType=4&amp;ListId=${field.settings.lookupList}&amp;ID=`;
  const names = pointedTexts(value, field, visit);
  return idsOf(value).map((id, index) => `<a href="${visit.webUrl}${page}${id}">${escaped(names[index] ?? '')}</a>`);
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

function idsOf(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'number');
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
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
