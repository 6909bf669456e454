// Who may change and classify an asset: those who answer for it, and those who keep the register (H32, H36, H37).
import { ownerRoles, type Asset } from './asset';
import type { Actor } from './person';

/** Those who answer for information, IT and the informationssäkerhetsansvarig keep the register (design 2). */
export function mayRegister(actor: Actor): boolean {
  return actor.roles.some((role) => role === 'accountable' || role === 'it' || role === 'information-security');
}

/** The asset's own owners and förvaltare; while it is a draft, also anyone who may register. */
export function mayChangeAsset(actor: Actor, asset: Asset): boolean {
  return answersFor(actor, asset) || actor.roles.includes('information-security') || (asset.state === 'draft' && mayRegister(actor));
}

/** The business classifies, IT does not (H32); informationssäkerhetsansvarig may help to propose, never decide (H37). */
export function mayClassify(actor: Actor, asset: Asset): boolean {
  return answersFor(actor, asset) || actor.roles.includes('information-security') || actor.roles.includes('accountable');
}

function answersFor(actor: Actor, asset: Asset): boolean {
  return ownerRoles.some((role) => asset[role]?.id === actor.person.id);
}
