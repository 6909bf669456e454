// What a proposed class changes since the last decision, in one line: "K1 Måttlig → K2 Betydande (jämfört med K-2025-0004)".
import type { Aspect, Profile } from '../domain/classification';
import { changedAspects } from '../domain/classification-change';
import type { Language } from '../domain/language';
import type { LevelNumbers } from '../domain/level-numbers';
import { levelInWords } from './level';
import { text } from './text';

export interface Change {
  readonly profile: Profile;
  /** What was decided last, and whether nothing at all differs from it; absent when this is the first. */
  readonly previous?: { readonly reference: string; readonly profile: Profile; readonly isSame: boolean } | undefined;
}

export function changeInWords(language: Language, { profile, previous }: Change, numbers: LevelNumbers | undefined): string {
  if (previous === undefined) return text(language, 'classification.change.first');
  const { reference } = previous;
  const inWords = (aspect: Aspect, of: Profile): string => levelInWords(language, aspect, of[aspect], numbers);
  const changes = changedAspects(profile, previous.profile).map(
    (aspect) => `${inWords(aspect, previous.profile)} → ${inWords(aspect, profile)}`
  );
  if (changes.length > 0) return text(language, 'classification.change.class', { changes: changes.join(', '), reference });
  return text(language, previous.isSame ? 'classification.change.none' : 'classification.change.answers', { reference });
}
