// Who decided a classification and when; in whose place, when it was by delegation.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';

/** Nothing for one that has not been decided. */
export function DecidedBy({ decidedBy, decidedAt, decider, byDelegation }: Classification): React.ReactElement | null {
  const t = useText();
  const { language } = useEnvironment();
  if (decidedBy === undefined || decidedAt === undefined) return null;
  const facts = { name: decidedBy.name, at: formatMoment(language, decidedAt) };
  if (byDelegation === undefined) return <>{t('tab.decided-by', facts)}</>;
  return <>{t('tab.decided-for', { ...facts, decider: decider.name, delegation: byDelegation })}</>;
}
