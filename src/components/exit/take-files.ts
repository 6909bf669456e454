// The files of the incidents for an exit package, one after the other, each held to the fingerprint that the log has of it.
import type { ExitPackage, FileFault, MissingFile } from '../../documents/exit-readme';
import type { Attachment } from '../../domain/attachment';
import { bytesHash } from '../../domain/hash';
import { attachmentsOf } from '../../domain/incident';
import { statesOf } from '../source';
import type { Archive } from './archive';
import type { ExitOptions } from './exit-package';

interface FileOptions extends Pick<ExitOptions, 'source' | 'isStopped' | 'onError'> {
  readonly archive: Archive;
  readonly onFiles: (files: number) => void;
}

type TakenFiles = Pick<ExitPackage, 'files' | 'missing' | 'filesUnread'>;

/** A zip file without extensions holds 4 GB, and a browser less than that in memory; what comes after is named. */
const mostBytes = 1_500_000_000;

export async function takeFiles(options: FileOptions): Promise<TakenFiles> {
  const named = await filesOfIncidents(options);
  if (typeof named === 'string') return { files: 0, missing: [], filesUnread: named };
  const missing: MissingFile[] = [];
  let files = 0;
  for (const { reference, attachment } of named) {
    if (options.isStopped()) break;
    const path = `filer/${reference}/${attachment.file}`;
    const fault = await takeFile(path, { reference, attachment }, options);
    if (fault !== undefined) missing.push({ path, fault });
    if (fault === undefined || fault === 'altered') files += 1;
    options.onFiles(files);
  }
  return { files, missing };
}

interface NamedFile {
  readonly reference: string;
  readonly attachment: Attachment;
}

async function filesOfIncidents({ source, onError }: FileOptions): Promise<readonly NamedFile[] | 'no-right' | 'failed'> {
  try {
    const incidents = await source.incidents();
    if (!incidents.ok) return incidents.reason;
    return statesOf(incidents.value).flatMap((incident) =>
      attachmentsOf(incident).map((attachment) => ({ reference: incident.reference, attachment }))
    );
  } catch (error) {
    onError(error instanceof Error ? error : new Error(String(error)));
    return 'failed';
  }
}

async function takeFile(path: string, { reference, attachment }: NamedFile, options: FileOptions): Promise<FileFault | undefined> {
  const { archive, source, onError } = options;
  if (archive.size() + attachment.size > mostBytes) return 'too-much';
  try {
    const read = await source.file({ reference, file: attachment.file });
    if (!read.ok || read.value === undefined) return 'not-there';
    archive.bytes(path, read.value);
    return bytesHash(read.value) === attachment.sha256 ? undefined : 'altered';
  } catch (error) {
    onError(error instanceof Error ? error : new Error(String(error)));
    return 'failed';
  }
}
