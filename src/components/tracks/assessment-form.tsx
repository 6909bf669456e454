// The questions of a legal track, answered yes, no or not known, or as each takes; what they suggest is shown while they are answered.
import { TextField } from '@fluentui/react';
import * as React from 'react';
import { unknownAnswer } from '../../domain/classification';
import { assessDuty, type LegalAssessment } from '../../domain/legal-assessment';
import type { LegalAnswers, LegalQuestion } from '../../domain/legal-rules';
import { rulesOf } from '../../domain/legal-track';
import { useEnvironment, useText } from '../environment';
import { fieldStyles } from '../parts/layout';
import { ChoiceField } from './fields';
import { Assessed, type Assessment } from './suggestion';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

export function AssessmentForm({ track, onChanged, ...props }: TrackProps): React.ReactElement {
  const t = useText();
  const rules = rulesOf(track, props.rules[track.regime]);
  const [answers, setAnswers] = React.useState<LegalAnswers>(track.answers);
  const [odd, setOdd] = React.useState<readonly string[]>([]);
  const answer = (id: string, given: string | number | undefined): void => {
    setOdd(given === undefined ? [...odd, id] : odd.filter((one) => one !== id));
    setAnswers({ ...answers, [id]: given ?? unknownAnswer });
  };
  const input = odd.length === 0 ? { reference: track.reference, answers } : undefined;
  return (
    <TrackForm command="answer-assessment" save="tab.track.answer.save" input={input} onDone={onChanged}>
      {rules.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={answers[question.id]}
          isOdd={odd.includes(question.id)}
          onChange={(given) => answer(question.id, given)}
        />
      ))}
      <div role="status" aria-label={t('tab.track.suggestion')}>
        <Assessed assessed={suggestionOf(assessDuty(rules, answers))} rules={rules} />
      </div>
    </TrackForm>
  );
}

function suggestionOf({ report, inform }: LegalAssessment): Assessment {
  const because = report.because.map(({ id, source, validFrom }) => ({ id, source, validFrom }));
  return { suggests: report.suggests, because, missing: [...report.missing], informs: inform.suggests };
}

interface QuestionFieldProps {
  readonly question: LegalQuestion;
  readonly answer: string | number | undefined;
  /** Something was typed that is no number. */
  readonly isOdd: boolean;
  /** Nothing when what was typed is no number. */
  readonly onChange: (answer: string | number | undefined) => void;
}

function QuestionField(props: QuestionFieldProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const { question, answer, onChange } = props;
  if (question.kind === 'number') return <NumberField {...props} />;
  const own =
    question.kind === 'yes-no'
      ? (['yes', 'no'] as const).map((code) => ({ code, words: t(`answer.${code}`) }))
      : (question.options ?? []).map(({ code, words }) => ({ code, words: words[language] }));
  return (
    <ChoiceField
      label={question.words[language]}
      options={[...own, { code: unknownAnswer, words: t('answer.unknown') }]}
      chosen={answer === undefined ? undefined : String(answer)}
      onChange={onChange}
    />
  );
}

/** An empty field is not known. */
function NumberField({ question, answer, isOdd, onChange }: QuestionFieldProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const [typed, setTyped] = React.useState(typeof answer === 'number' ? String(answer) : '');
  const change = (text: string): void => {
    setTyped(text);
    onChange(text.trim() === '' ? unknownAnswer : numberIn(text));
  };
  return (
    <TextField
      label={question.words[language]}
      description={t('tab.track.answer.number.help')}
      inputMode="decimal"
      styles={fieldStyles}
      value={typed}
      maxLength={12}
      onChange={(_, text) => change(text ?? '')}
      errorMessage={isOdd ? t('tab.track.answer.number.odd') : ''}
    />
  );
}

/** A number as people write it: `1 500`, `2,5`. */
function numberIn(text: string): number | undefined {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.');
  return /^\d{1,9}(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
