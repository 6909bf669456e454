// Adding a measure: what, by whom, by when, and when its effect is checked.
import * as React from 'react';
import { measureLimits, type Measure } from '../../domain/measure';
import { CommandForm } from '../parts/command-form';
import type { FoundPerson } from '../source';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';
import { WhoseAndWhen } from './whose-and-when';

export interface AddMeasureFormProps {
  /** The number of the incident. */
  readonly incident: string;
  /** The measure without effect that it is made instead of. */
  readonly follows?: string;
  readonly onAdded: (measure: Measure) => void;
}

const untouched = { what: '', due: '', check: '' };

export function AddMeasureForm({ incident, follows, onAdded }: AddMeasureFormProps): React.ReactElement {
  const [owner, setOwner] = React.useState<FoundPerson>();
  const { typed, change, erase } = useKeptTexts(`add-measure ${incident} ${follows ?? ''}`, untouched);
  const { what, due, check } = typed;
  const isWhole = what.trim() !== '' && due !== '' && check !== '';
  const input =
    owner === undefined || !isWhole
      ? undefined
      : { incident, what: what.trim(), owner: owner.upn, due, check, ...(follows && { follows }) };
  const added = (measure: Measure): void => {
    setOwner(undefined);
    erase();
    onAdded(measure);
  };
  return (
    <CommandForm command="add-measure" save="tab.measure.add.save" what="tab.what.measure" input={input} onDone={added}>
      <WrittenField
        label="tab.measure.what"
        help="tab.measure.what.help"
        text={what}
        onChange={(written) => change({ ...typed, what: written })}
        most={measureLimits.what}
        isRequired
      />
      <WhoseAndWhen
        id={`varna-measure-owner-${follows ?? 'new'}`}
        owner={owner}
        onOwner={setOwner}
        due={due}
        onDue={(day) => change({ ...typed, due: day })}
        check={check}
        onCheck={(day) => change({ ...typed, check: day })}
      />
    </CommandForm>
  );
}
