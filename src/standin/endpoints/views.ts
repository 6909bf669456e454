// `views` of a list: reading, adding, changing and removing them.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseXml } from '../xml';
import type { Answer } from '../http/answer';
import { badArgument, invalidCaml, notImplemented, unknownView } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import { demand, listMask } from '../permissions/rights';
import type { List } from '../store/lists';
import { parseBody } from './body';
import type { ListContext } from './item-values';
import type { Ask, Resource } from './resource';
import { actionResource, collectionAnswer, createdAnswer, entityAnswer, propertyOf, textArgument } from './resource';
import type { View, ViewSettings } from './stored-view';
import { deleteView, insertView, isDefault, leaveDefault, saveView, viewSettings, viewsOf } from './stored-view';
import { viewEntities, viewEntity } from './view-entity';
import { internalName, viewFieldsResource } from './view-fields';
import { viewFromXml } from './view-schema';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.Views';

/** `views`, `views('id')`, `getView('id')` and `defaultView`. */
export function viewsResource(segment: Segment, context: ListContext): Resource {
  const { list, visit } = context;
  const one = (is: (view: View) => boolean): Resource => viewResource(viewsOf(list, visit).find(is), context);
  if (segment.name === 'defaultview') return one(isDefault);
  if (segment.positional !== undefined) return one(hasId(textArgument(segment, 'id')));
  return {
    get: (ask) => collectionAnswer(viewEntities(list, visit), metadata, ask),
    post: ({ body }) => addView(parseBody(newViewBody, body(), 'SP.View'), context),
    step: (next) => {
      switch (next.name) {
        case 'getbytitle':
          return one(({ title }) => title === textArgument(next, 'strtitle'));
        case 'getbyid':
          return one(hasId(textArgument(next, 'guidid')));
        case 'add':
          return { post: (ask) => addWithParameters(ask, context) };
        default:
          return undefined;
      }
    }
  };
}

const changedViewBody = viewSettings.extend({ Title: z.string().min(1).optional(), ListViewXml: z.string().optional() });
const newViewBody = viewSettings.extend({ Title: z.string().min(1).max(255), ViewFields: z.array(z.string()).optional() });
const parametersBody = z.strictObject({
  parameters: z.strictObject({
    Title: z.string().min(1).max(255),
    PersonalView: z.boolean().optional(),
    SetAsDefaultView: z.boolean().optional(),
    Paged: z.boolean().optional(),
    RowLimit: z.int().positive().optional(),
    Query: z.string().optional(),
    ViewFields: z.array(z.string()).optional(),
    ViewTypeKind: z.int().optional()
  })
});

function hasId(id: string): (view: View) => boolean {
  return ({ guid }) => guid === id.replace(/[{}]/g, '').toLowerCase();
}

/** `views/add` with Microsoft's `ViewCreationInformation`. */
function addWithParameters({ body }: Ask, context: ListContext): Answer {
  const { parameters } = parseBody(parametersBody, body(), 'SP.ViewCollection');
  const { Query, SetAsDefaultView, ViewTypeKind = 1, ...given } = parameters;
  if (ViewTypeKind !== 1) throw notImplemented(`a view of type ${ViewTypeKind}`);
  const answer = addView({ ...given, ViewQuery: Query, DefaultView: SetAsDefaultView }, context);
  return answer.kind === 'entity' ? { ...answer, created: false } : answer;
}

function addView({ Title, ViewFields, ...settings }: z.infer<typeof newViewBody>, context: ListContext): Answer {
  const { list, visit } = context;
  const owner = settings.PersonalView === true ? visit.viewer.principal.id : undefined;
  demandViewChange(owner, context);
  refuseBadQuery(settings);
  const columns = (ViewFields ?? ['LinkTitle']).map((name) => internalName(name, context));
  const view: View = { guid: randomUUID(), title: Title, page: freePage(Title, list, visit), columns, settings, owner };
  if (settings.DefaultView === true) becomeDefault(view, context);
  return createdAnswer(viewEntity(insertView(view, list, visit), list), metadata);
}

