// Says a CAML `<Where>` in the terms of the $filter tree, so that both languages share columns, comparisons and the list view threshold.
import { Temporal } from 'temporal-polyfill';
import { badArgument, notImplemented } from '../http/errors';
import type { Filter, Literal, Operator, Subject } from '../odata/filter-parser';
import { isPointer, odataName } from '../odata/item-columns';
import type { Field } from '../store/fields';
import type { CamlValue, Comparison, FieldRef, Where } from './where';

export interface CamlContext {
  readonly fields: readonly Field[];
  readonly timeZone: string;
  /** The moment of the call, ISO 8601. */
  readonly now: string;
  /** Id of the person who asks: `<UserID/>`. */
  readonly userId: number;
  /** Ids of people and groups behind a `<Membership>`. */
  readonly members: (of: string, groupId: number) => readonly number[];
}

/** Throws 400 for a column that the list does not have and for a date that is none. */
export function whereToFilter(where: Where, context: CamlContext): Filter {
  switch (where.kind) {
    case 'and':
    case 'or':
      return { kind: where.kind, left: whereToFilter(where.left, context), right: whereToFilter(where.right, context) };
    case 'null':
      return nullTest(fieldOf(where.field, context), where.isNull);
    case 'membership': {
      const { name } = personColumn(where.field, context);
      return among({ path: [`${name}Id`] }, context.members(where.of, where.groupId).map(numberLiteral));
    }
    case 'in':
      return inTest(where, context);
    case 'compare':
      return compared(where, context);
  }
}

/** The column a FieldRef means. Throws 400 when the list has none. */
export function fieldOf(reference: FieldRef, { fields }: Pick<CamlContext, 'fields'>): Field {
  const field = knownField(reference, fields);
  if (field !== undefined) return field;
  throw badArgument(`Column '${reference.name ?? reference.id ?? ''}' does not exist. It may have been deleted by another user.`);
}

/** Columns that show another one with a link. */
const linking = new Map([
  ['LinkTitle', 'Title'],
  ['LinkTitleNoMenu', 'Title'],
  ['LinkFilename', 'FileLeafRef'],
  ['LinkFilenameNoMenu', 'FileLeafRef']
]);

export function knownField({ name, id }: FieldRef, fields: readonly Field[]): Field | undefined {
  if (name === undefined) return fields.find(({ guid }) => guid === id);
  const wanted = linking.get(name) ?? name;
  return fields.find((field) => field.name === wanted);
}

/** What a column is sorted by: a person or lookup by the text it shows. */
export function sortPath(field: Field): readonly string[] {
  return isPointer(field) ? [field.name, shownMember(field)] : [odataName(field)];
}

function nullTest(field: Field, isNull: boolean): Filter {
  return { kind: 'compare', subject: { path: [odataName(field)] }, operator: isNull ? 'eq' : 'ne', literal: { kind: 'null' } };
}

function personColumn(reference: FieldRef, context: CamlContext): Field {
  const field = fieldOf(reference, context);
  if (field.type !== 'User') throw badArgument(`Membership needs a person column; '${field.name}' is none.`);
  return field;
}

function inTest(where: Where & { readonly kind: 'in' }, context: CamlContext): Filter {
  const field = fieldOf(where.field, context);
  if (field.type === 'DateTime') {
    return where.values
      .map((value): Filter => dateTest('Eq', subjectOf(field, where.field, value), value, context))
      .reduce((left, right) => ({ kind: 'or', left, right }));
  }
  const [first] = where.values;
  if (first === undefined) throw badArgument('In needs a value.');
  return among(
    subjectOf(field, where.field, first),
    where.values.map((value) => literalOf(value, context))
  );
}

/** No value at all is a test that finds nothing. */
function among(subject: Subject, literals: readonly Literal[]): Filter {
  return { kind: 'in', subject, literals };
}

function compared(where: Where & { readonly kind: 'compare' }, context: CamlContext): Filter {
  const { operator, value } = where;
  const field = fieldOf(where.field, context);
  const subject = subjectOf(field, where.field, value);
  if (operator === 'BeginsWith' || operator === 'Contains') {
    return { kind: operator === 'Contains' ? 'substringof' : 'startswith', subject, text: textOf(value, operator) };
  }
  if (field.type === 'DateTime') return dateTest(operator, subject, value, context);
  return { kind: 'compare', subject, operator: operators[operator], literal: literalOf(value, context) };
}

