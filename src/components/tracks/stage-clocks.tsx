// Every report of a track with its time limit: due, sent in, sent in too late, or why there is no moment to name.
import * as React from 'react';
import { clocksOf, isLate, type StageClock } from '../../domain/legal-clock';
import { rulesOf, type Track } from '../../domain/legal-track';
import type { Language } from '../../domain/language';
import { formatMoment } from '../../i18n/moment';
import { text } from '../../i18n/text';
import { legalRules } from '../../reference/legal-rules';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';

export function StageClocks({ track }: { readonly track: Track }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  return (
    <ul className={layout.list}>
      {clocksOf(track, rulesOf(track, legalRules[track.regime]).stages).map((clock) => (
        <li key={clock.stage}>{t('tab.track.limit', { stage: t(`track.stage.${clock.stage}`), when: whenInWords(language, clock) })}</li>
      ))}
    </ul>
  );
}

function whenInWords(language: Language, clock: StageClock): string {
  const { limit, due, waitsFor, answeredAt } = clock;
  if (answeredAt !== undefined) {
    const words = isLate(clock, answeredAt) ? 'tab.track.limit.late' : 'tab.track.limit.answered';
    return text(language, words, { at: formatMoment(language, answeredAt) });
  }
  if (due !== undefined) return text(language, 'tab.track.limit.due', { at: formatMoment(language, due) });
  if (waitsFor !== undefined) return text(language, `tab.track.waits.${waitsFor}`);
  return text(language, limit.kind === 'promptly' ? 'tab.track.limit.promptly' : 'tab.track.limit.on-request');
}
