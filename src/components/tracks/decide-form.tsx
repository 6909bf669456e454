// Deciding to report or not, with a reason: by whoever is named for it, on the assessment that is shown.
import * as React from 'react';
import { trackLimits, type Track } from '../../domain/legal-track';
import { useText } from '../environment';
import { useKeptTexts } from '../use-kept';
import { ChoiceField, WrittenField } from './fields';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

const choices = ['yes', 'no'] as const;

export function DecideForm({ track, onChanged }: TrackProps): React.ReactElement {
  const t = useText();
  const { reference, assessment } = track;
  const { typed, change, erase } = useKeptTexts(`decide-track ${reference}`, { report: '', reason: '' });
  const { report, reason } = typed;
  const decided = (changed: Track): void => {
    erase();
    onChanged(changed);
  };
  const isComplete = report !== '' && reason.trim() !== '';
  const input = { reference, report: report === 'yes', reason: reason.trim(), assessedAt: assessment?.at };
  return (
    <TrackForm command="decide-track" save="tab.track.decide.save" input={isComplete ? input : undefined} onDone={decided}>
      <ChoiceField
        label={t('tab.track.decide.label')}
        options={choices.map((code) => ({ code, words: t(`tab.track.decide.${code}`) }))}
        chosen={report === '' ? undefined : report}
        onChange={(chosen) => change({ ...typed, report: chosen })}
      />
      <WrittenField
        label="tab.incident.reason"
        help="tab.track.decide.reason.help"
        text={reason}
        onChange={(written) => change({ ...typed, reason: written })}
        most={trackLimits.reason}
        isRequired
        rows={3}
      />
    </TrackForm>
  );
}