/** In a column of several values Eq and Includes mean "one of them is", Neq and NotIncludes "none of them is". */
const operators: Readonly<Record<Exclude<Comparison, 'BeginsWith' | 'Contains'>, Operator>> = {
  Eq: 'eq',
  Neq: 'ne',
  Lt: 'lt',
  Leq: 'le',
  Gt: 'gt',
  Geq: 'ge',
  Includes: 'eq',
  NotIncludes: 'ne'
};

/** A person or lookup is compared by its text, or by its id when LookupId, `<UserID/>` or a number says so. */
function subjectOf(field: Field, { lookupId }: FieldRef, value: CamlValue): Subject {
  if (!isPointer(field)) return { path: [odataName(field)] };
  const byId = lookupId || value.kind === 'current-user' || (value.kind === 'text' && /^(Integer|Counter)$/i.test(value.type));
  return { path: byId ? [odataName(field)] : [field.name, shownMember(field)] };
}

function shownMember({ type, settings }: Field): string {
  return type === 'User' ? 'Title' : settings.lookupField;
}

function textOf(value: CamlValue, operator: string): string {
  if (value.kind !== 'text') throw notImplemented(`${operator} with <${value.kind}/> in a CAML query`);
  return value.text;
}

function literalOf(value: CamlValue, context: CamlContext): Literal {
  switch (value.kind) {
    case 'text':
      return { kind: 'text', value: value.text };
    case 'current-user':
      return numberLiteral(context.userId);
    case 'today':
    case 'now':
      return { kind: 'datetime', value: instantOf(value, context).toString() };
  }
}

function numberLiteral(value: number): Literal {
  return { kind: 'number', value };
}

/**
 * Without IncludeTimeValue only the day counts, in the site's time zone (Microsoft's "Value Element (Query)"): Eq is "within the
 * day", Gt "after the day".
 */
function dateTest(operator: Comparison, subject: Subject, value: CamlValue, context: CamlContext): Filter {
  const instant = instantOf(value, context);
  const test = (one: Operator, moment: Temporal.Instant): Filter => ({
    kind: 'compare',
    subject,
    operator: one,
    literal: { kind: 'datetime', value: moment.toString() }
  });
  if (value.kind === 'now' || (value.kind === 'text' && value.withTime)) return test(operators[exactly(operator)], instant);
  const day = instant.toZonedDateTimeISO(context.timeZone).startOfDay();
  const [start, end] = [day.toInstant(), day.add({ days: 1 }).toInstant()];
  const within: Filter = { kind: 'and', left: test('ge', start), right: test('lt', end) };
  switch (exactly(operator)) {
    case 'Eq':
    case 'Includes':
      return within;
    case 'Neq':
    case 'NotIncludes':
      return { kind: 'not', operand: within };
    case 'Lt':
      return test('lt', start);
    case 'Leq':
      return test('lt', end);
    case 'Gt':
      return test('ge', end);
    case 'Geq':
      return test('ge', start);
  }
}

function exactly(operator: Comparison): Exclude<Comparison, 'BeginsWith' | 'Contains'> {
  if (operator === 'BeginsWith' || operator === 'Contains') throw badArgument(`${operator} cannot be used with a date.`);
  return operator;
}

/** A date is the site's local time, with or without a Z, unless StorageTZ says UTC (second-hand: SPUtility.CreateISO8601DateTimeFromSystemDateTime). */
function instantOf(value: CamlValue, { now, timeZone }: CamlContext): Temporal.Instant {
  if (value.kind === 'now') return Temporal.Instant.from(now);
  if (value.kind === 'today') return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).add({ days: value.offsetDays }).toInstant();
  if (value.kind === 'current-user') throw badArgument('A date cannot be compared with a person.');
  try {
    const text = value.text.trim().replace(' ', 'T').replace(/Z$/i, '');
    if (/[+-]\d\d:\d\d$/.test(text)) return Temporal.Instant.from(text);
    return Temporal.PlainDateTime.from(text)
      .toZonedDateTime(value.inUtc ? 'UTC' : timeZone)
      .toInstant();
  } catch (error) {
    if (error instanceof RangeError) throw badArgument(`The value '${value.text}' is not a date.`);
    throw error;
  }
}
