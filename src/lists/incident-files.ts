// The files of an incident, beside its item in Incidenter: whoever may read the item reads them, and the service alone puts them there.
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/attachments';
import type { IItem } from '@pnp/sp/items';
import { recordColumns } from '../schema/list';
import { incidentList } from '../schema/incidents';
import { listOf, newestOf } from './rows';
import { isSharePointError, SharePointError } from './sharepoint-error';

/** One file by the incident's number and the name it is kept under. */
export interface FilePlace {
  readonly reference: string;
  readonly file: string;
}

/** Keeping the same bytes again changes nothing. A name that other bytes have is refused: nothing is ever written over. */
export interface IncidentFiles {
  readonly keep: (place: FilePlace, bytes: Uint8Array) => Promise<'kept' | 'name-taken'>;
  /** One that is not there is as good as removed. */
  readonly remove: (place: FilePlace) => Promise<void>;
}

export function incidentFiles(sp: SPFI): IncidentFiles {
  return {
    keep: async (place, bytes) => keep(await itemWith(sp, place), place, bytes),
    remove: async (place) => {
      const { attachmentFiles } = await itemWith(sp, place);
      await unlessMissing(attachmentFiles.getByName(place.file).delete());
    }
  };
}

/** What is in the file; `undefined` when it is not there, or not for whoever asks. */
export async function readIncidentFile(sp: SPFI, { reference, file }: FilePlace): Promise<Uint8Array | undefined> {
  const item = await itemOf(sp, reference);
  return item && contentOf(item, file);
}

/** After a lost answer it is looked whether the file came to stand there all the same. */
async function keep(item: IItem, { file }: FilePlace, bytes: Uint8Array): Promise<'kept' | 'name-taken'> {
  try {
    await item.attachmentFiles.add(file, new Blob([bytes]));
    return 'kept';
  } catch (error) {
    if (!isSharePointError(error, 'conflict', 'unavailable')) throw error;
    const present = await contentOf(item, file);
    if (present === undefined) throw error;
    return isSame(present, bytes) ? 'kept' : 'name-taken';
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

async function contentOf(item: IItem, file: string): Promise<Uint8Array | undefined> {
  const content = await unlessMissing(item.attachmentFiles.getByName(file).getBuffer());
  return content && new Uint8Array(content);
}

async function unlessMissing<V>(asked: Promise<V>): Promise<V | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isSharePointError(error, 'not-found')) return undefined;
    throw error;
  }
}

async function itemWith(sp: SPFI, { reference }: FilePlace): Promise<IItem> {
  const item = await itemOf(sp, reference);
  if (item === undefined) throw new SharePointError(`${incidentList.url} has no item ${reference}.`, { reason: 'not-found' });
  return item;
}

async function itemOf(sp: SPFI, reference: string): Promise<IItem | undefined> {
  const { items } = listOf(sp, incidentList);
  const row = await newestOf(items.select('Id'), { column: recordColumns.reference.name, value: reference });
  return row && items.getById(row.Id);
}
