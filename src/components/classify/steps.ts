// The steps of the wizard: each question about each informationsmängd, and last what is asked of the whole.
import type { Asset } from '../../domain/asset';
import type { InformationSet } from '../../domain/asset-details';
import { classificationModel as model, type QuestionInWords } from '../../reference/classification-model';

/** One screen. `set` is absent for what is asked of the whole asset. */
export interface ClassifyStep {
  readonly question: QuestionInWords;
  readonly set?: InformationSet;
}

const isWhole = ({ part }: QuestionInWords): boolean => part === 'whole';

/** In the order they are gone through. An asset without informationsmängder is answered for as one. */
export function stepsOf({ sets = [] }: Asset): readonly ClassifyStep[] {
  const about = model.questions.filter((question) => !isWhole(question));
  const whole = model.questions.filter(isWhole).map((question) => ({ question }));
  if (sets.length === 0) return [...about.map((question) => ({ question })), ...whole];
  return [...sets.flatMap((set) => about.map((question) => ({ question, set }))), ...whole];
}
