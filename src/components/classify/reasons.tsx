// Why an aspect came out as it did, in words: the answer that decided, or the floor the law sets and its source.
import * as React from 'react';
import type { Aspect, AspectResult } from '../../domain/classification';
import { classificationModel as model } from '../../reference/classification-model';
import { useEnvironment, useText } from '../environment';

export interface ReasonsProps {
  readonly aspect: Aspect;
  readonly result: AspectResult;
}

export function Reasons({ aspect, result: { level, decidedBy, floor } }: ReasonsProps): React.ReactElement {
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
  return (
    <>
      {decidedBy.map(({ question, option }) => (
        <p key={`${question} ${option}`}>
          {t('tab.reason.answer', {
            question: questionInWords(question)?.title[language] ?? '',
            answer: answerInWords(question, option)?.[language] ?? ''
          })}
        </p>
      ))}
    </>
  );
}

function questionInWords(id: string): (typeof model.questions)[number] | undefined {
  return model.questions.find((question) => question.id === id);
}

function answerInWords(id: string, option: string): (typeof model.questions)[number]['title'] | undefined {
  return questionInWords(id)?.options.find(({ code }) => code === option)?.words;
}
