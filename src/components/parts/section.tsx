// A part of a screen under its own heading.
import * as React from 'react';
import { themed } from '../themed';
import { useTakenFocus } from './use-taken-focus';

export interface SectionProps {
  readonly title: string;
  /** Its heading takes the focus: a press has brought it. */
  readonly takesFocus?: boolean;
  readonly children: React.ReactNode;
}

const useStyles = themed(({ fonts }) => ({
  section: { display: 'grid', gap: 12, minWidth: 0, alignContent: 'start' },
  title: { ...fonts.large, margin: 0, outline: 'none' }
}));

export function Section({ title, takesFocus = false, children }: SectionProps): React.ReactElement {
  const styles = useStyles();
  const heading = useTakenFocus<HTMLHeadingElement>(takesFocus);
  return (
    <section className={styles.section} aria-label={title}>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
