// A table of a register: Fluent's virtualised list where there is width, cards below one another where there is not, as many at a time as are seen.
import { DetailsList, DetailsListLayoutMode, DetailsRow, SelectionMode, type IColumn, type IDetailsRowProps } from '@fluentui/react';
import * as React from 'react';
import { themed } from '../themed';
import { useIsNarrow } from '../use-is-narrow';
import { useRoom } from '../use-room';
import { RowCards } from './row-cards';

export interface TableColumn<V> {
  readonly key: string;
  readonly name: string;
  /** Least and most width in pixels. */
  readonly width: readonly [number, number];
  readonly render: (row: V) => React.ReactNode;
  /** Says what a row is about; shown as the heading of its card. */
  readonly isRowHeader?: true;
  /** A button that says itself what it does: stands last on the card, without a name. */
  readonly isAction?: true;
}

export interface RegisterTableProps<V> {
  readonly label: string;
  readonly rows: readonly V[];
  readonly columns: readonly TableColumn<V>[];
  readonly keyOf: (row: V) => string;
}

/** Lets go of width that the list has filled. */
const useStyles = themed(() => ({ frame: { minWidth: 0 } }));

/** What Fluent's list adds to the width of a column, in pixels: 12 before and 8 after what stands in it. */
const padding = 20;

export function RegisterTable<V>(props: RegisterTableProps<V>): React.ReactElement {
  const frame = React.useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  const hasRoom = useRoom(
    frame,
    props.columns.reduce((sum, { width: [least] }) => sum + least + padding, 0)
  );
  const styles = useStyles();
  return (
    <div ref={frame} className={styles.frame}>
      {isNarrow || !hasRoom ? <Cards {...props} /> : <Table {...props} />}
    </div>
  );
}

function Table<V>({ label, rows, columns, keyOf }: RegisterTableProps<V>): React.ReactElement {
  const detailColumns = columns.map(({ key, name, width: [minWidth, maxWidth], render, isRowHeader }): IColumn => {
    const onRender = (row: V): React.ReactNode => render(row);
    return { key, name, minWidth, maxWidth, onRender, styles: headingStyles, isMultiline: true, isRowHeader: isRowHeader ?? false };
  });
  return (
    <DetailsList
      ariaLabelForGrid={label}
      items={[...rows]}
      columns={detailColumns}
      getKey={keyOf}
      selectionMode={SelectionMode.none}
      onItemInvoked={followOwnLink}
      layoutMode={DetailsListLayoutMode.justified}
      onRenderRow={renderRow}
    />
  );
}

/** Enter on a row goes where its heading leads: whoever comes to it with the arrows need not know that the link is one step to the right. */
function followOwnLink(_row: unknown, _index?: number, event?: Event): void {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof HTMLElement)) return;
  event.target.querySelector<HTMLElement>('[role="rowheader"] a')?.click();
}

/** A heading takes two lines rather than being cut off. */
const headingStyles = { cellTitle: { alignItems: 'center' }, cellName: { whiteSpace: 'normal', lineHeight: 18 } };

/** As big and as dark as what stands around the table, which Fluent's rows are not. */
const rowStyles = { root: { fontSize: 14, color: 'inherit' } };

function renderRow(row?: IDetailsRowProps): React.ReactElement | null {
  return row === undefined ? null : <DetailsRow {...row} styles={rowStyles} />;
}

function Cards<V>({ label, rows, columns, keyOf }: RegisterTableProps<V>): React.ReactElement {
  const heads = columns.filter(({ isRowHeader }) => isRowHeader === true);
  const facts = columns.filter(({ isRowHeader, isAction }) => isRowHeader !== true && isAction !== true);
  const actions = columns.filter(({ isAction }) => isAction === true);
  return (
    <RowCards
      label={label}
      rows={rows}
      keyOf={keyOf}
      headOf={(row) => heads.map(({ key, render }) => <React.Fragment key={key}>{render(row)} </React.Fragment>)}
      factsOf={(row) => facts.map(({ name, render }) => ({ name, value: render(row) }))}
      footOf={actions.length === 0 ? undefined : (row) => actions.map(({ key, render }) => <div key={key}>{render(row)}</div>)}
    />
  );
}
