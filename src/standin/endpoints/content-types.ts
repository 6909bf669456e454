// `contentTypes` of a site or a list: reading, adding, changing and removing them, and the columns they link to.
import { z } from 'zod';
import type { Answer } from '../http/answer';
import { accessDenied, badArgument, notImplemented } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { one } from '../store/database';
import type { ContentType, ContentTypeSettings } from '../store/content-types';
import {
  availableTypesOf,
  childTypeId,
  contentTypesOf,
  deleteContentType,
  isBuiltIn,
  plainTypeSettings,
  putContentType
} from '../store/content-types';
import { addField, itemTable } from '../store/lists';
import { availableFieldsOf } from '../store/site-fields';
import { parseBody } from './body';
import type { TypeHome } from './content-type-entity';
import {
  columnsOfHome,
  contentTypeEntity,
  demandTypeChange,
  fieldsOfType,
  parentOf,
  siteTypes,
  typeById,
  typePlace
} from './content-type-entity';
import { columnEntity } from './field-entity';
import { fieldLinksResource } from './field-links';
import type { Ask, Resource } from './resource';
import { collectionAnswer, createdAnswer, definedValues, entityAnswer, propertyOf, textArgument } from './resource';
import { userResource } from './user-resource';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.ContentTypes';

export function contentTypesResource(segment: Segment, home: TypeHome): Resource {
  if (segment.positional !== undefined) return contentTypeResource(textArgument(segment, 'id'), home);
  return {
    get: (ask) => typesAnswer(contentTypesOf(home.visit.database, home.owner), home, ask),
    post: ({ body }) => addType(parseBody(newTypeBody, body(), 'SP.ContentType'), home),
    step: (next) => {
      switch (next.name) {
        case 'getbyid':
          return contentTypeResource(textArgument(next, 'contenttypeid'), home);
        case 'addavailablecontenttype':
          return { post: ({ body }) => addAvailable(parseBody(availableBody, body(), 'SP.ContentTypeCollection').contentTypeId, home) };
        default:
          return undefined;
      }
    }
  };
}

/** `web/availableContentTypes`: read only, those of the sites above too. */
export function availableTypesResource(segment: Segment, visit: Visit): Resource {
  const home = siteTypes(visit);
  const types = availableTypesOf(visit.database, visit.site);
  const read = (id: string): Resource =>
    readOnly(
      types.find((type) => type.id.toLowerCase() === id.toLowerCase()),
      home
    );
  if (segment.positional !== undefined) return read(textArgument(segment, 'id'));
  return {
    get: (ask) => typesAnswer(types, home, ask),
    step: (next) => (next.name === 'getbyid' ? read(textArgument(next, 'contenttypeid')) : undefined)
  };
}

function typesAnswer(types: readonly ContentType[], home: TypeHome, ask: Ask): Answer {
  return collectionAnswer(
    types.map((type) => contentTypeEntity(type, home)),
    metadata,
    ask
  );
}

/** An unknown id is null, not a 404 [recorded]. */
function readOnly(type: ContentType | undefined, home: TypeHome): Resource {
  if (type === undefined) return { get: () => ({ kind: 'null', name: 'GetById' }) };
  const entity = contentTypeEntity(type, home);
  return { get: (ask) => entityAnswer(entity, metadata, ask), step: (segment) => typeStep(segment, type, home) };
}

function contentTypeResource(id: string, home: TypeHome): Resource {
  const type = typeById(id, home);
  if (type === undefined) return readOnly(type, home);
  return {
    ...readOnly(type, home),
    merge: ({ body }) => changeType(type, parseBody(changeBody, body(), 'SP.ContentType'), home),
    remove: () => removeType(type, home)
  };
}

function typeStep(segment: Segment, type: ContentType, home: TypeHome): Resource | undefined {
  switch (segment.name) {
    case 'fieldlinks':
      return fieldLinksResource(segment, type, home);
    case 'fields':
      return typeFieldsResource(type, home);
    case 'parent':
      return readOnly(parentOf(type, home), siteTypes(home.visit));
    case 'workflowassociations':
      return { get: (ask) => collectionAnswer([], 'SP.ApiData.WorkflowAssociations', ask) };
    default:
      return propertyOf(contentTypeEntity(type, home), segment) ?? userResource(contentTypeEntity(type, home), segment);
  }
}

function typeFieldsResource(type: ContentType, home: TypeHome): Resource {
  const fields = fieldsOfType(type, home).map((field) => columnEntity(field, typePlace(type, home)));
  return { get: (ask) => collectionAnswer(fields, 'SP.ApiData.Fields', ask) };
}

