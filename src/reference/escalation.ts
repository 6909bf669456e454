// When people are reminded and when they are left alone, by severity; how soon each in the line has to answer (domain.md 5.2).
import type { EscalationRule, EscalationRules } from '../domain/reminders';
import type { WakingHours } from '../domain/waking-hours';

/** Office hours: what has days to be answered in is counted in working days, and is not told outside them. Our own proposal, for the municipality to decide. */
const office: WakingHours = { days: 'working', from: '08:00', until: '17:00' };

/** All but the night, which is 22 to 6 in 13 a § arbetstidslagen (1982:673): what is counted in hours goes on over the weekend. */
const daytime: WakingHours = { days: 'every', from: '06:00', until: '22:00' };

/** An eighth: 6 hours of two days, 3 hours of the law's 24, half an hour of 4 hours. Our own proposal. */
const nearShare = 1 / 8;

const answer: Readonly<Record<keyof EscalationRules['answer'], EscalationRule>> = {
  low: { waking: office, nearShare, nextAfterMinutes: 24 * 60 },
  medium: { waking: office, nearShare, nextAfterMinutes: 4 * 60 },
  high: { waking: daytime, nearShare, nextAfterMinutes: 60 },
  critical: { waking: 'always', nearShare, nextAfterMinutes: 10 }
};

/** A measure has weeks or months, so it is near when a tenth of the time is left, and waits for office hours. Our own proposal. */
const measure = { waking: office, nearShare: 1 / 10 } as const;

/** The law's hours do not stop for weekends, so neither do its reminders; only the night is quiet, unless the incident itself is critical. */
export const escalationRules: EscalationRules = { answer, legal: { waking: daytime, nearShare }, measure, inventory: { waking: office } };
