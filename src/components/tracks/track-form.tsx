// The frame of every form on a track, and of some on an incident: what is filled in, what is missing, what came of it, and one button.
import { PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import type { TextKey } from '../../i18n/text';
import type { CommandName, Commands } from '../commands/desk';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { useLayout } from '../parts/layout';

export interface TrackFormProps<N extends CommandName> {
  readonly command: N;
  /** What it is done to, when that is not a track. */
  readonly what?: TextKey;
  readonly save: TextKey;
  /** Absent as long as something is missing. */
  readonly input: Commands[N]['input'] | undefined;
  readonly onDone: (value: Commands[N]['value']) => void;
  readonly children: React.ReactNode;
}

export function TrackForm<N extends CommandName>(props: TrackFormProps<N>): React.ReactElement {
  const { command, what = 'tab.what.track', save, input, onDone, children } = props;
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
    <form onSubmit={submit} noValidate className={layout.stack}>
      {children}
      {isTried && input === undefined && (
        <p role="alert" className={layout.fault}>
          {t('tab.track.form.missing')}
        </p>
      )}
      <CommandResult answer={answer} what={t(what)} done={t('tab.incident.saved')} />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t(save)} disabled={sending} />
      </div>
    </form>
  );
}
