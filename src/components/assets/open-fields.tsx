// What is always asked of an asset: its name, where the information is, its unit, and the three who answer for it (H09, H22).
import { Dropdown, type IDropdownOption } from '@fluentui/react';
import * as React from 'react';
import type { OwnerRole } from '../../domain/asset';
import { carriers } from '../../domain/asset-details';
import { useText } from '../environment';
import { ChoicesField } from '../parts/choices-field';
import { dropdownStyles } from '../parts/layout';
import { PersonField } from '../parts/person-field';
import { fieldId, WrittenField, type FormFields } from './form-field';

const asked = ['informationOwner', 'objectOwner', 'custodian'] as const satisfies readonly OwnerRole[];

export function OpenFields({ draft, change, units, faultOf }: FormFields): React.ReactElement {
  const t = useText();
  const options = units.map(({ code, name, kind }): IDropdownOption => ({ key: code, text: `${name} (${t(`unit.kind.${kind}`)})` }));
  return (
    <>
      <WrittenField
        id={fieldId('name')}
        label={t('tab.asset.name')}
        help={t('tab.asset.name.help')}
        required
        value={draft.name}
        onChange={(name) => change({ name })}
        fault={faultOf('name')}
      />
      <ChoicesField
        id={fieldId('carriers')}
        label={t('tab.asset.carriers')}
        help={t('tab.asset.carriers.help')}
        required
        choices={carriers.map((code) => ({ code, words: t(`carrier.${code}`) }))}
        chosen={draft.carriers}
        onChange={(chosen) => change({ carriers: chosen })}
        fault={faultOf('carriers')}
      />
      <Dropdown
        id={fieldId('unit')}
        label={t('tab.asset.unit')}
        placeholder={t('tab.asset.unit.choose')}
        required
        styles={dropdownStyles}
        options={options}
        selectedKey={draft.unit === '' ? null : draft.unit}
        onChange={(_, option) => change({ unit: String(option?.key ?? '') })}
        errorMessage={faultOf('unit') ?? ''}
      />
      {asked.map((role) => (
        <PersonField
          key={role}
          id={fieldId(role)}
          label={t(`owner.${role}`)}
          help={t(`tab.asset.${role}.help`)}
          person={draft[role]}
          onChange={(person) => change({ [role]: person })}
        />
      ))}
    </>
  );
}
