// Rows of a list that could not be understood: named, so that nobody takes them for missing.
import { MessageBar, MessageBarType } from '@fluentui/react';
import * as React from 'react';
import { useText } from '../environment';
import type { Row } from '../source';

export function BrokenRows({ rows }: { readonly rows: readonly Row<unknown>[] }): React.ReactElement | null {
  const t = useText();
  const broken = rows.filter((row) => row.broken);
  if (broken.length === 0) return null;
  const ids = broken.map(({ id }) => id).join(', ');
  return (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline delayedRender={false}>
      {t('tab.broken', { count: broken.length, ids })}
    </MessageBar>
  );
}
