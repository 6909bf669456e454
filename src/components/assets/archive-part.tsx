// What the archive needs to know of an asset: handlingstyp, process, and whether its records are preserved or disposed of (H56).
import { Dropdown } from '@fluentui/react';
import * as React from 'react';
import { assetLimits } from '../../domain/asset-details';
import { useText } from '../environment';
import { dropdownStyles } from '../parts/layout';
import { fieldId, WrittenField, type FormFields } from './form-field';

const rules = ['preserve', 'dispose'] as const;

export function ArchivePart({ draft, change, faultOf }: FormFields): React.ReactElement {
  const t = useText();
  const options = rules.map((rule) => ({ key: rule, text: t(`tab.asset.retention.${rule}`) }));
  return (
    <>
      <WrittenField
        label={t('tab.asset.recordType')}
        help={t('tab.asset.recordType.help')}
        most={assetLimits.name}
        value={draft.recordType}
        onChange={(recordType) => change({ recordType })}
      />
      <WrittenField
        id={fieldId('processCode')}
        label={t('tab.asset.process')}
        help={t('tab.asset.process.help')}
        value={draft.processCode}
        onChange={(processCode) => change({ processCode })}
        fault={faultOf('processCode')}
      />
      <Dropdown
        label={t('tab.asset.retention')}
        styles={dropdownStyles}
        options={[{ key: '', text: t('tab.asset.none-chosen') }, ...options]}
        selectedKey={draft.retention}
        onChange={(_, option) => change({ retention: rules.find((rule) => rule === option?.key) ?? '' })}
      />
      {draft.retention === 'dispose' && (
        <WrittenField
          id={fieldId('years')}
          label={t('tab.asset.years')}
          help={t('tab.asset.years.help')}
          value={draft.years}
          onChange={(years) => change({ years })}
          fault={faultOf('years')}
        />
      )}
    </>
  );
}
