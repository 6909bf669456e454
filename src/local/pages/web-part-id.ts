// The web part's id, read from where it is decided.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const manifest = path.resolve(__dirname, '../../webparts/varna/VarnaWebPart.manifest.json');

/** The id in the web part's source manifest. */
export async function webPartId(): Promise<string> {
  return z.object({ id: z.guid() }).parse(JSON.parse(await readFile(manifest, 'utf8'))).id;
}
