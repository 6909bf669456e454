// Who supplies an asset and what is agreed with them (H33).
import { Dropdown } from '@fluentui/react';
import * as React from 'react';
import { assetLimits, processorAgreements } from '../../domain/asset-details';
import { longestRegistryNumber } from '../../domain/registry-number';
import { useText } from '../environment';
import { dropdownStyles } from '../parts/layout';
import type { SupplierDraft } from './asset-draft';
import { fieldId, WrittenField, type FormFields } from './form-field';

export function SupplierPart({ draft: { supplier }, change, faultOf }: FormFields): React.ReactElement {
  const t = useText();
  const say = (part: Partial<SupplierDraft>): void => change({ supplier: { ...supplier, ...part } });
  return (
    <>
      <WrittenField
        id={fieldId('supplier')}
        label={t('tab.asset.supplier.name')}
        help={t('tab.asset.supplier.name.help')}
        most={assetLimits.name}
        value={supplier.name}
        onChange={(name) => say({ name })}
        fault={faultOf('supplier')}
      />
      <WrittenField
        label={t('tab.asset.supplier.contract')}
        help={t('tab.asset.supplier.contract.help')}
        most={longestRegistryNumber}
        value={supplier.contract}
        onChange={(contract) => say({ contract })}
      />
      <WrittenField
        kind="date"
        label={t('tab.asset.supplier.ends')}
        value={supplier.contractEnds}
        onChange={(contractEnds) => say({ contractEnds })}
      />
      <WrittenField
        label={t('tab.asset.supplier.contact')}
        help={t('tab.asset.supplier.contact.help')}
        most={assetLimits.contact}
        value={supplier.incidentContact}
        onChange={(incidentContact) => say({ incidentContact })}
      />
      <Dropdown
        label={t('tab.asset.supplier.agreement')}
        placeholder={t('tab.asset.none-chosen')}
        styles={dropdownStyles}
        options={[{ key: '', text: t('tab.asset.none-chosen') }, ...processorAgreements.map(option)]}
        selectedKey={supplier.processorAgreement ?? ''}
        onChange={(_, chosen) => say({ processorAgreement: processorAgreements.find((code) => code === chosen?.key) })}
      />
      <WrittenField
        kind="date"
        label={t('tab.asset.supplier.follow-up')}
        value={supplier.followUp}
        onChange={(followUp) => say({ followUp })}
      />
    </>
  );
  function option(code: (typeof processorAgreements)[number]): { readonly key: string; readonly text: string } {
    return { key: code, text: t(`processor-agreement.${code}`) };
  }
}
