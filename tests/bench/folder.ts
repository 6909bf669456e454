// A folder for one measurement, gone after it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function inFolder<V>(work: (folder: string) => Promise<V>): Promise<V> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
