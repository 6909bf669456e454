// What is required of those who handle an asset's information, read from its class: the stronger the class, the more, never less (H33, H34).
import type { Asset } from './asset';
import type { Carrier } from './asset-details';
import { aspects, levels, type Level, type Profile } from './classification';
import type { Words } from './language';

/** Whom requirements are put to: the own unit and IT-enheten say how it is (ÄR-krav), a supplier is told what shall be (SKA-krav). */
export const requirementActors = ['unit', 'it', 'supplier'] as const;
export type RequirementActor = (typeof requirementActors)[number];

/** What a requirement protects: every aspect, or one. */
export const requirementAspects = ['all', ...aspects] as const;
export type RequirementAspect = (typeof requirementAspects)[number];

/**
 * One requirement. `code` never changes and never comes to mean something else. It applies from the level `from` upwards; of `all` aspects the highest counts.
 * `iso`: controls of ISO/IEC 27002:2022. `law`: the points of 2 kap. 3 § cybersäkerhetslagen (2025:1506) that it serves. `carriers`: what it makes sense for;
 * absent when it does for everything. `shall` is how a supplier is told, and stands there exactly when one is asked.
 */
export interface Requirement {
  readonly code: string;
  readonly aspect: RequirementAspect;
  readonly from: Level;
  readonly iso: readonly string[];
  readonly law: readonly number[];
  readonly actors: readonly RequirementActor[];
  readonly carriers?: readonly Carrier[];
  readonly is: Words;
  readonly shall?: Words;
}

/** Versioned, with source and valid-from (`YYYY-MM-DD`): one for the whole municipality (H03). */
export interface RequirementCatalogue {
  readonly version: string;
  readonly source: string;
  readonly validFrom: string;
  readonly requirements: readonly Requirement[];
}

/** What an asset must be for anything to be required for it: its decided class, and in what form the information exists. */
export type Protected = Pick<Asset, 'profile' | 'carriers'>;

/** What is put to `actor` for this asset, in the order of the catalogue. Nothing as long as no class is decided. */
export function requirementsOf(
  { requirements }: RequirementCatalogue,
  { profile, carriers }: Protected,
  actor: RequirementActor
): readonly Requirement[] {
  if (profile === undefined) return [];
  return requirements.filter(
    (requirement) => requirement.actors.includes(actor) && appliesTo(requirement, profile) && concerns(requirement, carriers)
  );
}

/** In which words it is put to `actor`. */
export function voiceOf({ is, shall }: Requirement, actor: RequirementActor): Words {
  return actor === 'supplier' ? (shall ?? is) : is;
}

/** Level n includes all before it. */
function appliesTo({ aspect, from }: Requirement, profile: Profile): boolean {
  return levels.indexOf(from) <= levels.indexOf(levelOf(profile, aspect));
}

function concerns({ carriers: sensible }: Requirement, carriers: readonly Carrier[]): boolean {
  return sensible === undefined || carriers.some((carrier) => sensible.includes(carrier));
}

/** The level of the aspect, and of all aspects the highest. */
export function levelOf(profile: Profile, aspect: RequirementAspect): Level {
  const index = aspect === 'all' ? Math.max(...aspects.map((one) => levels.indexOf(profile[one]))) : levels.indexOf(profile[aspect]);
  return levels[index] ?? 'negligible';
}
