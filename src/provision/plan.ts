// Compares the site as it stands with the schema and with what was last applied. Pure: what comes out is the same for the same site.
import { loginNameOf } from '../lists/people';
import type { SiteSettings } from '../lists/settings';
import { appliedList } from '../schema/applied';
import type { Group } from '../schema/groups';
import type { Column, ListDefinition } from '../schema/list';
import type { SiteSchema } from '../schema/lists';
import { settingKeys } from '../schema/settings';
import type { Caller } from './caller';
import { changesIn, memoryAfter, memoryBefore } from './changes';
import { compare, retiredThings } from './compare';
import { appliedIn, planList, proposalFor, type ListSituation, type Part } from './list-plan';
import { groupSteps } from './list-steps';
import { canonical, groupsKey, type Memory } from './memory';
import { presentGroups, wantedGroups, type Picture } from './picture';
import type { PresentSite } from './present';
import { columnsToRead, type ReadValues } from './refusals';
import type { Drift, Refusal, Remark, Step } from './step';

/** Who is to be in a group: a user principal name, or a claim such as that of "everyone except external users". */
export interface Membership {
  readonly group: Group;
  readonly who: string;
}

export interface Wishes {
  readonly settings: SiteSettings;
  readonly members: readonly Membership[];
}

/** Everything that the plan follows from. */
export interface Grounds {
  readonly schema: SiteSchema;
  readonly site: PresentSite;
  readonly memory: Memory;
  readonly caller: Caller;
  readonly wishes: Wishes;
  /** Put right what was changed by hand, too. */
  readonly mend: boolean;
}

/** A text to remember, under the address of the list or `groupsKey`. */
export interface Note {
  readonly key: string;
  readonly title: string;
  readonly picture: Picture;
}

/** `right` things are as they should be. `before` is to be remembered before the first step, `after` when all are taken. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly drift: readonly Drift[];
  readonly refusals: readonly Refusal[];
  readonly remarks: readonly Remark[];
  readonly right: number;
  readonly before: readonly Note[];
  readonly after: readonly Note[];
}

/** The lists of the schema, and before them the one that remembers. */
export function listsOf({ lists }: SiteSchema): readonly ListDefinition[] {
  return [appliedList, ...lists];
}

/** Columns whose values have to be known before `planFor`. */
export function columnsToAsk(grounds: Grounds): { readonly list: ListDefinition; readonly columns: readonly Column[] }[] {
  return listsOf(grounds.schema).flatMap((list) => {
    const { present, ...proposal } = proposalFor(situationOf(list, grounds));
    const columns = present === undefined ? [] : columnsToRead({ ...proposal, present });
    return columns.length === 0 ? [] : [{ list, columns }];
  });
}

/** What to do, in an order in which each step finds what it needs, and what is left for a person. Nothing is done when the memory cannot be kept. */
export function planFor(grounds: Grounds, read: ReadValues): Plan {
  const { memory, schema, site, wishes } = grounds;
  if ([...memory.values()].includes('newer')) return { ...nothing, refusals: [{ kind: 'newer-version' }] };
  const lists = listsOf(schema);
  const groups = planGroups(grounds);
  const parts = lists.map((list) => planList(situationOf(list, grounds), read));
  const refusals = parts.flatMap((part) => part.refusals);
  const isMemoryRefused = (parts[0]?.refusals.length ?? 0) > 0;
  const noted = [
    { key: groupsKey, title: 'Grupper', part: groups },
    ...lists.map((list, index) => ({ key: list.url, title: list.title, part: parts[index] }))
  ];
  return {
    steps: isMemoryRefused
      ? []
      : [
          ...(parts[0]?.steps ?? []),
          ...groups.steps,
          ...memberSteps(grounds),
          ...parts.slice(1).flatMap(({ steps }) => steps),
          ...settingSteps(site, wishes.settings)
        ],
    drift: [...groups.drift, ...parts.flatMap(({ drift }) => drift)],
    refusals,
    remarks: [...groups.remarks, ...parts.flatMap(({ remarks }) => remarks), ...brokenSettings(site)],
    right: [groups, ...parts].reduce((sum, { right }) => sum + right, 0),
    before: isMemoryRefused ? [] : noted.flatMap(({ part, ...note }) => noteUnless(memory, note, part?.before)),
    after: isMemoryRefused ? [] : noted.flatMap(({ part, ...note }) => noteUnless(memory, note, part?.after))
  };
}

