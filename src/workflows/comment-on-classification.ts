// The informationssäkerhetsansvarig says what they think of a level that was lowered; the objektägare decides all the same (domain.md 5.1, H37).
import { z } from 'zod';
import { classificationLimits, type ClassificationModel } from '../domain/classification';
import { done, refused } from '../domain/outcome';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import type { Context, Request } from './context';
import { awaitsComment } from './proposal';
import { stepWhileWaiting } from './waiting-classification';

export const CommentOnClassificationInput = z.strictObject({
  reference: numberIn('K'),
  text: writtenVisibly(classificationLimits.comment)
});
export type CommentOnClassificationInput = Readonly<z.infer<typeof CommentOnClassificationInput>>;

export function commentOnClassification(context: Context, model: ClassificationModel, request: Request<CommentOnClassificationInput>) {
  return stepWhileWaiting<'other-model'>(context, model, request, {
    act: 'comment-on-classification',
    event: 'classification-commented',
    take: (classification, at) => {
      if (classification.model !== model.version) return refused('other-model');
      if (!awaitsComment(model, classification)) return 'already-taken';
      return done({ ...classification, comment: { by: request.actor.person, at, text: request.input.text } });
    }
  });
}
