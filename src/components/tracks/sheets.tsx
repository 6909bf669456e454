// What each report of a track is to say, in the receiver's order: one sheet at a time, since a track has up to six.
import { DefaultButton } from '@fluentui/react';
import * as React from 'react';
import type { StageId } from '../../domain/legal-rules';
import { rulesOf } from '../../domain/legal-track';
import { legalRules } from '../../reference/legal-rules';
import { useText } from '../environment';
import { useLayout } from '../parts/layout';
import { Sheet } from './sheet';
import type { TrackProps } from './track-card';

/** Nothing without the incident that a sheet is filled from. */
export function Sheets(props: TrackProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const [shown, setShown] = React.useState<StageId>();
  const { track, incident } = props;
  if (incident === undefined) return null;
  const { stages } = rulesOf(track, legalRules[track.regime]);
  return (
    <div className={layout.list} role="group" aria-label={t('tab.track.sheet')}>
      <span className={layout.quiet}>{t('tab.track.sheet')}</span>
      <div className={layout.actions}>
        {stages.map(({ id }) => (
          <DefaultButton
            key={id}
            text={t('tab.track.sheet.of', { stage: t(`track.stage.${id}`) })}
            aria-expanded={id === shown}
            onClick={() => setShown(id === shown ? undefined : id)}
          />
        ))}
      </div>
      {shown !== undefined && <Sheet key={shown} {...props} incident={incident} stage={shown} />}
    </div>
  );
}
