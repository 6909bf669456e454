// `viewFields` of a view: the columns it shows, in their order.
import { z } from 'zod';
import type { Entity } from '../http/answer';
import { unknownColumn } from '../http/errors';
import type { Field } from '../store/fields';
import { parseBody } from './body';
import { listPath } from './list-path';
import type { ListContext } from './item-values';
import type { Resource } from './resource';
import { actionResource, entityAnswer, propertyOf, textArgument } from './resource';
import type { View } from './stored-view';
import { fieldRefs } from './view-schema';

export function viewFieldsEntity(view: View, { list }: Pick<ListContext, 'list'>): Entity {
  return {
    type: 'SP.ViewFieldCollection',
    path: `${listPath(list)}/Views(guid'${view.guid}')/ViewFields`,
    properties: { SchemaXml: fieldRefs(view), Items: view.columns }
  };
}

/** `write` checks who asks, and keeps the columns. */
export function viewFieldsResource(view: View, context: ListContext, write: (columns: readonly string[]) => void): Resource {
  const entity = viewFieldsEntity(view, context);
  return {
    get: (ask) => entityAnswer(entity, 'SP.ApiData.ViewFieldCollections', ask),
    step: (segment) => {
      switch (segment.name) {
        case 'addviewfield':
          return actionResource('AddViewField', () =>
            write(withColumn(view.columns, internalName(textArgument(segment, 'strfield'), context)))
          );
        case 'removeviewfield':
          return actionResource('RemoveViewField', () => write(without(view.columns, textArgument(segment, 'strfield'))));
        case 'removeallviewfields':
          return actionResource('RemoveAllViewFields', () => write([]));
        case 'moveviewfieldto':
          return actionResource('MoveViewFieldTo', ({ body }) =>
            write(moved(view.columns, parseBody(moveBody, body(), 'SP.ViewFieldCollection')))
          );
        default:
          return propertyOf(entity, segment);
      }
    }
  };
}

/** Throws 400 for a column the list does not have. */
export function internalName(nameOrTitle: string, { fields }: { readonly fields: readonly Field[] }): string {
  const field = fields.find(({ name }) => name === nameOrTitle) ?? fields.find(({ title }) => title === nameOrTitle);
  if (field === undefined) throw unknownColumn(nameOrTitle);
  return field.name;
}

const moveBody = z.strictObject({ field: z.string(), index: z.int().min(0) });

function withColumn(columns: readonly string[], name: string): string[] {
  return columns.includes(name) ? [...columns] : [...columns, name];
}

function without(columns: readonly string[], name: string): string[] {
  return columns.filter((column) => column !== name);
}

function moved(columns: readonly string[], { field, index }: z.infer<typeof moveBody>): string[] {
  if (!columns.includes(field)) throw unknownColumn(field);
  const rest = without(columns, field);
  return [...rest.slice(0, index), field, ...rest.slice(index)];
}
