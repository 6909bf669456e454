// Giving a measure another owner or other days, with the reason.
import * as React from 'react';
import { measureLimits } from '../../domain/measure';
import { swedishDay } from '../../domain/swedish-time';
import { CommandForm } from '../parts/command-form';
import type { FoundPerson } from '../source';
import { WrittenField } from '../tracks/fields';
import type { MeasureProps } from './measure-card';
import { WhoseAndWhen } from './whose-and-when';

export function ChangeMeasureForm({ measure, onChanged }: MeasureProps): React.ReactElement {
  const { reference } = measure;
  const [owner, setOwner] = React.useState<FoundPerson | undefined>(measure.owner);
  const [due, setDue] = React.useState(swedishDay(measure.due));
  const [check, setCheck] = React.useState(swedishDay(measure.checkAt));
  const [reason, setReason] = React.useState('');
  const isWhole = due !== '' && check !== '' && reason.trim() !== '';
  const input = owner === undefined || !isWhole ? undefined : { reference, owner: owner.upn, due, check, reason: reason.trim() };
  return (
    <CommandForm command="change-measure" save="tab.measure.change.save" what="tab.what.measure" input={input} onDone={onChanged}>
      <WhoseAndWhen
        id={`varna-measure-owner-${reference}`}
        {...{ owner, due, check }}
        onOwner={setOwner}
        onDue={setDue}
        onCheck={setCheck}
      />
      <WrittenField label="tab.incident.reason" text={reason} onChange={setReason} most={measureLimits.text} isRequired />
    </CommandForm>
  );
}
