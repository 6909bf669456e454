// Recording a samråd on a legal track: with whom, when, and what came of it.
import * as React from 'react';
import { trackLimits } from '../../domain/legal-track';
import { atSwedishTime } from '../../domain/swedish-time';
import { MomentField, WrittenField } from './fields';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

export function ConsultationForm({ track, onChanged }: TrackProps): React.ReactElement {
  const [who, setWho] = React.useState('');
  const [outcome, setOutcome] = React.useState('');
  const [held, setHeld] = React.useState('');
  const heldAt = atSwedishTime(held);
  const isComplete = who.trim() !== '' && outcome.trim() !== '';
  const input =
    isComplete && heldAt !== undefined ? { reference: track.reference, with: who.trim(), outcome: outcome.trim(), heldAt } : undefined;
  return (
    <TrackForm command="record-consultation" save="tab.track.consult.save" input={input} onDone={onChanged}>
      <WrittenField label="tab.track.consult.with" text={who} onChange={setWho} most={trackLimits.line} isRequired />
      <MomentField label="tab.track.consult.held" local={held} onChange={setHeld} />
      <WrittenField label="tab.track.consult.outcome" text={outcome} onChange={setOutcome} most={trackLimits.reason} isRequired rows={3} />
    </TrackForm>
  );
}
