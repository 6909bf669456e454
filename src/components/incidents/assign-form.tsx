// Naming the handler of an incident, or handing it over with a reason.
import { PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import { handlingLimits } from '../../domain/handling';
import { handlingOf } from '../../domain/incident';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { fieldStyles, useLayout } from '../parts/layout';
import { PersonField } from '../parts/person-field';
import type { FoundPerson } from '../source';
import type { CaseProps } from './incident-screen';

export function AssignForm({ incident, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [handler, setHandler] = React.useState<FoundPerson>();
  const [reason, setReason] = React.useState('');
  const [isTried, setTried] = React.useState(false);
  const { sending, answer, send } = useCommand('assign-incident');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (handler === undefined) return;
    send({ reference: incident.reference, handler: handler.upn, reason: reason.trim() }, (given) => {
      if (!given.ok) return;
      setReason('');
      if ('value' in given) onChanged(given.value);
    });
  };
  const isTransfer = handlingOf(incident).handler !== undefined;
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      <PersonField
        id="varna-handler"
        label={t('tab.incident.handler')}
        help={t('tab.incident.assign.help')}
        person={handler}
        onChange={setHandler}
      />
      {isTried && handler === undefined && (
        <p role="alert" className={layout.fault}>
          {t('tab.incident.assign.missing')}
        </p>
      )}
      {isTransfer && (
        <TextField
          label={t('tab.incident.reason')}
          description={t('tab.incident.reason.transfer')}
          styles={fieldStyles}
          maxLength={handlingLimits.reason}
          value={reason}
          onChange={(_, typed) => setReason(typed ?? '')}
        />
      )}
      <CommandResult answer={answer} what={t('tab.what.incident')} done={t('tab.incident.saved')} />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t('tab.incident.assign.save')} disabled={sending} />
      </div>
    </form>
  );
}
