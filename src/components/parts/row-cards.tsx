// Rows as cards below one another, where there is no width for a table: what each is about as its heading, and the rest as facts.
import { List } from '@fluentui/react';
import * as React from 'react';
import { themed } from '../themed';
import { Facts, type Fact } from './facts';

export interface RowCardsProps<V> {
  readonly label: string;
  readonly rows: readonly V[];
  readonly keyOf: (row: V) => string;
  readonly headOf: (row: V) => React.ReactNode;
  readonly factsOf: (row: V) => readonly Fact[];
  /** What can be done with the row. */
  readonly footOf?: ((row: V) => React.ReactNode) | undefined;
}

const useStyles = themed(({ semanticColors }) => ({
  card: { display: 'grid', gap: 8, marginBottom: 12, padding: 12, borderRadius: 6, border: `1px solid ${semanticColors.bodyDivider}` }
}));

/** As many at a time as are seen. */
export function RowCards<V>({ label, rows, keyOf, headOf, factsOf, footOf }: RowCardsProps<V>): React.ReactElement {
  const styles = useStyles();
  const renderCard = (row: V | undefined): React.ReactElement | null =>
    row === undefined ? null : (
      <div className={styles.card}>
        <strong>{headOf(row)}</strong>
        <Facts facts={factsOf(row)} />
        {footOf?.(row)}
      </div>
    );
  return <List items={[...rows]} aria-label={label} getKey={(row: V) => keyOf(row)} onRenderCell={renderCard} />;
}
