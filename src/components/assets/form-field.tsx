// What the parts of the asset form share: what is typed, how it is changed, and a field for a text.
import { TextField } from '@fluentui/react';
import * as React from 'react';
import type { Unit } from '../../domain/person';
import { fieldStyles } from '../parts/layout';
import type { AssetDraft } from './asset-draft';

export interface FormFields {
  readonly draft: AssetDraft;
  readonly change: (part: Partial<AssetDraft>) => void;
  readonly units: readonly Unit[];
  /** What is wrong with a field, in words. */
  readonly faultOf: (field: string) => string | undefined;
}

export function fieldId(field: string): string {
  return `varna-asset-${field}`;
}

export interface WrittenFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly most?: number;
  readonly fault?: string | undefined;
  readonly rows?: number;
  readonly kind?: 'text' | 'date';
  readonly required?: true;
}

export function WrittenField({ id, label, help = '', value, onChange, most, fault = '', rows, kind, required }: WrittenFieldProps) {
  return (
    <TextField
      {...(id !== undefined && { id })}
      label={label}
      description={help}
      required={required === true}
      type={kind ?? 'text'}
      multiline={rows !== undefined}
      {...(rows !== undefined && { rows })}
      {...(most !== undefined && { maxLength: most })}
      styles={fieldStyles}
      value={value}
      onChange={(_, written) => onChange(written ?? '')}
      errorMessage={fault}
    />
  );
}
