// The day's work on the log: it is anchored, the record is held against it, and what came of that is kept where people look (H13, design 4).
import type { SPFI } from '@pnp/sp';
import type { Logger } from 'pino';
import { anchorDay } from '../domain/anchor';
import type { Checker, LogCheck } from '../domain/log-check';
import { anchoredLog } from '../lists/log-as-it-stands';
import { keepLogCheck, readWitnessedAnchors } from '../lists/log-checks';
import { anchorLog } from '../workflows/anchor-log';
import { verifyLog, type Verification } from './log-verification';
import { wholeSeconds } from './pace';
import { daily, type Job } from './schedule';

export interface DailyLogCheck {
  readonly sp: SPFI;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Every night, when hardly anybody writes. */
export function dailyLogCheck(parts: DailyLogCheck): Job {
  return {
    name: 'log-check',
    due: daily('03:45'),
    run: async () => {
      await checkLogDaily(parts);
    }
  };
}

/**
 * Safe to repeat and for two instances at once: a Swedish calendar day gets one anchor and one kept check, of which the latest made stands. Throws when
 * something could not be read or written; what was done by then need not be done again.
 */
export async function checkLogDaily({ sp, now, log }: DailyLogCheck): Promise<LogCheck> {
  const { sequence, hash } = await anchorLog({ log: anchoredLog(sp), now: () => wholeSeconds(now()) });
  // A witness outside SharePoint: whoever can rewrite the whole list, anchors and all, cannot rewrite these lines.
  log.info({ sequence, hash }, 'the log is anchored');
  const check = checkOf(await verifyLog(sp, { now, witnessed: await readWitnessedAnchors(sp) }), 'service', now());
  await keepLogCheck(sp, anchorDay(check.at), check);
  const { entries, found } = check;
  if (found === 0) log.info({ entries }, 'the record is what its log says');
  else log.warn({ entries, deviations: found }, 'the record is not what its log says');
  return check;
}

/** What is kept of a verification: where, and nothing of what stands there. */
export function checkOf({ entries, findings, anchor }: Verification, by: Checker, now: Date): LogCheck {
  return {
    at: wholeSeconds(now),
    by,
    entries,
    found: findings.length,
    deviations: findings.map(({ aggregate, sequence, at, fault }) => ({ aggregate, sequence, at, fault })),
    anchor: anchor && { aggregate: anchor.aggregate, sequence: anchor.sequence, at: anchor.at, hash: anchor.hash }
  };
}
