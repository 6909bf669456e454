// The questions of a legal track are answered; what follows is a suggestion with its rule, or the facts that are missing.
import { z } from 'zod';
import { LegalAnswers, type LegalRules } from '../domain/legal-rules';
import { answered } from '../domain/legal-steps';
import type { Track } from '../domain/legal-track';
import { numberIn } from '../domain/reference-number';
import type { Answer, Context, Request } from './context';
import { changeTrack, type TrackRefusal } from './tracks';

/** All answers there are, not only the new ones. What they lead to is computed here, whatever the screen showed. */
export const AnswerAssessmentInput = z.strictObject({ reference: numberIn('R'), answers: LegalAnswers });
export type AnswerAssessmentInput = Readonly<z.infer<typeof AnswerAssessmentInput>>;

export function answerAssessment(
  context: Context,
  rules: LegalRules,
  request: Request<AnswerAssessmentInput>
): Promise<Answer<Track, TrackRefusal | 'unknown-question'>> {
  return changeTrack(context, rules, request, {
    act: 'answer-assessment',
    event: 'track-assessed',
    change: (track, step) => answered(track, rules[track.regime], request.input.answers, step),
    news: ({ state }) => (state === 'assessing' ? 'to-decide' : undefined)
  });
}
