// A wish that the classification model or the requirements were otherwise: there are no local rules, so it becomes a proposal to the informationssäkerhetsansvarig (H03).
import { z } from 'zod';
import { Person } from './person';

/** Frågorna och nivåerna; kraven. */
export const changeSubjects = ['model', 'requirements'] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

/** Föreslaget; tas med i nästa version; avböjt. */
export const changeProposalStates = ['proposed', 'accepted', 'declined'] as const;

/** Longest texts, in characters. */
export const changeProposalLimits = { what: 1000, why: 1000, reason: 1000 } as const;

/** `version`: of the model or the catalogue when it was proposed. `asset`: what somebody was working on. Times are UTC, ISO 8601. */
export const ChangeProposal = z.object({
  reference: z.string(),
  subject: z.enum(changeSubjects),
  version: z.string(),
  asset: z.string().optional(),
  what: z.string(),
  why: z.string(),
  proposer: Person,
  proposedAt: z.iso.datetime(),
  state: z.enum(changeProposalStates),
  answered: z.object({ by: Person, at: z.iso.datetime(), reason: z.string() }).optional()
});
export type ChangeProposal = Readonly<z.infer<typeof ChangeProposal>>;
