// The plan of one list: compared, changed or refused, and what is remembered of it. Pure.
import { groupTitle, type Group } from '../schema/groups';
import type { ListDefinition } from '../schema/list';
import type { Caller } from './caller';
import { changesIn, memoryAfter, memoryBefore } from './changes';
import { compare, retiredThings, type Compared } from './compare';
import { assignmentsIn, leaving, listSteps, revocations } from './list-steps';
import { limitedAccess, presentPicture, wantedThings, type Picture, type Thing } from './picture';
import type { PresentAssignment, PresentList } from './present';
import { refusalsOf, rewritesOf, type Proposal, type ReadValues } from './refusals';
import type { Drift, Refusal, Remark, Step } from './step';

export interface ListSituation {
  readonly list: ListDefinition;
  readonly present: PresentList | undefined;
  readonly applied: Picture | 'unreadable' | undefined;
  readonly caller: Caller;
  readonly groups: readonly Group[];
  /** Groups that were taken away by hand and are not remade: nothing can be granted to them. */
  readonly absentGroups: readonly Group[];
  readonly mend: boolean;
}

/** One list's part of the plan. `before` and `after`: what to remember while the steps are taken and when they are done; absent when it is as it was. */
export interface Part {
  readonly steps: readonly Step[];
  readonly drift: readonly Drift[];
  readonly refusals: readonly Refusal[];
  readonly remarks: readonly Remark[];
  /** How many things are right already. */
  readonly right: number;
  readonly before: Picture | undefined;
  readonly after: Picture | undefined;
}

/** What is to be changed, before it is known whether it can be. */
export function proposalFor(situation: ListSituation): Omit<Proposal, 'present'> & { readonly present: PresentList | undefined } {
  const { list, present, mend } = situation;
  const things = wantedThings(list, situation.groups);
  const applied = appliedIn(situation.applied, things);
  const compared = withReaders(compare(things, { present: pictureOf(present, things), applied }), situation);
  return { list, present, applied, compared, changes: isGone(compared) && !mend ? [] : changesIn(compared, mend) };
}

export function planList(situation: ListSituation, read: ReadValues): Part {
  const { list, present, caller, mend } = situation;
  const proposal = proposalFor(situation);
  const { compared, changes, applied } = proposal;
  const refusals = present === undefined ? [] : refusalsOf({ ...proposal, present }, read);
  const others = otherReaders(situation);
  const right = compared.filter(({ standing }) => standing === 'right').length;
  const drift: Drift[] = [
    ...(situation.applied === 'unreadable' ? [{ kind: 'unreadable-memory', list } as const] : []),
    ...driftIn(list, compared),
    ...others.map(({ who, roles }): Drift => ({ kind: 'other-reader', list, who, roleNames: roles.map(({ name }) => name) }))
  ];
  const things = wantedThings(list, situation.groups);
  const remarks = [
    ...retiredThings(things, applied).map((key): Remark => ({ kind: 'retired', list, key })),
    ...(mend ? remade(list, compared) : [])
  ];
  const kept = {
    steps: [],
    refusals,
    right,
    remarks: remarks.filter(({ kind }) => kind === 'retired'),
    before: undefined,
    after: undefined
  };
  if (refusals.length > 0) return { ...kept, drift };
  const rewrites = present === undefined ? [] : rewritesOf({ ...proposal, present }, read);
  const steps = [
    ...ownTraces(situation),
    ...(mend ? others.flatMap((other) => revocations(list, other)) : []),
    ...rewrites,
    ...listSteps(changes, { list, present, caller })
  ];
  return {
    ...kept,
    steps,
    remarks,
    drift: mend ? [] : drift,
    before: applied && memoryBefore(applied, changes),
    after: isGone(compared) && !mend ? undefined : memoryAfter(things, { present: pictureOf(present, things), applied }, changes)
  };
}

/** What was remembered and cannot be read counts as what is wanted: every difference is then told before it is mended. */
export function appliedIn(applied: ListSituation['applied'], things: readonly Thing[]): Picture | undefined {
  return applied === 'unreadable' ? Object.fromEntries(things.map(({ key, traits }) => [key, traits])) : applied;
}

function pictureOf(present: PresentList | undefined, things: readonly Thing[]): Picture {
  return present === undefined ? {} : presentPicture(present, things);
}

function isGone(compared: readonly Compared[]): boolean {
  return compared.some(({ thing, standing }) => thing.kind === 'list' && standing === 'gone');
}

/** Who may read follows from the list being closed: an open one has no readers of its own yet, and gets them when it is closed. */
function withReaders(compared: readonly Compared[], { present, mend, absentGroups }: ListSituation): Compared[] {
  const reachable = compared.filter(({ thing }) => thing.kind !== 'readers' || !absentGroups.includes(thing.group));
  if (present?.permissions !== 'inherited') return reachable;
  const closing = reachable.some(
    ({ thing, differences }) =>
      thing.kind === 'list' && differences.some(({ trait, verdict }) => trait === 'Closed' && (mend || verdict === 'upgrade'))
  );
  if (!closing) return reachable.filter(({ thing }) => thing.kind !== 'readers');
  return reachable.map((one) => (one.thing.kind === 'readers' ? { ...one, differences: one.differences.map(asUpgrade) } : one));
}

function asUpgrade(difference: Compared['differences'][number]): Compared['differences'][number] {
  return { ...difference, verdict: 'upgrade' };
}

function driftIn(list: ListDefinition, compared: readonly Compared[]): Drift[] {
  if (isGone(compared)) return compared.filter(({ thing }) => thing.kind === 'list').map(({ thing }) => ({ kind: 'gone', list, thing }));
  return compared.flatMap(({ thing, standing, differences }): Drift[] => {
    if (standing === 'gone') return [{ kind: 'gone', list, thing }];
    // Another type is refused, and nothing else about the column means anything then.
    if (differences.some(({ trait }) => trait === 'Type')) return [];
    return differences.filter(({ verdict }) => verdict === 'drift').map((difference) => ({ kind: 'changed', list, thing, difference }));
  });
}

function remade(list: ListDefinition, compared: readonly Compared[]): Remark[] {
  const gone = compared.filter(({ standing }) => standing === 'gone').map(({ thing }): Remark => ({ kind: 'remade', list, thing }));
  return isGone(compared) ? gone.slice(0, 1) : gone;
}

/** Somebody beside our groups who may open the list. */
function otherReaders({ present, caller, groups }: ListSituation): PresentAssignment[] {
  return assignmentsIn(present)
    .filter(({ who, loginName }) => !groups.some((group) => groupTitle(group) === who) && loginName !== caller.loginName)
    .map((assignment) => ({ ...assignment, roles: assignment.roles.filter(({ id }) => id !== limitedAccess) }))
    .filter(({ roles }) => roles.length > 0);
}

/** What SharePoint gave the person who closed the list, in a run that did not come further. */
function ownTraces({ list, present, caller }: ListSituation): Step[] {
  return assignmentsIn(present).some(({ loginName }) => loginName === caller.loginName) ? leaving(list, caller) : [];
}
