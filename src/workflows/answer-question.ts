// The reporter answers what they were asked; whoever asked and whoever handles it now are told.
import { z } from 'zod';
import { handlingLimits } from '../domain/handling';
import { handlingOf, type Incident } from '../domain/incident';
import type { Notice } from '../domain/notice';
import { done, refused } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeIncident, toHandler } from './change-incident';
import type { Answer, Context, Request } from './context';

/** `question` is the id of the question. */
export const AnswerQuestionInput = z.strictObject({
  reference: numberIn('I'),
  question: z.string().max(60),
  text: writtenVisibly(handlingLimits.text)
});
export type AnswerQuestionInput = Readonly<z.infer<typeof AnswerQuestionInput>>;

/** A question is answered once: another answer to it is refused as `wrong-state`. */
export function answerQuestion(context: Context, request: Request<AnswerQuestionInput>): Promise<Answer<Incident, HandlingRefusal>> {
  const { question: id, text } = request.input;
  return changeIncident<'not-found' | 'wrong-state'>(context, request, {
    act: 'answer-question',
    stands: 'by-itself',
    take: (incident, at) => {
      const { questions } = handlingOf(incident);
      const asked = questions.find((question) => question.id === id);
      if (asked === undefined) return refused('not-found');
      if (asked.answer !== undefined) return refused('wrong-state');
      const answered = questions.map((question) => (question === asked ? { ...asked, answer: { text, at } } : question));
      return done({ event: 'reporter-answered', text, changes: { questions: answered } });
    },
    notices: (incident) => answeredNotices(incident, id)
  });
}

function answeredNotices(incident: Incident, id: string): readonly Notice[] {
  const asker = handlingOf(incident).questions.find((question) => question.id === id)?.by;
  const toAsker: Notice[] = asker === undefined ? [] : [{ kind: 'incident-answered', to: asker.id, reference: incident.reference }];
  return [...toAsker, ...toHandler(incident, 'incident-answered').filter(({ to }) => to !== asker?.id)];
}
