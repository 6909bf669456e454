// The files of an incident: who added what and when, each to be fetched as a file and never shown as a page, and a place to add more.
import { ActionButton } from '@fluentui/react';
import * as React from 'react';
import type { Attachment } from '../../domain/attachment';
import { facingIncident } from '../../domain/capacities';
import { bytesHash } from '../../domain/hash';
import { attachmentsOf } from '../../domain/incident';
import { refusalTo } from '../../domain/permissions';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';
import { saveFile } from '../save-file';
import { AddFiles } from './add-files';
import type { CaseProps } from './incident-screen';

export function Files({ incident, roles, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { reference } = incident;
  const files = attachmentsOf(incident);
  const mayAdd = refusalTo('add-attachment', facingIncident({ person: me, roles }, incident)) === undefined;
  return (
    <>
      {files.length === 0 && <p className={layout.quiet}>{t('tab.files.none')}</p>}
      {files.length > 0 && (
        <ul className={layout.list}>
          {files.map((file) => (
            <li key={file.file} className={layout.row}>
              <FileOf reference={reference} file={file} />
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddFiles reference={reference} onAdded={onChanged} />}
    </>
  );
}

/** One of the files, to be fetched and saved. */
export function FileOf({ reference, file }: { readonly reference: string; readonly file: Attachment }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const { fault, isFetching, fetchFile } = useFetched(reference, file);
  const told = { size: sizeOf(file.size, language), name: file.by.name, at: formatMoment(language, file.at) };
  return (
    <>
      <ActionButton
        iconProps={{ iconName: 'Download' }}
        aria-label={t('tab.files.get', { name: file.name })}
        disabled={isFetching}
        onClick={fetchFile}
        styles={{ root: { minHeight: 44 } }}
      >
        {file.name}
      </ActionButton>
      <span className={layout.quiet}>{t('tab.files.by', told)}</span>
      {fault !== undefined && (
        <p role="alert" className={layout.fault}>
          {fault === 'unread' ? t('refusal.could-not-read', { what: file.name }) : t(`tab.files.${fault}`)}
        </p>
      )}
    </>
  );
}

type Fault = 'unread' | 'gone' | 'altered';

/** What is fetched is held to the fingerprint in the log before it is given to anybody. */
function useFetched(reference: string, { file, name, sha256 }: Attachment) {
  const { source, onError } = useEnvironment();
  const [fault, setFault] = React.useState<Fault>();
  const [isFetching, setFetching] = React.useState(false);
  const fetched = async (): Promise<Fault | undefined> => {
    const read = await source.file({ reference, file });
    if (!read.ok || read.value === undefined) return 'gone';
    if (bytesHash(read.value) !== sha256) return 'altered';
    saveFile(name, read.value);
    return undefined;
  };
  return {
    fault,
    isFetching,
    fetchFile: (): void => {
      setFetching(true);
      void fetched()
        .catch((error: unknown): Fault => {
          onError(error instanceof Error ? error : new Error(String(error)));
          return 'unread';
        })
        .then(setFault)
        .finally(() => setFetching(false));
    }
  };
}

function sizeOf(bytes: number, language: string): string {
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kB'] : [bytes / 1024 / 1024, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(size)} ${unit}`;
}
