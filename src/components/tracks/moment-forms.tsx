// Two moments of a track: when the incident really became known, with the reason, and when it had been handled.
import * as React from 'react';
import { trackLimits } from '../../domain/legal-track';
import { atSwedishTime } from '../../domain/swedish-time';
import { MomentField, WrittenField } from './fields';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

export function KnowledgeForm({ track, onChanged }: TrackProps): React.ReactElement {
  const [known, setKnown] = React.useState('');
  const [reason, setReason] = React.useState('');
  const knownAt = atSwedishTime(known);
  const input = knownAt === undefined || reason.trim() === '' ? undefined : { reference: track.reference, knownAt, reason: reason.trim() };
  return (
    <TrackForm command="correct-track-knowledge" save="tab.track.known.save" input={input} onDone={onChanged}>
      <MomentField label="tab.track.known" local={known} onChange={setKnown} />
      <WrittenField
        label="tab.incident.reason"
        help="tab.track.known.reason.help"
        text={reason}
        onChange={setReason}
        most={trackLimits.reason}
        isRequired
        rows={2}
      />
    </TrackForm>
  );
}

export function HandledForm({ track, onChanged }: TrackProps): React.ReactElement {
  const [handled, setHandled] = React.useState('');
  const handledAt = atSwedishTime(handled);
  const input = handledAt === undefined ? undefined : { reference: track.reference, handledAt };
  return (
    <TrackForm command="record-handled" save="tab.track.handled.save" input={input} onDone={onChanged}>
      <MomentField label="tab.track.handled" local={handled} onChange={setHandled} />
    </TrackForm>
  );
}
