// Every row of the file as it would stand in the register, with what is wrong with it in words; then those that are right are brought in.
import { Checkbox, DefaultButton, ProgressIndicator } from '@fluentui/react';
import * as React from 'react';
import { z } from 'zod';
import type { Asset } from '../../domain/asset';
import { carriers } from '../../domain/asset-details';
import { languages } from '../../domain/language';
import type { Person } from '../../domain/person';
import '../../i18n/every-language';
import { text } from '../../i18n/text';
import type { ClassScale } from '../../workflows/import-cells';
import { readRows, type ReadRow } from '../../workflows/import-rows';
import { unknownWords, type Meanings } from '../../workflows/import-words';
import type { Mapping } from '../../workflows/import-table';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { useLayout } from '../parts/layout';
import { RegisterTable, type TableColumn } from '../parts/register-table';
import { Section } from '../parts/section';
import { useKept } from '../use-kept';
import { FaultyRows } from './faulty-rows';
import type { ImportMappingProps } from './import-mapping';
import { useRowWords } from './row-words';
import { UnknownWords } from './unknown-words';
import { useImport, type Outcomes } from './use-import';

export interface ImportPreviewProps extends ImportMappingProps {
  readonly mapping: Mapping;
  readonly scale: ClassScale | undefined;
  readonly people: ReadonlyMap<string, readonly Pick<Person, 'name' | 'upn'>[]>;
}

export function ImportPreview(props: ImportPreviewProps): React.ReactElement {
  const { name, table, mapping, units, register, scale, people } = props;
  const t = useText();
  const meanings = useKept('import-words', Chosen, {});
  const read = React.useCallback(
    (meant: Meanings) => readRows(table, mapping, { units, people, carrierOf, meant, scale, source: name, register }),
    [table, mapping, units, people, scale, name, register]
  );
  const words = React.useMemo(() => unknownWords(read(new Map()), people), [read, people]);
  const rows = React.useMemo(() => read(new Map(Object.entries(meanings.typed))), [read, meanings.typed]);
  const [withChanges, setWithChanges] = React.useState(false);
  const differing = rows.filter((row) => isRight(row) && row.standing?.isSame === false);
  const [leftOut, setLeftOut] = React.useState<ReadonlySet<number>>(new Set());
  const mayGo = (row: ReadRow): boolean => isRight(row) && (row.standing === undefined || (withChanges && !row.standing.isSame));
  const ready = rows.filter((row) => mayGo(row) && !leftOut.has(row.line));
  const take = (line: number, is: boolean): void =>
    setLeftOut((before) => new Set(is ? [...before].filter((each) => each !== line) : [...before, line]));
  const run = useImport(register);
  return (
    <>
      {words.length > 0 && <UnknownWords words={words} units={units} chosen={meanings.typed} onChange={meanings.change} />}
      <Section title={t('tab.import.rows')} takesFocus={words.length === 0}>
        <p role="status">
          {t('tab.import.counts', {
            all: rows.length,
            right: rows.filter((row) => isRight(row) && row.standing === undefined).length,
            same: rows.filter((row) => isRight(row) && row.standing?.isSame === true).length,
            differing: differing.length,
            faulty: rows.filter((row) => !isRight(row)).length
          })}
        </p>
        {differing.length > 0 && (
          <Checkbox
            label={t('tab.import.change-differing', { count: differing.length })}
            checked={withChanges}
            onChange={(_, is) => setWithChanges(is === true)}
          />
        )}
        <RunBar ready={ready} run={run} />
        <FaultyRows table={table} rows={rows} outcomes={run.outcomes} />
        <RowTable rows={rows} outcomes={run.outcomes} choosing={{ mayGo, leftOut, take }} />
      </Section>
    </>
  );
}

const Chosen = z.record(z.string(), z.string());

function isRight({ faults }: ReadRow): boolean {
  return faults.length === 0;
}

interface RunBarProps {
  readonly ready: readonly ReadRow[];
  readonly run: ReturnType<typeof useImport>;
}

/** Stopped or broken off it goes on where it was: what has been answered is not sent again. One button, so that the focus stays on it. */
function RunBar({ ready, run: { outcomes, isRunning, failure, start, stop } }: RunBarProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const left = ready.filter(({ line }) => !outcomes.has(line));
  const sent = ready.length - left.length;
  const begin = (): void => {
    if (left.length > 0) start(left);
  };
  return (
    <>
      {(isRunning || sent > 0) && (
        <ProgressIndicator
          label={t('tab.import.progress', { done: sent, of: ready.length })}
          percentComplete={ready.length === 0 ? 1 : sent / ready.length}
        />
      )}
      {failure !== undefined && (
        <p role="alert" className={layout.fault}>
          {failure}
        </p>
      )}
      <div className={layout.actions}>
        <DefaultButton
          text={isRunning ? t('tab.import.stop') : t(sent > 0 ? 'tab.import.go-on' : 'tab.import.start', { count: left.length })}
          primary={!isRunning}
          disabled={left.length === 0}
          allowDisabledFocus
          onClick={isRunning ? stop : begin}
        />
      </div>
    </>
  );
}

/** Every row that may be brought in is, unless somebody leaves it out. */
interface Choosing {
  readonly mayGo: (row: ReadRow) => boolean;
  /** By line. */
  readonly leftOut: ReadonlySet<number>;
  readonly take: (line: number, is: boolean) => void;
}

interface RowTableProps {
  readonly rows: readonly ReadRow[];
  readonly outcomes: Outcomes;
  readonly choosing: Choosing;
}

function RowTable({ rows, outcomes, choosing }: RowTableProps): React.ReactElement {
  const t = useText();
  const words = useRowWords(outcomes);
  const columns: readonly TableColumn<ReadRow>[] = [
    {
      key: 'take',
      name: t('tab.import.take'),
      width: [70, 90],
      render: (row) => <TakeRow row={row} isSent={outcomes.has(row.line)} choosing={choosing} />
    },
    { key: 'line', name: t('tab.import.line'), width: [60, 80], render: ({ line }) => String(line) },
    { key: 'name', name: t('tab.asset.name'), width: [140, 280], isRowHeader: true, render: ({ content }) => content.name },
    { key: 'unit', name: t('tab.asset.unit'), width: [90, 140], render: ({ content }) => content.unit },
    {
      key: 'state',
      name: t('tab.import.outcome'),
      width: [220, 480],
      render: (row) => <RowOutcome row={row} outcomes={outcomes} words={words(row)} />
    }
  ];
  return <RegisterTable label={t('tab.import.rows')} rows={rows} columns={columns} keyOf={({ line }) => String(line)} />;
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
      onChange={(_, is) => take(row.line, is === true)}
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

/** A form of information by its words in any of the languages, or by its code. */
function carrierOf(word: string): Asset['carriers'][number] | undefined {
  const sought = word.toLocaleLowerCase('sv');
  return carriers.find(
    (code) => code === sought || languages.some((language) => text(language, `carrier.${code}`).toLocaleLowerCase('sv') === sought)
  );
}
