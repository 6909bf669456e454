// The frame of a form that gives one command: what is filled in, what is missing, what came of it, and one button.
import { PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import type { TextKey } from '../../i18n/text';
import type { CommandName, Commands } from '../commands/desk';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from './command-result';
import { useLayout } from './layout';

export interface CommandFormProps<N extends CommandName> {
  readonly command: N;
  readonly save: TextKey;
  /** What it is about, in words that fit "Vi hittar inte …". */
  readonly what: TextKey;
  /** Absent as long as something is missing. */
  readonly input: Commands[N]['input'] | undefined;
  readonly onDone: (value: Commands[N]['value']) => void;
  readonly children: React.ReactNode;
}

export function CommandForm<N extends CommandName>({
  command,
  save,
  what,
  input,
  onDone,
  children
}: CommandFormProps<N>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [isTried, setTried] = React.useState(false);
  const { sending, answer, send } = useCommand(command);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (input === undefined) return;
    send(input, (given) => {
      if (!given.ok) return;
      setTried(false);
      if ('value' in given) onDone(given.value);
    });
  };
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      {children}
      {isTried && input === undefined && (
        <p role="alert" className={layout.fault}>
          {t('tab.track.form.missing')}
        </p>
      )}
      <CommandResult answer={answer} what={t(what)} done={t('tab.incident.saved')} />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t(save)} disabled={sending} allowDisabledFocus />
      </div>
    </form>
  );
}
