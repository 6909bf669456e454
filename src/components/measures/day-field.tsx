// A day of the Swedish calendar, in the browser's own date field.
import { TextField } from '@fluentui/react';
import * as React from 'react';
import type { TextKey } from '../../i18n/text';
import { useText } from '../environment';
import { fieldStyles } from '../parts/layout';

export interface DayFieldProps {
  readonly label: TextKey;
  readonly help?: TextKey;
  /** `YYYY-MM-DD`; empty before one is chosen. */
  readonly day: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ label, help, day, onChange }: DayFieldProps): React.ReactElement {
  const t = useText();
  return (
    <TextField
      type="date"
      label={t(label)}
      description={help === undefined ? '' : t(help)}
      required
      styles={fieldStyles}
      value={day}
      onChange={(_, chosen) => onChange(chosen ?? '')}
    />
  );
}
