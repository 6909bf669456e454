// What the service would refuse of an asset as badly filled in, said at the field instead. The limits are those of `AssetContent`.
import { assetLimits, processCodePattern } from '../../domain/asset-details';
import type { TextKey } from '../../i18n/text';
import { isSupplierNamed, numberIn, typesIn, type AssetDraft } from './asset-draft';

export type AssetField = 'name' | 'description' | 'carriers' | 'unit' | `set-${number}` | 'supplier' | 'processCode' | 'years' | 'hours';

/** The parts of the form that are folded. */
export type FormPart = 'what' | 'answers' | 'law' | 'supplier' | 'needs' | 'archive';

export interface AssetProblem {
  readonly field: AssetField;
  /** Absent for what is always open. */
  readonly part?: FormPart;
  readonly words: TextKey;
}

export function problemsOf(draft: AssetDraft): AssetProblem[] {
  const { name, description, carriers: forms, unit } = draft;
  const problems: (AssetProblem | false)[] = [
    name.trim() === '' && { field: 'name', words: 'tab.asset.name.missing' },
    name.trim().length > assetLimits.name && { field: 'name', words: 'tab.asset.name.long' },
    forms.length === 0 && { field: 'carriers', words: 'tab.asset.carriers.missing' },
    unit === '' && { field: 'unit', words: 'tab.asset.unit.missing' },
    description.trim().length > 2000 && { field: 'description', part: 'what', words: 'tab.asset.description.long' },
    ...setProblems(draft),
    draft.hours.trim() !== '' && !isHalfHours(draft.hours) && { field: 'hours', part: 'what', words: 'tab.asset.hours.wrong' },
    isSupplierNamed(draft.supplier) &&
      draft.supplier.name.trim() === '' && { field: 'supplier', part: 'supplier', words: 'tab.asset.supplier.name.missing' },
    draft.processCode.trim() !== '' &&
      !processCodePattern.test(draft.processCode.trim()) && { field: 'processCode', part: 'archive', words: 'tab.asset.process.wrong' },
    draft.retention === 'dispose' && !isYears(draft.years) && { field: 'years', part: 'archive', words: 'tab.asset.years.wrong' }
  ];
  return problems.filter((problem) => problem !== false);
}

function setProblems({ sets }: AssetDraft): AssetProblem[] {
  return sets.flatMap((set, index): AssetProblem[] => {
    const at = { field: `set-${index}`, part: 'what' } as const;
    const types = typesIn(set);
    if (set.name.trim() === '') return [{ ...at, words: 'tab.asset.set.name.missing' }];
    const isTooMuch = types.length > assetLimits.types || types.some((type) => type.length > assetLimits.type);
    return isTooMuch ? [{ ...at, words: 'tab.asset.set.types.long' }] : [];
  });
}

function isHalfHours(written: string): boolean {
  const hours = numberIn(written);
  return hours >= 0 && hours <= assetLimits.hours && Number.isInteger(hours * 2);
}

function isYears(written: string): boolean {
  const years = numberIn(written);
  return Number.isInteger(years) && years >= 0 && years <= assetLimits.years;
}
