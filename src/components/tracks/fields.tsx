// Fields that the forms on a track share: something written, a moment in Swedish time, and one choice of few.
import { ChoiceGroup, TextField } from '@fluentui/react';
import * as React from 'react';
import type { TextKey } from '../../i18n/text';
import { useText } from '../environment';
import { fieldStyles } from '../parts/layout';

export interface WrittenFieldProps {
  readonly label: TextKey;
  readonly help?: TextKey;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Longest text, in characters. */
  readonly most: number;
  readonly isRequired?: boolean;
  readonly rows?: number;
}

export function WrittenField({ label, help, text, onChange, most, isRequired = false, rows = 1 }: WrittenFieldProps): React.ReactElement {
  const t = useText();
  return (
    <TextField
      label={t(label)}
      description={help === undefined ? '' : t(help)}
      multiline={rows > 1}
      rows={rows}
      required={isRequired}
      styles={fieldStyles}
      maxLength={most}
      value={text}
      onChange={(_, typed) => onChange(typed ?? '')}
    />
  );
}

/** `local` as the browser writes it, `2026-11-23T15:40`, Swedish time; read by `atSwedishTime`. */
export function MomentField({
  label,
  local,
  onChange
}: {
  readonly label: TextKey;
  readonly local: string;
  readonly onChange: (local: string) => void;
}): React.ReactElement {
  const t = useText();
  return (
    <TextField
      type="datetime-local"
      label={t(label)}
      description={t('tab.track.moment.help')}
      required
      styles={fieldStyles}
      value={local}
      onChange={(_, typed) => onChange(typed ?? '')}
    />
  );
}

export interface ChoiceFieldProps {
  readonly label: string;
  readonly options: readonly { readonly code: string; readonly words: string }[];
  readonly chosen: string | undefined;
  readonly onChange: (code: string) => void;
}

export function ChoiceField({ label, options, chosen, onChange }: ChoiceFieldProps): React.ReactElement {
  return (
    <ChoiceGroup
      label={label}
      selectedKey={chosen ?? null}
      options={options.map(({ code, words }) => ({ key: code, text: words }))}
      onChange={(_, option) => {
        if (option !== undefined) onChange(option.key);
      }}
    />
  );
}
