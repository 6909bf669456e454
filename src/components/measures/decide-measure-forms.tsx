// The head of the förvaltning decides a proposed measure, or declines it and says what risk is accepted until when.
import * as React from 'react';
import type { Delegation } from '../../domain/delegation';
import { measureLimits, type Measure } from '../../domain/measure';
import { CommandForm } from '../parts/command-form';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';
import { DayField } from './day-field';
import type { MeasureProps } from './measure-card';

export function DecideMeasureForm({ measure, by, onChanged }: MeasureProps): React.ReactElement {
  const { reference } = measure;
  const { typed, change, erase } = useKeptTexts(`decide-measure ${reference}`, { text: '' });
  const decided = (changed: Measure): void => {
    erase();
    onChanged(changed);
  };
  const input = { reference, text: typed.text.trim(), ...howDecided(measure, by) };
  return (
    <CommandForm command="decide-measure" save="tab.measure.decide.save" what="tab.what.measure" input={input} onDone={decided}>
      <WrittenField label="tab.measure.decide.text" text={typed.text} onChange={(text) => change({ text })} most={measureLimits.text} />
    </CommandForm>
  );
}

export function DeclineMeasureForm({ measure, by, onChanged }: MeasureProps): React.ReactElement {
  const { reference } = measure;
  const { typed, change, erase } = useKeptTexts(`decline-measure ${reference}`, { reason: '', risk: '', until: '' });
  const { reason, risk, until } = typed;
  const isWhole = reason.trim() !== '' && risk.trim() !== '' && until !== '';
  const input = isWhole ? { reference, reason: reason.trim(), risk: risk.trim(), until, ...howDecided(measure, by) } : undefined;
  const declined = (changed: Measure): void => {
    erase();
    onChanged(changed);
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

/** By which delegation, and after how many decisions: whoever decides on a page that is no longer so is told who came first. */
function howDecided({ decisions = [] }: Measure, by: Delegation | undefined) {
  return { decisions: decisions.length, ...(by !== undefined && { delegation: by.reference }) };
}
