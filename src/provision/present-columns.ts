// A column as SharePoint tells it, in the terms it is compared in.
import { z } from 'zod';
import type { Traits } from './picture';

export interface PresentColumn {
  /** Internal name. */
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly indexed: boolean;
  /** The index was made by SharePoint itself, for a view. */
  readonly autoIndexed: boolean;
  readonly choices: readonly string[];
  readonly traits: Traits;
}

/** What only some types of column have is absent on the others. */
const ownTraits = {
  MaxLength: z.int().optional(),
  RichText: z.boolean().optional(),
  Choices: z.array(z.string()).optional(),
  FillInChoice: z.boolean().optional()
};

export const ColumnRow = z
  .object({
    InternalName: z.string(),
    TypeAsString: z.string(),
    Title: z.string(),
    Hidden: z.boolean(),
    Required: z.boolean(),
    Indexed: z.boolean(),
    AutoIndexed: z.boolean().optional(),
    EnforceUniqueValues: z.boolean(),
    ...ownTraits
  })
  .transform(
    ({ InternalName, TypeAsString, AutoIndexed = false, ...traits }): PresentColumn => ({
      name: InternalName,
      type: TypeAsString,
      title: traits.Title,
      indexed: traits.Indexed,
      autoIndexed: AutoIndexed,
      choices: traits.Choices ?? [],
      traits: { Type: TypeAsString, ...defined(traits) }
    })
  );

function defined(traits: Readonly<Record<string, Traits[string] | undefined>>): Traits {
  return Object.fromEntries(Object.entries(traits).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
