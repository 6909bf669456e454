// A list with nothing in it: why, and what to do.
import { Text } from '@fluentui/react';
import * as React from 'react';
import { themed } from '../themed';

export interface EmptyProps {
  readonly title: string;
  readonly children?: React.ReactNode;
}

const useStyles = themed(({ semanticColors }) => ({
  empty: { padding: 20, borderRadius: 8, border: `1px solid ${semanticColors.bodyDivider}`, display: 'grid', gap: 8, justifyItems: 'start' }
}));

export function Empty({ title, children }: EmptyProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Text as="p" variant="mediumPlus" style={{ margin: 0 }}>
        {title}
      </Text>
      {children}
    </div>
  );
}
