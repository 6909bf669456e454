// What is taken for said where rows are silent: the unit, and where the information is. Asked for when a row is.
import { Dropdown } from '@fluentui/react';
import * as React from 'react';
import { carriers } from '../../domain/asset-details';
import type { Unit } from '../../domain/person';
import type { Lacking } from '../../workflows/import-rows';
import type { ImportTable, Mapping } from '../../workflows/import-table';
import { useText } from '../environment';
import { dropdownStyles } from '../parts/layout';

export interface LackingFieldsProps {
  readonly table: ImportTable;
  readonly mapping: Mapping;
  readonly units: readonly Unit[];
  readonly lacking: Lacking;
  readonly onChange: (lacking: Lacking) => void;
}

export function LackingFields({ table, mapping, units, lacking, onChange }: LackingFieldsProps): React.ReactElement {
  const t = useText();
  const choices = {
    unit: units.map(({ code, name }) => ({ key: code, text: name })),
    carriers: carriers.map((code) => ({ key: code, text: t(`carrier.${code}`) }))
  };
  return (
    <>
      {fields
        .filter((field) => someRowLacks(field, table, mapping))
        .map((field) => (
          <Dropdown
            key={field}
            label={t(`tab.import.lacking.${field}`)}
            styles={dropdownStyles}
            options={[{ key: '', text: t('tab.asset.none-chosen') }, ...choices[field]]}
            selectedKey={lacking[field] ?? ''}
            onChange={(_, option) => onChange(changed(lacking, field, String(option?.key ?? '')))}
          />
        ))}
    </>
  );
}

const fields = ['unit', 'carriers'] as const;

function someRowLacks(field: (typeof fields)[number], { rows }: ImportTable, mapping: Mapping): boolean {
  const at = mapping.indexOf(field);
  return at < 0 || rows.some((row) => (row[at] ?? '').trim() === '');
}

function changed(lacking: Lacking, field: (typeof fields)[number], value: string): Lacking {
  const { [field]: _before, ...others } = lacking;
  return value === '' ? others : { ...others, [field]: value };
}
