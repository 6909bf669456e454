// Recording a samråd on a legal track: with whom, when, and what came of it.
import * as React from 'react';
import { trackLimits, type Track } from '../../domain/legal-track';
import { atSwedishTime } from '../../domain/swedish-time';
import { useKeptTexts } from '../use-kept';
import { MomentField, WrittenField } from './fields';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

export function ConsultationForm({ track, onChanged }: TrackProps): React.ReactElement {
  const { typed, change, erase } = useKeptTexts(`record-consultation ${track.reference}`, { who: '', outcome: '', held: '' });
  const { who, outcome, held } = typed;
  const recorded = (changed: Track): void => {
    erase();
    onChanged(changed);
  };
  const heldAt = atSwedishTime(held);
  const isComplete = who.trim() !== '' && outcome.trim() !== '';
  const input =
    isComplete && heldAt !== undefined ? { reference: track.reference, with: who.trim(), outcome: outcome.trim(), heldAt } : undefined;
  return (
    <TrackForm command="record-consultation" save="tab.track.consult.save" input={input} onDone={recorded}>
      <WrittenField
        label="tab.track.consult.with"
        text={who}
        onChange={(name) => change({ ...typed, who: name })}
        most={trackLimits.line}
        isRequired
      />
      <MomentField label="tab.track.consult.held" local={held} onChange={(local) => change({ ...typed, held: local })} />
      <WrittenField
        label="tab.track.consult.outcome"
        text={outcome}
        onChange={(written) => change({ ...typed, outcome: written })}
        most={trackLimits.reason}
        isRequired
        rows={3}
      />
    </TrackForm>
  );
}
