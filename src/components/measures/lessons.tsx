// What handlers have written that was learned from an incident, oldest first.
import * as React from 'react';
import { handlingOf, type Incident } from '../../domain/incident';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';

export function Lessons({ incident }: { readonly incident: Incident }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const lessons = handlingOf(incident).happenings.filter(({ event }) => event === 'lesson-learned');
  if (lessons.length === 0) return null;
  return (
    <ul className={layout.list} aria-label={t('tab.lessons')}>
      {lessons.map(({ at, by, text }) => (
        <li key={`${at} ${text}`} className={layout.row}>
          <div>
            <p className={layout.written}>{text}</p>
            <span className={layout.quiet}>{t('tab.measure.by', { name: by?.name ?? '', at: formatMoment(language, at) })}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
