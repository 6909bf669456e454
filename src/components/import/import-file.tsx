// Picking the file to import or the sites in SharePoint, and why what was picked cannot be taken.
import { Dropdown, Label } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Unit } from '../../domain/person';
import type { TextKey } from '../../i18n/text';
import { importHeadings } from '../../reference/import-headings';
import { tableOf, type ImportTable } from '../../workflows/import-table';
import { useEnvironment, useText } from '../environment';
import { dropdownStyles, useLayout } from '../parts/layout';
import { useTakenFocus } from '../parts/use-taken-focus';
import { statesOf } from '../source';
import { FetchSites, siteProposal } from './fetch-sites';
import { ImportMapping } from './import-mapping';
import { longestFile, sheetsOf, type FileSheet } from './read-file';

export interface ImportFileProps {
  readonly units: readonly Unit[];
  readonly register: readonly Asset[];
}

interface Picked {
  readonly name: string;
  readonly sheets?: readonly FileSheet[];
  readonly candidates?: ImportTable;
  readonly fault?: TextKey;
}

export function ImportFile({ units, register }: ImportFileProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { onError } = useEnvironment();
  const input = useTakenFocus<HTMLInputElement>(true);
  const { picked, take } = usePicked(register);
  const pick = (event: React.ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    readPicked(file).then(take, (error: unknown) => {
      onError(error instanceof Error ? error : new Error(String(error)));
      take({ name: file.name, fault: 'tab.import.fault.unreadable' });
    });
  };
  return (
    <>
      <div>
        <Label htmlFor="varna-import-file">{t('tab.import.file')}</Label>
        <input
          ref={input}
          id="varna-import-file"
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          aria-describedby="varna-import-file-help"
          onChange={pick}
          className={layout.file}
        />
        <p id="varna-import-file-help" className={layout.quiet}>
          {t('tab.import.file.help')}
        </p>
      </div>
      <FetchSites onFound={(candidates) => take({ name: t('tab.import.sites.name'), candidates })} />
      {picked?.fault !== undefined && <FileFaultLine words={t(picked.fault, { what: t('tab.what.assets') })} />}
      {picked?.sheets !== undefined && (
        <ImportSheets key={picked.turn} name={picked.name} sheets={picked.sheets} units={units} register={picked.register} />
      )}
      {picked?.candidates !== undefined && (
        <ImportMapping
          key={picked.turn}
          {...{ name: picked.name, table: picked.candidates, units, register: picked.register, proposal: siteProposal }}
        />
      )}
    </>
  );
}

interface TakenUp extends Picked {
  readonly register: readonly Asset[];
  readonly turn: number;
}

/** What was picked last, held against the register as it is then: what has just been brought in stands there. */
function usePicked(before: readonly Asset[]): { readonly picked: TakenUp | undefined; readonly take: (picked: Picked) => void } {
  const { source, onError } = useEnvironment();
  const [taken, setTaken] = React.useState<TakenUp>();
  const turn = React.useRef(0);
  const take = (picked: Picked): void => {
    turn.current += 1;
    const now = turn.current;
    const show = (shown: Picked, register: readonly Asset[]): void => {
      if (turn.current === now) setTaken({ ...shown, register, turn: now });
    };
    const refuse = (): void => show({ name: picked.name, fault: 'refusal.could-not-read' }, before);
    source.assets().then(
      (read) => (read.ok ? show(picked, statesOf(read.value)) : refuse()),
      (error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)));
        refuse();
      }
    );
  };
  return { picked: taken, take };
}

function FileFaultLine({ words }: { readonly words: string }): React.ReactElement {
  const layout = useLayout();
  return (
    <p role="alert" className={layout.fault}>
      {words}
    </p>
  );
}

interface ImportSheetsProps extends ImportFileProps {
  readonly name: string;
  readonly sheets: readonly FileSheet[];
}

/** The sheet to import, asked for where there are several; the first with rows that can be read is proposed. */
function ImportSheets({ name, sheets, units, register }: ImportSheetsProps): React.ReactElement {
  const t = useText();
  const tables = React.useMemo(() => sheets.map(({ lines }) => tableOf(lines, importHeadings)), [sheets]);
  const [at, setAt] = React.useState(() =>
    Math.max(
      0,
      tables.findIndex((table) => !('reason' in table))
    )
  );
  const table = tables[at];
  return (
    <>
      {sheets.length > 1 && (
        <Dropdown
          label={t('tab.import.sheet')}
          styles={dropdownStyles}
          options={sheets.map((sheet, key) => ({ key, text: sheet.name }))}
          selectedKey={at}
          onChange={(_, option) => setAt(Number(option?.key ?? at))}
        />
      )}
      {table !== undefined && 'reason' in table && (
        <FileFaultLine words={t(`tab.import.fault.${table.reason}`, { column: 'column' in table ? table.column : '' })} />
      )}
      {table !== undefined && !('reason' in table) && <ImportMapping key={at} {...{ name, table, units, register }} />}
    </>
  );
}

async function readPicked(file: File): Promise<Picked> {
  const { name } = file;
  if (file.size > longestFile) return { name, fault: 'tab.import.fault.file-too-large' };
  const read = await sheetsOf(name, new Uint8Array(await bytesOf(file)));
  return 'fault' in read ? { name, fault: `tab.import.fault.${read.fault}` } : { name, sheets: read.sheets };
}

/** Not `file.arrayBuffer()`, which browsers that Teams has come in do not all have. */
function bytesOf(file: File): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('The file could not be read.'));
    reader.readAsArrayBuffer(file);
  });
}