/** Throws 403. Everybody's views are the list owners', one's own needs leave to have any. */
function demandViewChange(owner: number | undefined, { list, visit }: ListContext): void {
  demand(listMask(visit, list), owner === undefined ? 'manageLists' : 'managePersonalViews');
}

function becomeDefault({ owner }: Pick<View, 'owner'>, { list, visit }: ListContext): void {
  if (owner !== undefined) throw notImplemented('a personal view as the default view');
  leaveDefault(list, visit);
}

/** Throws 400 for a query that is not well-formed. */
function refuseBadQuery({ ViewQuery }: ViewSettings): void {
  if (ViewQuery !== undefined && parseXml(`<Query>${ViewQuery}</Query>`) === undefined) throw invalidCaml();
}

function freePage(title: string, list: List, visit: Visit): string {
  const plain = title.replace(/["#%&*:<>?/\\{|}~.']/g, '') || 'View';
  const taken = viewsOf(list, visit).map(({ page }) => page.toLowerCase());
  if (!taken.includes(plain.toLowerCase())) return plain;
  const free = taken.findIndex((_, index) => !taken.includes(`${plain}${index + 1}`.toLowerCase()));
  return `${plain}${free + 1}`;
}

function viewResource(view: View | undefined, context: ListContext): Resource {
  if (view === undefined) throw unknownView();
  const { list } = context;
  return {
    get: (ask) => entityAnswer(viewEntity(view, list), metadata, ask),
    merge: ({ body }) => changeView(view, parseBody(changedViewBody, body(), 'SP.View'), context),
    remove: () => {
      removeView(view, context);
      return { kind: 'deleted' };
    },
    step: (segment) => viewStep(segment, view, context)
  };
}

function viewStep(segment: Segment, view: View, context: ListContext): Resource | undefined {
  switch (segment.name) {
    case 'viewfields':
      return viewFieldsResource(view, context, (columns) => {
        demandViewChange(view.owner, context);
        saveView({ ...view, columns }, context.visit);
      });
    case 'setviewxml':
      return actionResource('SetViewXml', ({ body }) => {
        const { viewXml } = parseBody(z.strictObject({ viewXml: z.string() }), body(), 'SP.View');
        changeView(view, { ListViewXml: viewXml }, context);
      });
    case 'deleteobject':
      return actionResource('DeleteObject', () => removeView(view, context));
    case 'renderashtml':
      throw notImplemented('renderAsHtml of a view');
    default:
      return propertyOf(viewEntity(view, context.list), segment);
  }
}

/** SharePoint's refusal is a guess. */
function removeView(view: View, context: ListContext): void {
  demandViewChange(view.owner, context);
  if (isDefault(view)) throw badArgument('The default view cannot be deleted.');
  deleteView(view, context.visit);
}

/** A default view stays so until another takes its place; a view does not change hands. */
function changeView(view: View, { Title, ListViewXml, ...given }: z.infer<typeof changedViewBody>, context: ListContext): Answer {
  demandViewChange(view.owner, context);
  if (given.PersonalView !== undefined && given.PersonalView !== (view.owner !== undefined)) throw notImplemented('changing PersonalView');
  if (given.DefaultView === false && isDefault(view)) throw badArgument('A list needs a default view.');
  refuseBadQuery(given);
  if (given.DefaultView === true) becomeDefault(view, context);
  const draft = ListViewXml === undefined ? undefined : viewFromXml(ListViewXml);
  const columns = draft?.columns?.map((name) => internalName(name, context)) ?? view.columns;
  saveView({ ...view, title: Title ?? view.title, columns, settings: { ...view.settings, ...draft?.settings, ...given } }, context.visit);
  return { kind: 'merged' };
}
