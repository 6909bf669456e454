// An item as the API shows it: its properties and what $expand reaches.
import type { Entity } from '../http/answer';
import { isPointer, odataName } from '../odata/item-columns';
import type { ItemRow } from '../store/items';
import { attachmentEntities } from './attachments';
import { fieldStringValues } from './field-string-values';
import { fileEntity } from './file-entity';
import { folderRow } from './folder-content';
import { folderEntity } from './folder-entity';
import { itemEtag, shownEtag } from './item-etag';
import { contentTypeOfItem } from './item-content-type';
import { propertiesOf, valueNamed, valuesOnRequest } from './item-properties';
import type { ListContext } from './item-values';
import { itemType } from './item-values';
import { versionEntities } from './item-versions';
import { listEntity } from './list-entity';
import { itemPath } from './list-path';
import { pointedAt } from './pointed-at';
import { securableRelated } from './role-assignments';
import { securableItem, uniqueAncestorOfItem } from './securable-item';

/** What takes time to make is made when it is asked for: a page has up to 5,000 of these. */
export function itemEntity(row: ItemRow, context: ListContext): Entity {
  const { list, fields } = context;
  let properties: Entity['properties'] | undefined;
  let related: Entity['related'];
  return {
    get type() {
      return itemType(list);
    },
    get path() {
      return itemPath(list, row.id);
    },
    id: row.guid,
    get etag() {
      return itemEtag(row);
    },
    get shownEtag() {
      return shownEtag(row);
    },
    get properties() {
      return (properties ??= propertiesOf(row, fields));
    },
    property(name) {
      return valueNamed(name, row, context);
    },
    get onRequest() {
      return valuesOnRequest(row, context);
    },
    get related() {
      return (related ??= relatedTo(row, context));
    }
  };
}

/** What `$expand` reaches. */
function relatedTo(row: ItemRow, context: ListContext): Exclude<Entity['related'], undefined> {
  const { list, visit, fields } = context;
  return {
    AttachmentFiles: () => attachmentEntities(context, row),
    ContentType: () => contentTypeOfItem(row, context),
    FieldValuesAsHtml: () => fieldStringValues('FieldValuesAsHtml', row, context),
    FieldValuesAsText: () => fieldStringValues('FieldValuesAsText', row, context),
    FieldValuesForEdit: () => fieldStringValues('FieldValuesForEdit', row, context),
    File: () => (row.content_id === null ? null : fileEntity(row, context, itemEntity)),
    Folder: () => (row.fs_obj_type === 1 ? folderEntity(folderRow(row, context), visit, itemEntity) : null),
    ParentList: () => listEntity(list, visit),
    Versions: () => versionEntities(context, row),
    ...securableRelated(() => securableItem(context, row)),
    FirstUniqueAncestorSecurableObject: () => uniqueAncestorOfItem(context, row, itemEntity),
    ...Object.fromEntries(fields.filter(isPointer).map((field) => [odataName(field).slice(0, -2), () => pointedAt(row, field, context)]))
  };
}
