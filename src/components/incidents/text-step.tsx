// A step that takes one text: a question, a note, a reason. Says what is missing at the field, and what came of it.
import { PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import type { TextKey } from '../../i18n/text';
import type { CommandName, Commands } from '../commands/desk';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { fieldStyles, useLayout } from '../parts/layout';
import { useKeptTexts } from '../use-kept';

export interface TextStepProps<N extends CommandName> {
  readonly command: N;
  /** The number of what it is about, and what else tells it from other texts of the same command. */
  readonly about: string;
  readonly words: Readonly<Record<'label' | 'help' | 'send', TextKey>>;
  /** What it is about, in words that fit "Vi hittar inte …"; an incident where nothing else is said. */
  readonly what?: TextKey;
  /** Longest text, in characters. */
  readonly most: number;
  readonly inputOf: (text: string) => Commands[N]['input'];
  readonly onDone: (value: Commands[N]['value']) => void;
  /** More to fill in, above the button. */
  readonly children?: React.ReactNode;
}

export function TextStep<N extends CommandName>(props: TextStepProps<N>): React.ReactElement {
  const { command, about, words, what = 'tab.what.incident', most, inputOf, onDone, children } = props;
  const t = useText();
  const layout = useLayout();
  const { typed, change, erase } = useKeptTexts(`${command} ${about}`, { text: '' });
  const [isTried, setTried] = React.useState(false);
  const { sending, answer, send } = useCommand(command);
  const isMissing = typed.text.trim() === '';
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    send(inputOf(typed.text.trim()), (given) => {
      if (!given.ok) return;
      erase();
      setTried(false);
      if ('value' in given) onDone(given.value);
    });
  };
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      <TextField
        label={t(words.label)}
        description={t(words.help)}
        multiline
        rows={3}
        required
        styles={fieldStyles}
        maxLength={most}
        value={typed.text}
        onChange={(_, text) => change({ text: text ?? '' })}
        errorMessage={isTried && isMissing ? t('tab.incident.text.missing') : ''}
      />
      {children}
      <CommandResult answer={answer} what={t(what)} done={t('tab.incident.saved')} />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t(words.send)} disabled={sending} allowDisabledFocus />
      </div>
    </form>
  );
}
