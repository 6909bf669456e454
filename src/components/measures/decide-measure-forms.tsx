// The head of the förvaltning decides a proposed measure, or declines it and says what risk is accepted until when.
import * as React from 'react';
import { measureLimits, type Measure } from '../../domain/measure';
import { CommandForm } from '../parts/command-form';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';
import { DayField } from './day-field';
import type { MeasureProps } from './measure-card';

export function DecideMeasureForm({ measure: { reference }, onChanged }: MeasureProps): React.ReactElement {
  const { typed, change, erase } = useKeptTexts(`decide-measure ${reference}`, { text: '' });
  const decided = (measure: Measure): void => {
    erase();
    onChanged(measure);
  };
  const input = { reference, text: typed.text.trim() };
  return (
    <CommandForm command="decide-measure" save="tab.measure.decide.save" what="tab.what.measure" input={input} onDone={decided}>
      <WrittenField label="tab.measure.decide.text" text={typed.text} onChange={(text) => change({ text })} most={measureLimits.text} />
    </CommandForm>
  );
}

export function DeclineMeasureForm({ measure: { reference }, onChanged }: MeasureProps): React.ReactElement {
  const { typed, change, erase } = useKeptTexts(`decline-measure ${reference}`, { reason: '', risk: '', until: '' });
  const { reason, risk, until } = typed;
  const isWhole = reason.trim() !== '' && risk.trim() !== '' && until !== '';
  const input = isWhole ? { reference, reason: reason.trim(), risk: risk.trim(), until } : undefined;
  const declined = (measure: Measure): void => {
    erase();
    onChanged(measure);
  };
  return (
    <CommandForm command="decline-measure" save="tab.measure.decline.save" what="tab.what.measure" input={input} onDone={declined}>
      <WrittenField
        label="tab.measure.decline.reason"
        text={reason}
        onChange={(text) => change({ ...typed, reason: text })}
        most={measureLimits.text}
        isRequired
        rows={2}
      />
      <WrittenField
        label="tab.measure.decline.risk"
        text={risk}
        onChange={(text) => change({ ...typed, risk: text })}
        most={measureLimits.text}
        isRequired
        rows={2}
      />
      <DayField
        label="tab.measure.decline.until"
        help="tab.measure.decline.until.help"
        day={until}
        onChange={(day) => change({ ...typed, until: day })}
      />
    </CommandForm>
  );
}
