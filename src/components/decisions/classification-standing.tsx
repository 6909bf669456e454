// How a classification stands when this person has nothing to decide, and whose turn it is.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { useText } from '../environment';
import { DecidedBy } from '../parts/decided-by';
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

function Outcome(classification: Classification): React.ReactElement {
  const t = useText();
  if (classification.state === 'returned') return <>{t('tab.decision.returned', { reason: classification.returnReason ?? '' })}</>;
  return <DecidedBy {...classification} />;
}
