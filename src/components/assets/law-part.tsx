// What the law says of an asset: personal data, the nämnd that answers for it (H60), and grounds of secrecy (H12).
import { Dropdown } from '@fluentui/react';
import * as React from 'react';
import { personalDataKinds, type PersonalDataKind } from '../../domain/asset-details';
import { informationSecrecyGrounds } from '../../reference/secrecy-grounds';
import { useEnvironment, useText } from '../environment';
import { ChoicesField } from '../parts/choices-field';
import { dropdownStyles } from '../parts/layout';
import { fieldId, type FormFields } from './form-field';

export function LawPart({ draft, change, units }: FormFields): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const committees = units.filter(({ kind }) => kind === 'committee').map(({ code, name }) => ({ key: code, text: name }));
  return (
    <>
      <ChoicesField
        id={fieldId('personalData')}
        label={t('tab.asset.personalData')}
        help={t('tab.asset.personalData.help')}
        choices={personalDataKinds.map((code) => ({ code, words: t(`personal-data.${code}`) }))}
        chosen={draft.personalData}
        onChange={(chosen) => change({ personalData: noneAlone(draft.personalData, chosen) })}
      />
      <Dropdown
        id={fieldId('controller')}
        label={t('tab.asset.controller')}
        placeholder={t('tab.asset.controller.choose')}
        aria-describedby={`${fieldId('controller')}-help`}
        styles={dropdownStyles}
        options={[{ key: '', text: t('tab.asset.none-chosen') }, ...committees]}
        selectedKey={draft.controller}
        onChange={(_, option) => change({ controller: String(option?.key ?? '') })}
      />
      <p id={`${fieldId('controller')}-help`} style={{ margin: 0 }}>
        {t('tab.asset.controller.help')}
      </p>
      <ChoicesField
        id={fieldId('secrecy')}
        label={t('tab.asset.secrecy')}
        help={t('tab.asset.secrecy.help')}
        choices={informationSecrecyGrounds.map(({ paragraph, words }) => ({
          code: paragraph,
          words: t('tab.asset.secrecy.value', { paragraph, words: words[language] })
        }))}
        chosen={draft.secrecy}
        onChange={(secrecy) => change({ secrecy })}
      />
    </>
  );
}

/** "None" and any kind rule each other out: what was ticked last holds. */
function noneAlone(before: readonly PersonalDataKind[], chosen: PersonalDataKind[]): PersonalDataKind[] {
  if (!chosen.includes('none') || chosen.length === 1) return chosen;
  return before.includes('none') ? chosen.filter((kind) => kind !== 'none') : ['none'];
}
