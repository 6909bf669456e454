// How a classification stands when this person has nothing to decide, and whose turn it is.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import type { Hindrance } from './hindrance';

export interface ClassificationStandingProps {
  readonly classification: Classification;
  readonly hindrance: Exclude<Hindrance, 'none'>;
}

export function ClassificationStanding({ classification, hindrance }: ClassificationStandingProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <p className={layout.paragraph} role="status">
      <strong>{t(`classification.state.${classification.state}`)}.</strong> {hindrance === 'not-waiting' && <Outcome {...classification} />}
      {hindrance === 'not-allowed' && t('tab.decision.other-decider', { name: classification.decider.name })}
      {hindrance !== 'not-waiting' && hindrance !== 'not-allowed' && t(`refusal.${hindrance}`)}
    </p>
  );
}

function Outcome({ state, decidedBy, decidedAt, returnReason }: Classification): React.ReactElement | null {
  const t = useText();
  const { language } = useEnvironment();
  if (state === 'returned') return <>{t('tab.decision.returned', { reason: returnReason ?? '' })}</>;
  if (decidedBy === undefined || decidedAt === undefined) return null;
  return <>{t('tab.decided-by', { name: decidedBy.name, at: formatMoment(language, decidedAt) })}</>;
}
