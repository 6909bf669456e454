// What RenderListDataAsStream says around the rows: about the list and who looks, its columns, and the view.
import { odataName } from '../odata/item-columns';
import { allows, listMask } from '../permissions/rights';
import { shownFields } from './caml-query';
import { factsOf } from './field-types';
import type { ListContext } from './item-values';
import type { RenderRequest } from './render-request';

type Json = Readonly<Record<string, unknown>>;

/** Option ContextInfo. A choice among the names of SharePoint's client-side rendering context; the values are the list's. */
export function contextInfo({ viewId }: RenderRequest, { list, visit }: ListContext): Json {
  const mask = listMask(visit, list);
  const root = list.root;
  return {
    BaseViewID: '1',
    ListTemplateType: list.baseTemplate,
    listBaseType: 0,
    listName: `{${list.guid.toUpperCase()}}`,
    listTitle: list.title,
    listUrlDir: root,
    HttpRoot: visit.webUrl,
    displayFormUrl: `${root}/DispForm.aspx`,
    editFormUrl: `${root}/EditForm.aspx`,
    newFormUrl: `${root}/NewForm.aspx`,
    view: `{${viewId.toUpperCase()}}`,
    rootFolder: '',
    CurrentUserId: visit.viewer.principal.id,
    CurrentUserIsSiteAdmin: visit.viewer.principal.isSiteAdmin,
    isVersions: list.settings['EnableVersioning'] === true ? 1 : 0,
    verEnabled: list.settings['EnableVersioning'] === true ? 1 : 0,
    EnableMinorVersions: list.settings['EnableMinorVersions'] === true,
    ContentTypesEnabled: list.settings['ContentTypesEnabled'] === true,
    AllowCreateFolder: list.settings['EnableFolderCreation'] === true,
    AllowGridMode: allows(mask, 'editListItems'),
    BasePermissions: { ManageLists: allows(mask, 'manageLists'), OpenItems: allows(mask, 'viewListItems') },
    RecycleBinEnabled: true
  };
}

/** Option ListSchema: the columns that the view shows. */
export function listSchema({ view, viewId }: RenderRequest, context: ListContext): Json {
  const { list, visit, fields } = context;
  const mask = listMask(visit, list);
  return {
    Field: (shownFields(view, context) ?? fields).map((field) => ({
      Name: field.name,
      FieldType: factsOf(field).schemaName,
      RealFieldName: field.name,
      DisplayName: field.title,
      ID: field.guid,
      StaticName: field.name,
      Type: factsOf(field).schemaName,
      ReadOnly: field.settings.readOnly ? 'TRUE' : 'FALSE',
      Required: field.settings.required ? 'TRUE' : 'FALSE',
      ClientSideComponentId: null,
      CustomFormatter: field.settings.customFormatter,
      ServerFieldType: factsOf(field).schemaName,
      PropertyName: odataName(field)
    })),
    LCID: '1033',
    TabularView: '1',
    View: `{${viewId.toUpperCase()}}`,
    ListRight_AddListItems: allows(mask, 'addListItems') ? '1' : null,
    ListRight_EditListItems: allows(mask, 'editListItems') ? '1' : null,
    ListRight_DeleteListItems: allows(mask, 'deleteListItems') ? '1' : null,
    UserVanilla: ''
  };
}

/** Option ViewMetadata. */
export function viewMetadata({ view, viewId }: RenderRequest, context: ListContext): Json {
  return {
    Id: viewId,
    RowLimit: view.rowLimit ?? null,
    Paged: view.paged,
    ViewFields: (shownFields(view, context) ?? context.fields).map(({ name }) => name)
  };
}
