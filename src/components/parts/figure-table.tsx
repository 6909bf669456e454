// A small table of figures: a heading for each column and one for each row; cards below one another where it has no room.
import { mergeStyles } from '@fluentui/react';
import * as React from 'react';
import { themed } from '../themed';
import { useRoom } from '../use-room';
import { RowCards } from './row-cards';

export interface FigureColumn<V> {
  readonly key: string;
  readonly name: string;
  /** Of nothing, or an empty text, there is no word on the card. */
  readonly render: (row: V) => React.ReactNode;
  /** How the cell is coloured. */
  readonly classOf?: (row: V) => string;
  /** Words need more room than figures. */
  readonly isInWords?: true;
}

export interface FigureTableProps<V> {
  readonly label: string;
  readonly rows: readonly V[];
  readonly keyOf: (row: V) => string;
  /** What each row is about, and how many pixels it is moved in. */
  readonly heading: Pick<FigureColumn<V>, 'name' | 'render'> & { readonly indentOf?: (row: V) => number };
  readonly columns: readonly FigureColumn<V>[];
}

const useStyles = themed(({ semanticColors }) => ({
  frame: { overflowX: 'auto', maxWidth: '100%' },
  table: {
    borderCollapse: 'collapse',
    selectors: {
      'th, td': { padding: '8px 12px', textAlign: 'left', verticalAlign: 'top', borderBottom: `1px solid ${semanticColors.bodyDivider}` },
      'tbody th': { fontWeight: 400 }
    }
  },
  coloured: { padding: '4px 8px', borderRadius: 4 }
}));

export function FigureTable<V>(props: FigureTableProps<V>): React.ReactElement {
  const styles = useStyles();
  const frame = React.useRef<HTMLDivElement>(null);
  const hasRoom = useRoom(frame);
  return (
    <div ref={frame} className={styles.frame}>
      {hasRoom ? <Table {...props} /> : <Cards {...props} />}
    </div>
  );
}

function Table<V>({ label, rows, keyOf, heading, columns }: FigureTableProps<V>): React.ReactElement {
  const { table } = useStyles();
  return (
    <table className={table} aria-label={label}>
      <thead>
        <tr>
          {[heading.name, ...columns.map(({ name }) => name)].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row" style={heading.indentOf && { paddingLeft: 12 + heading.indentOf(row) }}>
              {heading.render(row)}
            </th>
            {columns.map(({ key, render, classOf }) => (
              <td key={key} className={classOf?.(row)}>
                {render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<V>({ label, rows, keyOf, heading, columns }: FigureTableProps<V>): React.ReactElement {
  const { coloured } = useStyles();
  const valueIn = ({ render, classOf }: FigureColumn<V>, row: V): React.ReactNode => {
    const value = render(row);
    return classOf === undefined ? value : <div className={mergeStyles(coloured, classOf(row))}>{value}</div>;
  };
  const factsOf = (row: V) =>
    columns
      .filter(({ render }) => (render(row) ?? '') !== '')
      .map((column) => ({ name: column.name, value: valueIn(column, row), isFigure: column.isInWords !== true }));
  return <RowCards label={label} rows={rows} keyOf={keyOf} headOf={heading.render} factsOf={factsOf} />;
}
