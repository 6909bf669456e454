// Names and values about one thing, as a description list.
import * as React from 'react';
import { themed } from '../themed';

export interface Fact {
  readonly name: string;
  readonly value: React.ReactNode;
}

const useStyles = themed(({ semanticColors, fonts }) => ({
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: '12px 24px',
    selectors: {
      dt: { ...fonts.small, color: semanticColors.bodySubtext },
      dd: { ...fonts.medium, margin: '2px 0 0', overflowWrap: 'anywhere', whiteSpace: 'pre-line' }
    }
  }
}));

export function Facts({ facts }: { readonly facts: readonly Fact[] }): React.ReactElement {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
