// One row by its number: what it says, or in words that there is none or that it cannot be understood.
import { MessageBar, MessageBarType } from '@fluentui/react';
import * as React from 'react';
import { useText } from '../environment';
import type { Row } from '../source';
import { BrokenRows } from './broken-rows';

export interface OneRowProps<V> {
  readonly row: Row<V> | undefined;
  /** What was sought, in words that fit "Vi hittar inte …". */
  readonly what: string;
  readonly children: (state: V) => React.ReactNode;
}

export function OneRow<V>({ row, what, children }: OneRowProps<V>): React.ReactElement {
  const t = useText();
  if (row === undefined) {
    return (
      <MessageBar messageBarType={MessageBarType.warning} isMultiline delayedRender={false}>
        {t('refusal.not-found', { what })}
      </MessageBar>
    );
  }
  return row.broken ? <BrokenRows rows={[row]} /> : <>{children(row.state)}</>;
}

/** What a read row says; undefined until it is read, and when it is missing or broken. */
export function stateIn<V>(row: Row<V> | undefined): V | undefined {
  return row === undefined || row.broken ? undefined : row.state;
}
