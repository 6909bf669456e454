// Proposing what is to be done about a requirement that is not met: what, at what cost, by whom, by when, and when its effect is checked.
import * as React from 'react';
import { measureLimits, type Measure } from '../../domain/measure';
import { useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { useLayout } from '../parts/layout';
import type { FoundPerson } from '../source';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';
import { WhoseAndWhen } from './whose-and-when';

export interface ProposeMeasureFormProps {
  /** The number of the asset. */
  readonly asset: string;
  /** The code of the requirement. */
  readonly requirement: string;
  readonly onProposed: (measure: Measure) => void;
}

const untouched = { what: '', cost: '', due: '', check: '' };

/** Digits, with the spaces that people put between thousands. */
const wholeKronor = /^\d{1,9}$/;

export function ProposeMeasureForm({ asset, requirement, onProposed }: ProposeMeasureFormProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [owner, setOwner] = React.useState<FoundPerson>();
  const { typed, change, erase } = useKeptTexts(`propose-measure ${asset} ${requirement}`, untouched);
  const { what, due, check } = typed;
  const cost = typed.cost.replaceAll(/\s/g, '');
  const isWhole = what.trim() !== '' && wholeKronor.test(cost) && due !== '' && check !== '';
  const input =
    owner === undefined || !isWhole
      ? undefined
      : { asset, requirement, what: what.trim(), cost: Number(cost), owner: owner.upn, due, check };
  const proposed = (measure: Measure): void => {
    setOwner(undefined);
    erase();
    onProposed(measure);
  };
  return (
    <CommandForm command="propose-measure" save="tab.measure.propose.save" what="tab.what.asset" input={input} onDone={proposed}>
      <p className={layout.paragraph}>{t('tab.measure.propose.how')}</p>
      <WrittenField
        label="tab.measure.propose.what"
        text={what}
        onChange={(written) => change({ ...typed, what: written })}
        most={measureLimits.what}
        isRequired
      />
      <WrittenField
        label="tab.measure.propose.cost"
        help="tab.measure.propose.cost.help"
        text={typed.cost}
        onChange={(written) => change({ ...typed, cost: written })}
        most={15}
        isRequired
      />
      <WhoseAndWhen
        id={`varna-propose-owner-${requirement}`}
        ownerHelp="tab.measure.propose.owner.help"
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
