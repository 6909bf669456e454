// What is of an exercise says so first, wherever it is shown (domain.md 4, 26).
import { MessageBar, MessageBarType } from '@fluentui/react';
import * as React from 'react';
import type { Marked } from '../../domain/exercise';
import { useText } from '../environment';

/** Words about something, with ÖVNING first when it is of an exercise. */
export function useMarked(): (about: Marked, words: string) => string {
  const t = useText();
  return ({ exercise }, words) => (exercise === true ? t('exercise.marked', { what: words }) : words);
}

/** On top of a page: what is not to be done because of it. */
export function ExerciseNotice({ exercise }: Marked): React.ReactElement | null {
  const t = useText();
  if (exercise !== true) return null;
  return (
    <MessageBar messageBarType={MessageBarType.severeWarning} isMultiline delayedRender={false}>
      <strong>{t('exercise.mark')}</strong> {t('exercise.notice')}
    </MessageBar>
  );
}