const nothing: Plan = { steps: [], drift: [], refusals: [], remarks: [], right: 0, before: [], after: [] };

function situationOf(list: ListDefinition, { schema, site, memory, caller, mend }: Grounds): ListSituation {
  const applied = memory.get(list.url);
  return {
    list,
    present: site.lists.get(list.url),
    applied: applied === 'newer' ? undefined : applied,
    caller,
    groups: schema.groups,
    absentGroups: mend ? [] : schema.groups.filter((group) => isGone(group, { schema, site, memory })),
    mend
  };
}

/** Known once and not there: it is not made again unasked, since who was in it is lost. */
function isGone(group: Group, grounds: Pick<Grounds, 'schema' | 'site' | 'memory'>): boolean {
  return !grounds.site.groups.has(group) && appliedGroups(grounds)?.[`group ${group}`] !== undefined;
}

function appliedGroups({ schema, memory }: Pick<Grounds, 'schema' | 'memory'>): Picture | undefined {
  const remembered = memory.get(groupsKey);
  return appliedIn(remembered === 'newer' ? undefined : remembered, wantedGroups(schema.groups));
}

function planGroups({ schema, site, memory, mend }: Grounds): Part {
  const things = wantedGroups(schema.groups);
  const applied = appliedGroups({ schema, memory });
  const pictures = { present: presentGroups(site.groups, site.siteReaders), applied };
  const compared = compare(things, pictures);
  const changes = changesIn(compared, mend);
  const unreadable: Drift[] = memory.get(groupsKey) === 'unreadable' ? [{ kind: 'unreadable-memory', list: undefined }] : [];
  const ofGroups = compared.flatMap(({ thing, standing, differences }): Drift[] =>
    standing === 'gone'
      ? [{ kind: 'gone', list: undefined, thing }]
      : differences
          .filter(({ verdict }) => verdict === 'drift')
          .map((difference) => ({ kind: 'changed', list: undefined, thing, difference }))
  );
  const gone = compared.filter(({ standing }) => standing === 'gone');
  return {
    steps: changes.flatMap(groupSteps),
    drift: mend ? [] : [...unreadable, ...ofGroups],
    refusals: [],
    remarks: [
      ...retiredThings(things, applied).map((key): Remark => ({ kind: 'retired', list: undefined, key })),
      ...(mend ? gone.map(({ thing }): Remark => ({ kind: 'remade', list: undefined, thing })) : [])
    ],
    right: compared.filter(({ standing }) => standing === 'right').length,
    before: applied && memoryBefore(applied, changes),
    after: memoryAfter(things, pictures, changes)
  };
}

/** Members are added to groups that are there or are being made, and nobody is taken out. */
function memberSteps({ schema, site, memory, mend, wishes }: Grounds): Step[] {
  return wishes.members
    .filter(({ group }) => mend || !isGone(group, { schema, site, memory }))
    .map(({ group, who }) => ({ group, loginName: who.includes('|') ? who : loginNameOf(who) }))
    .filter(({ group, loginName }) => site.groups.get(group)?.members.includes(loginName.toLowerCase()) !== true)
    .map(({ group, loginName }) => ({ kind: 'add-member', group, loginName }));
}

function settingSteps({ settings }: PresentSite, wanted: SiteSettings): Step[] {
  return settingKeys.flatMap((key): Step[] => {
    const value = wanted[key];
    return value === undefined || settings.settings[key] === value ? [] : [{ kind: 'write-setting', key, value }];
  });
}

function brokenSettings({ settings }: PresentSite): Remark[] {
  return settings.broken.map((row) => ({ kind: 'broken-setting', row }));
}

/** What is remembered already need not be written. */
function noteUnless(memory: Memory, note: Omit<Note, 'picture'>, picture: Picture | undefined): Note[] {
  const remembered = memory.get(note.key);
  if (picture === undefined) return [];
  return typeof remembered === 'object' && canonical(remembered) === canonical(picture) ? [] : [{ ...note, picture }];
}
