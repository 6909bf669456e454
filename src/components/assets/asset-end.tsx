// How an asset comes to its end: phased out with a statement, or cancelled with a reason; offered to those who may (domain.md 5.3).
import { Checkbox, Dropdown } from '@fluentui/react';
import * as React from 'react';
import { informationFates, type Asset, type InformationFate } from '../../domain/asset';
import { facingAsset } from '../../domain/capacities';
import { refusalTo, type Act } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import type { TextKey } from '../../i18n/text';
import { useEnvironment, useText } from '../environment';
import { TextStep } from '../incidents/text-step';
import { Folded } from '../parts/folded';
import { checkboxStyles, dropdownStyles, useLayout } from '../parts/layout';

export interface AssetEndProps {
  readonly asset: Asset;
  readonly roles: readonly Role[];
  readonly onChanged: (asset: Asset) => void;
}

interface StepOffered {
  readonly act: Extract<Act, 'start-decommission' | 'finish-decommission' | 'cancel-asset'>;
  readonly title: TextKey;
  readonly form: (props: AssetEndProps) => React.ReactElement;
}

const offered: readonly StepOffered[] = [
  { act: 'start-decommission', title: 'tab.asset.decommission.title', form: Start },
  { act: 'finish-decommission', title: 'tab.asset.decommission.finish.title', form: Finish },
  { act: 'cancel-asset', title: 'tab.asset.cancel.title', form: Cancel }
];

export function AssetEnd(props: AssetEndProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const position = facingAsset({ person: me, roles: props.roles }, props.asset);
  const steps = offered.filter(({ act }) => refusalTo(act, position) === undefined);
  if (steps.length === 0) return null;
  return (
    <div className={layout.stack} style={{ maxWidth: 640 }}>
      {steps.map(({ act, title, form: Form }) => (
        <Folded key={act} title={t(title)}>
          <Form {...props} />
        </Folded>
      ))}
    </div>
  );
}

function Start({ asset: { reference }, onChanged }: AssetEndProps): React.ReactElement {
  return (
    <TextStep
      command="start-decommission"
      about={reference}
      words={{
        label: 'tab.asset.decommission.reason',
        help: 'tab.asset.decommission.reason.help',
        send: 'tab.asset.decommission.start'
      }}
      what="tab.what.asset"
      most={1000}
      inputOf={(reason) => ({ reference, reason })}
      onDone={onChanged}
    />
  );
}

/** What is not ticked is sent as it is: the service says what is left to do. */
function Finish({ asset: { reference }, onChanged }: AssetEndProps): React.ReactElement {
  const t = useText();
  const [information, setInformation] = React.useState<InformationFate>('preserved');
  const [accessRemoved, setAccessRemoved] = React.useState(false);
  return (
    <TextStep
      command="finish-decommission"
      about={reference}
      words={{
        label: 'tab.asset.decommission.statement',
        help: 'tab.asset.decommission.statement.help',
        send: 'tab.asset.decommission.finish'
      }}
      what="tab.what.asset"
      most={1000}
      inputOf={(statement) => ({ reference, information, accessRemoved, statement })}
      onDone={onChanged}
    >
      <Dropdown
        label={t('tab.asset.decommission.information')}
        styles={dropdownStyles}
        options={informationFates.map((fate) => ({ key: fate, text: t(`information-fate.${fate}`) }))}
        selectedKey={information}
        onChange={(_, option) => setInformation(informationFates.find((fate) => fate === option?.key) ?? information)}
      />
      <Checkbox
        label={t('tab.asset.decommission.access')}
        checked={accessRemoved}
        onChange={(_, isTicked) => setAccessRemoved(isTicked === true)}
        styles={checkboxStyles}
      />
    </TextStep>
  );
}

function Cancel({ asset: { reference }, onChanged }: AssetEndProps): React.ReactElement {
  return (
    <TextStep
      command="cancel-asset"
      about={reference}
      words={{ label: 'tab.asset.cancel.reason', help: 'tab.asset.cancel.reason.help', send: 'tab.asset.cancel' }}
      what="tab.what.asset"
      most={1000}
      inputOf={(reason) => ({ reference, reason })}
      onDone={onChanged}
    />
  );
}
