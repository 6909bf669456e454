// In what capacity somebody meets a thing of the record: the roles they hold, and what they are to that very thing (H22, H36, H40, H45).
import type { Asset, assetStates } from './asset';
import type { Classification, ClassificationState } from './classification';
import type { Delegation, delegationStates } from './delegation';
import { handedReports, handlingOf, type Incident } from './incident';
import type { IncidentState } from './incident-moves';
import type { Inventory, InventoryState } from './inventory';
import type { Track, trackStates } from './legal-track';
import type { Measure, MeasureState } from './measure';
import { concernedRoles, objectOwners } from './need-to-know';
import { roles, type Actor, type Person, type Role, type Unit } from './person';

/**
 * Roles for the whole municipality, everybody who works there, and relations to one thing. `decider`: the objektägare, who decides (H45), and for a legal
 * track whoever is named to decide it (H60), for a measure from an asset the head of its förvaltning (H47); `proposer`: who submitted the classification, gave the answers that a legal track is assessed by, or proposed a measure;
 * `deputy`: who decides in their place by a delegation in force (H37); `handler`: who works on an incident; `measure-owner`: who is to see that a measure is done; `unit-head`: the unit's manager.
 */
export const capacities = [
  ...roles,
  'employee',
  'information-owner',
  'decider',
  'custodian',
  'proposer',
  'reporter',
  'nearest-manager',
  'deputy',
  'handler',
  'measure-owner',
  'unit-head'
] as const;
export type Capacity = (typeof capacities)[number];

/** The kinds of things, and the states each can be in. `new`: what the command is about to make. */
export interface StateOf {
  readonly new: 'new';
  readonly incident: IncidentState;
  readonly asset: (typeof assetStates)[number];
  readonly classification: ClassificationState;
  readonly delegation: (typeof delegationStates)[number];
  readonly track: (typeof trackStates)[number];
  readonly measure: MeasureState;
  readonly inventory: InventoryState;
}
export type Kind = keyof StateOf;

/** How a thing stands, and in what capacities somebody meets it. */
export interface Position<K extends Kind> {
  readonly state: StateOf[K];
  readonly held: readonly Capacity[];
}

/** Of somebody who is about to make something new. */
export function facingNew(actor: Actor): Position<'new'> {
  return { state: 'new', held: held(actor, {}) };
}

/** Only those roles count that have to do with the incident: Ledning for whom a särskild rapport was handed to alone. In a restricted one the nearest manager and the objektägare are strangers like others. */
export function facingIncident(actor: Actor, incident: Incident): Position<'incident'> {
  const { state, reporter, nearestManager } = incident;
  const { handler, restricted } = handlingOf(incident);
  const decider = objectOwners(incident).find(({ id }) => id === actor.person.id);
  const isHanded = handedReports(incident).some(({ to }) => to.id === actor.person.id);
  const roles = [...concernedRoles(incident), ...(isHanded ? (['leadership'] as const) : [])];
  const concerned = { person: actor.person, roles: roles.filter((role) => actor.roles.includes(role)) };
  return { state, held: held(concerned, { reporter, handler, ...(!restricted && { 'nearest-manager': nearestManager, decider }) }) };
}

/** Those who share the ownership are informationsägare as well, and the informationsförvaltare looks after it as the systemförvaltare does. */
export function facingAsset(actor: Actor, asset: Asset): Position<'asset'> {
  const { state, objectOwner: decider } = asset;
  const isActor = (person: Person | undefined): boolean => person?.id === actor.person.id;
  const owner = [asset.informationOwner, ...(asset.coOwners ?? [])].find(isActor);
  const custodian = [asset.custodian, asset.informationCustodian].find(isActor);
  return { state, held: held(actor, { 'information-owner': owner, decider, custodian }) };
}

/** Of somebody who would delegate their decisions. `owned`: an asset of which they are objektägare; `headed`: a förvaltning that they head; when there is one. */
export function facingOwnDecisions(
  actor: Actor,
  { owned, headed }: { readonly owned: Pick<Asset, 'objectOwner'> | undefined; readonly headed: Pick<Unit, 'head'> | undefined }
): Position<'new'> {
  return { state: 'new', held: held(actor, { decider: owned?.objectOwner ?? headed?.head }) };
}

/** Who decides is who was objektägare when it was submitted: the classification itself says who. `deputy`: whom they let decide at this moment. */
export function facingClassification(
  actor: Actor,
  { state, decider, proposer }: Classification,
  deputy: Person | undefined
): Position<'classification'> {
  return { state, held: held(actor, { decider, proposer, deputy }) };
}

/** The objektägare here is who made it. */
export function facingDelegation(actor: Actor, { state, by, deputy }: Delegation): Position<'delegation'> {
  return { state, held: held(actor, { decider: by, deputy }) };
}

export function facingTrack(actor: Actor, { state, decider, assessment }: Track): Position<'track'> {
  return { state, held: held(actor, { decider, proposer: assessment?.by }) };
}

/**
 * What somebody is to the incident that it came of, which its owner may not be able to read, and whether it is theirs to do. One from an asset is handled by
 * whoever decides on it, with the informationssäkerhetsansvarig as support; `deputy`: whom they let decide at this moment.
 */
export function facingMeasure(actor: Actor, measure: Measure, incident: Incident | undefined, deputy?: Person): Position<'measure'> {
  const { state, owner, decider, addedBy } = measure;
  if (decider !== undefined) {
    const concerned = { person: actor.person, roles: roles.filter((role) => actor.roles.includes(role) && withDecider.includes(role)) };
    return { state, held: held(concerned, { decider, deputy, handler: decider, proposer: addedBy, 'measure-owner': owner }) };
  }
  const own = held({ person: actor.person, roles: [] }, { 'measure-owner': owner });
  const toIncident = incident === undefined ? [] : facingIncident(actor, incident).held;
  return { state, held: [...new Set([...toIncident, ...own])] };
}

/** Of one unit in an inventory; its head is who heads it now. */
export function facingInventory(
  actor: Actor,
  { state }: Pick<Inventory, 'state'>,
  unit: Pick<Unit, 'head'> | undefined
): Position<'inventory'> {
  return { state, held: held(actor, { 'unit-head': unit?.head }) };
}

const withDecider: readonly Role[] = ['information-security', 'data-protection'];

type Related = Readonly<Partial<Record<Capacity, Person | undefined>>>;

function held({ person, roles: own }: Actor, related: Related): readonly Capacity[] {
  return capacities.filter((capacity) => capacity === 'employee' || isOneOf(own, capacity) || related[capacity]?.id === person.id);
}

function isOneOf(own: readonly string[], capacity: Capacity): boolean {
  return own.includes(capacity);
}
