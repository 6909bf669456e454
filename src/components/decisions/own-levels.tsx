// What the proposer raised or lowered, why, and what the informationssäkerhetsansvarig thinks of it.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';

export function OwnLevels({
  classification: { adjustments = [], comment }
}: {
  readonly classification: Classification;
}): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (adjustments.length === 0) return null;
  return (
    <>
      <h3 className={layout.paragraph}>{t('tab.adjust.heading')}</h3>
      <ul className={layout.list}>
        {adjustments.map(({ aspect, level, motivation }) => (
          <li key={aspect}>
            <strong>{t('tab.adjust.said', { aspect: t(`aspect.${aspect}`), level: t(`level.${level}`) })}</strong> {motivation}
          </li>
        ))}
      </ul>
      {comment !== undefined && (
        <p className={layout.paragraph}>
          <strong>{t('tab.adjust.comment.by', { name: comment.by.name, at: formatMoment(language, comment.at) })}</strong> {comment.text}
        </p>
      )}
    </>
  );
}
