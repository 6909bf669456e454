// `fields` of a list or a site: reading, adding by properties or by XML, changing and removing columns.
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { accessDenied, notImplemented, unknownColumn } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import type { Field, FieldSettings } from '../store/fields';
import type { List } from '../store/lists';
import { availableFieldsOf } from '../store/site-fields';
import { parseBody } from './body';
import { changedFieldBody, draftFromBody } from './field-body';
import { addColumn, changeColumn, fieldsMetadata } from './field-changes';
import { columnEntity } from './field-entity';
import type { FieldHome } from './field-home';
import { demandFieldChange, removeField, siteColumns, storeChange } from './field-home';
import { factsOf } from './field-types';
import { fieldFromXml } from './field-xml';
import { listPath } from './list-path';
import type { Ask, Resource } from './resource';
import { actionResource, collectionAnswer, entityAnswer, propertyOf, textArgument } from './resource';
import { userResource } from './user-resource';
import type { Visit } from './visit';

export function fieldsResource(segment: Segment, home: FieldHome): Resource {
  if (segment.positional !== undefined) return fieldById(textArgument(segment, 'id'), home);
  return {
    get: (ask) => fieldsAnswer(home, ask),
    post: ({ body }) => addColumn(draftFromBody(body()), home),
    step: (next) => fieldsStep(next, home)
  };
}

/** `web/availablefields`: read only, those of the sites above too. */
export function availableFieldsResource(segment: Segment, visit: Visit): Resource {
  const home = { ...siteColumns(visit), fields: availableFieldsOf(visit.database, visit.site) };
  const { get, step } = fieldsResource(segment, home);
  return { ...(get && { get }), step: (next) => readable(step?.(next)) };
}

function readable(resource: Resource | undefined): Resource | undefined {
  return resource && { ...(resource.get && { get: resource.get }), ...(resource.step && { step: resource.step }) };
}

/** A column of a list. */
export function fieldEntity(field: Field, list: List): Entity {
  return columnEntity(field, { path: listPath(list), scope: list.root });
}

function fieldsAnswer(home: FieldHome, ask: Ask): Answer {
  return collectionAnswer(
    home.fields.map((field) => columnEntity(field, home)),
    fieldsMetadata,
    ask
  );
}

function fieldsStep(segment: Segment, home: FieldHome): Resource | undefined {
  switch (segment.name) {
    case 'getbyinternalnameortitle':
      return fieldByName(textArgument(segment, 'strname'), home);
    case 'getbytitle':
      return fieldNamed(textArgument(segment, 'title'), home, ({ title }, wanted) => title === wanted);
    case 'getbyid':
      return fieldById(textArgument(segment, 'id'), home);
    case 'createfieldasxml':
      return { post: (ask) => addedFromXml(ask, home) };
    case 'addfield':
      return { post: ({ body }) => withStatus200(addColumn(draftFromBody(parametersOf(body())), home)) };
    case 'adddependentlookupfield':
      throw notImplemented('a dependent lookup column');
    default:
      return undefined;
  }
}

const parametersBody = z.strictObject({ parameters: z.record(z.string(), z.unknown()) });
const createAsXmlBody = z.strictObject({ parameters: z.strictObject({ SchemaXml: z.string(), Options: z.int().optional() }) });

function parametersOf(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return parseBody(parametersBody, body, 'SP.FieldCollection').parameters;
}

function addedFromXml({ body }: Ask, home: FieldHome): Answer {
  const { SchemaXml, Options = 0 } = parseBody(createAsXmlBody, body(), 'SP.FieldCollection').parameters;
  return withStatus200(addColumn(fieldFromXml(SchemaXml), home, Options));
}

/** A function's answer is 200, not 201. */
function withStatus200(answer: Answer): Answer {
  return answer.kind === 'entity' ? { ...answer, created: false } : answer;
}

/** An internal name comes before a title. */
function fieldByName(name: string, home: FieldHome): Resource {
  const byName = home.fields.some((field) => field.name === name);
  return fieldNamed(name, home, (field, wanted) => (byName ? field.name : field.title) === wanted);
}

function fieldById(id: string, home: FieldHome): Resource {
  return fieldNamed(id.replace(/[{}]/g, '').toLowerCase(), home, ({ guid }, wanted) => guid === wanted);
}

function fieldNamed(wanted: string, home: FieldHome, is: (field: Field, wanted: string) => boolean): Resource {
  const field = home.fields.find((candidate) => is(candidate, wanted));
  if (field === undefined) throw unknownColumn(wanted);
  return {
    get: (ask) => entityAnswer(columnEntity(field, home), fieldsMetadata, ask),
    merge: ({ body }) => changeColumn(field, parseBody(changedFieldBody, body(), factsOf(field).entity), home),
    remove: () => {
      demandFieldChange(home);
      if (field.builtIn) throw accessDenied();
      removeField(field, home);
      return { kind: 'deleted' };
    },
    step: (segment) => fieldStep(segment, field, home)
  };
}

const forms: Readonly<Record<string, 'showInDisplayForm' | 'showInEditForm' | 'showInNewForm'>> = {
  setshowindisplayform: 'showInDisplayForm',
  setshowineditform: 'showInEditForm',
  setshowinnewform: 'showInNewForm'
};

function fieldStep(segment: Segment, field: Field, home: FieldHome): Resource | undefined {
  const form = forms[segment.name];
  const entity = columnEntity(field, home);
  if (form === undefined) return propertyOf(entity, segment) ?? userResource(entity, segment);
  return actionResource(`Set${form.charAt(0).toUpperCase()}${form.slice(1)}`, () => {
    demandFieldChange(home);
    const shown: Partial<FieldSettings> = { [form]: segment.positional?.[0] === true };
    storeChange({ ...field, settings: { ...field.settings, ...shown } }, field, home);
  });
}
