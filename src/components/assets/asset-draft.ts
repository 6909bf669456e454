// What somebody has typed about an asset, what is wrong with it, and what is sent.
import { z } from 'zod';
import { carriers, type Asset } from '../../domain/asset';
import { Person } from '../../domain/person';
import type { TextKey } from '../../i18n/text';
import type { AssetContent } from '../../workflows/register-asset';

const Owner = Person.pick({ name: true, upn: true });

export const AssetDraft = z.object({
  name: z.string(),
  description: z.string(),
  carriers: z.array(z.enum(carriers)),
  unit: z.string(),
  informationOwner: Owner.optional(),
  objectOwner: Owner.optional(),
  custodian: Owner.optional()
});
export type AssetDraft = Readonly<z.infer<typeof AssetDraft>>;

export const newAssetDraftName = 'asset:new';

export function changedAssetDraftName(reference: string): string {
  return `asset:${reference}`;
}

export const emptyAssetDraft: AssetDraft = { name: '', description: '', carriers: [], unit: '' };

export function draftOf({ name, description, carriers: forms, unit, informationOwner, objectOwner, custodian }: Asset): AssetDraft {
  return { name, description, carriers: [...forms], unit, informationOwner, objectOwner, custodian };
}

export type AssetField = 'name' | 'description' | 'carriers' | 'unit';

export interface AssetProblem {
  readonly field: AssetField;
  readonly words: TextKey;
}

/** What the service would refuse as badly filled in, said at the field instead. The limits are those of `AssetContent`. */
export function problemsOf({ name, description, carriers: forms, unit }: AssetDraft): AssetProblem[] {
  const problems: (AssetProblem | false)[] = [
    name.trim() === '' && { field: 'name', words: 'tab.asset.name.missing' },
    name.trim().length > 200 && { field: 'name', words: 'tab.asset.name.long' },
    description.trim().length > 2000 && { field: 'description', words: 'tab.asset.description.long' },
    forms.length === 0 && { field: 'carriers', words: 'tab.asset.carriers.missing' },
    unit === '' && { field: 'unit', words: 'tab.asset.unit.missing' }
  ];
  return problems.filter((problem) => problem !== false);
}

/** Owners are sent as user principal names; the service looks them up. */
export function contentOf(draft: AssetDraft): AssetContent {
  const { name, description, unit, informationOwner, objectOwner, custodian } = draft;
  return {
    name: name.trim(),
    description: description.trim(),
    carriers: [...draft.carriers],
    unit,
    informationOwner: informationOwner?.upn,
    objectOwner: objectOwner?.upn,
    custodian: custodian?.upn
  };
}
