// The steps that bring about a change, in an order in which each finds what it needs: closed first, opened last.
import { groupTitle, type Group } from '../schema/groups';
import type { ListDefinition } from '../schema/list';
import type { Caller } from './caller';
import type { Change } from './changes';
import { limitedAccess, standingView, type Thing, type Traits } from './picture';
import type { PresentAssignment, PresentList } from './present';
import type { Step } from './step';

export interface Workplace {
  readonly list: ListDefinition;
  /** Absent when the list is to be made. */
  readonly present: PresentList | undefined;
  readonly caller: Caller;
}

export function groupSteps({ thing, isMissing, traits }: Change): Step[] {
  if (thing.kind !== 'group') return [];
  const { group } = thing;
  const { ReadsSite, ...changes } = traits;
  const make: Step[] = isMissing ? [{ kind: 'create-group', group }] : [];
  const update: Step[] = isMissing || isEmpty(changes) ? [] : [{ kind: 'update-group', group, changes }];
  return [...make, ...update, ...(ReadsSite === true ? [{ kind: 'open-site', group } as const] : [])];
}

export function listSteps(changes: readonly Change[], workplace: Workplace): Step[] {
  const steps = changes.flatMap((change) => stepsFor(change, workplace));
  const stages = ['create-list', 'close-list', 'leave-list', 'revoke'];
  const opening = steps.filter(({ kind }) => kind === 'grant');
  const rest = steps.filter(({ kind }) => !stages.includes(kind) && kind !== 'grant');
  return [...stages.flatMap((stage) => steps.filter(({ kind }) => kind === stage)), ...rest, ...opening];
}

function stepsFor(change: Change, workplace: Workplace): Step[] {
  const { thing } = change;
  switch (thing.kind) {
    case 'group':
      return groupSteps(change);
    case 'list':
      return stepsForList(change, workplace);
    case 'column':
      return [columnStep(thing, change, workplace)];
    case 'view':
      return [viewStep(thing, change, workplace)];
    case 'readers':
      return readerSteps(thing.group, change, workplace);
  }
}

/** A list is made under the title that gives it its address, and gets its own title then. */
function stepsForList({ isMissing, traits: { Closed, ...traits } }: Change, { list, caller }: Workplace): Step[] {
  const make: Step[] = isMissing ? [{ kind: 'create-list', list }] : [];
  const close: Step[] = Closed === true ? [{ kind: 'close-list', list }, ...leaving(list, caller)] : [];
  return [...make, ...close, ...(isEmpty(traits) ? [] : [{ kind: 'update-list', list, changes: traits } as const])];
}

/** A person who may administer the site needs nothing of their own on a list, and the next one would wonder. */
export function leaving(list: ListDefinition, { isPerson, id }: Caller): Step[] {
  return isPerson ? [{ kind: 'leave-list', list, principalId: id }] : [];
}

function columnStep({ column, name }: Extract<Thing, { kind: 'column' }>, { isMissing, traits }: Change, { list }: Workplace): Step {
  if (isMissing && column !== undefined) return { kind: 'create-column', list, column };
  return { kind: 'update-column', list, column: name, title: column?.title ?? name, changes: traits };
}

function viewStep({ view, isDefault }: Extract<Thing, { kind: 'view' }>, { traits }: Change, { list, present }: Workplace): Step {
  const standing = present && standingView(present, view);
  if (standing === undefined) return { kind: 'create-view', list, view, isDefault };
  return { kind: 'update-view', list, view, id: standing.id, changes: traits };
}

/** Our own groups have Read where they are readers, and nothing else anywhere. */
function readerSteps(group: Group, { traits }: Change, { list, present }: Workplace): Step[] {
  const wanted = Array.isArray(traits['Roles']) ? (traits['Roles'] as readonly string[]) : [];
  const assigned = assignmentsIn(present).find(({ who }) => who === groupTitle(group));
  const missing = wanted.filter((role) => !(assigned?.roles ?? []).some(({ id }) => String(id) === role));
  return [
    ...(assigned === undefined ? [] : revocations(list, assigned, wanted)),
    ...missing.map((role): Step => ({ kind: 'grant', list, group, roleId: Number(role) }))
  ];
}

export function assignmentsIn(present: PresentList | undefined): readonly PresentAssignment[] {
  return present === undefined || present.permissions === 'inherited' ? [] : present.permissions;
}

/** Limited Access is SharePoint's own doing and stays. */
export function revocations(
  list: ListDefinition,
  { id: principalId, who, roles }: PresentAssignment,
  wanted: readonly string[] = []
): Step[] {
  return roles
    .filter(({ id }) => id !== limitedAccess && !wanted.includes(String(id)))
    .map(({ id: roleId, name: roleName }) => ({ kind: 'revoke', list, who, principalId, roleId, roleName }));
}

function isEmpty(traits: Traits): boolean {
  return Object.keys(traits).length === 0;
}
