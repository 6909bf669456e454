// The rows that were not brought in, as an Excel file with the reason in a column of its own: to be put right and imported again.
import * as React from 'react';
import { done } from '../../domain/outcome';
import { MakeButton } from '../documents/making';
import { useText } from '../environment';
import type { ReadRow } from '../../workflows/import-rows';
import type { ImportTable } from '../../workflows/import-table';
import { useRowWords } from './row-words';
import type { Outcomes } from './use-import';

export interface FaultyRowsProps {
  readonly table: ImportTable;
  /** All rows of the table, in its order. */
  readonly rows: readonly ReadRow[];
  readonly outcomes: Outcomes;
}

export function FaultyRows({ table, rows, outcomes }: FaultyRowsProps): React.ReactElement | null {
  const t = useText();
  const words = useRowWords(outcomes);
  const faulty = rows
    .map((row, at) => ({ row, cells: table.rows[at] ?? [] }))
    .filter(({ row: { line, faults } }) => faults.length > 0 || isRefused(outcomes, line));
  if (faulty.length === 0) return null;
  const make = async () => {
    const { excelOf } = await import('../../documents/excel');
    const columns = [...table.headings, t('tab.import.reason')].map((title) => ({ title, width: 30 }));
    const cells = faulty.map(({ row, cells: written }) => [...written, words(row)]);
    const content = await excelOf([{ name: t('tab.import.faulty-sheet'), columns, rows: cells }]);
    const { excelType } = await import('../documents/download');
    return done({ name: 'rader-att-ratta.xlsx', type: excelType, content });
  };
  return <MakeButton words={t('tab.import.save-faulty', { count: faulty.length })} make={make} />;
}

function isRefused(outcomes: Outcomes, line: number): boolean {
  const outcome = outcomes.get(line);
  return outcome !== undefined && 'reason' in outcome;
}
