// Deciding to report or not, with a reason: by whoever is named for it, on the assessment that is shown.
import * as React from 'react';
import { trackLimits } from '../../domain/legal-track';
import { useText } from '../environment';
import { ChoiceField, WrittenField } from './fields';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

const choices = ['yes', 'no'] as const;

export function DecideForm({ track, onChanged }: TrackProps): React.ReactElement {
  const t = useText();
  const [report, setReport] = React.useState<string>();
  const [reason, setReason] = React.useState('');
  const { reference, assessment } = track;
  const isComplete = report !== undefined && reason.trim() !== '';
  const input = { reference, report: report === 'yes', reason: reason.trim(), assessedAt: assessment?.at };
  return (
    <TrackForm command="decide-track" save="tab.track.decide.save" input={isComplete ? input : undefined} onDone={onChanged}>
      <ChoiceField
        label={t('tab.track.decide.label')}
        options={choices.map((code) => ({ code, words: t(`tab.track.decide.${code}`) }))}
        chosen={report}
        onChange={setReport}
      />
      <WrittenField
        label="tab.incident.reason"
        help="tab.track.decide.reason.help"
        text={reason}
        onChange={setReason}
        most={trackLimits.reason}
        isRequired
        rows={3}
      />
    </TrackForm>
  );
}
