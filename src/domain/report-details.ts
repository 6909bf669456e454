// What a reporter may add to the few questions everybody is asked; nobody has to, and older reports have none of it (domain.md 5.2 step 1).
import { z } from 'zod';
import { numberIn } from './reference-number';

export const yesNoUnknown = ['yes', 'no', 'unknown'] as const;

/** In what form the information was: one tap where it happened, instead of typing (H09). */
export const reportCarriers = ['message', 'system', 'paper', 'telephone', 'premises', 'equipment', 'unknown'] as const;

/** Brist and tillbud: what may go wrong, and what was about to (H25). */
export const weaknessKinds = ['weakness', 'near-miss'] as const;

/** Whose data it is about (H06). */
export const concernedGroups = ['residents', 'children', 'staff', 'others', 'unknown'] as const;

/** Whether the cause lies in how we work or in the technology. */
export const causes = ['way-of-working', 'technology', 'both', 'unknown'] as const;

/** How somebody told it to whoever writes the report for them. */
export const toldWays = ['telephone', 'paper', 'in-person'] as const;

/** Why somebody else than the nearest manager is told (H40). */
export const managerHindrances = ['involved', 'away'] as const;

/** Longest texts, in characters. Teams' own links to messages are about half as long as that. */
export const detailLimits = { toldBy: 200, messageLink: 600 } as const;

const hours = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A day, or a day and a time to the minute: `2026-11-23` or `2026-11-23 14:40`. Swedish time, as it was told. */
const toldMoment = z.string().refine((said) => {
  const [day, time, ...more] = said.split(' ');
  return more.length === 0 && z.iso.date().safeParse(day).success && (time === undefined || hours.test(time));
});

/** Each answer is absent when the reporter was not asked or said nothing. `toldBy`: who told it, when somebody else writes. */
export const reportDetails = {
  carrier: z.enum(reportCarriers).optional(),
  weakness: z.enum(weaknessKinds).optional(),
  happened: toldMoment.optional(),
  discovered: toldMoment.optional(),
  concerned: z.enum(concernedGroups).optional(),
  sensitive: z.enum(yesNoUnknown).optional(),
  unauthorisedAccess: z.enum(yesNoUnknown).optional(),
  concernedInformed: z.enum(yesNoUnknown).optional(),
  cause: z.enum(causes).optional(),
  asset: numberIn('T').optional(),
  toldBy: z.string().trim().min(1).max(detailLimits.toldBy).optional(),
  toldThrough: z.enum(toldWays).optional(),
  manager: z.enum(managerHindrances).optional(),
  messageLink: z
    .url({ protocol: /^https$/ })
    .max(detailLimits.messageLink)
    .regex(/^[!-~]+$/)
    .optional()
} as const;
