// A classification that is not submitted yet: the proposer's own, kept in their browser.
import { z } from 'zod';
import { Answers, levels } from '../../domain/classification';

const Adjusted = z.object({ level: z.enum(levels), motivation: z.string() });
export type Adjusted = Readonly<z.infer<typeof Adjusted>>;

/** `answers` about the whole, `sets` those about each informationsmängd by its code; `at` is the step shown, counted from 0; past the last one it is the result. */
export const ClassifyDraft = z.object({
  model: z.string(),
  answers: Answers,
  sets: z.record(z.string(), Answers).optional(),
  adjustments: z.record(z.string(), Adjusted).optional(),
  at: z.int().min(0)
});
export type ClassifyDraft = Readonly<z.infer<typeof ClassifyDraft>>;

const beginning = 'classification:';

export function classifyDraftName(asset: string): string {
  return beginning + asset;
}

export function referenceOfClassifyDraft(name: string): string {
  return name.slice(beginning.length);
}
