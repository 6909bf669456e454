// A small table of figures: a heading for each column, and one for each row.
import * as React from 'react';
import { themed } from '../themed';

export interface FigureTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: React.ReactNode;
}

const useStyles = themed(({ semanticColors }) => ({
  frame: { overflowX: 'auto', maxWidth: '100%' },
  table: {
    borderCollapse: 'collapse',
    selectors: {
      'th, td': { padding: '8px 12px', textAlign: 'left', verticalAlign: 'top', borderBottom: `1px solid ${semanticColors.bodyDivider}` },
      'tbody th': { fontWeight: 400 }
    }
  }
}));

export function FigureTable({ label, columns, children }: FigureTableProps): React.ReactElement {
  const styles = useStyles();
  return (
    // Reached by keyboard, since what does not fit is scrolled to.
    <div className={styles.frame} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
