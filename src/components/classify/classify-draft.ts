// A classification that is not submitted yet: the proposer's own, kept in their browser.
import { z } from 'zod';
import { Answers } from '../../domain/classification';

/** `at` is the question shown, counted from 0; past the last one it is the result. */
export const ClassifyDraft = z.object({ model: z.string(), answers: Answers, at: z.int().min(0) });
export type ClassifyDraft = Readonly<z.infer<typeof ClassifyDraft>>;

const beginning = 'classification:';

export function classifyDraftName(asset: string): string {
  return beginning + asset;
}

export function referenceOfClassifyDraft(name: string): string {
  return name.slice(beginning.length);
}
