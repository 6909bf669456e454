// Groups of carriers that a requirement makes sense for: a register on paper is not asked for two-factor authentication (H09).
import type { Carrier } from '../../domain/asset-details';

export const digital: readonly Carrier[] = ['system', 'file-area', 'cloud-service'];
/** Software with functions of its own. */
export const applications: readonly Carrier[] = ['system', 'cloud-service'];
/** What stops when a machine does. */
export const powered: readonly Carrier[] = [...digital, 'equipment'];
/** Where bits can be read off by whoever holds the thing. */
export const stored: readonly Carrier[] = [...powered, 'medium'];
/** Whatever is written down somewhere. */
export const recorded: readonly Carrier[] = [...stored, 'paper'];
export const paper: readonly Carrier[] = ['paper'];
/** What is said, and what somebody knows. */
export const spoken: readonly Carrier[] = ['oral', 'knowledge'];
