// Picking the file to import, and why one cannot be taken.
import { Label } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Unit } from '../../domain/person';
import type { TextKey } from '../../i18n/text';
import { tableOf, type ImportTable } from '../../workflows/import-table';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { ImportMapping } from './import-mapping';
import { linesOf, longestFile } from './read-file';

export interface ImportFileProps {
  readonly units: readonly Unit[];
  readonly register: readonly Asset[];
}

interface PickedFile {
  readonly name: string;
  readonly table?: ImportTable;
  readonly fault?: { readonly words: TextKey; readonly column?: string };
}

export function ImportFile({ units, register }: ImportFileProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { onError } = useEnvironment();
  const [picked, setPicked] = React.useState<PickedFile>();
  const pick = (event: React.ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    readPicked(file).then(setPicked, (error: unknown) => {
      onError(error instanceof Error ? error : new Error(String(error)));
      setPicked({ name: file.name, fault: { words: 'tab.import.fault.unreadable' } });
    });
  };
  return (
    <>
      <div>
        <Label htmlFor="varna-import-file">{t('tab.import.file')}</Label>
        <input
          id="varna-import-file"
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          aria-describedby="varna-import-file-help"
          onChange={pick}
          style={{ minHeight: 44 }}
        />
        <p id="varna-import-file-help" className={layout.quiet}>
          {t('tab.import.file.help')}
        </p>
      </div>
      {picked?.fault !== undefined && (
        <p role="alert" className={layout.fault}>
          {t(picked.fault.words, { column: picked.fault.column ?? '' })}
        </p>
      )}
      {picked?.table !== undefined && (
        <ImportMapping key={picked.name} name={picked.name} table={picked.table} units={units} register={register} />
      )}
    </>
  );
}

async function readPicked(file: File): Promise<PickedFile> {
  const { name } = file;
  if (file.size > longestFile) return { name, fault: { words: 'tab.import.fault.file-too-large' } };
  const read = await linesOf(name, new Uint8Array(await bytesOf(file)));
  if ('fault' in read) return { name, fault: { words: `tab.import.fault.${read.fault}` } };
  const table = tableOf(read.lines);
  if (!('reason' in table)) return { name, table };
  return { name, fault: { words: `tab.import.fault.${table.reason}`, ...('column' in table && { column: table.column }) } };
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
