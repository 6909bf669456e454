// What every change of a rule says besides itself: its source, whether that was read, and the day it holds from.
import { Checkbox, TextField } from '@fluentui/react';
import * as React from 'react';
import { ruleLimits } from '../../domain/rule-changes';
import { useText } from '../environment';
import { checkboxStyles, fieldStyles } from '../parts/layout';
import { WrittenField } from '../tracks/fields';

export interface SourceSaid {
  readonly source: string;
  readonly validFrom: string;
  readonly isRead: boolean;
}

export const nothingSaid: SourceSaid = { source: '', validFrom: '', isRead: false };

export interface SourceFieldsProps {
  readonly said: SourceSaid;
  readonly onChange: (said: SourceSaid) => void;
}

export function SourceFields({ said, onChange }: SourceFieldsProps): React.ReactElement {
  const t = useText();
  return (
    <>
      <WrittenField
        label="tab.rules.source"
        help="tab.rules.source.help"
        text={said.source}
        onChange={(source) => onChange({ ...said, source })}
        most={ruleLimits.source}
        isRequired
      />
      <TextField
        type="date"
        label={t('tab.rules.valid-from')}
        description={t('tab.rules.valid-from.help')}
        required
        styles={fieldStyles}
        value={said.validFrom}
        onChange={(_, validFrom = '') => onChange({ ...said, validFrom })}
      />
      <Checkbox
        label={t('tab.rules.is-read')}
        checked={said.isRead}
        onChange={(_, isRead) => onChange({ ...said, isRead: isRead === true })}
        styles={checkboxStyles}
      />
    </>
  );
}

/** As a command takes it; nothing as long as something is missing. */
export function saidOf({ source, validFrom, isRead }: SourceSaid): SourceSaid | undefined {
  return source.trim() === '' || validFrom === '' ? undefined : { source: source.trim(), validFrom, isRead };
}
