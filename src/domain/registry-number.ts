// The number under which something is kept in the municipality's registry (diarienummer, OSL 5 kap. 1 §, H56). Other systems give it; we keep it as it was written.
import { writtenVisibly } from './written-text';

/** Longest number, in characters: diaries write them in many ways, such as `KS 2026/123` and `KS 2026/123-4 § 5`. */
export const longestRegistryNumber = 40;

export const RegistryNumber = writtenVisibly(longestRegistryNumber);
