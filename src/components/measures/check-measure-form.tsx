// Whether a measure that is done had effect, and how one can tell.
import * as React from 'react';
import { measureLimits, type Measure } from '../../domain/measure';
import { useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { ChoiceField, WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';
import type { MeasureProps } from './measure-card';

export function CheckMeasureForm({ measure: { reference }, onChanged }: MeasureProps): React.ReactElement {
  const t = useText();
  const { typed, change, erase } = useKeptTexts(`check-measure ${reference}`, { effect: '', text: '' });
  const { effect, text } = typed;
  const checked = (measure: Measure): void => {
    erase();
    onChanged(measure);
  };
  const isWhole = effect !== '' && text.trim() !== '';
  const input = isWhole ? { reference, hadEffect: effect === 'yes', text: text.trim() } : undefined;
  return (
    <CommandForm command="check-measure" save="tab.measure.check.save" what="tab.what.measure" input={input} onDone={checked}>
      <ChoiceField
        label={t('tab.measure.check.label')}
        options={(['yes', 'no'] as const).map((code) => ({ code, words: t(`tab.measure.check.${code}`) }))}
        chosen={effect === '' ? undefined : effect}
        onChange={(chosen) => change({ ...typed, effect: chosen })}
      />
      <WrittenField
        label="tab.measure.check.text"
        text={text}
        onChange={(written) => change({ ...typed, text: written })}
        most={measureLimits.text}
        isRequired
        rows={3}
      />
    </CommandForm>
  );
}
