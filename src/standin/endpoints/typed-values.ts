// What a person typed in a form, as the value the item's JSON would carry: numbers, times, people, lookups, choices and links as text.
import { z } from 'zod';
import { SharePointError } from '../http/errors';
import { resolveLogonName } from '../permissions/viewer';
import type { Field, FieldType } from '../store/fields';
import { principalByLoginName } from '../store/principals';
import { instantTyped, numberTyped } from './local-format';
import type { Visit } from './visit';

interface Typing {
  readonly visit: Visit;
  /** Times are UTC instead of the site's local ones. */
  readonly inUtc: boolean;
}

/** Null for an empty text. Throws the form's refusal of a text that is no value of the column. */
export function valueTyped(text: string, field: Field, typing: Typing): unknown {
  if (text === '') return null;
  const reader = readers[field.type];
  return reader === undefined ? text : reader(text, field, typing);
}

/** Types that are not here take the text as it is. */
const readers: Readonly<Partial<Record<FieldType, (text: string, field: Field, typing: Typing) => unknown>>> = {
  Number: typedNumber,
  Currency: typedNumber,
  Integer: typedNumber,
  Boolean: typedBoolean,
  DateTime: (text, _, typing) => typedTime(text, typing),
  MultiChoice: (text) => text.split(/;#|;/).filter((choice) => choice !== ''),
  URL: typedLink,
  Lookup: (text, field) => single(typedIds(text), field),
  User: (text, field, { visit }) => single(typedPeople(text, visit), field)
};

/** Refusals of a form; the code is the one recorded for a date (pnp/pnpcore#1433), that the others have it too is a guess. */
export function formRefusal(message: string): SharePointError {
  return new SharePointError({ status: 400, code: '-2146232832, Microsoft.SharePoint.SPException', message });
}

/** `50%` in a column of per cent is a half. */
function typedNumber(text: string, { settings }: Field): number {
  const percent = settings.percentage && text.trim().endsWith('%');
  const number = numberTyped(percent ? text.trim().slice(0, -1) : text);
  if (number === undefined) throw formRefusal('Only numbers can go here.');
  return percent ? number / 100 : number;
}

function typedBoolean(text: string): boolean {
  if (/^(1|-1|true|yes)$/i.test(text.trim())) return true;
  if (/^(0|false|no)$/i.test(text.trim())) return false;
  throw formRefusal('The value is not Yes or No.');
}

function typedTime(text: string, { visit, inUtc }: Typing): string {
  const instant = /^\d{4}-\d\d-\d\dT.*Z$/i.test(text.trim()) ? text.trim() : instantTyped(text, inUtc ? 'UTC' : visit.timeZone);
  if (instant === undefined) throw formRefusal('Enter a date like this: 2/23/2012');
  return instant;
}

/** `https://x, Words`: the first comma with a space parts address and description. */
function typedLink(text: string): { readonly Url: string; readonly Description: string } {
  const at = text.indexOf(', ');
  return at === -1 ? { Url: text, Description: text } : { Url: text.slice(0, at), Description: text.slice(at + 2) };
}

/** `3`, `3;#Text`, `3;#A;#4;#B`. */
function typedIds(text: string): number[] {
  const ids = text.split(';#').filter((_, index) => index % 2 === 0);
  const given = ids.filter((id) => id !== '');
  if (given.some((id) => !/^\d+$/.test(id.trim()))) throw formRefusal('The value is not an item of the list the column looks up in.');
  return given.map(Number);
}

const keys = z.array(z.object({ Key: z.string() }));

/** `[{"Key":"i:0#.f|membership|…"}]`, also with apostrophes for quotation marks, as clients send it (pnp/pnpjs#3265). */
function typedPeople(text: string, visit: Visit): number[] {
  const parsed = keys.safeParse(jsonOf(text) ?? jsonOf(text.replaceAll("'", '"')));
  if (!parsed.success) throw unknownPerson();
  return parsed.data.map(({ Key }) => {
    const principal = principalByLoginName(visit.database, visit.site.id, Key) ?? resolveLogonName(Key, visit.directory, visit);
    if (principal === undefined) throw unknownPerson();
    return principal.id;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code is SharePoint's for a name that is nobody's. */
function unknownPerson(): SharePointError {
  return new SharePointError({
    status: 400,
    code: '-2130575276, Microsoft.SharePoint.SPException',
    message: 'The user does not exist or is not unique.'
  });
}

function single(ids: readonly number[], { settings }: Field): unknown {
  if (settings.multiple) return ids;
  if (ids.length > 1) throw formRefusal('The column takes one value only.');
  return ids[0] ?? null;
}
