// One measure as a card: what is to be done, by whom and when, what has come of it, and what this person can do with it.
import * as React from 'react';
import { facingMeasure } from '../../domain/capacities';
import type { Delegation } from '../../domain/delegation';
import type { Incident } from '../../domain/incident';
import { measureLimits, type Measure } from '../../domain/measure';
import { refusalTo, type MeasureAct } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import type { TextKey } from '../../i18n/text';
import { useEnvironment, useText } from '../environment';
import { TextStep } from '../incidents/text-step';
import { Card } from '../parts/card';
import { useMarked } from '../parts/exercise';
import { Folded } from '../parts/folded';
import { AboutMeasure } from './about-measure';
import { ChangeMeasureForm } from './change-measure-form';
import { DecideMeasureForm, DeclineMeasureForm } from './decide-measure-forms';
import { CheckMeasureForm } from './check-measure-form';

export interface MeasureProps {
  readonly measure: Measure;
  /** Absent for whoever may not read it, and of one from an asset. */
  readonly incident: Incident | undefined;
  readonly roles: readonly Role[];
  /** By which this person may decide in the förvaltningschef's place. */
  readonly by?: Delegation | undefined;
  readonly onChanged: (measure: Measure) => void;
}

interface StepOffered {
  readonly act: MeasureAct;
  readonly title: TextKey;
  readonly form: (props: MeasureProps) => React.ReactElement;
}

const offered: readonly StepOffered[] = [
  { act: 'decide-measure', title: 'tab.measure.decide', form: DecideMeasureForm },
  { act: 'decline-measure', title: 'tab.measure.decline', form: DeclineMeasureForm },
  { act: 'finish-measure', title: 'tab.measure.finish', form: Finish },
  { act: 'check-measure', title: 'tab.measure.check.do', form: CheckMeasureForm },
  { act: 'change-measure', title: 'tab.measure.change', form: ChangeMeasureForm },
  { act: 'drop-measure', title: 'tab.measure.drop', form: Drop }
];

export function MeasureCard(props: MeasureProps): React.ReactElement {
  const t = useText();
  const marked = useMarked();
  const { me } = useEnvironment();
  const { measure, incident, roles, by } = props;
  const { reference, what, before, decisions } = measure;
  const position = facingMeasure({ person: me, roles }, measure, incident, by?.deputy);
  const title = marked(measure, t('tab.measure.title', { reference, what }));
  return (
    <Card title={title}>
      <AboutMeasure measure={measure} />
      {offered
        .filter(({ act }) => refusalTo(act, position) === undefined)
        .map(({ act, title: name, form: Form }) => (
          <Folded key={`${act} ${before.length} ${decisions?.length ?? 0}`} title={t(name)}>
            <Form {...props} />
          </Folded>
        ))}
    </Card>
  );
}

function Finish({ measure: { reference }, onChanged }: MeasureProps): React.ReactElement {
  return (
    <TextStep
      command="finish-measure"
      about={reference}
      words={{ label: 'tab.measure.finish.label', help: 'tab.measure.finish.help', send: 'tab.measure.finish.save' }}
      most={measureLimits.text}
      inputOf={(text) => ({ reference, text })}
      onDone={onChanged}
    />
  );
}

function Drop({ measure: { reference }, onChanged }: MeasureProps): React.ReactElement {
  return (
    <TextStep
      command="drop-measure"
      about={reference}
      words={{ label: 'tab.incident.reason', help: 'tab.measure.drop.help', send: 'tab.measure.drop.save' }}
      most={measureLimits.text}
      inputOf={(reason) => ({ reference, reason })}
      onDone={onChanged}
    />
  );
}
