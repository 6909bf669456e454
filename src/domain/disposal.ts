// The decision that an incident may be disposed of (gallringsbeslut): what it rests on stays with it (arkivlagen 1990:782 10 §, H56).
import { z } from 'zod';
import { Person } from './person';

/** Which rule of how long it is kept, with its source, the last day it had to be kept (Swedish, YYYY-MM-DD), and the words of whoever decided. `at` is UTC, ISO 8601. */
export const Disposal = z.object({
  by: Person,
  at: z.iso.datetime(),
  reason: z.string(),
  rule: z.string(),
  source: z.string(),
  until: z.iso.date()
});
export type Disposal = Readonly<z.infer<typeof Disposal>>;
