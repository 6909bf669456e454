// What a list, and the site's groups, should look like and do look like, in the same terms: things with traits that can be compared one by one.
import { contributeRole, readRole } from '../lists/item-readers';
import { groupDescription, groupTitle, type Group } from '../schema/groups';
import type { Column, ListDefinition, View } from '../schema/list';
import { columnTraits } from './columns';
import type { PresentAssignment, PresentColumn, PresentGroup, PresentList, PresentView } from './present';

export type Trait = string | number | boolean | readonly string[];
/** By the name SharePoint's REST gives the property, but for `Type`, `Closed`, `Columns`, `Query`, `Roles` and `ReadsSite`, which are not properties. */
export type Traits = Readonly<Record<string, Trait>>;
/** Things by key, such as `column Status`. */
export type Picture = Readonly<Record<string, Traits>>;

interface Keyed {
  readonly key: string;
  readonly traits: Traits;
  /** Keys it may have had in earlier versions. */
  readonly formerKeys?: readonly string[];
}
export type Thing = Keyed &
  (
    | { readonly kind: 'group'; readonly group: Group }
    | { readonly kind: 'list' }
    /** Without `column` it is one that SharePoint keeps itself. */
    | { readonly kind: 'column'; readonly name: string; readonly column?: Column }
    | { readonly kind: 'view'; readonly view: View; readonly isDefault: boolean }
    /** What a group may do with a list. */
    | { readonly kind: 'readers'; readonly group: Group }
  );

export function wantedGroups(groups: readonly Group[]): Thing[] {
  return groups.map((group) => ({
    kind: 'group',
    group,
    key: `group ${group}`,
    traits: {
      Description: groupDescription(group),
      // Members do not see or change who else is a member: who works with security protection is nobody else's business.
      AllowMembersEditMembership: false,
      OnlyAllowMembersViewMembership: true,
      ReadsSite: true
    }
  }));
}

/** In an order in which each thing finds what it needs. */
export function wantedThings(list: ListDefinition, groups: readonly Group[]): Thing[] {
  return [
    { kind: 'list', key: 'list', traits: listTraits(list) },
    { kind: 'column', name: 'Title', key: 'column Title', traits: { Title: list.titleColumn } },
    ...(list.indexedBuiltIns ?? []).map((name): Thing => ({ kind: 'column', name, key: `column ${name}`, traits: { Indexed: true } })),
    ...list.columns.map(
      (column): Thing => ({ kind: 'column', name: column.name, column, key: `column ${column.name}`, traits: columnTraits(column) })
    ),
    ...list.views.map((view, index) => viewThing(view, index === 0)),
    ...groups.map(
      (group): Thing => ({
        kind: 'readers',
        group,
        key: `readers ${group}`,
        traits: { Roles: rolesWanted(list, group) }
      })
    )
  ];
}

/** Whoever may write may read. */
function rolesWanted({ readers, editors = [] }: ListDefinition, group: Group): readonly string[] {
  if (editors.includes(group)) return [String(contributeRole)];
  return readers.includes(group) ? [String(readRole)] : [];
}

function listTraits({ title, description, searchable, hidden, attachments }: ListDefinition): Traits {
  return {
    Title: title,
    Description: description,
    NoCrawl: !searchable,
    EnableVersioning: true,
    EnableAttachments: attachments === true,
    Hidden: hidden === true,
    Closed: true
  };
}

/** One view is the default; that another is not follows from it. */
function viewThing(view: View, isDefault: boolean): Thing {
  return {
    kind: 'view',
    view,
    isDefault,
    key: viewKey(view.title),
    formerKeys: (view.formerly ?? []).map(viewKey),
    traits: { Title: view.title, Columns: view.columns, Query: plainCaml(view.query), ...(isDefault && { DefaultView: true }) }
  };
}

function viewKey(title: string): string {
  return `view ${title}`;
}

/** SharePoint may write CAML with other white space than it was given. */
function plainCaml(caml: string): string {
  return caml.replaceAll(/\s+(?=\/?>)/g, '').replaceAll(/>\s+</g, '><');
}

/** The groups that are there. */
export function presentGroups(groups: ReadonlyMap<Group, PresentGroup>, siteReaders: readonly PresentAssignment[]): Picture {
  return Object.fromEntries(
    [...groups].map(([group, { description, membersEdit, membersOnlyView }]) => [
      `group ${group}`,
      {
        Description: description,
        AllowMembersEditMembership: membersEdit,
        OnlyAllowMembersViewMembership: membersOnlyView,
        ReadsSite: siteReaders.some(({ who, roles }) => who === groupTitle(group) && roles.some(({ id }) => id === readRole))
      }
    ])
  );
}

/** Those of `things` that are there, with their present traits. */
export function presentPicture(list: PresentList, things: readonly Thing[]): Picture {
  return Object.fromEntries(
    things.flatMap((thing) => {
      const traits = presentTraits(list, thing);
      return traits === undefined ? [] : [[thing.key, traits]];
    })
  );
}

function presentTraits(list: PresentList, thing: Thing): Traits | undefined {
  switch (thing.kind) {
    case 'group':
      return undefined;
    case 'list':
      return presentListTraits(list);
    case 'column': {
      const standing = list.columns.find(({ name }) => name === thing.name);
      return standing && presentColumnTraits(standing, thing.traits);
    }
    case 'view': {
      const standing = standingView(list, thing.view);
      return standing && presentViewTraits(standing);
    }
    case 'readers':
      return { Roles: rolesOf(list, thing.group) };
  }
}

function presentListTraits({ title, description, noCrawl, versioning, attachments, hidden, permissions }: PresentList): Traits {
  return {
    Title: title,
    Description: description,
    NoCrawl: noCrawl,
    EnableVersioning: versioning,
    EnableAttachments: attachments,
    Hidden: hidden,
    Closed: permissions !== 'inherited'
  };
}

/** An index that SharePoint has made by itself for a view is nobody's change. */
function presentColumnTraits({ traits, autoIndexed }: PresentColumn, wanted: Traits): Traits {
  return autoIndexed && wanted['Indexed'] === false ? { ...traits, Indexed: false } : traits;
}

function presentViewTraits({ title, columns, query, isDefault }: PresentView): Traits {
  return { Title: title, Columns: columns, Query: plainCaml(query), DefaultView: isDefault };
}

/** The view itself, or what an earlier version called it. */
export function standingView({ views }: PresentList, { title, formerly = [] }: View): PresentView | undefined {
  return views.find((view) => view.title === title) ?? views.find((view) => formerly.includes(view.title));
}

/** SharePoint's own doing, for those who may open something below; it lets nobody read. */
export const limitedAccess = 1073741825;

function rolesOf({ permissions }: PresentList, group: Group): string[] {
  const assigned = permissions === 'inherited' ? undefined : permissions.find(({ who }) => who === groupTitle(group));
  return (assigned?.roles ?? [])
    .filter(({ id }) => id !== limitedAccess)
    .map(({ id }) => String(id))
    .sort();
}
