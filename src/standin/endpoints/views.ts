// `views` of a list and the columns they show.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Entity } from '../http/answer';
import { badArgument, notImplemented, unknownColumn, unknownView } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, listMask } from '../permissions/rights';
import { all, run } from '../store/database';
import { fieldsOf } from '../store/fields';
import type { List } from '../store/lists';
import { isLibrary } from '../store/lists';
import { parseBody } from './body';
import { listPath } from './list-path';
import type { ListContext } from './item-values';
import type { Resource } from './resource';
import { actionResource, collectionAnswer, createdAnswer, definedValues, entityAnswer, propertyOf, textArgument } from './resource';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.Views';

/** `views`, `views('id')`, `getView('id')` and `defaultView`. */
export function viewsResource(segment: Segment, context: ListContext): Resource {
  const { list, visit } = context;
  const views = (): View[] => viewsOf(list, visit);
  if (segment.name === 'defaultview') return viewResource(views().find(isDefault), context);
  if (segment.positional !== undefined) return viewResource(views().find(hasId(textArgument(segment, 'id'))), context);
  return {
    get: (ask) => collectionAnswer(viewEntities(list, visit), metadata, ask),
    post: ({ body }) =>
      addView(
        parseBody(viewBody.extend({ Title: z.string().min(1), ViewFields: z.array(z.string()).optional() }), body(), 'SP.View'),
        context
      ),
    step: (next) => {
      switch (next.name) {
        case 'getbytitle':
          return viewResource(
            views().find(({ title }) => title === textArgument(next, 'title')),
            context
          );
        case 'getbyid':
          return viewResource(views().find(hasId(textArgument(next, 'id'))), context);
        default:
          return undefined;
      }
    }
  };
}

export function viewEntities(list: List, visit: Visit): Entity[] {
  return viewsOf(list, visit).map((view) => viewEntity(view, list));
}

/** "All Items", which every new list has; "All Documents" in a library. */
export function addDefaultView(list: List, surroundings: Pick<Visit, 'database'>): void {
  const library = isLibrary(list);
  const view: View = {
    guid: randomUUID(),
    title: library ? 'All Documents' : 'All Items',
    page: 'AllItems',
    columns: library ? ['DocIcon', 'LinkFilename', 'Modified', 'Editor'] : ['LinkTitle'],
    settings: { DefaultView: true, MobileDefaultView: true }
  };
  insertView(view, list, surroundings);
}

export function addToDefaultView(list: List, visit: Visit, name: string): void {
  const view = viewsOf(list, visit).find(isDefault);
  if (view && !view.columns.includes(name)) saveView({ ...view, columns: [...view.columns, name] }, visit);
}

const viewBody = z.strictObject({
  Title: z.string().min(1).optional(),
  PersonalView: z.boolean().optional(),
  DefaultView: z.boolean().optional(),
  Hidden: z.boolean().optional(),
  RowLimit: z.int().positive().optional(),
  Paged: z.boolean().optional(),
  ViewQuery: z.string().optional(),
  Scope: z.int().optional(),
  CustomFormatter: z.string().optional(),
  MobileView: z.boolean().optional(),
  MobileDefaultView: z.boolean().optional(),
  Aggregations: z.string().optional(),
  AggregationsStatus: z.string().optional(),
  ViewData: z.string().optional(),
  JSLink: z.string().optional(),
  ViewType2: z.string().optional(),
  TabularView: z.boolean().optional(),
  IncludeRootFolder: z.boolean().optional()
});
type ViewSettings = Omit<z.infer<typeof viewBody>, 'Title'>;

interface View {
  readonly guid: string;
  readonly title: string;
  /** File name of its page without `.aspx`. */
  readonly page: string;
  readonly columns: readonly string[];
  readonly settings: ViewSettings;
}

function viewsOf({ id }: List, { database }: Visit): View[] {
  return all<{ readonly guid: string; readonly title: string; readonly page: string; readonly columns: string; readonly settings: string }>(
    database,
    'SELECT guid, title, page, columns, settings FROM list_view WHERE list_id = ? ORDER BY position',
    [id]
  ).map((row) => ({
    ...row,
    columns: z.array(z.string()).parse(JSON.parse(row.columns)),
    settings: viewBody.parse(JSON.parse(row.settings))
  }));
}

function isDefault({ settings }: View): boolean {
  return settings.DefaultView === true;
}

function hasId(id: string): (view: View) => boolean {
  return ({ guid }) => guid === id.replace(/[{}]/g, '').toLowerCase();
}

function insertView(view: View, { id }: List, { database }: Pick<Visit, 'database'>): void {
  run(
    database,
    'INSERT INTO list_view (list_id, position, guid, title, page, columns, settings) VALUES (?, (SELECT count(*) FROM list_view WHERE list_id = ?), ?, ?, ?, ?, ?)',
    [id, id, view.guid, view.title, view.page, JSON.stringify(view.columns), JSON.stringify(view.settings)]
  );
}

function saveView(view: View, { database }: Visit): void {
  run(database, 'UPDATE list_view SET title = ?, columns = ?, settings = ? WHERE guid = ?', [
    view.title,
    JSON.stringify(view.columns),
    JSON.stringify(view.settings),
    view.guid
  ]);
}

