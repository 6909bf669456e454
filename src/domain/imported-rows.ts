// What comes of rows that are imported into the register, row by row.
import { z } from 'zod';

/** As many rows in one command as SharePoint takes in one batch (platform.md 5). */
export const mostImportedRows = 100;

/** The number a row was given, or why it was not taken; `named` is what that is about. */
export const ImportedRow = z.union([z.object({ reference: z.string() }), z.object({ reason: z.string(), named: z.string().optional() })]);
export type ImportedRow = Readonly<z.infer<typeof ImportedRow>>;

/** In the order of the rows. */
export const ImportedRows = z.object({ rows: z.array(ImportedRow) });
export type ImportedRows = Readonly<z.infer<typeof ImportedRows>>;
