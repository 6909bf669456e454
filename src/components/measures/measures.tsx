// What was learned from an incident, and the measures it led to, on its page. Whoever handles it adds to both, also when it is closed.
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import { handlingLimits } from '../../domain/handling';
import { handlingOf } from '../../domain/incident';
import { unanswered, type Measure } from '../../domain/measure';
import { refusalTo } from '../../domain/permissions';
import { useEnvironment, useText } from '../environment';
import type { CaseProps } from '../incidents/incident-screen';
import { TextStep } from '../incidents/text-step';
import { BrokenRows } from '../parts/broken-rows';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Loaded } from '../parts/loaded';
import { statesOf, type Row } from '../source';
import { useRead } from '../use-read';
import { AddMeasureForm } from './add-measure-form';
import { Lessons } from './lessons';
import { MeasureCard } from './measure-card';

/** Whoever may see no row of the list is turned away from it: then there is no measure to see. */
export function Measures(props: CaseProps): React.ReactElement {
  const t = useText();
  const { source } = useEnvironment();
  const { reference } = props.incident;
  const read = React.useCallback(async () => {
    const rows = await source.measures(reference);
    return { ok: true as const, value: rows.ok ? rows.value : [] };
  }, [source, reference]);
  return (
    <Loaded {...useRead(read)} what={t('tab.what.measures')} lines={2}>
      {(rows) => <MeasuresOf {...props} rows={rows} />}
    </Loaded>
  );
}

function MeasuresOf({ rows, ...props }: CaseProps & { readonly rows: readonly Row<Measure>[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { incident, roles } = props;
  const [measures, setMeasures] = React.useState(() => statesOf(rows));
  const onChanged = (changed: Measure): void =>
    setMeasures((before) => before.map((measure) => (measure.reference === changed.reference ? changed : measure)));
  const onAdded = (measure: Measure): void => setMeasures((before) => [...before, measure]);
  const isNothing =
    rows.length === 0 && measures.length === 0 && !handlingOf(incident).happenings.some(({ event }) => event === 'lesson-learned');
  const mayAdd = refusalTo('add-measure', facingIncident({ person: me, roles }, incident)) === undefined;
  return (
    <>
      <BrokenRows rows={rows} />
      {isNothing && <p className={layout.paragraph}>{t('tab.measures.none')}</p>}
      <Lessons incident={incident} />
      <div className={layout.columns}>
        {measures.map((measure) => (
          <MeasureCard key={measure.reference} measure={measure} incident={incident} roles={roles} onChanged={onChanged} />
        ))}
      </div>
      {mayAdd && (
        <>
          <AddLesson {...props} />
          {unanswered(measures).map(({ reference }) => (
            <Instead key={reference} incident={incident.reference} follows={reference} onAdded={onAdded} />
          ))}
          <Folded title={t('tab.measure.add')}>
            <AddMeasureForm incident={incident.reference} onAdded={onAdded} />
          </Folded>
        </>
      )}
    </>
  );
}

function AddLesson({ incident: { reference }, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  return (
    <Folded title={t('tab.lesson')}>
      <TextStep
        command="record-lesson"
        about={reference}
        words={{ label: 'tab.lesson.label', help: 'tab.lesson.help', send: 'tab.lesson.save' }}
        most={handlingLimits.text}
        inputOf={(text) => ({ reference, text })}
        onDone={onChanged}
      />
    </Folded>
  );
}

interface InsteadProps {
  readonly incident: string;
  readonly follows: string;
  readonly onAdded: (measure: Measure) => void;
}

/** A measure without effect leaves what it was for undone. */
function Instead({ incident, follows, onAdded }: InsteadProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <>
      <p className={layout.fault}>{t('tab.measure.ask-new', { reference: follows })}</p>
      <Folded title={t('tab.measure.add.instead', { reference: follows })}>
        <AddMeasureForm incident={incident} follows={follows} onAdded={onAdded} />
      </Folded>
    </>
  );
}