function viewEntity(view: View, list: List): Entity {
  const url = `${list.root}/${isLibrary(list) ? 'Forms/' : ''}${view.page}.aspx`;
  const given = definedValues(view.settings);
  return {
    type: 'SP.View',
    path: `${listPath(list)}/Views(guid'${view.guid}')`,
    properties: {
      Aggregations: null,
      AggregationsStatus: null,
      BaseViewId: '1',
      CustomFormatter: null,
      DefaultView: false,
      Hidden: false,
      Id: view.guid,
      ImageUrl: '/_layouts/15/images/generic.png?rev=47',
      IncludeRootFolder: false,
      JSLink: '',
      MobileDefaultView: false,
      MobileView: true,
      Paged: true,
      PersonalView: false,
      ReadOnlyView: false,
      RowLimit: 30,
      Scope: 0,
      ServerRelativeUrl: url,
      TabularView: true,
      Title: view.title,
      ViewData: null,
      ViewQuery: '',
      ViewType: 'HTML',
      ViewType2: null,
      ...given
    },
    related: {
      ViewFields: () => ({
        type: 'SP.ViewFieldCollection',
        path: `${listPath(list)}/Views(guid'${view.guid}')/ViewFields`,
        properties: columnsOf(view)
      })
    }
  };
}

function columnsOf({ columns }: View): { readonly Items: readonly string[]; readonly SchemaXml: string } {
  return { Items: columns, SchemaXml: columns.map((name) => `<FieldRef Name="${name}" />`).join('') };
}

function addView(
  body: z.infer<typeof viewBody> & { readonly Title: string; readonly ViewFields?: string[] | undefined },
  context: ListContext
): Answer {
  const { list, visit } = context;
  const { Title, ViewFields, ...settings } = body;
  demand(listMask(visit, list), 'manageLists');
  if (settings.PersonalView === true) throw notImplemented('personal views');
  const columns = (ViewFields ?? ['LinkTitle']).map((name) => internalName(name, context));
  const view: View = { guid: randomUUID(), title: Title, page: freePage(Title, list, visit), columns, settings };
  if (settings.DefaultView === true) leaveDefault(list, visit);
  insertView(view, list, visit);
  return createdAnswer(viewEntity(view, list), metadata);
}

function freePage(title: string, list: List, visit: Visit): string {
  const plain = title.replace(/["#%&*:<>?/\\{|}~.']/g, '') || 'View';
  const taken = viewsOf(list, visit).map(({ page }) => page.toLowerCase());
  if (!taken.includes(plain.toLowerCase())) return plain;
  const free = taken.findIndex((_, index) => !taken.includes(`${plain}${index + 1}`.toLowerCase()));
  return `${plain}${free + 1}`;
}

function leaveDefault(list: List, visit: Visit): void {
  for (const view of viewsOf(list, visit).filter(isDefault))
    saveView({ ...view, settings: { ...view.settings, DefaultView: false } }, visit);
}

function internalName(nameOrTitle: string, { fields }: Pick<ListContext, 'fields'>): string {
  const field = fields.find(({ name }) => name === nameOrTitle) ?? fields.find(({ title }) => title === nameOrTitle);
  if (field === undefined) throw unknownColumn(nameOrTitle);
  return field.name;
}

function viewResource(view: View | undefined, context: ListContext): Resource {
  if (view === undefined) throw unknownView();
  const { list, visit } = context;
  return {
    get: (ask) => entityAnswer(viewEntity(view, list), metadata, ask),
    merge: ({ body }) => changeView(view, parseBody(viewBody, body(), 'SP.View'), context),
    remove: () => {
      demand(listMask(visit, list), 'manageLists');
      if (isDefault(view)) throw badArgument('The default view cannot be deleted.');
      run(visit.database, 'DELETE FROM list_view WHERE guid = ?', [view.guid]);
      return { kind: 'deleted' };
    },
    step: (segment) => (segment.name === 'viewfields' ? viewFieldsResource(view, context) : propertyOf(viewEntity(view, list), segment))
  };
}

function changeView(view: View, { Title = view.title, ...settings }: z.infer<typeof viewBody>, { list, visit }: ListContext): Answer {
  demand(listMask(visit, list), 'manageLists');
  if (settings.PersonalView === true) throw notImplemented('personal views');
  if (settings.DefaultView === true) leaveDefault(list, visit);
  saveView({ ...view, title: Title, settings: { ...view.settings, ...settings } }, visit);
  return { kind: 'merged' };
}

function viewFieldsResource(view: View, { list, visit }: ListContext): Resource {
  const entity: Entity = {
    type: 'SP.ViewFieldCollection',
    path: `${listPath(list)}/Views(guid'${view.guid}')/ViewFields`,
    properties: columnsOf(view)
  };
  const fields = fieldsOf(visit.database, list.id);
  const write = (columns: readonly string[]): void => {
    demand(listMask(visit, list), 'manageLists');
    saveView({ ...view, columns }, visit);
  };
  return {
    get: (ask) => entityAnswer(entity, 'SP.ApiData.ViewFieldCollections', ask),
    step: (segment) => {
      switch (segment.name) {
        case 'addviewfield':
          return actionResource('AddViewField', () =>
            write(withColumn(view.columns, internalName(textArgument(segment, 'strfield'), { fields })))
          );
        case 'removeviewfield':
          return actionResource('RemoveViewField', () => write(view.columns.filter((name) => name !== textArgument(segment, 'strfield'))));
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

const moveBody = z.strictObject({ field: z.string(), index: z.int().min(0) });

function withColumn(columns: readonly string[], name: string): string[] {
  return columns.includes(name) ? [...columns] : [...columns, name];
}

function moved(columns: readonly string[], { field, index }: z.infer<typeof moveBody>): string[] {
  if (!columns.includes(field)) throw unknownColumn(field);
  const rest = columns.filter((name) => name !== field);
  return [...rest.slice(0, index), field, ...rest.slice(index)];
}
