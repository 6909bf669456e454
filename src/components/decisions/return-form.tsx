// Återsänd: asks for the reason the proposer will read.
import { PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { fieldStyles, useLayout } from '../parts/layout';
import type { DecideFormProps } from './decide-form';

export function ReturnForm({ classification: { reference, proposer }, delegation, onAnswered }: DecideFormProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [reason, setReason] = React.useState('');
  const [isTried, setTried] = React.useState(false);
  const { sending, answer, send } = useCommand('return-classification');
  const isMissing = reason.trim() === '';
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    send({ reference, reason: reason.trim(), delegation: delegation?.reference }, (given) => {
      if (given.ok && 'value' in given) onAnswered(given.value);
    });
  };
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      <TextField
        label={t('tab.decision.reason')}
        description={t('tab.decision.reason.help', { name: proposer.name })}
        multiline
        rows={4}
        required
        styles={fieldStyles}
        maxLength={1000}
        value={reason}
        onChange={(_, typed) => setReason(typed ?? '')}
        errorMessage={isTried && isMissing ? t('tab.decision.reason.missing') : ''}
      />
      <CommandResult answer={answer} what={t('tab.what.classification')} />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t('tab.decision.return.send')} disabled={sending || answer?.ok === true} />
      </div>
    </form>
  );
}
