// The rows as they would stand in the register: which are taken, and how each of them goes.
import { Checkbox } from '@fluentui/react';
import * as React from 'react';
import type { ReadRow } from '../../workflows/import-rows';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { useRowWords } from './row-words';
import type { Outcomes } from './use-import';

/** Which of the rows that may be brought in are. */
export interface Choosing {
  readonly mayGo: (row: ReadRow) => boolean;
  /** By line. */
  readonly leftOut: ReadonlySet<number>;
  readonly take: (lines: readonly number[], is: boolean) => void;
}

export interface RowTableProps {
  readonly rows: readonly ReadRow[];
  readonly outcomes: Outcomes;
  readonly choosing: Choosing;
}

export function RowTable({ rows, outcomes, choosing }: RowTableProps): React.ReactElement {
  const t = useText();
  const words = useRowWords(outcomes);
  const columns: readonly (TableColumn<ReadRow> | false)[] = [
    {
      key: 'take',
      name: t('tab.import.take'),
      width: [70, 90],
      render: (row) => <TakeRow row={row} isSent={outcomes.has(row.line)} choosing={choosing} />
    },
    { key: 'line', name: t('tab.import.line'), width: [60, 80], render: ({ line }) => String(line) },
    { key: 'name', name: t('tab.asset.name'), width: [140, 280], isRowHeader: true, render: ({ content }) => content.name },
    rows.some(({ content }) => content.place !== undefined) && {
      key: 'place',
      name: t('tab.import.field.place'),
      width: [140, 280],
      render: ({ content }) => content.place ?? ''
    },
    { key: 'unit', name: t('tab.asset.unit'), width: [90, 140], render: ({ content }) => content.unit },
    {
      key: 'state',
      name: t('tab.import.outcome'),
      width: [220, 480],
      render: (row) => <RowOutcome row={row} outcomes={outcomes} words={words(row)} />
    }
  ];
  return (
    <>
      <TakeAll rows={rows.filter(({ line }) => !outcomes.has(line))} choosing={choosing} />
      <RegisterTable
        label={t('tab.import.rows')}
        rows={rows}
        columns={columns.filter((column) => column !== false)}
        keyOf={({ line }) => String(line)}
      />
    </>
  );
}

function TakeAll({ rows, choosing: { mayGo, leftOut, take } }: Pick<RowTableProps, 'rows' | 'choosing'>): React.ReactElement | null {
  const t = useText();
  const lines = rows.filter(mayGo).map(({ line }) => line);
  if (lines.length < 2) return null;
  const taken = lines.filter((line) => !leftOut.has(line)).length;
  return (
    <Checkbox
      label={t('tab.import.take-all')}
      checked={taken === lines.length}
      indeterminate={taken > 0 && taken < lines.length}
      onChange={() => take(lines, taken < lines.length)}
    />
  );
}

interface TakeRowProps {
  readonly row: ReadRow;
  readonly isSent: boolean;
  readonly choosing: Choosing;
}

function TakeRow({ row, isSent, choosing: { mayGo, leftOut, take } }: TakeRowProps): React.ReactElement | null {
  const t = useText();
  if (isSent || !mayGo(row)) return null;
  return (
    <Checkbox
      ariaLabel={t('tab.import.take-row', { line: row.line, name: row.content.name })}
      checked={!leftOut.has(row.line)}
      onChange={(_, is) => take([row.line], is === true)}
    />
  );
}

interface RowOutcomeProps {
  readonly row: ReadRow;
  readonly outcomes: Outcomes;
  readonly words: string;
}

function RowOutcome({ row, outcomes, words }: RowOutcomeProps): React.ReactElement {
  const outcome = outcomes.get(row.line);
  const reference = outcome !== undefined && 'reference' in outcome ? outcome.reference : row.standing?.reference;
  return (
    <>
      {words} {reference !== undefined && <AddressLink to={{ screen: 'asset', reference }}>{reference}</AddressLink>}
    </>
  );
}
