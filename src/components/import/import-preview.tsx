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
import { readRows, type Lacking, type ReadRow } from '../../workflows/import-rows';
import { unknownWords, type Meanings } from '../../workflows/import-words';
import type { Mapping } from '../../workflows/import-table';
import { useText } from '../environment';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { useKept } from '../use-kept';
import { FaultyRows } from './faulty-rows';
import type { ImportMappingProps } from './import-mapping';
import { RowTable } from './row-table';
import { UnknownWords } from './unknown-words';
import { useImport } from './use-import';

export interface ImportPreviewProps extends ImportMappingProps {
  readonly mapping: Mapping;
  readonly scale: ClassScale | undefined;
  readonly lacking: Lacking;
  readonly people: ReadonlyMap<string, readonly Pick<Person, 'name' | 'upn'>[]>;
}

export function ImportPreview(props: ImportPreviewProps): React.ReactElement {
  const { name, table, mapping, units, register, scale, lacking, people, proposal } = props;
  const t = useText();
  const meanings = useKept('import-words', Chosen, {});
  const read = React.useCallback(
    (meant: Meanings) => readRows(table, mapping, { units, people, carrierOf, meant, scale, lacking, source: name, register }),
    [table, mapping, units, people, scale, lacking, name, register]
  );
  const words = React.useMemo(() => unknownWords(read(new Map()), people), [read, people]);
  const rows = React.useMemo(() => read(new Map(Object.entries(meanings.typed))), [read, meanings.typed]);
  const [withChanges, setWithChanges] = React.useState(false);
  const differing = rows.filter((row) => isRight(row) && row.standing?.isSame === false);
  const [leftOut, setLeftOut] = React.useState<ReadonlySet<number>>(
    () => new Set(proposal?.leavesOut === true ? rows.map(({ line }) => line) : [])
  );
  const mayGo = (row: ReadRow): boolean => isRight(row) && (row.standing === undefined || (withChanges && !row.standing.isSame));
  const ready = rows.filter((row) => mayGo(row) && !leftOut.has(row.line));
  const take = (lines: readonly number[], is: boolean): void =>
    setLeftOut((before) => new Set(is ? [...before].filter((line) => !lines.includes(line)) : [...before, ...lines]));
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

/** Stopped or broken off it goes on where it was: what has been answered is not sent again. One button that stays where it is, so that the focus does. */
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
      <div className={layout.actions}>
        <DefaultButton
          text={isRunning ? t('tab.import.stop') : t(sent > 0 ? 'tab.import.go-on' : 'tab.import.start', { count: left.length })}
          primary={!isRunning}
          disabled={left.length === 0}
          allowDisabledFocus
          onClick={isRunning ? stop : begin}
        />
      </div>
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
