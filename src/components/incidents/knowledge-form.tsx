// When the municipality came to know of the incident, corrected with a reason: every time limit is counted from it.
import * as React from 'react';
import { handlingLimits } from '../../domain/handling';
import { atSwedishTime } from '../../domain/swedish-time';
import { MomentField, WrittenField } from '../tracks/fields';
import { CommandForm } from '../parts/command-form';
import type { CaseProps } from './incident-screen';

export function KnowledgeForm({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  const [known, setKnown] = React.useState('');
  const [reason, setReason] = React.useState('');
  const knownAt = atSwedishTime(known);
  const input = knownAt === undefined || reason.trim() === '' ? undefined : { reference, knownAt, reason: reason.trim() };
  return (
    <CommandForm
      command="correct-incident-knowledge"
      what="tab.what.incident"
      save="tab.incident.knowledge.save"
      input={input}
      onDone={onChanged}
    >
      <MomentField label="tab.incident.knowledge.at" local={known} onChange={setKnown} />
      <WrittenField
        label="tab.incident.reason"
        help="tab.incident.knowledge.help"
        text={reason}
        onChange={setReason}
        most={handlingLimits.reason}
        isRequired
        rows={2}
      />
    </CommandForm>
  );
}
