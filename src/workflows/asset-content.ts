// What a person writes about an asset, and what the register holds of it: people, units and other assets looked up, nothing guessed.
import { z } from 'zod';
import type { Asset } from '../domain/asset';
import {
  assetLimits as limits,
  carriers,
  ImportedClass,
  numberedSets,
  personalDataKinds,
  processCodePattern,
  processorAgreements,
  type AssetDetails
} from '../domain/asset-details';
import { done, refused, type Done, type Refused } from '../domain/outcome';
import type { Person, Unit } from '../domain/person';
import { numberIn } from '../domain/reference-number';
import { longestRegistryNumber } from '../domain/registry-number';
import { written, writtenVisibly } from '../domain/written-text';
import { secrecyParagraphs } from '../reference/secrecy-grounds';
import type { Context, RefusedNaming } from './context';
import { checkedNeeds } from './asset-needs';
import { ownersFrom, peopleFrom, upn } from './owners';

const WrittenSet = z.strictObject({
  id: z.string().max(10).optional(),
  name: writtenVisibly(limits.name),
  types: z.array(writtenVisibly(limits.type)).max(limits.types),
  carriers: z.array(z.enum(carriers)).max(carriers.length).optional()
});

const WrittenSupplier = z.strictObject({
  name: writtenVisibly(limits.name),
  contract: writtenVisibly(longestRegistryNumber).optional(),
  contractEnds: z.iso.date().optional(),
  incidentContact: writtenVisibly(limits.contact).optional(),
  processorAgreement: z.enum(processorAgreements).optional(),
  followUp: z.iso.date().optional()
});

const WrittenRetention = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('preserve') }),
  z.strictObject({ rule: z.literal('dispose'), years: z.int().min(0).max(limits.years) })
]);

/**
 * Owner roles are given as user principal names and looked up; each may wait until the asset leaves draft. What is left out the asset does not have: it is the
 * whole of it, as the form shows it. `controller` is the code of a nämnd; `needs` are numbers.
 */
export const AssetContent = z.strictObject({
  name: writtenVisibly(limits.name),
  description: written(2000),
  carriers: z.array(z.enum(carriers)).min(1).max(carriers.length),
  unit: z.string().min(1).max(60),
  informationOwner: upn.optional(),
  objectOwner: upn.optional(),
  informationCustodian: upn.optional(),
  custodian: upn.optional(),
  coOwners: z.array(upn).max(limits.coOwners).optional(),
  sets: z.array(WrittenSet).max(limits.sets).optional(),
  personalData: z
    .array(z.enum(personalDataKinds))
    .max(personalDataKinds.length)
    .refine((kinds) => kinds.length < 2 || !kinds.includes('none'))
    .optional(),
  controller: z.string().min(1).max(60).optional(),
  secrecy: z.array(z.enum(secrecyParagraphs)).max(limits.secrecy).optional(),
  supplier: WrittenSupplier.optional(),
  needs: z.array(numberIn('T')).max(limits.needs).optional(),
  recordType: writtenVisibly(limits.name).optional(),
  processCode: z.string().regex(processCodePattern).optional(),
  retention: WrittenRetention.optional(),
  place: writtenVisibly(limits.place).optional(),
  continuityPlan: writtenVisibly(limits.plan).optional(),
  sourceId: writtenVisibly(limits.type).optional(),
  importedClass: z.strictObject({ source: writtenVisibly(limits.name), levels: ImportedClass.shape.levels }).optional(),
  tolerableOutageHours: z.number().min(0).max(limits.hours).multipleOf(0.5).optional()
});
export type AssetContent = Readonly<z.infer<typeof AssetContent>>;

export type ContentRefusal =
  | 'unknown-person'
  | 'data-protection-named'
  | 'unknown-unit'
  | 'not-a-committee'
  | 'unknown-need'
  | 'needs-circle';

/** What of an asset is content: all but its number, its state, its class and its end. */
export type SaidOfAsset = Omit<
  Asset,
  'reference' | 'state' | 'profile' | 'classification' | 'decidedHash' | 'decidedAt' | 'decommission' | 'cancelled'
>;

/** What was written of an asset, with the people and units in it as the directory knows them. */
type LookedUp = Awaited<ReturnType<typeof lookedUp>>;

/** Asks the directory for all of it at once; nothing is refused yet. */
export async function lookedUp({ directory }: Pick<Context, 'directory'>, content: AssetContent) {
  const [unit, owners, coOwners, controller] = await Promise.all([
    directory.unit(content.unit),
    ownersFrom(directory, content),
    peopleFrom(directory, content.coOwners ?? []),
    content.controller === undefined ? undefined : directory.unit(content.controller)
  ]);
  return { content, unit, owners, coOwners, controller };
}

/** What the register is to hold. `before`: the asset as it stands, when it is changed. */
export async function contentFrom(
  context: Context,
  { content, unit, owners, coOwners, controller }: LookedUp,
  before?: Asset
): Promise<Done<SaidOfAsset> | Refused<ContentRefusal> | RefusedNaming<ContentRefusal>> {
  if (unit === undefined) return refused('unknown-unit');
  if (!owners.ok) return owners;
  if (!coOwners.ok) return coOwners;
  if (content.controller !== undefined && controller?.kind !== 'committee') return refused('not-a-committee');
  const needs = await checkedNeeds(context, content, before);
  if (!needs.ok) return needs;
  const { name, description, carriers: forms } = content;
  return done({
    ...{ name, description, carriers: forms, unit: unit.code, unitName: unit.name },
    ...owners.value,
    ...detailsOf(content, { coOwners: coOwners.value, controller, before })
  });
}

interface Found {
  readonly coOwners: readonly Person[];
  readonly controller: Unit | undefined;
  readonly before: Asset | undefined;
}

/** An empty list says nothing, and is not kept. */
function detailsOf(content: AssetContent, { coOwners, controller, before }: Found): AssetDetails {
  const { supplier, recordType, processCode, retention, place, tolerableOutageHours, continuityPlan, sourceId, importedClass } = content;
  return {
    ...{ supplier, recordType, processCode, retention, place, tolerableOutageHours, continuityPlan, sourceId, importedClass },
    ...numberedSets(content.sets ?? [], before ?? {}),
    coOwners: listed(coOwners),
    personalData: listed(content.personalData),
    controller: controller && { unit: controller.code, name: controller.name },
    secrecy: listed(content.secrecy),
    needs: listed(content.needs)
  };
}

function listed<V>(values: readonly V[] = []): V[] | undefined {
  return values.length === 0 ? undefined : [...new Set(values)];
}
