// Saying which assets an incident touches and which incidents belong to it: numbers as people write them, all that are to stand.
import { PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import { handlingOf } from '../../domain/incident';
import { isReferenceNumber } from '../../domain/reference-form';
import type { TextKey } from '../../i18n/text';
import type { CommandName, Commands } from '../commands/desk';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { fieldStyles, useLayout } from '../parts/layout';
import type { CaseProps } from './incident-screen';

export function LinkAssetsForm({ incident, onChanged }: CaseProps): React.ReactElement {
  const { reference } = incident;
  return (
    <NumbersForm
      command="link-assets"
      series="T"
      label="tab.incident.assets"
      help="tab.incident.assets.help"
      before={handlingOf(incident).assets.map((asset) => asset.reference)}
      inputOf={(assets) => ({ reference, assets })}
      onDone={onChanged}
    />
  );
}

export function LinkIncidentsForm({ incident, onChanged }: CaseProps): React.ReactElement {
  const { reference } = incident;
  return (
    <NumbersForm
      command="link-incidents"
      series="I"
      label="tab.incident.links"
      help="tab.incident.links.help"
      before={handlingOf(incident).incidents}
      inputOf={(incidents) => ({ reference, incidents })}
      onDone={onChanged}
    />
  );
}

interface NumbersFormProps<N extends CommandName> {
  readonly command: N;
  readonly series: 'T' | 'I';
  readonly label: TextKey;
  readonly help: TextKey;
  readonly before: readonly string[];
  readonly inputOf: (numbers: readonly string[]) => Commands[N]['input'];
  readonly onDone: (value: Commands[N]['value']) => void;
}

function NumbersForm<N extends CommandName>(props: NumbersFormProps<N>): React.ReactElement {
  const { command, series, label, help, before, inputOf, onDone } = props;
  const t = useText();
  const layout = useLayout();
  const [text, setText] = React.useState(before.join(' '));
  const { sending, answer, send } = useCommand(command);
  const numbers = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((number) => number !== '');
  const odd = numbers.find((number) => !isReferenceNumber(number) || !number.startsWith(`${series}-`));
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (odd !== undefined) return;
    send(inputOf(numbers), (given) => {
      if (given.ok && 'value' in given) onDone(given.value);
    });
  };
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      <TextField
        label={t(label)}
        description={t(help)}
        styles={fieldStyles}
        maxLength={400}
        value={text}
        onChange={(_, typed) => setText(typed ?? '')}
        errorMessage={odd === undefined ? '' : t('tab.incident.links.form', { number: odd })}
        validateOnLoad={false}
      />
      <CommandResult answer={answer} what={t('tab.what.incident')} done={t('tab.incident.saved')} />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t('tab.incident.links.save')} disabled={sending} />
      </div>
    </form>
  );
}
