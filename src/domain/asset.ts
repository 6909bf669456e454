// Information assets: what the register says of each, who answers for it, and the states it goes through (H08, H09, H21, H22, domain.md 5.3).
import { z } from 'zod';
import { AssetDetails, carriers } from './asset-details';
import { Profile } from './classification';
import { contentHash, type Json } from './hash';
import { refused, done, type Outcome } from './outcome';
import { Person } from './person';

/** Utkast, inlämnad, aktiv, under avveckling, avvecklad, makulerad (domain.md 5.3). */
export const assetStates = ['draft', 'submitted', 'active', 'decommissioning', 'decommissioned', 'cancelled'] as const;
export type AssetState = (typeof assetStates)[number];

/** What became of the information when an asset was phased out: bevarad, gallrad, or some of each (H56). */
export const informationFates = ['preserved', 'disposed', 'both'] as const;
export type InformationFate = (typeof informationFates)[number];

/** Times in UTC. `statement`, `information` and `finishedAt` when it is done: information preserved or disposed of, access removed (domain.md 5.3). */
const Decommission = z.object({
  reason: z.string(),
  startedAt: z.iso.datetime(),
  information: z.enum(informationFates).optional(),
  statement: z.string().optional(),
  finishedAt: z.iso.datetime().optional()
});

/** An asset as the record keeps it. `unit` is the code of a unit; `decidedHash` is what the asset's content was when its class was decided, `decidedModel` by which version of the model; not kept of earlier decisions. */
export const Asset = z.object({
  reference: z.string(),
  name: z.string().min(1).max(200),
  description: z.string().max(2000),
  carriers: z.array(z.enum(carriers)).min(1),
  unit: z.string().max(60),
  unitName: z.string(),
  informationOwner: Person.optional(),
  objectOwner: Person.optional(),
  informationCustodian: Person.optional(),
  custodian: Person.optional(),
  state: z.enum(assetStates),
  profile: Profile.optional(),
  classification: z.string().optional(),
  decidedHash: z.string().length(64).optional(),
  decidedAt: z.iso.datetime().optional(),
  decidedModel: z.string().optional(),
  ...AssetDetails.shape,
  decommission: Decommission.optional(),
  cancelled: z.object({ reason: z.string(), at: z.iso.datetime() }).optional()
});
export type Asset = Readonly<z.infer<typeof Asset>>;

export type OwnerRole = 'informationOwner' | 'objectOwner' | 'informationCustodian' | 'custodian';

/** Informationsägare, objektägare (systemägare, domain.md I6), informationsförvaltare (optional, H22), systemförvaltare. */
export const ownerRoles: readonly OwnerRole[] = ['informationOwner', 'objectOwner', 'informationCustodian', 'custodian'];

/**
 * The fingerprint of all that a class is decided from. What came to the register after the first classes were decided is in it only where an asset has it,
 * so that those stand. The contract, where the continuity plan is, and how long the archive keeps it, say nothing of how sensitive it is: to write them in
 * asks for no new decision.
 */
export function assetHash(asset: Asset): string {
  const { name, description, unit } = asset;
  const owners = [asset.informationOwner, asset.objectOwner, asset.custodian].map((person) => person?.id ?? null);
  const content: Json = { name, description, unit, carriers: [...asset.carriers].sort(), owners, ...laterContent(asset) };
  return contentHash(content);
}

function laterContent(asset: Asset): Readonly<Record<string, Json | undefined>> {
  const { sets, personalData, secrecy, needs, place, tolerableOutageHours } = asset;
  return {
    informationCustodian: asset.informationCustodian?.id,
    coOwners: asset.coOwners?.map(({ id }) => id),
    sets,
    personalData: personalData && [...personalData].sort(),
    controller: asset.controller?.unit,
    secrecy: secrecy && [...secrecy].sort(),
    supplier: asset.supplier?.name,
    needs: needs && [...needs].sort(),
    place,
    tolerableOutageHours
  };
}

/** "Ändrad efter beslut": the content is no longer what the decision was about. */
export function isChangedAfterDecision(asset: Asset): boolean {
  if (asset.decidedHash === undefined) return false;
  const known = changes.get(asset) ?? asset.decidedHash !== assetHash(asset);
  changes.set(asset, known);
  return known;
}

/** A fingerprint of every asset of a register takes a while: asked once of each. */
const changes = new WeakMap<Asset, boolean>();

/** Avvecklad or makulerad: nothing is done with it any more, and it stays in the register. */
export function isEnded({ state }: Pick<Asset, 'state'>): boolean {
  return state === 'decommissioned' || state === 'cancelled';
}

export type Missing = 'information-owner' | 'object-owner' | 'custodian' | 'class' | 'record-type';

/** What an asset lacks to be *komplett* (domain.md 5.3): owners, förvaltare, a class that is current, handlingstyp. Nothing when it is. */
export function missingFrom(asset: Asset): readonly Missing[] {
  const lacks: Readonly<Record<Missing, boolean>> = {
    'information-owner': asset.informationOwner === undefined,
    'object-owner': asset.objectOwner === undefined,
    custodian: asset.custodian === undefined,
    class: asset.profile === undefined || isChangedAfterDecision(asset),
    'record-type': asset.recordType === undefined
  };
  return (Object.keys(lacks) as Missing[]).filter((part) => lacks[part]);
}

/** H22: an asset cannot leave draft without owners and förvaltare. */
export function leaveDraft(asset: Asset): Outcome<Asset, 'wrong-state' | 'missing-owner' | 'missing-custodian'> {
  if (asset.state !== 'draft') return refused('wrong-state');
  if (asset.informationOwner === undefined || asset.objectOwner === undefined) return refused('missing-owner');
  if (asset.custodian === undefined) return refused('missing-custodian');
  return done({ ...asset, state: 'submitted' });
}

/** What is said when an asset has been phased out. */
export interface DecommissionStatement {
  readonly information: InformationFate;
  readonly accessRemoved: boolean;
  readonly statement: string;
}

/** Avvecklad: not before the information is preserved or disposed of, and access is removed (domain.md 5.3). `at` is UTC. */
export function decommissioned(asset: Asset, { accessRemoved, ...said }: DecommissionStatement, at: string): Outcome<Asset, 'access-left'> {
  if (!accessRemoved) return refused('access-left');
  const begun = asset.decommission ?? { reason: '', startedAt: at };
  return done({ ...asset, state: 'decommissioned', decommission: { ...begun, ...said, finishedAt: at } });
}
