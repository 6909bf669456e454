// The states every read has before its content: being read, failed with a way to try again, and no right to see it.
import { MessageBar, MessageBarButton, MessageBarType, Shimmer, ShimmerElementType } from '@fluentui/react';
import * as React from 'react';
import { useText } from '../environment';
import { themed } from '../themed';
import type { ReadResult } from '../use-read';

export interface LoadedProps<V> extends ReadResult<V> {
  /** What is read, in words that fit "Kunde inte läsa …". */
  readonly what: string;
  /** Lines of the shape that is coming. */
  readonly lines?: number;
  readonly children: (value: V) => React.ReactNode;
}

const useStyles = themed(() => ({ lines: { display: 'grid', gap: 12, padding: '12px 0' } }));

export function Loaded<V>({ reading, again, what, lines = 4, children }: LoadedProps<V>): React.ReactElement {
  const t = useText();
  switch (reading.status) {
    case 'reading':
      return <Lines count={lines} label={t('tab.reading', { what })} />;
    case 'failed':
      return (
        <MessageBar messageBarType={MessageBarType.error} role="alert" isMultiline delayedRender={false}>
          <p>{t('refusal.could-not-read', { what })}</p>
          <MessageBarButton onClick={again}>{t('tab.again')}</MessageBarButton>
        </MessageBar>
      );
    case 'no-right':
      return (
        <MessageBar messageBarType={MessageBarType.blocked} isMultiline delayedRender={false}>
          {t('tab.no-right', { what })}
        </MessageBar>
      );
    case 'read':
      return <>{children(reading.value)}</>;
  }
}

function Lines({ count, label }: { readonly count: number; readonly label: string }): React.ReactElement {
  const styles = useStyles();
  const shape = [{ type: ShimmerElementType.line, height: 20 }];
  return (
    <div className={styles.lines} role="status" aria-busy aria-label={label}>
      {Array.from({ length: count }, (_, line) => (
        <Shimmer key={line} shimmerElements={shape} width={line % 2 === 0 ? '100%' : '80%'} />
      ))}
    </div>
  );
}
