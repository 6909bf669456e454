// A view's CAML: what `ListViewXml` and `HtmlSchemaXml` answer, and what `SetViewXml` is given.
import { z } from 'zod';
import { childNamed, escapeXml, isTrue, parseXml } from '../xml';
import { invalidCaml } from '../http/errors';
import type { View, ViewSettings } from './stored-view';

/** Scope by number: the empty name is the folder's own items. */
const scopes = ['', 'Recursive', 'RecursiveAll', 'FilesOnly'];

interface Place {
  readonly url: string;
  readonly imageUrl: string;
}

/** In the order recorded from SharePoint Online. */
export function listViewXml(view: View, place: Place): string {
  const { settings } = view;
  const limit = `<RowLimit Paged="${settings.Paged === false ? 'FALSE' : 'TRUE'}">${settings.RowLimit ?? 30}</RowLimit>`;
  const parts = [
    `<Query>${settings.ViewQuery ?? ''}</Query>`,
    `<ViewFields>${fieldRefs(view)}</ViewFields>`,
    limit,
    settings.Aggregations ? `<Aggregations Value="${settings.AggregationsStatus ?? 'Off'}">${settings.Aggregations}</Aggregations>` : '',
    `<JSLink>${settings.JSLink ?? 'clienttemplates.js'}</JSLink><XslLink Default="TRUE">main.xsl</XslLink><Toolbar Type="Standard"/>`
  ];
  return `<View ${attributes(view, place)} >${parts.join('')}</View>`;
}

export function fieldRefs({ columns }: Pick<View, 'columns'>): string {
  return columns.map((name) => `<FieldRef Name="${name}" />`).join('');
}

function attributes({ guid, title, settings }: View, { url, imageUrl }: Place): string {
  const scope = scopes[settings.Scope ?? 0] ?? '';
  const all: [string, string | undefined][] = [
    ['Name', `{${guid.toUpperCase()}}`],
    ['DefaultView', settings.DefaultView === true ? 'TRUE' : undefined],
    ['MobileView', 'TRUE'],
    ['MobileDefaultView', settings.MobileDefaultView === true ? 'TRUE' : undefined],
    ['Personal', settings.PersonalView === true ? 'TRUE' : undefined],
    ['Hidden', settings.Hidden === true ? 'TRUE' : undefined],
    ['Scope', scope === '' ? undefined : scope],
    ['Type', 'HTML'],
    ['DisplayName', title],
    ['Url', url],
    ['Level', '1'],
    ['BaseViewID', '1'],
    ['ContentTypeID', '0x'],
    ['ImageUrl', imageUrl]
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escapeXml(value)}"`])).join(' ');
}

interface ViewDraft {
  /** Undefined: the XML says nothing of them. */
  readonly columns: readonly string[] | undefined;
  readonly settings: ViewSettings;
}

/** Throws 400 for what is no well-formed `<View>`. */
export function viewFromXml(xml: string): ViewDraft {
  const view = parseXml(xml);
  if (view?.name !== 'View') throw invalidCaml();
  const limit = childNamed(view, 'RowLimit');
  const count = limit && z.coerce.number().int().positive().safeParse(limit.text.trim());
  if (count?.success === false) throw invalidCaml();
  const scope = scopes.indexOf(view.attributes.get('scope') ?? '');
  return {
    columns: childNamed(view, 'ViewFields')?.children.map(({ attributes: named }) => named.get('name') ?? ''),
    settings: {
      ViewQuery: inside(xml, 'Query'),
      ...(scope !== -1 && { Scope: scope }),
      ...(count && { RowLimit: count.data }),
      ...(limit && { Paged: isTrue(limit, 'paged') }),
      ...(childNamed(view, 'Aggregations') && { Aggregations: inside(xml, 'Aggregations') })
    }
  };
}

/** The XML between the tags as it came. */
function inside(xml: string, name: string): string {
  return new RegExp(`<${name}\\b[^>]*[^/]?>([\\s\\S]*)</${name}>`).exec(xml)?.[1] ?? '';
}
