// `validateUpdateListItem` and `addValidateUpdateItemUsingPath`: values as a form sends them, column by column, each with its own answer.
import { z } from 'zod';
import type { Answer, Complex } from '../http/answer';
import { complex } from '../http/answer';
import { SharePointError, notImplemented, unknownColumn } from '../http/errors';
import { fileNeeded } from '../http/file-errors';
import { demand, itemMask, listMask } from '../permissions/rights';
import type { Parameter } from '../store/database';
import type { Field } from '../store/fields';
import { columnOf } from '../store/fields';
import type { Cells, ItemRow } from '../store/items';
import { insertItem, overwriteItem, updateItem } from '../store/items';
import { isLibrary } from '../store/lists';
import { parseBody } from './body';
import { refuseCheckedOut } from './documents';
import { contentTypeNamed } from './item-content-type';
import type { ListContext } from './item-values';
import { cellOf, defaultCells, isSystemField, refuseDuplicates } from './item-values';
import type { Ask, Resource } from './resource';
import { formRefusal, valueTyped } from './typed-values';

const formValues = z.array(z.looseObject({ FieldName: z.string(), FieldValue: z.string().nullable().optional() }));

const updateBody = z.strictObject({
  formValues,
  /** True: a system update, no new version, and Modified and Editor as given or as they were. */
  bNewDocumentUpdate: z.boolean().optional(),
  checkInComment: z.string().nullable().optional(),
  datesInUTC: z.boolean().optional(),
  numberInInvariantCulture: z.boolean().optional()
});

const resourcePath = z.looseObject({ DecodedUrl: z.string() });

const addBody = updateBody.extend({
  listItemCreateInfo: z
    .looseObject({
      FolderPath: resourcePath.nullable().optional(),
      LeafName: resourcePath.nullable().optional(),
      UnderlyingObjectType: z.int().optional()
    })
    .optional()
});

/** Status 200 even when a column is refused (platform.md 5); then nothing at all is written. */
export function validateUpdateResource(context: ListContext, row: ItemRow): Resource {
  return {
    post: (ask) => {
      demand(itemMask(context.visit, context.list, row), 'editListItems');
      refuseCheckedOut(context, row);
      const form = parseBody(updateBody, ask.body(), 'SP.ListItem');
      const results = typedCells(form, context, row.id);
      const cells = cellsTyped(results);
      if (cells !== undefined) store(cells, form.bNewDocumentUpdate === true, context, row);
      return answered(
        'ValidateUpdateListItem',
        results.map((result) => formValue(result, row.id))
      );
    }
  };
}

/** As above for a new item; the last of the answers is its id [recorded]. Making folders this way answers 501. */
export function addValidateUpdateResource(context: ListContext): Resource {
  return { post: (ask) => addTyped(context, ask) };
}

function addTyped(context: ListContext, { body }: Ask): Answer {
  const { visit, list } = context;
  demand(listMask(visit, list), 'addListItems');
  if (isLibrary(list)) throw fileNeeded();
  const { listItemCreateInfo: place, ...form } = parseBody(addBody, body(), 'SP.List');
  if (place?.UnderlyingObjectType !== undefined && place.UnderlyingObjectType !== 0)
    throw notImplemented('AddValidateUpdateItemUsingPath for a folder');
  if (!isListItself(place?.FolderPath?.DecodedUrl, context)) throw notImplemented('AddValidateUpdateItemUsingPath in a folder');
  const results = typedCells(form, context, undefined);
  const given = cellsTyped(results);
  const answers = results.map((result) => formValue(result, 0));
  if (given === undefined) return answered('AddValidateUpdateItemUsingPath', answers);
  const row = insertItem(visit.database, list, {
    cells: new Map([...defaultCells(context), ...given]),
    by: visit.viewer.principal.id,
    now: visit.now
  });
  return answered('AddValidateUpdateItemUsingPath', [...answers, formValue({ name: 'Id', text: String(row.id) }, 0)]);
}

function isListItself(url: string | undefined, { list, visit }: ListContext): boolean {
  if (url === undefined || url === '') return true;
  const path = url.startsWith('/') ? url : url.slice(new URL(visit.webUrl).origin.length);
  return path.replace(/\/$/, '').toLowerCase() === list.root.toLowerCase();
}

interface TypedValue {
  readonly name: string;
  readonly text: string;
  readonly cell?: readonly [column: string, value: Parameter];
  readonly refusal?: SharePointError;
}

function typedCells(form: z.infer<typeof updateBody>, context: ListContext, itemId: number | undefined): TypedValue[] {
  return form.formValues.map(({ FieldName, FieldValue }) => {
    const text = FieldValue ?? '';
    try {
      return { name: FieldName, text, cell: typedCell(FieldName, text, { context, itemId, inUtc: form.datesInUTC === true }) };
    } catch (error) {
      if (error instanceof SharePointError && error.status !== 501) return { name: FieldName, text, refusal: error };
      throw error;
    }
  });
}

/** Columns that are read-only elsewhere can be written here by whoever may edit the item (SharePoint/sp-dev-docs#6333). */
function typedCell(
  name: string,
  text: string,
  { context, itemId, inUtc }: { readonly context: ListContext; readonly itemId: number | undefined; readonly inUtc: boolean }
): readonly [string, Parameter] {
  const field = context.fields.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (field === undefined) throw unknownColumn(name);
  if (field.name === 'ContentType') return ['content_type', contentTypeNamed(text, context)];
  const column = writableColumn(field);
  const value = valueTyped(text, field, { visit: context.visit, inUtc });
  if (value === null && field.settings.required) throw formRefusal('You must specify a value for this required field.');
  const cell = cellOf(value, field, context);
  refuseDuplicates(new Map([[column, cell]]), context, itemId);
  return [column, cell];
}

function writableColumn(field: Field): string {
  const column = columnOf(field);
  if (column === undefined || (field.builtIn && field.name !== 'Title' && field.type !== 'ContentTypeId' && !isSystemField(field)))
    throw notImplemented(`writing ${field.name} by validateUpdateListItem`);
  return column;
}

/** Undefined when one of the values was refused. */
function cellsTyped(results: readonly TypedValue[]): Cells | undefined {
  if (results.some(({ refusal }) => refusal !== undefined)) return undefined;
  return new Map(results.flatMap(({ cell }) => (cell === undefined ? [] : [cell])));
}

function store(cells: Cells, isSystemUpdate: boolean, { visit, list }: ListContext, row: ItemRow): void {
  if (isSystemUpdate) overwriteItem(visit.database, list, row, { cells, now: visit.now });
  else updateItem(visit.database, list, row, { cells, by: visit.viewer.principal.id, now: visit.now });
}

function formValue({ name, text, refusal }: TypedValue, itemId: number): Complex {
  return complex('SP.ListItemFormUpdateValue', {
    ErrorCode: refusal === undefined ? 0 : Number(refusal.code.split(',')[0]),
    ErrorMessage: refusal?.message ?? null,
    FieldName: name,
    FieldValue: text,
    HasException: refusal !== undefined,
    ItemId: itemId,
    UpdatedId: 0
  });
}

function answered(name: string, values: readonly Complex[]): Answer {
  return { kind: 'property', name, value: values };
}
