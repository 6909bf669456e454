// A task of the årshjul that is near or late: which, by when, and where it is marked.
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { lastDayOf, yearOf } from '../domain/yearly-tasks';
import { formatDay } from '../i18n/moment';
import { text } from '../i18n/text';
import { yearlyTasks } from '../reference/yearly-tasks';
import { link } from './buttons';
import { card, paragraph, row, type Card } from './card';

interface DueTask {
  readonly notice: Extract<Notice, { readonly kind: 'yearly-reminder' }>;
  readonly tabUrl: string | undefined;
}

/** A task that the årshjul of today does not have is called by its code. */
export function yearlyCard({ notice, tabUrl }: DueTask, language: Language): Card {
  const { task: code, month, stage } = notice;
  const task = yearlyTasks.find((one) => one.code === code);
  return card({
    language,
    title: text(language, 'cards.yearly.title'),
    body: [
      row(text(language, 'cards.yearly.task'), task?.words[language] ?? code),
      row(text(language, 'tab.measure.due'), formatDay(language, lastDayOf(yearOf(notice), month))),
      ...(task === undefined ? [] : [row(text(language, 'cards.yearly.source'), task.source)]),
      paragraph(text(language, `cards.yearly.${stage}`), { weight: 'Bolder' }),
      paragraph(text(language, 'cards.yearly.how'))
    ],
    actions: tabUrl === undefined ? [] : [link(text(language, 'cards.open'), tabUrl)]
  });
}
