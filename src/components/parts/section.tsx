// A part of a screen under its own heading.
import { Text } from '@fluentui/react';
import * as React from 'react';
import { themed } from '../themed';

export interface SectionProps {
  readonly title: string;
  readonly children: React.ReactNode;
}

const useStyles = themed(() => ({ section: { display: 'grid', gap: 12, minWidth: 0, alignContent: 'start' }, title: { margin: 0 } }));

export function Section({ title, children }: SectionProps): React.ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <Text as="h2" variant="large" className={styles.title}>
        {title}
      </Text>
      {children}
    </section>
  );
}
