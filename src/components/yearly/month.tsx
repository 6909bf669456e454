// One month of the årshjul: the classes that are reconsidered in it at the latest, and its tasks, each done or to be done.
import * as React from 'react';
import type { Role } from '../../domain/person';
import { monthOf } from '../../domain/swedish-time';
import { isLateMonth, markOf, type YearlyMarks, type YearlyTask } from '../../domain/yearly-tasks';
import { yearlyTasks } from '../../reference/yearly-tasks';
import { useEnvironment, useText } from '../environment';
import { monthInWords } from '../../i18n/month-in-words';
import { AddressLink } from '../parts/address-link';
import { Badge } from '../parts/badge';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { TaskMark } from './task-mark';

export interface MonthProps {
  /** `2026-11` */
  readonly month: string;
  /** How many classes are to be reconsidered in it at the latest. */
  readonly due: number;
  /** When the årshjul began: UTC, ISO 8601. */
  readonly began: string;
  readonly marks: YearlyMarks;
  readonly roles: readonly Role[];
  readonly onChanged: (marks: YearlyMarks) => void;
}

export function Month({ month, due, began, ...others }: MonthProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const now = new Date().toISOString();
  const number = Number(month.slice(5));
  return (
    <Section title={asHeading(monthInWords(language, month))}>
      {month === monthOf(now) && (
        <div>
          <Badge>{t('tab.yearly.this-month')}</Badge>
        </div>
      )}
      <p className={layout.paragraph}>
        {t('tab.yearly.due')}: <AddressLink to={{ screen: 'assets', filter: { due: month } }}>{String(due)}</AddressLink>
      </p>
      <ul className={layout.list}>
        {yearlyTasks
          .filter(({ months }) => months.includes(number))
          .map((task) => (
            <Task key={task.code} task={task} month={month} isLate={isLateMonth(month, { began, now })} {...others} />
          ))}
      </ul>
    </Section>
  );
}

/** The months of Swedish and Finnish begin with a small letter, and headings do not. */
function asHeading(month: string): string {
  return month.charAt(0).toLocaleUpperCase() + month.slice(1);
}

interface TaskProps extends Pick<MonthProps, 'month' | 'marks' | 'roles' | 'onChanged'> {
  readonly task: YearlyTask;
  /** Of what is not marked. */
  readonly isLate: boolean;
}

function Task({ task, month, isLate, marks, roles, onChanged }: TaskProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const mark = markOf(marks, { task: task.code, month: Number(month.slice(5)) });
  return (
    <li className={layout.row}>
      <span className={layout.written}>
        <strong>{task.words[language]}</strong>
        <br />
        <span className={layout.quiet}>{t('tab.yearly.whose', { role: t(`role.${task.role}`), source: task.source })}</span>
        {mark === undefined && isLate && (
          <>
            <br />
            <span className={layout.fault}>{t('tab.yearly.late')}</span>
          </>
        )}
      </span>
      <TaskMark task={task} month={month} mark={mark} roles={roles} onChanged={onChanged} />
    </li>
  );
}
