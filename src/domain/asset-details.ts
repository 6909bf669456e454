// What the register says of an asset beyond its name and owners: the information in it, the law, the supplier, what it depends on and how long it is kept.
import { z } from 'zod';
import { aspects, levels } from './classification';
import { Person } from './person';

export const carriers = ['system', 'file-area', 'cloud-service', 'paper', 'oral', 'medium', 'equipment', 'knowledge', 'premises'] as const;

/** Bärare: in what form the information exists (H09, "i cyberrymden, i datorer, i ett telefonsamtal eller på ett papper"), and the rooms it is kept in (H53). */
export type Carrier = (typeof carriers)[number];

/** The same codes as the answers to the question `personal-data` of the classification model; `none` stands alone. */
export const personalDataKinds = ['none', 'ordinary', 'sensitive', 'children', 'identity-numbers', 'protected'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Personuppgiftsbiträdesavtal: whether one is in place (GDPR art. 28). */
export const processorAgreements = ['yes', 'no', 'not-needed', 'unknown'] as const;

/** The most that an asset holds of each; texts in characters. */
export const assetLimits = {
  coOwners: 10,
  sets: 30,
  types: 20,
  secrecy: 10,
  needs: 50,
  years: 200,
  hours: 8760,
  name: 200,
  type: 100,
  contact: 200,
  place: 500,
  plan: 600
} as const;

/** Informationsmängd: a part of the asset that is classified by itself (H45). `id` is given by the product and never used again in the same asset. */
const InformationSet = z.object({
  id: z.string(),
  name: z.string().min(1),
  types: z.array(z.string()),
  carriers: z.array(z.enum(carriers)).optional()
});
export type InformationSet = Readonly<z.infer<typeof InformationSet>>;

/** Who supplies it, and what is agreed (H33). `contractEnds` and `followUp` are Swedish calendar days. */
const Supplier = z.object({
  name: z.string().min(1),
  contract: z.string().optional(),
  contractEnds: z.iso.date().optional(),
  incidentContact: z.string().optional(),
  processorAgreement: z.enum(processorAgreements).optional(),
  followUp: z.iso.date().optional()
});
export type Supplier = Readonly<z.infer<typeof Supplier>>;

/** Bevara, or gallra after a number of whole years (arkivlagen, H56). */
export const Retention = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('preserve') }),
  z.object({ rule: z.literal('dispose'), years: z.int() })
]);
export type Retention = Readonly<z.infer<typeof Retention>>;

/** What another register said of the class when the asset was imported: a proposal for whoever classifies it, never a decided class. `source` is the file's name. */
export const ImportedClass = z.object({ source: z.string(), levels: z.partialRecord(z.enum(aspects), z.enum(levels)) });
export type ImportedClass = Readonly<z.infer<typeof ImportedClass>>;

/** A process of the classification structure Klassa 2.1, such as `3.4.1`. */
export const processCodePattern = /^\d{1,2}(?:\.\d{1,3}){0,4}$/;

/**
 * Nothing of it is demanded before the asset is complete. `coOwners` share the ownership with the informationsägare. `setsNumbered`: how many sets have been
 * given a code. `controller`: the nämnd that is personuppgiftsansvarig (H60). `secrecy`: paragraphs of OSL, such as `26 kap. 1 §` (H12). `needs`: the numbers
 * of the assets it depends on. `place`: room or cabinet, and who has the key (H09). `tolerableOutageHours`: längsta tolererbara avbrott, in half hours (H14). `continuityPlan`: where the continuity plan is, an address or a binder (H27). `sourceId`: what the register it was
 * imported from calls it.
 */
export const AssetDetails = z.object({
  coOwners: z.array(Person).optional(),
  sets: z.array(InformationSet).optional(),
  setsNumbered: z.int().optional(),
  personalData: z.array(z.enum(personalDataKinds)).optional(),
  controller: z.object({ unit: z.string(), name: z.string() }).optional(),
  secrecy: z.array(z.string()).optional(),
  supplier: Supplier.optional(),
  needs: z.array(z.string()).optional(),
  recordType: z.string().optional(),
  processCode: z.string().optional(),
  retention: Retention.optional(),
  place: z.string().optional(),
  tolerableOutageHours: z.number().optional(),
  continuityPlan: z.string().optional(),
  sourceId: z.string().optional(),
  importedClass: ImportedClass.optional()
});
export type AssetDetails = Readonly<z.infer<typeof AssetDetails>>;

/** A set as somebody writes it: without a code when it is new. */
export interface WrittenSet extends Omit<InformationSet, 'id'> {
  readonly id?: string | undefined;
}

/** The sets with a code each: a set keeps the code it has in the asset, and any other gets the next that was never used there. */
export function numberedSets(
  written: readonly WrittenSet[],
  before: Pick<AssetDetails, 'sets' | 'setsNumbered'>
): Pick<AssetDetails, 'sets' | 'setsNumbered'> {
  const free = new Set((before.sets ?? []).map(({ id }) => id));
  let numbered = before.setsNumbered ?? 0;
  const sets = written.map(({ id, ...set }) => {
    if (id !== undefined && free.delete(id)) return { ...set, id };
    numbered += 1;
    return { ...set, id: `m${numbered}` };
  });
  return { sets: sets.length === 0 ? undefined : sets, setsNumbered: numbered === 0 ? undefined : numbered };
}
