// Why an aspect came out as it did, in words: the answer that decided, or the floor the law sets and its source.
import * as React from 'react';
import type { AnswerGiven, Aspect } from '../../domain/classification';
import type { Language } from '../../domain/language';
import type { WholeResult } from '../../domain/proposal';
import { classificationModel as model, type QuestionInWords } from '../../reference/classification-model';
import { useEnvironment, useText } from '../environment';

export interface ReasonsProps {
  readonly aspect: Aspect;
  readonly result: WholeResult;
  /** The name of the informationsmängd that decided, where there are several. */
  readonly set?: string | undefined;
}

export function Reasons({ aspect, result, set }: ReasonsProps): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  return (
    <>
      {set !== undefined && result.level !== 'negligible' && <p>{t('tab.reason.set', { set })}</p>}
      <WhyOfParts aspect={aspect} result={result} />
      {result.lifted !== undefined && <p>{t('tab.reason.lifted', { answer: answerInWords(result.lifted, language) })}</p>}
    </>
  );
}

function WhyOfParts({
  aspect,
  result: { level, decidedBy, floor, lifted: isLifted }
}: Omit<ReasonsProps, 'set'>): React.ReactElement | null {
  const t = useText();
  const { language } = useEnvironment();
  const lifted = model.floors.find(({ trigger }) => trigger === floor);
  if (lifted !== undefined) {
    return (
      <p>
        {t('tab.reason.floor', {
          because: lifted.because[language],
          least: t(`level.${lifted.minimum[aspect] ?? level}`),
          source: lifted.source
        })}
      </p>
    );
  }
  if (level === 'negligible') return <p>{t('tab.reason.none')}</p>;
  if (isLifted !== undefined && decidedBy.length === 0) return null;
  return (
    <>
      {decidedBy.map((given) => (
        <p key={`${given.question} ${given.option}`}>
          {t('tab.reason.answer', {
            question: questionInWords(given.question)?.title[language] ?? '',
            answer: answerInWords(given, language)
          })}
        </p>
      ))}
    </>
  );
}

function questionInWords(id: string): QuestionInWords | undefined {
  return model.questions.find((question) => question.id === id);
}

function answerInWords({ question, option }: AnswerGiven, language: Language): string {
  return questionInWords(question)?.options.find(({ code }) => code === option)?.words[language] ?? '';
}
