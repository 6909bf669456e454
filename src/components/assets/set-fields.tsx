// The informationsmängder of an asset: each with its name, what is in it, and where it is when that is not everywhere.
import { DefaultButton, Dropdown, Label } from '@fluentui/react';
import * as React from 'react';
import { assetLimits, carriers, type Carrier } from '../../domain/asset-details';
import { useText } from '../environment';
import { dropdownStyles, useLayout } from '../parts/layout';
import type { SetDraft } from './asset-draft';
import { fieldId, WrittenField, type FormFields } from './form-field';

const emptySet: SetDraft = { name: '', types: '', carriers: [] };

export function SetFields({ draft: { sets }, change, faultOf }: FormFields): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const replace = (at: number, part: Partial<SetDraft>): void =>
    change({ sets: sets.map((set, index) => (index === at ? { ...set, ...part } : set)) });
  return (
    <div className={layout.stack} role="group" aria-labelledby="varna-asset-sets">
      <Label id="varna-asset-sets">{t('tab.asset.sets')}</Label>
      <p className={layout.quiet}>{t('tab.asset.sets.help')}</p>
      {sets.map((set, index) => (
        <OneSet
          key={index}
          number={index + 1}
          set={set}
          onChange={(part) => replace(index, part)}
          onRemove={() => change({ sets: sets.filter((_, at) => at !== index) })}
          fault={faultOf(`set-${index}`)}
        />
      ))}
      <div className={layout.actions}>
        <DefaultButton
          text={t('tab.asset.set.add')}
          disabled={sets.length >= assetLimits.sets}
          onClick={() => change({ sets: [...sets, emptySet] })}
        />
      </div>
    </div>
  );
}

interface OneSetProps {
  readonly number: number;
  readonly set: SetDraft;
  readonly onChange: (part: Partial<SetDraft>) => void;
  readonly onRemove: () => void;
  readonly fault: string | undefined;
}

function OneSet({ number, set, onChange, onRemove, fault }: OneSetProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <fieldset className={layout.stack} style={{ margin: 0 }}>
      <legend>{t('tab.asset.set', { number })}</legend>
      <WrittenField
        id={fieldId(`set-${number - 1}`)}
        label={t('tab.asset.set.name')}
        required
        most={assetLimits.name}
        value={set.name}
        onChange={(name) => onChange({ name })}
        fault={fault}
      />
      <WrittenField
        label={t('tab.asset.set.types')}
        help={t('tab.asset.set.types.help')}
        rows={3}
        value={set.types}
        onChange={(types) => onChange({ types })}
      />
      <Dropdown
        multiSelect
        label={t('tab.asset.set.carriers')}
        placeholder={t('tab.asset.none-chosen')}
        styles={dropdownStyles}
        options={carriers.map((code) => ({ key: code, text: t(`carrier.${code}`) }))}
        selectedKeys={[...set.carriers]}
        onChange={(_, option) => onChange({ carriers: toggled(set.carriers, option?.key) })}
      />
      <div className={layout.actions}>
        <DefaultButton text={t('tab.asset.set.remove', { number })} onClick={onRemove} />
      </div>
    </fieldset>
  );
}

function toggled(chosen: readonly Carrier[], key: string | number | undefined): Carrier[] {
  return carriers.filter((carrier) => chosen.includes(carrier) !== (carrier === key));
}
