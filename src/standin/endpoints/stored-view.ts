// The views of a list as they are kept, everybody's and one's own.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { all, run } from '../store/database';
import { rewrittenXml } from '../xml';
import type { List } from '../store/lists';
import { isLibrary } from '../store/lists';
import type { Visit } from './visit';

export const viewSettings = z.strictObject({
  PersonalView: z.boolean().optional(),
  DefaultView: z.boolean().optional(),
  Hidden: z.boolean().optional(),
  RowLimit: z.int().positive().optional(),
  Paged: z.boolean().optional(),
  ViewQuery: z.string().optional(),
  Scope: z.int().min(0).max(3).optional(),
  CustomFormatter: z.string().nullable().optional(),
  MobileView: z.boolean().optional(),
  MobileDefaultView: z.boolean().optional(),
  Aggregations: z.string().nullable().optional(),
  AggregationsStatus: z.string().nullable().optional(),
  ViewData: z.string().nullable().optional(),
  ViewJoins: z.string().nullable().optional(),
  ViewProjectedFields: z.string().nullable().optional(),
  JSLink: z.string().optional(),
  Toolbar: z.string().optional(),
  ViewType2: z.string().nullable().optional(),
  TabularView: z.boolean().optional(),
  IncludeRootFolder: z.boolean().optional(),
  EditorModified: z.boolean().optional(),
  ColumnWidth: z.string().nullable().optional(),
  GridLayout: z.string().nullable().optional(),
  NewDocumentTemplates: z.string().nullable().optional()
});
export type ViewSettings = z.infer<typeof viewSettings>;

export interface View {
  readonly guid: string;
  readonly title: string;
  /** File name of its page without `.aspx`; nobody's own view has one of its own. */
  readonly page: string;
  readonly columns: readonly string[];
  readonly settings: ViewSettings;
  /** Whose it is; undefined: everybody's. */
  readonly owner: number | undefined;
}

interface ViewRow {
  readonly guid: string;
  readonly title: string;
  readonly page: string;
  readonly columns: string;
  readonly settings: string;
}

const storedSettings = viewSettings.extend({ owner: z.int().optional() });

/** Everybody's and the viewer's own. */
export function viewsOf({ id }: List, { database, viewer }: Visit): View[] {
  return all<ViewRow>(database, 'SELECT guid, title, page, columns, settings FROM list_view WHERE list_id = ? ORDER BY position', [id])
    .map((row) => {
      const { owner, ...settings } = storedSettings.parse(JSON.parse(row.settings));
      return { ...row, columns: z.array(z.string()).parse(JSON.parse(row.columns)), settings, owner };
    })
    .filter(({ owner }) => owner === undefined || owner === viewer.principal.id);
}

/** The view as it is kept. */
export function insertView(given: View, { id }: List, { database }: Pick<Visit, 'database'>): View {
  const view = asKept(given);
  run(
    database,
    `INSERT INTO list_view (list_id, position, guid, title, page, columns, settings)
     VALUES (?, (SELECT coalesce(max(position), -1) + 1 FROM list_view WHERE list_id = ?), ?, ?, ?, ?, ?)`,
    [id, id, view.guid, view.title, view.page, JSON.stringify(view.columns), settingsJson(view)]
  );
  return view;
}

export function saveView(view: View, { database }: Visit): void {
  run(database, 'UPDATE list_view SET title = ?, columns = ?, settings = ? WHERE guid = ?', [
    view.title,
    JSON.stringify(view.columns),
    settingsJson(asKept(view)),
    view.guid
  ]);
}

export function deleteView({ guid }: View, { database }: Visit): void {
  run(database, 'DELETE FROM list_view WHERE guid = ?', [guid]);
}

export function isDefault({ settings }: View): boolean {
  return settings.DefaultView === true;
}

/** Only one view is the default. */
export function leaveDefault(list: List, visit: Visit): void {
  for (const view of viewsOf(list, visit).filter(isDefault))
    saveView({ ...view, settings: { ...view.settings, DefaultView: false } }, visit);
}

/** "All Items", which every new list has; "All Documents" in a library. */
export function addDefaultView(list: List, surroundings: Pick<Visit, 'database'>): void {
  const library = isLibrary(list);
  const view: View = {
    guid: randomUUID(),
    title: library ? 'All Documents' : 'All Items',
    page: 'AllItems',
    columns: library ? ['DocIcon', 'LinkFilename', 'Modified', 'Editor'] : ['LinkTitle'],
    settings: { DefaultView: true, MobileDefaultView: true },
    owner: undefined
  };
  insertView(view, list, surroundings);
}

export function addToDefaultView(list: List, visit: Visit, name: string): void {
  const view = viewsOf(list, visit).find(isDefault);
  if (view && !view.columns.includes(name)) saveView({ ...view, columns: [...view.columns, name] }, visit);
}

/** With its query written as SharePoint writes CAML. */
function asKept(view: View): View {
  const { ViewQuery } = view.settings;
  return ViewQuery === undefined ? view : { ...view, settings: { ...view.settings, ViewQuery: rewrittenXml(ViewQuery) } };
}

function settingsJson({ settings, owner }: View): string {
  return JSON.stringify({ ...settings, ...(owner !== undefined && { owner }) });
}
