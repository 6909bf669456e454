// Making a document about an incident: of the incident as it stands when the button is pressed, by a library that is fetched then.
import type { Case } from '../../documents/case';
import { done, type Outcome } from '../../domain/outcome';
import { useEnvironment } from '../environment';
import type { MadeFile } from './download';
import { readCase } from './read-case';

export function makers(): Promise<typeof import('./make-document')> {
  return import('./make-document');
}

export type Make = (file: (read: Case) => Promise<MadeFile>) => Promise<Outcome<MadeFile, 'no-right'>>;

/** Reads the incident as it stands now, and makes the file of that. */
export function useMake(reference: string): Make {
  const { source, me } = useEnvironment();
  return async (file) => {
    const read = await readCase(source, reference, me);
    return read.ok ? done(await file(read.value)) : read;
  };
}
