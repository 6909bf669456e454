// Translates a $filter over items into an SQL condition. Every test is two-valued, so that `not` means the opposite.
import { Temporal } from 'temporal-polyfill';
import { invalidClientQuery } from '../http/errors';
import type { Parameter } from '../store/database';
import { fold } from './evaluate';
import type { DatePart, Filter, Literal, Operator, Test } from './filter-parser';
import type { Column, ItemColumns } from './item-columns';
import { columnFor } from './item-columns';

export interface Sql {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Over the item table called `i`. Throws 400 when a name or a value does not fit. */
export function filterToSql(filter: Filter, columns: ItemColumns): Sql {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const [left, right] = [filterToSql(filter.left, columns), filterToSql(filter.right, columns)];
      return { sql: `(${left.sql} ${filter.kind.toUpperCase()} ${right.sql})`, parameters: [...left.parameters, ...right.parameters] };
    }
    case 'not': {
      const inner = filterToSql(filter.operand, columns);
      return { sql: `(ifnull(${inner.sql}, 0) = 0)`, parameters: inner.parameters };
    }
    case 'compare':
    case 'in':
    case 'startswith':
    case 'substringof':
      return testToSql(filter, columnFor(filter.subject.path, columns));
  }
}

function testToSql(test: Test, column: Column): Sql {
  const subject = test.subject.part === undefined ? column : partOfDate(column, test.subject.part);
  if (subject.through === undefined) return simpleTest(test, subject);
  const negative = test.kind === 'compare' && (test.operator === 'ne') !== (test.literal.kind === 'null');
  const inner = simpleTest(negative ? positive(test) : test, subject);
  const { from, where, parameters } = subject.through;
  return {
    sql: `${negative ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ${from} WHERE ${where} AND ${inner.sql})`,
    parameters: [...parameters, ...inner.parameters]
  };
}

/** `ne x` becomes "none is x", `eq null` becomes "none is anything". */
function positive(test: Test & { readonly kind: 'compare' }): Test {
  return { ...test, operator: test.literal.kind === 'null' ? 'ne' : 'eq' };
}

function simpleTest(test: Test, column: Column): Sql {
  switch (test.kind) {
    case 'startswith':
      // A range rather than a cut, so that the column's index is used.
      return {
        sql: `(${column.expression} >= ? AND ${column.expression} < ?)`,
        parameters: [fold(test.text), `${fold(test.text)}\u{10FFFF}`]
      };
    case 'substringof':
      return { sql: `instr(${column.expression}, ?) > 0`, parameters: [fold(test.text)] };
    case 'compare':
      return comparison(test.operator, test.literal, column);
    case 'in':
      return oneOf(test.literals, column);
  }
}

function oneOf(literals: readonly Literal[], column: Column): Sql {
  const parameters = literals.flatMap((literal) => (literal.kind === 'null' ? [] : [parameterOf(literal, column)]));
  return { sql: `${column.expression} IN (${parameters.map(() => '?').join(', ')})`, parameters };
}

const signs: Readonly<Record<Operator, string>> = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' };

/** That `ne` also finds what is empty follows CAML's Neq and is a guess. */
function comparison(operator: Operator, literal: Literal, { expression, ...column }: Column): Sql {
  if (literal.kind === 'null') return nullTest(operator, expression);
  const parameters = [parameterOf(literal, column)];
  if (operator === 'ne') return { sql: `(${expression} <> ? OR ${expression} IS NULL)`, parameters };
  return { sql: `${expression} ${signs[operator]} ?`, parameters };
}

function nullTest(operator: Operator, expression: string): Sql {
  if (operator !== 'eq' && operator !== 'ne') throw invalidClientQuery(`The operator '${operator}' cannot be used with null.`);
  return { sql: `${expression} IS ${operator === 'eq' ? '' : 'NOT '}NULL`, parameters: [] };
}

function parameterOf(
  literal: Exclude<Literal, { kind: 'null' }>,
  { comparison: kind, field, timeZone }: Pick<Column, 'comparison' | 'field' | 'timeZone'>
): Parameter {
  switch (kind) {
    case 'text':
    case 'link':
      return fold(String(literal.value));
    case 'exact':
      return String(literal.value).toLowerCase();
    case 'number':
      return finite(Number(literal.value), literal.value, field.name);
    case 'boolean':
      return finite(booleanNumber(literal.value), literal.value, field.name);
    case 'date':
      return instant(String(literal.value), field.name, timeZone);
  }
}

function booleanNumber(value: string | number | boolean): number {
  if (typeof value === 'string') return { '0': 0, '1': 1, false: 0, true: 1 }[value.toLowerCase()] ?? Number.NaN;
  return Number(value);
}

function finite(number: number, given: string | number | boolean, name: string): number {
  if (Number.isFinite(number)) return number;
  throw invalidClientQuery(`The value '${String(given)}' is not valid for the field '${name}'.`);
}

/** As stored: UTC to the second, so that text order is time order. A time without offset is the site's local one (a guess). */
function instant(value: string, name: string, timeZone: string): string {
  try {
    const moment = /(z|[+-]\d\d:?\d\d)$/i.test(value.slice(10))
      ? Temporal.Instant.from(value)
      : Temporal.PlainDateTime.from(value).toZonedDateTime(timeZone).toInstant();
    return `${moment.toString({ smallestUnit: 'second' }).slice(0, 19)}Z`;
  } catch (error) {
    if (error instanceof RangeError) throw invalidClientQuery(`The value '${value}' is not valid for the field '${name}'.`);
    throw error;
  }
}

const formats: Readonly<Record<DatePart, string>> = { day: '%d', month: '%m', year: '%Y', hour: '%H', minute: '%M', second: '%S' };

/** In UTC; which time zone SharePoint takes here is not known. */
function partOfDate(column: Column, part: DatePart): Column {
  if (column.comparison !== 'date') throw invalidClientQuery(`The method '${part}' needs a date.`);
  return { ...column, comparison: 'number', expression: `CAST(strftime('${formats[part]}', ${column.expression}) AS INTEGER)` };
}
