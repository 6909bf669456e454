// The files of incidents in memory, as the service keeps them beside the items.
import type { IncidentFiles } from '../../src/lists/incident-files';

/** `kept`: what stands there, by the name it is kept under. */
export function memoryFiles(kept: Map<string, Uint8Array>): IncidentFiles {
  return {
    keep: ({ file }, bytes) => {
      kept.set(file, bytes);
      return Promise.resolve('kept');
    },
    remove: ({ file }) => Promise.resolve(void kept.delete(file))
  };
}
