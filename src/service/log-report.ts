// What `npm run verify-log` says, in Swedish and English: each place where the record is not what its log says, and what was done about it.
import type { SPFI } from '@pnp/sp';
import { entryKey } from '../domain/log';
import type { Deviation } from '../domain/log-check';
import { onOneLine } from '../domain/written-text';
import '../i18n/every-language';
import { text } from '../i18n/text';
import { keepLogCheck, readWitnessedAnchors } from '../lists/log-checks';
import { isSharePointError } from '../lists/sharepoint-error';
import { checkOf } from './daily-log-check';
import { verifyLog, type Finding, type Verification } from './log-verification';
import { wholeSeconds } from './pace';

export interface LogReport {
  readonly sp: SPFI;
  readonly now: () => Date;
  /** Bring items back from the log. */
  readonly restores: boolean;
  readonly say: (line: string) => void;
}

/** Gives how many deviations are left. Throws when the record could not be read. */
export async function reportOnLog(report: LogReport): Promise<number> {
  const { sp, now, restores, say } = report;
  const options = { now, witnessed: await readWitnessedAnchors(sp) };
  const found = await verifyLog(sp, options);
  for (const finding of found.findings) say(`${inWords(finding)}${restores ? await restored(finding) : ''}`);
  const left = restores && found.findings.some(({ restore }) => restore !== undefined) ? await verifyLog(sp, options) : found;
  say(sumOf(found));
  if (left !== found) say(`${left.findings.length} avvikelser kvar / ${left.findings.length} deviations left`);
  say(anchorOf(left));
  await keep(report, left);
  return left.findings.length;
}

async function restored({ restore }: Finding): Promise<string> {
  if (restore === undefined) return '  → lämnad som den är / left as it is';
  await restore();
  return '  → återställd ur loggen / restored from the log';
}

/** One line: what somebody has written into a list as a number can neither begin a second line nor move the cursor. */
function inWords({ aggregate, sequence, at, fault }: Deviation): string {
  const place = sequence === 0 ? aggregate : `${aggregate}:${sequence}`;
  const words = `${text('sv', `check.fault.${fault}`)} / ${text('en', `check.fault.${fault}`)}`;
  return [place, at, words]
    .map(onOneLine)
    .filter((part) => part !== '')
    .join('  ');
}

function sumOf({ entries, findings: { length } }: Verification): string {
  return `${entries} poster, ${length} avvikelser / ${entries} entries, ${length} deviations`;
}

/** The hash is for whoever compares it with the service's own log. */
function anchorOf({ anchor }: Verification): string {
  if (anchor === undefined) return 'Loggen är inte förankrad än / The log is not anchored yet';
  return `Senaste ankare / Latest anchor: ${entryKey(anchor)}  ${anchor.at}  ${anchor.hash}`;
}

/** A site that an earlier version made has nowhere to keep it. */
async function keep({ sp, now, say }: LogReport, verification: Verification): Promise<void> {
  try {
    await keepLogCheck(sp, wholeSeconds(now()), checkOf(verification, 'operator', now()));
  } catch (error) {
    if (!isSharePointError(error, 'not-found')) throw error;
    say(
      'Kontrollen syns inte i fliken innan platsen är uppgraderad / The tab will not show this check until the site is upgraded: npm run provision'
    );
  }
}
