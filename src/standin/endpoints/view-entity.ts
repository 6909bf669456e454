// A view as the API shows it.
import type { Entity } from '../http/answer';
import { complex } from '../http/answer';
import type { List } from '../store/lists';
import { isLibrary } from '../store/lists';
import { listPath } from './list-path';
import { definedValues } from './resource';
import type { View } from './stored-view';
import { viewsOf } from './stored-view';
import { viewFieldsEntity } from './view-fields';
import { listViewXml } from './view-schema';
import type { Visit } from './visit';

export function viewEntities(list: List, visit: Visit): Entity[] {
  return viewsOf(list, visit).map((view) => viewEntity(view, list));
}

/** Properties and order as recorded from SharePoint Online; `HtmlSchemaXml` has the parts of `ListViewXml` in another order there. */
export function viewEntity(view: View, list: List): Entity {
  const url = viewUrl(view, list);
  const imageUrl = `/_layouts/15/images/${isLibrary(list) ? 'dlicon' : 'generic'}.png?rev=47`;
  const xml = listViewXml(view, { url, imageUrl });
  return {
    type: 'SP.View',
    path: `${listPath(list)}/Views(guid'${view.guid}')`,
    properties: {
      Aggregations: null,
      AggregationsStatus: null,
      AssociatedContentTypeId: null,
      BaseViewId: '1',
      CalendarViewStyles: null,
      ColumnWidth: null,
      ContentTypeId: complex('SP.ContentTypeId', { StringValue: '0x' }),
      CustomFormatter: null,
      CustomOrder: null,
      DefaultView: false,
      DefaultViewForContentType: false,
      EditorModified: false,
      Formats: null,
      GridLayout: null,
      Hidden: false,
      HtmlSchemaXml: xml,
      Id: view.guid,
      ImageUrl: imageUrl,
      IncludeRootFolder: false,
      ViewJoins: null,
      JSLink: 'clienttemplates.js',
      ListViewXml: xml,
      Method: null,
      MobileDefaultView: false,
      MobileView: true,
      ModerationType: null,
      NewDocumentTemplates: null,
      OrderedView: false,
      Paged: true,
      PersonalView: false,
      ViewProjectedFields: null,
      ViewQuery: '',
      ReadOnlyView: false,
      RequiresClientIntegration: false,
      RowLimit: 30,
      Scope: 0,
      ServerRelativePath: complex('SP.ResourcePath', { DecodedUrl: url }),
      ServerRelativeUrl: url,
      StyleId: null,
      TabularView: true,
      Threaded: false,
      Title: view.title,
      Toolbar: '',
      ToolbarTemplateName: null,
      ViewType: 'HTML',
      ViewData: null,
      ViewType2: null,
      VisualizationInfo: null,
      ...definedValues(view.settings)
    },
    related: { ViewFields: () => viewFieldsEntity(view, { list }) }
  };
}

/** One's own view has no page of its own (a guess at the address SharePoint shows for it). */
function viewUrl({ guid, page, owner }: View, list: List): string {
  const folder = `${list.root}/${isLibrary(list) ? 'Forms/' : ''}`;
  return owner === undefined
    ? `${folder}${page}.aspx`
    : `${folder}PersonalViews.aspx?PageView=Personal&ShowWebPart={${guid.toUpperCase()}}`;
}
