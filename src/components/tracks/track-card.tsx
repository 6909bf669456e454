// One legal track as a card: how it stands, its clock, what is suggested and by which rule, what is missing, and what has been done.
import * as React from 'react';
import type { LegalRules } from '../../domain/legal-rules';
import { knownAt, type Track } from '../../domain/legal-track';
import type { Role } from '../../domain/person';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { TimeLeft } from '../incidents/clock';
import { Card } from '../parts/card';
import { useMarked } from '../parts/exercise';
import { Facts } from '../parts/facts';
import { useLayout } from '../parts/layout';
import { Sheets } from './sheets';
import { StageClocks } from './stage-clocks';
import { Suggestion } from './suggestion';
import { TrackRecord } from './track-record';
import { TrackSteps } from './track-steps';
import type { TracksProps } from './tracks';

/** What the parts of a card are given. */
export interface TrackProps extends Pick<TracksProps, 'incident'> {
  readonly roles: readonly Role[];
  /** As they stand in the record. */
  readonly rules: LegalRules;
  readonly track: Track;
  readonly onChanged: (track: Track) => void;
}

export function TrackCard(props: TrackProps): React.ReactElement {
  const t = useText();
  const marked = useMarked();
  const { track } = props;
  const { reference, regime, counterpart, controllerName } = track;
  const title = marked(track, t('tab.track.title', { reference, regime: t(`track.regime.${regime}`), who: counterpart ?? controllerName }));
  return (
    <Card title={title}>
      <Standing track={track} />
      <Suggestion track={track} rules={props.rules} />
      <TrackRecord track={track} />
      <Sheets {...props} />
      <TrackSteps {...props} />
    </Card>
  );
}

function Standing({ track }: Pick<TrackProps, 'track'>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { state, controllerName, decider, next } = track;
  return (
    <>
      <Facts
        facts={[
          { name: t('tab.track.state'), value: t(`track.state.${state}`) },
          { name: t('tab.track.next'), value: next === undefined ? t('tab.track.next.none') : <Next {...next} /> },
          { name: t('tab.track.committee'), value: controllerName },
          { name: t('tab.track.decider'), value: decider.name },
          { name: t('tab.track.known'), value: formatMoment(language, knownAt(track)) }
        ]}
      />
      {state !== 'closed' && state !== 'not-to-report' && (
        <div>
          <span className={layout.quiet}>{t('tab.track.limits')}</span>
          <StageClocks track={track} />
        </div>
      )}
    </>
  );
}

function Next({ stage, due }: NonNullable<Track['next']>): React.ReactElement {
  const t = useText();
  return (
    <>
      {t(`track.stage.${stage}`)}
      <br />
      <TimeLeft due={due} />
    </>
  );
}
