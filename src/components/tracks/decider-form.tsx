// Naming another to decide a legal track, when whoever was cannot in time.
import * as React from 'react';
import { useText } from '../environment';
import { PersonField } from '../parts/person-field';
import type { FoundPerson } from '../source';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

export function DeciderForm({ track: { reference }, onChanged }: TrackProps): React.ReactElement {
  const t = useText();
  const [decider, setDecider] = React.useState<FoundPerson>();
  const input = decider === undefined ? undefined : { reference, decider: decider.upn };
  return (
    <TrackForm command="name-decider" save="tab.track.name-decider.save" input={input} onDone={onChanged}>
      <PersonField
        id={`varna-decider-${reference}`}
        label={t('tab.track.decider')}
        help={t('tab.track.decider.help')}
        person={decider}
        onChange={setDecider}
      />
    </TrackForm>
  );
}
