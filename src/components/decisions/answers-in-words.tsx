// The answers behind a class, question by question.
import * as React from 'react';
import type { Answers, Classification } from '../../domain/classification';
import type { Language } from '../../domain/language';
import { classificationModel as model, type QuestionInWords } from '../../reference/classification-model';
import { useEnvironment, useText } from '../environment';
import { Facts } from '../parts/facts';

export function AnswersInWords({
  classification: { answers, model: version }
}: {
  readonly classification: Classification;
}): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  if (version !== model.version) return <p>{t('tab.decision.other-model', { version })}</p>;
  return (
    <Facts
      facts={model.questions.map((question) => ({ name: question.title[language], value: answerInWords(question, answers, language) }))}
    />
  );
}

/** The chosen options in words. */
export function answerInWords({ id, options }: QuestionInWords, answers: Answers, language: Language): string {
  const chosen = answers[id] ?? [];
  return options
    .filter(({ code }) => chosen.includes(code))
    .map(({ words }) => words[language])
    .join('; ');
}
