// What changed since the last decision, side by side: the class, and the answers that are not the same.
import * as React from 'react';
import { aspects, type Aspect, type Classification } from '../../domain/classification';
import { formatMoment } from '../../i18n/moment';
import { classificationModel as model } from '../../reference/classification-model';
import { useEnvironment, useText } from '../environment';
import { LevelTag } from '../parts/level-tag';
import { useLayout } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { answerInWords } from './answers-in-words';

export interface ComparisonProps {
  readonly now: Classification;
  readonly previous: Classification | undefined;
}

export function Comparison({ now, previous }: ComparisonProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (previous === undefined) return <p className={layout.paragraph}>{t('tab.decision.first')}</p>;
  const at = previous.decidedAt === undefined ? '' : formatMoment(language, previous.decidedAt);
  return (
    <>
      <p className={layout.paragraph}>{t('tab.decision.before', { reference: previous.reference, at })}</p>
      <ClassTable now={now} previous={previous} />
      {now.model === previous.model && now.model === model.version && <ChangedAnswers now={now} previous={previous} />}
    </>
  );
}

interface Compared {
  readonly now: Classification;
  readonly previous: Classification;
}

function ClassTable({ now, previous }: Compared): React.ReactElement {
  const t = useText();
  const columns: readonly TableColumn<Aspect>[] = [
    {
      key: 'aspect',
      name: t('tab.decision.aspect'),
      width: [110, 160],
      isRowHeader: true,
      render: (aspect) => t(`aspect.${aspect}.short`)
    },
    {
      key: 'before',
      name: t('tab.decision.then'),
      width: [110, 140],
      render: (aspect) => <LevelTag aspect={aspect} level={previous.profile[aspect]} />
    },
    {
      key: 'now',
      name: t('tab.decision.proposed'),
      width: [120, 150],
      render: (aspect) => <LevelTag aspect={aspect} level={now.profile[aspect]} />
    },
    {
      key: 'change',
      name: t('tab.decision.change'),
      width: [90, 120],
      render: (aspect) => (previous.profile[aspect] === now.profile[aspect] ? t('tab.decision.same') : t('tab.decision.changed'))
    }
  ];
  return <RegisterTable label={t('tab.decision.changes')} rows={aspects} columns={columns} keyOf={(aspect) => aspect} />;
}

function ChangedAnswers({ now, previous }: Compared): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const changes = model.questions
    .map((question) => ({
      id: question.id,
      title: question.title[language],
      before: answerInWords(question, previous.answers, language),
      after: answerInWords(question, now.answers, language)
    }))
    .filter(({ before, after }) => before !== after);
  if (changes.length === 0) return <p className={layout.paragraph}>{t('tab.decision.same-answers')}</p>;
  return (
    <ul className={layout.list}>
      {changes.map(({ id, title, before, after }) => (
        <li key={id}>
          <strong>{title}</strong>
          <br />
          {t('tab.decision.answer-changed', { before, after })}
        </li>
      ))}
    </ul>
  );
}
