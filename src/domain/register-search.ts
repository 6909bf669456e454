// Finding in the whole register: texts folded once, so that a keystroke over twenty thousand assets costs what comparing strings costs; and what it can be narrowed to.
import { assetStates, isChangedAfterDecision, isEnded, ownerRoles, type Asset, type OwnerRole } from './asset';
import { aspects, highest, levels, type Aspect, type Level, type Profile } from './classification';
import type { Unit } from './person';
import { isToBeReconsidered, reconsiderationOf, type Grounds } from './reconsideration';
import { monthOf } from './swedish-time';
import { codesBeneath } from './unit-tree';
import { vacancyIn, type Vacancy } from './vacancy';

/** With a decided class or without one; the highest of its four levels; or the level of one aspect. */
export type ClassFilter = 'any' | 'none' | Level | `${Aspect}.${Level}`;

export const classFilters: readonly ClassFilter[] = [
  'any',
  'none',
  ...[...levels].reverse(),
  ...aspects.flatMap((aspect) => [...levels].reverse().map((level) => `${aspect}.${level}` as const))
];

export const stateFilters = [...assetStates, 'not-draft'] as const;
export type StateFilter = (typeof stateFilters)[number];

/** What the register is narrowed to; what is absent narrows nothing. `unit` is the code of a nämnd, förvaltning or enhet and takes those beneath it along. */
export interface RegisterFilter {
  readonly sought?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: StateFilter | undefined;
  readonly class?: ClassFilter | undefined;
  /** Informationsägare, objektägare or förvaltare is missing, or has left (H22). */
  readonly vacant?: true | undefined;
  readonly changed?: true | undefined;
  /** Whoever looks answers for it. */
  readonly mine?: true | undefined;
  /** The month its class was decided in, `2026-11` in the Swedish calendar. */
  readonly decided?: string | undefined;
  /** There is a reason to reconsider its class now. */
  readonly reconsider?: true | undefined;
  /** The month its class is to be reconsidered in at the latest, `2027-11` in the Swedish calendar. */
  readonly due?: string | undefined;
}

/** What a register is searched with beside its rows: the line organisation, and the Entra id of whoever looks. */
export interface Surroundings {
  readonly units: readonly Unit[];
  readonly me: string;
  /** Roles whose holder has left. */
  readonly vacancies: readonly Vacancy[];
  /** What classes are held against. */
  readonly grounds: Grounds;
}

/** The assets that meet a filter, in the order they were given. */
export type RegisterSearch = (filter: RegisterFilter) => readonly Asset[];

/** Prepared once for a register. What a filter but for its words leaves is remembered, since words are what changes at each keystroke. */
export function registerSearch(assets: readonly Asset[], surroundings: Surroundings): RegisterSearch {
  const register = assets.map((asset) => ({ asset, text: searchText(asset) }));
  let kept = { key: '', narrowed: register };
  return ({ sought = '', ...narrowing }) => {
    const key = JSON.stringify(narrowing);
    if (key !== kept.key) kept = { key, narrowed: register.filter(narrowedTo(narrowing, surroundings)) };
    return foundIn(kept.narrowed, sought);
  };
}

interface Findable {
  readonly asset: Asset;
  readonly text: string;
}

/** Every word typed stands somewhere in the asset's number, name, unit or owners. */
function foundIn(narrowed: readonly Findable[], sought: string): readonly Asset[] {
  const [first, ...others] = folded(sought).split(/\s+/);
  const found: Asset[] = [];
  for (const { asset, text } of narrowed) {
    if (text.includes(first ?? '') && others.every((word) => text.includes(word))) found.push(asset);
  }
  return found;
}

/** What an asset is found by, folded. */
export function searchText(asset: Asset): string {
  return folded([asset.reference, asset.name, asset.unitName, ...ownerRoles.map((role) => asset[role]?.name ?? '')].join('\n'));
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('sv');
}

function narrowedTo(filter: RegisterFilter, { units, me, vacancies, grounds }: Surroundings): (found: Findable) => boolean {
  const { unit, state, class: level, vacant, changed, mine, decided, reconsider, due } = filter;
  const beneath = unit === undefined ? undefined : codesBeneath(unit, units);
  return ({ asset }) =>
    (beneath === undefined || beneath.has(asset.unit)) &&
    isInState(asset, state) &&
    (level === undefined || isOfClass(asset.profile, level)) &&
    (vacant === undefined || isWithoutOwner(asset, vacancies)) &&
    (mine === undefined || answersFor(me, asset)) &&
    (decided === undefined || (asset.decidedAt !== undefined && monthOf(asset.decidedAt) === decided)) &&
    (changed === undefined || isChangedAfterDecision(asset)) &&
    (due === undefined || reconsiderationOf(asset, grounds)?.dueOn.startsWith(due) === true) &&
    (reconsider === undefined || isToBeReconsidered(asset, grounds));
}

/** What is phased out or cancelled is shown to whoever asks for it. */
function isInState(asset: Asset, state: StateFilter | undefined): boolean {
  if (state === undefined) return !isEnded(asset);
  return state === 'not-draft' ? asset.state !== 'draft' && !isEnded(asset) : asset.state === state;
}

/** Whether somebody (Entra id) answers for it, in whichever role. */
export function answersFor(personId: string, asset: Asset): boolean {
  return ownerRoles.some((role) => asset[role]?.id === personId);
}

/** Roles that an asset can be without (H22). */
const optionalRole: OwnerRole = 'informationCustodian';

/** Somebody who is to answer for the asset has not been named, or has left (H22). */
export function isWithoutOwner(asset: Asset, vacancies: readonly Vacancy[]): boolean {
  return ownerRoles.some((role) => (asset[role] === undefined && role !== optionalRole) || vacancyIn(asset, role, vacancies) !== undefined);
}

function isOfClass(profile: Profile | undefined, sought: ClassFilter): boolean {
  if (profile === undefined || sought === 'none') return profile === undefined && sought === 'none';
  return sought === 'any' || sought === highest(profile) || aspects.some((aspect) => sought === `${aspect}.${profile[aspect]}`);
}
