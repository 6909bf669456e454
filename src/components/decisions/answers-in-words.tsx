// The answers behind a class, question by question, of each informationsmängd by itself, with what those who were asked said.
import * as React from 'react';
import type { Answers, Classification } from '../../domain/classification';
import type { Language } from '../../domain/language';
import { classificationModel as model, type QuestionInWords } from '../../reference/classification-model';
import { useEnvironment, useText } from '../environment';
import { Facts } from '../parts/facts';
import { Folded } from '../parts/folded';

export function AnswersInWords({ classification }: { readonly classification: Classification }): React.ReactElement {
  const t = useText();
  const { model: version, answers, sets = [] } = classification;
  if (version !== model.version) return <p>{t('tab.decision.other-model', { version })}</p>;
  const about = model.questions.filter(({ part }) => part !== 'whole');
  const whole = model.questions.filter(({ part }) => part === 'whole');
  if (sets.length === 0) return <Answered questions={model.questions} answers={answers} />;
  return (
    <>
      {sets.map(({ set, name, answers: given }) => (
        <Folded key={set} title={t('tab.classify.set', { name })}>
          <Answered questions={about} answers={given} />
        </Folded>
      ))}
      <Folded title={t('tab.classify.whole')}>
        <Answered questions={whole} answers={answers} />
      </Folded>
    </>
  );
}

function Answered({
  questions,
  answers
}: {
  readonly questions: readonly QuestionInWords[];
  readonly answers: Answers;
}): React.ReactElement {
  const { language } = useEnvironment();
  return (
    <Facts facts={questions.map((question) => ({ name: question.title[language], value: answerInWords(question, answers, language) }))} />
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
