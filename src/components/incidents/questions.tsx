// Questions to the reporter and their answers; the reporter answers here.
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import { handlingLimits, type ReporterQuestion } from '../../domain/handling';
import { handlingOf } from '../../domain/incident';
import { refusalTo } from '../../domain/permissions';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import type { CaseProps } from './incident-screen';
import { TextStep } from './text-step';

export function Questions(props: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { questions } = handlingOf(props.incident);
  if (questions.length === 0) return <p className={layout.quiet}>{t('tab.incident.questions.none')}</p>;
  return (
    <ul className={layout.list}>
      {questions.map((question) => (
        <li key={question.id} className={layout.stack}>
          <QuestionOf {...props} question={question} />
        </li>
      ))}
    </ul>
  );
}

function QuestionOf({ incident, roles, onChanged, question }: CaseProps & { readonly question: ReporterQuestion }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language, me } = useEnvironment();
  const { id, text, by, at, answer } = question;
  const mayAnswer = refusalTo('answer-question', facingIncident({ person: me, roles }, incident)) === undefined;
  return (
    <>
      <div>
        <span className={layout.quiet}>{t('tab.incident.question.by', { name: by.name, at: formatMoment(language, at) })}</span>
        <p className={layout.written}>{text}</p>
        {answer !== undefined && (
          <p className={layout.written}>
            {t('tab.incident.question.answered', { at: formatMoment(language, answer.at), text: answer.text })}
          </p>
        )}
        {answer === undefined && !mayAnswer && <p className={layout.quiet}>{t('tab.incident.question.waiting')}</p>}
      </div>
      {answer === undefined && mayAnswer && (
        <TextStep
          command="answer-question"
          about={`${incident.reference} ${id}`}
          words={{ label: 'tab.incident.answer', help: 'tab.incident.answer.help', send: 'tab.incident.answer.send' }}
          most={handlingLimits.text}
          inputOf={(written) => ({ reference: incident.reference, question: id, text: written })}
          onDone={onChanged}
        />
      )}
    </>
  );
}