const changeable = {
  Name: z.string().min(1).optional(),
  Description: z.string().optional(),
  Group: z.string().optional(),
  Hidden: z.boolean().optional(),
  ReadOnly: z.boolean().optional(),
  Sealed: z.boolean().optional(),
  JSLink: z.string().optional(),
  DisplayFormUrl: z.string().optional(),
  EditFormUrl: z.string().optional(),
  NewFormUrl: z.string().optional(),
  DocumentTemplate: z.string().optional()
};
const changeBody = z.strictObject(changeable);
const newTypeBody = z.strictObject({
  ...changeable,
  Name: z.string().min(1),
  Id: z.object({ StringValue: z.string().regex(/^0x[0-9a-f]*$/i) }).optional()
});
const availableBody = z.strictObject({ contentTypeId: z.string() });

function settingsWith(old: ContentTypeSettings, body: z.infer<typeof changeBody>): ContentTypeSettings {
  const given: Partial<Record<keyof ContentTypeSettings, string | boolean | undefined>> = {
    name: body.Name,
    description: body.Description,
    group: body.Group,
    hidden: body.Hidden,
    readOnly: body.ReadOnly,
    sealed: body.Sealed,
    jsLink: body.JSLink,
    displayFormUrl: body.DisplayFormUrl,
    editFormUrl: body.EditFormUrl,
    newFormUrl: body.NewFormUrl,
    documentTemplate: body.DocumentTemplate
  };
  return { ...old, ...definedValues(given) };
}

/**
 * Under Item, with Item's columns and an id of its own: SharePoint's REST does not heed the id it is given (pnp/pnpjs#457).
 * Names are taken once (the code is a guess).
 */
function addType(body: z.infer<typeof newTypeBody>, home: TypeHome): Answer {
  demandTypeChange(home);
  const types = contentTypesOf(home.visit.database, home.owner);
  if (types.some(({ settings }) => settings.name === body.Name))
    throw badArgument(`A duplicate content type name "${body.Name}" was found.`);
  const id = childTypeId('0x01');
  const item = parentOf({ id }, home);
  const settings = settingsWith({ ...plainTypeSettings, description: item?.settings.description ?? '' }, body);
  return stored({ id, settings, links: item?.links ?? [] }, home);
}

/** A child of a content type of the site, in a list (or a site) with its columns. */
function addAvailable(id: string, home: TypeHome): Answer {
  demandTypeChange(home);
  const source = availableTypesOf(home.visit.database, home.visit.site).find((type) => type.id.toLowerCase() === id.toLowerCase());
  if (source === undefined) throw badArgument('The content type does not exist in the site.');
  if (home.list === undefined) throw notImplemented('addAvailableContentType on a site');
  const present = contentTypesOf(home.visit.database, home.owner);
  if (present.some(({ settings }) => settings.name === source.settings.name)) {
    throw badArgument(`A duplicate content type name "${source.settings.name}" was found.`);
  }
  addMissingColumns(source, home);
  const answer = stored({ ...source, id: childTypeId(source.id) }, home);
  return answer.kind === 'entity' ? { ...answer, created: false } : answer;
}

function stored(type: ContentType, home: TypeHome): Answer {
  putContentType(home.visit.database, home.owner, type);
  return createdAnswer(contentTypeEntity(type, home), metadata);
}

/** A list gets the site's columns that a content type of it links to. */
function addMissingColumns({ links }: ContentType, home: TypeHome): void {
  const { list, visit } = home;
  if (list === undefined) return;
  const present = new Set(columnsOfHome(home).map(({ guid }) => guid));
  const wanted = new Set(links.map(({ guid }) => guid));
  const missing = availableFieldsOf(visit.database, visit.site).filter(
    ({ guid, builtIn }) => wanted.has(guid) && !present.has(guid) && !builtIn
  );
  for (const field of missing) addField(visit.database, { ...field, listId: list.id });
}

/** Sealed and read-only ones cannot be changed until that is taken away; the code is a guess. */
function changeType(type: ContentType, body: z.infer<typeof changeBody>, home: TypeHome): Answer {
  demandTypeChange(home);
  const opened = body.Sealed === false || body.ReadOnly === false;
  if ((type.settings.sealed || type.settings.readOnly) && !opened) throw accessDenied();
  putContentType(home.visit.database, home.owner, { ...type, settings: settingsWith(type.settings, body) });
  return { kind: 'merged' };
}

/** Throws 400 for one in use; the code is a guess. */
function removeType(type: ContentType, home: TypeHome): Answer {
  demandTypeChange(home);
  if (type.settings.sealed || type.settings.readOnly || (home.list === undefined && isBuiltIn(type.id))) throw accessDenied();
  if (isUsed(type, home)) throw badArgument('The content type is in use.');
  deleteContentType(home.visit.database, home.owner, type.id);
  return { kind: 'deleted' };
}

/** By items of its list, or by content types made from it. */
function isUsed({ id }: ContentType, { visit, list }: TypeHome): boolean {
  const found =
    list === undefined
      ? one(visit.database, `SELECT 1 FROM content_type WHERE id LIKE ? AND id <> ? LIMIT 1`, [`${id}%`, id])
      : one(visit.database, `SELECT 1 FROM ${itemTable(list)} WHERE content_type = ? LIMIT 1`, [id]);
  return found !== undefined;
}
