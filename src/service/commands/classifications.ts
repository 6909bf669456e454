// The class of an asset, proposed, asked about and decided.
import { classificationModel } from '../../reference/classification-model';
import { answerInquiry, AnswerInquiryInput } from '../../workflows/answer-inquiry';
import { commentOnClassification, CommentOnClassificationInput } from '../../workflows/comment-on-classification';
import {
  decideClassification,
  DecideClassificationInput,
  returnClassification,
  ReturnClassificationInput
} from '../../workflows/decide-classification';
import { submitClassification, SubmitClassificationInput } from '../../workflows/submit-classification';
import { withdrawClassification, WithdrawClassificationInput } from '../../workflows/withdraw-classification';
import type { Lines } from './lines';

export function classificationCommands({ line, ofAct }: Lines) {
  return {
    'submit-classification': ofAct('submit-classification', SubmitClassificationInput, (context, request) =>
      submitClassification(context, classificationModel, request)
    ),
    'decide-classification': line({
      name: 'decide-classification',
      input: DecideClassificationInput,
      carryOut: decideClassification,
      acts: ['decide-classification'],
      readsRoles: true
    }),
    'return-classification': line({
      name: 'return-classification',
      input: ReturnClassificationInput,
      carryOut: returnClassification,
      acts: ['return-classification'],
      readsRoles: true
    }),
    'answer-inquiry': ofAct('answer-inquiry', AnswerInquiryInput, (context, request) =>
      answerInquiry(context, classificationModel, request)
    ),
    'comment-on-classification': ofAct('comment-on-classification', CommentOnClassificationInput, (context, request) =>
      commentOnClassification(context, classificationModel, request)
    ),
    'withdraw-classification': ofAct('withdraw-classification', WithdrawClassificationInput, withdrawClassification)
  };
}
