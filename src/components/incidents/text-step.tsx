// A step that takes one text: a question, a note, a reason. Says what is missing at the field, and what came of it.
import { PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import type { TextKey } from '../../i18n/text';
import type { CommandName, Commands } from '../commands/desk';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { fieldStyles, useLayout } from '../parts/layout';

export interface TextStepProps<N extends CommandName> {
  readonly command: N;
  readonly words: Readonly<Record<'label' | 'help' | 'send', TextKey>>;
  /** Longest text, in characters. */
  readonly most: number;
  readonly inputOf: (text: string) => Commands[N]['input'];
  readonly onDone: (value: Commands[N]['value']) => void;
  /** More to fill in, above the button. */
  readonly children?: React.ReactNode;
}

export function TextStep<N extends CommandName>(props: TextStepProps<N>): React.ReactElement {
  const { command, words, most, inputOf, onDone, children } = props;
  const t = useText();
  const layout = useLayout();
  const [text, setText] = React.useState('');
  const [isTried, setTried] = React.useState(false);
  const { sending, answer, send } = useCommand(command);
  const isMissing = text.trim() === '';
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    send(inputOf(text.trim()), (given) => {
      if (!given.ok) return;
      setText('');
      setTried(false);
      if ('value' in given) onDone(given.value);
    });
  };
  return (
    <form onSubmit={submit} noValidate className={layout.stack}>
      <TextField
        label={t(words.label)}
        description={t(words.help)}
        multiline
        rows={3}
        required
        styles={fieldStyles}
        maxLength={most}
        value={text}
        onChange={(_, typed) => setText(typed ?? '')}
        errorMessage={isTried && isMissing ? t('tab.incident.text.missing') : ''}
      />
      {children}
      <CommandResult answer={answer} what={t('tab.what.incident')} done={t('tab.incident.saved')} />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t(words.send)} disabled={sending} />
      </div>
    </form>
  );
}
