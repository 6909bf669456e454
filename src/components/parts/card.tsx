// One of several things on a page: framed, with what it is as its heading.
import { Text } from '@fluentui/react';
import * as React from 'react';
import { themed } from '../themed';

export interface CardProps {
  readonly title: string;
  readonly children: React.ReactNode;
}

const useStyles = themed(({ semanticColors }) => ({
  card: {
    display: 'grid',
    gap: 16,
    minWidth: 0,
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: 16,
    borderRadius: 6,
    border: `1px solid ${semanticColors.bodyDivider}`
  },
  title: { margin: 0, overflowWrap: 'anywhere' }
}));

export function Card({ title, children }: CardProps): React.ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={title}>
      <Text as="h3" variant="mediumPlus" className={styles.title}>
        {title}
      </Text>
      {children}
    </section>
  );
}
