// Closing an incident: the root cause, the answer to the reporter, and in words what else is missing.
import { PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import { hindrances } from '../../domain/handle-incident';
import { handlingLimits } from '../../domain/handling';
import { handlingOf } from '../../domain/incident';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { fieldStyles, useLayout } from '../parts/layout';
import { useKeptTexts } from '../use-kept';
import type { CaseProps } from './incident-screen';

export function CloseForm({ incident, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const before = handlingOf(incident);
  const { typed, change, erase } = useKeptTexts(`close-incident ${incident.reference}`, {
    rootCause: before.rootCause ?? '',
    outcome: before.outcome ?? ''
  });
  const { sending, answer, send } = useCommand('close-incident');
  const said = { rootCause: typed.rootCause.trim(), outcome: typed.outcome.trim() };
  const missing = hindrances('close', incident, said);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (missing.length > 0) return;
    send({ reference: incident.reference, ...said }, (given) => {
      if (!given.ok) return;
      erase();
      if ('value' in given) onChanged(given.value);
    });
  };
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      <Written
        label="tab.incident.close.root-cause"
        help="tab.incident.close.root-cause.help"
        text={typed.rootCause}
        onChange={(rootCause) => change({ ...typed, rootCause })}
      />
      <Written
        label="tab.incident.close.outcome"
        help="tab.incident.close.outcome.help"
        text={typed.outcome}
        onChange={(outcome) => change({ ...typed, outcome })}
      />
      {missing.length > 0 && (
        <div id="varna-close-missing">
          <p className={layout.quiet}>{t('tab.incident.move.missing')}</p>
          <ul className={layout.list}>
            {missing.map((hindrance) => (
              <li key={hindrance}>{t(`refusal.${hindrance}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <CommandResult answer={answer} what={t('tab.what.incident')} />
      <div className={layout.actions}>
        <PrimaryButton
          type="submit"
          text={t('tab.incident.close.save')}
          disabled={sending || missing.length > 0}
          allowDisabledFocus
          {...(missing.length > 0 && { 'aria-describedby': 'varna-close-missing' })}
        />
      </div>
    </form>
  );
}

interface WrittenProps {
  readonly label: 'tab.incident.close.root-cause' | 'tab.incident.close.outcome';
  readonly help: 'tab.incident.close.root-cause.help' | 'tab.incident.close.outcome.help';
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function Written({ label, help, text, onChange }: WrittenProps): React.ReactElement {
  const t = useText();
  return (
    <TextField
      label={t(label)}
      description={t(help)}
      multiline
      rows={3}
      required
      styles={fieldStyles}
      maxLength={handlingLimits.text}
      value={text}
      onChange={(_, typed) => onChange(typed ?? '')}
    />
  );
}
