// Names and values about one thing, as a description list.
import { mergeStyles } from '@fluentui/react';
import * as React from 'react';
import { themed } from '../themed';

export interface Fact {
  readonly name: string;
  readonly value: React.ReactNode;
  /** Figures stand beside one another where words need the whole width. */
  readonly isFigure?: boolean;
}

const useStyles = themed(({ semanticColors, fonts }) => ({
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: '12px 24px',
    selectors: {
      // A part of a row may turn out to have nothing to say.
      '> div:has(> dd:empty)': { display: 'none' },
      dt: { ...fonts.small, color: semanticColors.bodySubtext },
      dd: { ...fonts.medium, margin: '2px 0 0', overflowWrap: 'anywhere', whiteSpace: 'pre-line' }
    }
  },
  withFigures: { gridTemplateColumns: 'repeat(auto-fill, minmax(min(104px, 100%), 1fr))', alignItems: 'end' },
  words: { gridColumn: '1 / -1' }
}));

export function Facts({ facts }: { readonly facts: readonly Fact[] }): React.ReactElement {
  const styles = useStyles();
  const hasFigures = facts.some(({ isFigure }) => isFigure);
  return (
    <dl className={mergeStyles(styles.facts, hasFigures && styles.withFigures)}>
      {facts.map(({ name, value, isFigure }) => (
        <div key={name} {...(hasFigures && isFigure !== true && { className: styles.words })}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
