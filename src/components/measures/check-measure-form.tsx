// Whether a measure that is done had effect, and how one can tell.
import * as React from 'react';
import { measureLimits } from '../../domain/measure';
import { useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { ChoiceField, WrittenField } from '../tracks/fields';
import type { MeasureProps } from './measure-card';

export function CheckMeasureForm({ measure: { reference }, onChanged }: MeasureProps): React.ReactElement {
  const t = useText();
  const [effect, setEffect] = React.useState<string>();
  const [text, setText] = React.useState('');
  const isWhole = effect !== undefined && text.trim() !== '';
  const input = isWhole ? { reference, hadEffect: effect === 'yes', text: text.trim() } : undefined;
  return (
    <CommandForm command="check-measure" save="tab.measure.check.save" what="tab.what.measure" input={input} onDone={onChanged}>
      <ChoiceField
        label={t('tab.measure.check.label')}
        options={(['yes', 'no'] as const).map((code) => ({ code, words: t(`tab.measure.check.${code}`) }))}
        chosen={effect}
        onChange={setEffect}
      />
      <WrittenField label="tab.measure.check.text" text={text} onChange={setText} most={measureLimits.text} isRequired rows={3} />
    </CommandForm>
  );
}
