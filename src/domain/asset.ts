// Information assets: what the register says of each, who answers for it, and when it may leave draft (H08, H09, H21, H22).
import { z } from 'zod';
import { Profile } from './classification';
import { contentHash, type Json } from './hash';
import { refused, done, type Outcome } from './outcome';
import { Person } from './person';

export const carriers = ['system', 'file-area', 'cloud-service', 'paper', 'oral', 'medium', 'equipment', 'knowledge'] as const;

/** Bärare: in what form the information exists (H09, "i cyberrymden, i datorer, i ett telefonsamtal eller på ett papper"). */
export type Carrier = (typeof carriers)[number];

/** Utkast, inlämnad, aktiv (domain.md 5.3). */
export const assetStates = ['draft', 'submitted', 'active'] as const;

/** An asset as the record keeps it. `unit` is the code of a unit; `decidedHash` is what the asset's content was when its class was decided. */
export const Asset = z.object({
  reference: z.string(),
  name: z.string().min(1).max(200),
  description: z.string().max(2000),
  carriers: z.array(z.enum(carriers)).min(1),
  unit: z.string().max(60),
  unitName: z.string(),
  informationOwner: Person.optional(),
  objectOwner: Person.optional(),
  custodian: Person.optional(),
  state: z.enum(assetStates),
  profile: Profile.optional(),
  classification: z.string().optional(),
  decidedHash: z.string().length(64).optional(),
  decidedAt: z.iso.datetime().optional()
});
export type Asset = Readonly<z.infer<typeof Asset>>;

export type OwnerRole = 'informationOwner' | 'objectOwner' | 'custodian';

/** Informationsägare, objektägare (systemägare, domain.md I6), systemförvaltare. */
export const ownerRoles: readonly OwnerRole[] = ['informationOwner', 'objectOwner', 'custodian'];

/** The fingerprint of all that a decider sees of the asset. */
export function assetHash(asset: Asset): string {
  const { name, description, unit } = asset;
  const owners = ownerRoles.map((role) => asset[role]?.id ?? null);
  const content: Json = { name, description, unit, carriers: [...asset.carriers].sort(), owners };
  return contentHash(content);
}

/** "Ändrad efter beslut": the content is no longer what the decision was about. */
export function isChangedAfterDecision(asset: Asset): boolean {
  return asset.decidedHash !== undefined && asset.decidedHash !== assetHash(asset);
}

/** H22: an asset cannot leave draft without owners and förvaltare. */
export function leaveDraft(asset: Asset): Outcome<Asset, 'wrong-state' | 'missing-owner' | 'missing-custodian'> {
  if (asset.state !== 'draft') return refused('wrong-state');
  if (asset.informationOwner === undefined || asset.objectOwner === undefined) return refused('missing-owner');
  if (asset.custodian === undefined) return refused('missing-custodian');
  return done({ ...asset, state: 'submitted' });
}
