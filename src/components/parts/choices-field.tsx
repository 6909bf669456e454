// Several of a few, as boxes to tick, with label, help and fault.
import { Checkbox, Label } from '@fluentui/react';
import * as React from 'react';
import { checkboxStyles, useLayout } from './layout';

export interface Choice<C extends string> {
  readonly code: C;
  readonly words: string;
}

export interface ChoicesFieldProps<C extends string> {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly choices: readonly Choice<C>[];
  readonly chosen: readonly C[];
  /** Those chosen, in the order of the choices. */
  readonly onChange: (chosen: C[]) => void;
  readonly required?: true;
  readonly fault?: string | undefined;
}

export function ChoicesField<C extends string>(props: ChoicesFieldProps<C>): React.ReactElement {
  const { id, label, help, choices, chosen, onChange, required, fault } = props;
  const layout = useLayout();
  const toggle = (code: C, isChosen: boolean): void =>
    onChange(choices.map((choice) => choice.code).filter((each) => (each === code ? isChosen : chosen.includes(each))));
  return (
    <div id={id} tabIndex={-1} role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-help`}>
      <Label id={`${id}-label`} required={required === true}>
        {label}
      </Label>
      <div style={{ display: 'grid', gap: 4 }}>
        {choices.map(({ code, words }) => (
          <Checkbox
            key={code}
            label={words}
            checked={chosen.includes(code)}
            onChange={(_, isChosen) => toggle(code, isChosen === true)}
            styles={checkboxStyles}
          />
        ))}
      </div>
      <p id={`${id}-help`} className={layout.quiet}>
        {help}
      </p>
      {fault !== undefined && <p className={layout.fault}>{fault}</p>}
    </div>
  );
}
