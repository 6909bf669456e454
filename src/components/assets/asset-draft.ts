// What somebody has typed about an asset, and what is sent of it.
import { z } from 'zod';
import type { Asset } from '../../domain/asset';
import { carriers, ImportedClass, personalDataKinds, processorAgreements, type Retention } from '../../domain/asset-details';
import { Person } from '../../domain/person';
import type { AssetContent } from '../../workflows/asset-content';

const Owner = Person.pick({ name: true, upn: true });
const typed = z.string().default('');

const SetDraft = z.object({ id: z.string().optional(), name: typed, types: typed, carriers: z.array(z.enum(carriers)).default([]) });
export type SetDraft = Readonly<z.infer<typeof SetDraft>>;

const SupplierDraft = z.object({
  name: typed,
  contract: typed,
  contractEnds: typed,
  incidentContact: typed,
  processorAgreement: z.enum(processorAgreements).optional(),
  followUp: typed
});
export type SupplierDraft = Readonly<z.infer<typeof SupplierDraft>>;

const noSupplier = SupplierDraft.parse({});

/**
 * Numbers and days as they were typed. `isCleared`: the question about Sweden's security is answered with no; any other answer is kept nowhere. Of a set each
 * line of `types` is an informationstyp. What was imported is kept as it is. What a draft of an earlier version does not have is empty.
 */
export const AssetDraft = z.object({
  isCleared: z.boolean().default(false),
  name: z.string(),
  description: z.string(),
  carriers: z.array(z.enum(carriers)),
  unit: z.string(),
  informationOwner: Owner.optional(),
  objectOwner: Owner.optional(),
  informationCustodian: Owner.optional(),
  custodian: Owner.optional(),
  coOwners: z.array(Owner).default([]),
  sets: z.array(SetDraft).default([]),
  personalData: z.array(z.enum(personalDataKinds)).default([]),
  controller: typed,
  secrecy: z.array(z.string()).default([]),
  supplier: SupplierDraft.default(noSupplier),
  needs: z.array(z.string()).default([]),
  recordType: typed,
  processCode: typed,
  retention: z.enum(['', 'preserve', 'dispose']).default(''),
  years: typed,
  place: typed,
  continuityPlan: typed,
  hours: typed,
  sourceId: z.string().optional(),
  importedClass: ImportedClass.optional()
});
export type AssetDraft = Readonly<z.infer<typeof AssetDraft>>;

export const newAssetDraftName = 'asset:new';

export function changedAssetDraftName(reference: string): string {
  return `asset:${reference}`;
}

export const emptyAssetDraft: AssetDraft = AssetDraft.parse({ name: '', description: '', carriers: [], unit: '' });

export function draftOf(asset: Asset): AssetDraft {
  const { sets = [], retention, tolerableOutageHours, controller } = asset;
  return AssetDraft.parse({
    ...asset,
    isCleared: true,
    sets: sets.map(({ types, ...set }) => ({ ...set, types: types.join('\n') })),
    controller: controller?.unit,
    retention: retention?.rule,
    years: retention?.rule === 'dispose' ? String(retention.years) : '',
    hours: tolerableOutageHours === undefined ? '' : String(tolerableOutageHours)
  });
}

/** Owners are sent as user principal names; the service looks them up. What nothing was written in is left out. */
export function contentOf(draft: AssetDraft): AssetContent {
  const { unit, informationOwner, objectOwner, informationCustodian, custodian, coOwners, personalData, secrecy, needs } = draft;
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    carriers: [...draft.carriers],
    unit,
    informationOwner: informationOwner?.upn,
    objectOwner: objectOwner?.upn,
    informationCustodian: informationCustodian?.upn,
    custodian: custodian?.upn,
    coOwners: filled(coOwners.map(({ upn }) => upn)),
    sets: filled(draft.sets.map(setOf)),
    personalData: filled(personalData),
    controller: text(draft.controller),
    secrecy: filled(secrecy),
    supplier: isSupplierNamed(draft.supplier) ? supplierOf(draft.supplier) : undefined,
    needs: filled(needs),
    recordType: text(draft.recordType),
    processCode: text(draft.processCode),
    retention: retentionOf(draft),
    place: text(draft.place),
    continuityPlan: text(draft.continuityPlan),
    sourceId: draft.sourceId,
    importedClass: draft.importedClass,
    tolerableOutageHours: text(draft.hours) === undefined ? undefined : numberIn(draft.hours)
  };
}

/** The informationstyper of a set: one a line. */
export function typesIn({ types }: Pick<SetDraft, 'types'>): string[] {
  return types
    .split('\n')
    .map((type) => type.trim())
    .filter((type) => type !== '');
}

/** A number as people write it in Swedish or English; not a number when it is none. */
export function numberIn(written: string): number {
  return written.trim() === '' ? NaN : Number(written.trim().replace(',', '.'));
}

/** Whether anything at all is written of a supplier. */
export function isSupplierNamed(supplier: SupplierDraft): boolean {
  return Object.values(supplier).some((value) => value !== undefined && value.trim() !== '');
}

function setOf({ id, name, types, carriers: forms }: SetDraft): NonNullable<AssetContent['sets']>[number] {
  return { id, name: name.trim(), types: typesIn({ types }), carriers: filled(forms) };
}

function supplierOf(supplier: SupplierDraft): NonNullable<AssetContent['supplier']> {
  return {
    name: supplier.name.trim(),
    contract: text(supplier.contract),
    contractEnds: text(supplier.contractEnds),
    incidentContact: text(supplier.incidentContact),
    processorAgreement: supplier.processorAgreement,
    followUp: text(supplier.followUp)
  };
}

function retentionOf({ retention, years }: AssetDraft): Retention | undefined {
  if (retention === '') return undefined;
  return retention === 'preserve' ? { rule: 'preserve' } : { rule: 'dispose', years: numberIn(years) };
}

function text(written: string): string | undefined {
  return written.trim() === '' ? undefined : written.trim();
}

function filled<V>(values: readonly V[]): V[] | undefined {
  return values.length === 0 ? undefined : [...values];
}
