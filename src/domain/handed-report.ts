// A särskild rapport that was handed over: which file, to whom in Ledning, that they received it, and that kommunstyrelsen dealt with it (H64, domain.md 5.3).
import { z } from 'zod';
import type { Attachment } from './attachment';
import { Person } from './person';
import { RegistryNumber } from './registry-number';

const at = z.iso.datetime();

/**
 * `file` is what SharePoint keeps the report under beside the incident, `sha256` over its bytes: together they say which words were handed over. `at` is
 * when (UTC, ISO 8601), `treated.on` a Swedish calendar day (YYYY-MM-DD).
 */
export const HandedReport = z.object({
  file: z.string(),
  name: z.string(),
  sha256: z.string(),
  by: Person,
  at,
  to: Person,
  receivedAt: at.optional(),
  treated: z.object({ by: Person, at, on: z.iso.date(), registryNumber: RegistryNumber }).optional()
});
export type HandedReport = Readonly<z.infer<typeof HandedReport>>;

/** Whether a file can be handed over: a document that reads the same to whoever opens it. */
export function isReportFile({ kind }: Pick<Attachment, 'kind'>): boolean {
  return kind === 'word' || kind === 'pdf';
}
