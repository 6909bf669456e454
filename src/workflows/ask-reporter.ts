// A handler asks the reporter something; the reporter is told that a question waits.
import { z } from 'zod';
import { handlingLimits } from '../domain/handling';
import { handlingOf, type Incident } from '../domain/incident';
import { done } from '../domain/outcome';
import type { HandlingRefusal } from '../domain/permissions';
import { numberIn } from '../domain/reference-number';
import { writtenVisibly } from '../domain/written-text';
import { changeIncident } from './change-incident';
import type { Answer, Context, Request } from './context';

export const AskReporterInput = z.strictObject({ reference: numberIn('I'), text: writtenVisibly(handlingLimits.text) });
export type AskReporterInput = Readonly<z.infer<typeof AskReporterInput>>;

export function askReporter(context: Context, request: Request<AskReporterInput>): Promise<Answer<Incident, HandlingRefusal>> {
  const { command, actor, input } = request;
  return changeIncident<never>(context, request, {
    act: 'ask-reporter',
    stands: 'by-itself',
    take: (incident, at) => {
      const question = { id: command, text: input.text, by: actor.person, at };
      return done({
        event: 'reporter-asked',
        text: input.text,
        changes: { questions: [...handlingOf(incident).questions, question] }
      });
    },
    notices: ({ reporter, reference }) => [{ kind: 'incident-question', to: reporter.id, reference }]
  });
}
