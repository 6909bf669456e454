// When the municipality came to know of the incident, corrected with a reason: every time limit is counted from it.
import * as React from 'react';
import { handlingLimits } from '../../domain/handling';
import type { Incident } from '../../domain/incident';
import { atSwedishTime } from '../../domain/swedish-time';
import { MomentField, WrittenField } from '../tracks/fields';
import { CommandForm } from '../parts/command-form';
import { useKeptTexts } from '../use-kept';
import type { CaseProps } from './incident-screen';

export function KnowledgeForm({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  const { typed, change, erase } = useKeptTexts(`correct-incident-knowledge ${reference}`, { known: '', reason: '' });
  const { known, reason } = typed;
  const corrected = (incident: Incident): void => {
    erase();
    onChanged(incident);
  };
  const knownAt = atSwedishTime(known);
  const input = knownAt === undefined || reason.trim() === '' ? undefined : { reference, knownAt, reason: reason.trim() };
  return (
    <CommandForm
      command="correct-incident-knowledge"
      what="tab.what.incident"
      save="tab.incident.knowledge.save"
      input={input}
      onDone={corrected}
    >
      <MomentField label="tab.incident.knowledge.at" local={known} onChange={(local) => change({ ...typed, known: local })} />
      <WrittenField
        label="tab.incident.reason"
        help="tab.incident.knowledge.help"
        text={reason}
        onChange={(written) => change({ ...typed, reason: written })}
        most={handlingLimits.reason}
        isRequired
        rows={2}
      />
    </CommandForm>
  );
}
