// Adding a measure: what, by whom, by when, and when its effect is checked.
import * as React from 'react';
import { measureLimits, type Measure } from '../../domain/measure';
import { useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { PersonField } from '../parts/person-field';
import type { FoundPerson } from '../source';
import { WrittenField } from '../tracks/fields';
import { DayField } from './day-field';

export interface AddMeasureFormProps {
  /** The number of the incident. */
  readonly incident: string;
  /** The measure without effect that it is made instead of. */
  readonly follows?: string;
  readonly onAdded: (measure: Measure) => void;
}

interface Draft {
  readonly what: string;
  readonly owner: FoundPerson | undefined;
  readonly due: string;
  readonly check: string;
}

const untouched: Draft = { what: '', owner: undefined, due: '', check: '' };

export function AddMeasureForm({ incident, follows, onAdded }: AddMeasureFormProps): React.ReactElement {
  const t = useText();
  const [draft, setDraft] = React.useState(untouched);
  const { what, owner, due, check } = draft;
  const isWhole = what.trim() !== '' && due !== '' && check !== '';
  const input =
    owner === undefined || !isWhole
      ? undefined
      : { incident, what: what.trim(), owner: owner.upn, due, check, ...(follows && { follows }) };
  const added = (measure: Measure): void => {
    setDraft(untouched);
    onAdded(measure);
  };
  return (
    <CommandForm command="add-measure" save="tab.measure.add.save" what="tab.what.measure" input={input} onDone={added}>
      <WrittenField
        label="tab.measure.what"
        help="tab.measure.what.help"
        text={what}
        onChange={(typed) => setDraft({ ...draft, what: typed })}
        most={measureLimits.what}
        isRequired
      />
      <PersonField
        id={`varna-measure-owner-${follows ?? 'new'}`}
        label={t('tab.measure.owner')}
        help={t('tab.measure.owner.help')}
        person={owner}
        onChange={(chosen) => setDraft({ ...draft, owner: chosen })}
      />
      <DayField label="tab.measure.due" day={due} onChange={(day) => setDraft({ ...draft, due: day })} />
      <DayField
        label="tab.measure.check-day"
        help="tab.measure.check-day.help"
        day={check}
        onChange={(day) => setDraft({ ...draft, check: day })}
      />
    </CommandForm>
  );
}
