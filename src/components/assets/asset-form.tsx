// The form for an asset: label above, help below, faults at the field and summed up on top; what is typed survives a reload.
import { Checkbox, DefaultButton, Dropdown, Label, PrimaryButton, TextField, type IDropdownOption } from '@fluentui/react';
import * as React from 'react';
import { ownerRoles, type Asset } from '../../domain/asset';
import { carriers, type Carrier } from '../../domain/asset-details';
import type { Unit } from '../../domain/person';
import type { CommandAnswer } from '../commands/desk';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { ErrorSummary } from '../parts/error-summary';
import { dropdownStyles, fieldStyles, useLayout } from '../parts/layout';
import { PersonField } from '../parts/person-field';
import { useLocation } from '../use-address';
import { contentOf, type AssetDraft } from './asset-draft';
import { problemsOf, type AssetField } from './asset-problems';
import { useAssetDraft } from './use-asset-draft';

export interface AssetFormProps {
  readonly units: readonly Unit[];
  /** The asset to change; undefined when one is added. */
  readonly asset: Asset | undefined;
}

export function AssetForm({ units, asset }: AssetFormProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { draft, change, erase, isKept } = useAssetDraft(asset);
  const [attempt, setAttempt] = React.useState(0);
  const submission = useSubmission(asset, erase);
  const problems = attempt > 0 ? problemsOf(draft).map(({ field, words }) => ({ field, message: t(words) })) : [];
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (problemsOf(draft).length === 0) submission.send(draft);
  };
  return (
    <form onSubmit={submit} noValidate className={layout.stack} style={{ maxWidth: 640 }}>
      <ErrorSummary problems={problems.map(({ field, message }) => ({ field: fieldId(field), message }))} attempt={attempt} />
      <AssetFields draft={draft} change={change} units={units} faultOf={(name) => problems.find(({ field }) => field === name)?.message} />
      {!isKept && <p role="alert">{t('tab.draft.not-kept')}</p>}
      <CommandResult answer={submission.answer} what={t('tab.what.asset')} />
      <div className={layout.actions}>
        <PrimaryButton
          type="submit"
          text={asset === undefined ? t('tab.asset.save-new') : t('tab.asset.save')}
          disabled={submission.sending}
        />
        <DefaultButton text={t('tab.draft.discard')} onClick={erase} />
      </div>
    </form>
  );
}

interface Submission {
  readonly send: (draft: AssetDraft) => void;
  readonly sending: boolean;
  readonly answer: CommandAnswer<'register-asset' | 'change-asset'> | undefined;
}

/** Registers or changes; done, it goes to the asset's page, and what was typed is let go of once it is safe with the service. */
function useSubmission(asset: Asset | undefined, erase: () => void): Submission {
  const { goTo } = useLocation();
  const register = useCommand('register-asset');
  const change = useCommand('change-asset');
  const afterwards = (answer: CommandAnswer<'register-asset' | 'change-asset'>): void => {
    if (answer.ok) erase();
    if (answer.ok && 'value' in answer) goTo({ screen: 'asset', reference: answer.value.reference });
  };
  return {
    send: (draft) => {
      if (asset === undefined) register.send({ asset: contentOf(draft) }, afterwards);
      else change.send({ reference: asset.reference, asset: contentOf(draft) }, afterwards);
    },
    sending: register.sending || change.sending,
    answer: register.answer ?? change.answer
  };
}

interface AssetFieldsProps {
  readonly draft: AssetDraft;
  readonly change: (part: Partial<AssetDraft>) => void;
  readonly units: readonly Unit[];
  readonly faultOf: (field: AssetField) => string | undefined;
}

function AssetFields({ draft, change, units, faultOf }: AssetFieldsProps): React.ReactElement {
  const t = useText();
  const options = units.map(({ code, name, kind }): IDropdownOption => ({ key: code, text: `${name} (${t(`unit.kind.${kind}`)})` }));
  return (
    <>
      <TextField
        id={fieldId('name')}
        label={t('tab.asset.name')}
        description={t('tab.asset.name.help')}
        required
        styles={fieldStyles}
        value={draft.name}
        onChange={(_, name) => change({ name: name ?? '' })}
        errorMessage={faultOf('name') ?? ''}
      />
      <TextField
        id={fieldId('description')}
        label={t('tab.asset.description')}
        description={t('tab.asset.description.help')}
        multiline
        rows={4}
        styles={fieldStyles}
        value={draft.description}
        onChange={(_, description) => change({ description: description ?? '' })}
        errorMessage={faultOf('description') ?? ''}
      />
      <CarrierField chosen={draft.carriers} onChange={(chosen) => change({ carriers: chosen })} fault={faultOf('carriers')} />
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
      {ownerRoles.map((role) => (
        <PersonField
          key={role}
          id={`varna-asset-${role}`}
          label={t(`owner.${role}`)}
          help={t(`tab.asset.${role}.help`)}
          person={draft[role]}
          onChange={(person) => change({ [role]: person })}
        />
      ))}
    </>
  );
}

interface CarrierFieldProps {
  readonly chosen: readonly Carrier[];
  readonly onChange: (chosen: Carrier[]) => void;
  readonly fault: string | undefined;
}

function CarrierField({ chosen, onChange, fault }: CarrierFieldProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const toggle = (carrier: Carrier, isChosen: boolean): void =>
    onChange(carriers.filter((each) => (each === carrier ? isChosen : chosen.includes(each))));
  return (
    <div
      id={fieldId('carriers')}
      tabIndex={-1}
      role="group"
      aria-labelledby="varna-asset-carriers-label"
      aria-describedby="varna-asset-carriers-help"
    >
      <Label id="varna-asset-carriers-label" required>
        {t('tab.asset.carriers')}
      </Label>
      <div style={{ display: 'grid', gap: 4 }}>
        {carriers.map((carrier) => (
          <Checkbox
            key={carrier}
            label={t(`carrier.${carrier}`)}
            checked={chosen.includes(carrier)}
            onChange={(_, isChosen) => toggle(carrier, isChosen === true)}
            styles={{ root: { minHeight: 44, alignItems: 'center' } }}
          />
        ))}
      </div>
      <p id="varna-asset-carriers-help" className={layout.quiet}>
        {t('tab.asset.carriers.help')}
      </p>
      {fault !== undefined && <FieldFault>{fault}</FieldFault>}
    </div>
  );
}

function FieldFault({ children }: { readonly children: string }): React.ReactElement {
  const layout = useLayout();
  return <p className={layout.fault}>{children}</p>;
}

function fieldId(field: AssetField): string {
  return `varna-asset-${field}`;
}
