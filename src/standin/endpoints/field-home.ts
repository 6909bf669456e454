// Where columns live: in a list, where they have values, or in a site, from where lists and content types take them.
import { badArgument, duplicateValue, notImplemented } from '../http/errors';
import { demand, listMask, webMask } from '../permissions/rights';
import { one, run } from '../store/database';
import type { Field } from '../store/fields';
import { columnOf, updateField } from '../store/fields';
import type { List } from '../store/lists';
import { addField, comparableColumn, dropField, dropIndex, itemTable, syncIndex, touchList } from '../store/lists';
import { deleteSiteField, insertSiteField, siteFieldsOf, updateSiteField } from '../store/site-fields';
import { isIndexable } from './field-types';
import type { ListContext } from './item-values';
import { listPath } from './list-path';
import type { Visit } from './visit';

export interface FieldHome {
  readonly visit: Visit;
  /** Undefined for a site. */
  readonly list: List | undefined;
  /** Under `_api/`. */
  readonly path: string;
  /** Server-relative address. */
  readonly scope: string;
  readonly fields: readonly Field[];
}

export function listColumns({ list, visit, fields }: ListContext): FieldHome {
  return { visit, list, path: listPath(list), scope: list.root, fields };
}

export function siteColumns(visit: Visit): FieldHome {
  return { visit, list: undefined, path: 'Web', scope: visit.site.path, fields: siteFieldsOf(visit.database, visit.site) };
}

/** Throws 403. That columns of a site need the right to manage it is a guess. */
export function demandFieldChange({ list, visit }: FieldHome): void {
  if (list === undefined) demand(webMask(visit), 'manageWeb');
  else demand(listMask(visit, list), 'manageLists');
}

export function storeField(field: Field, { list, visit, fields }: FieldHome): void {
  refuseImpossibleIndex(field, fields);
  if (list === undefined) insertSiteField(visit.database, visit.site.id, field);
  else addField(visit.database, field);
}

/** Throws 500 when it would have to be unique over values that are not. */
export function storeChange(field: Field, before: Field, home: FieldHome): void {
  const { list, visit, fields } = home;
  refuseImpossibleIndex(field, fields);
  if (list === undefined) {
    storeSiteChange(field, visit);
    return;
  }
  if (field.settings.unique && !before.settings.unique) refuseExistingDuplicates(field, list, visit);
  dropIndex(visit.database, before);
  if (isSeveral(field) && !isSeveral(before)) severalInEveryRow(field, list, visit);
  updateField(visit.database, field);
  syncIndex(visit.database, field);
  touchList(visit.database, list);
}

export function removeField(field: Field, { list, visit }: FieldHome): void {
  if (list === undefined) deleteSiteField(visit.database, visit.site.id, field);
  else dropField(visit.database, field);
}

function storeSiteChange(field: Field, { database, site }: Visit): void {
  if (field.builtIn) throw notImplemented(`changing the site column ${field.name}, which every site has`);
  updateSiteField(database, site.id, field);
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

function refuseExistingDuplicates(field: Field, list: List, { database }: Visit): void {
  const value = comparableColumn(field);
  const twice = one(database, `SELECT 1 FROM ${itemTable(list)} WHERE ${value} IS NOT NULL GROUP BY ${value} HAVING count(*) > 1 LIMIT 1`);
  if (twice !== undefined) throw duplicateValue(field.title);
}

/** Does the column hold several values, kept as a JSON list. */
function isSeveral({ type, settings }: Field): boolean {
  return settings.multiple || type === 'MultiChoice';
}

/** One value becomes a list of one. */
function severalInEveryRow(field: Field, list: List, { database }: Visit): void {
  const column = columnOf(field) ?? '';
  run(database, `UPDATE ${itemTable(list)} SET ${column} = json_array(${column}) WHERE ${column} IS NOT NULL`);
}
