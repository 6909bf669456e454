// What came of a command, in words: done, kept for later, or refused and why.
import { MessageBar, MessageBarType } from '@fluentui/react';
import * as React from 'react';
import type { Language } from '../../domain/language';
import { formatMoment } from '../../i18n/moment';
import { text } from '../../i18n/text';
import type { CommandAnswer, CommandName, CommandRefused } from '../commands/desk';
import { useEnvironment, useText } from '../environment';

export interface CommandResultProps {
  readonly answer: CommandAnswer<CommandName> | undefined;
  /** What the command was about, in words that fit "Vi hittar inte …". */
  readonly what: string;
  /** Said when it was done; without it nothing is said, because the screen itself shows it. */
  readonly done?: string;
}

export function CommandResult({ answer, what, done }: CommandResultProps): React.ReactElement | null {
  const { language } = useEnvironment();
  const t = useText();
  if (answer === undefined) return null;
  if (!answer.ok) return <Bar type={MessageBarType.error}>{refusalInWords(language, answer, what)}</Bar>;
  if ('kept' in answer) return <Bar type={MessageBarType.warning}>{t('refusal.kept')}</Bar>;
  return done === undefined ? null : <Bar type={MessageBarType.success}>{done}</Bar>;
}

export function refusalInWords(language: Language, { reason, by = '', at, event, named = 'none' }: CommandRefused, what: string): string {
  return text(language, `refusal.${reason}`, {
    what,
    named,
    by,
    at: at === undefined || at === '' ? '' : formatMoment(language, at),
    event: event === undefined ? 'none' : text(language, `event.${event}`)
  });
}

function Bar({ type, children }: { readonly type: MessageBarType; readonly children: string }): React.ReactElement {
  return (
    <MessageBar messageBarType={type} isMultiline delayedRender={false} role={type === MessageBarType.error ? 'alert' : 'status'}>
      {children}
    </MessageBar>
  );
}
