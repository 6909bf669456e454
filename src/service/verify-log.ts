// `npm run verify-log`: says whether the record is what its log says it is, and names every place where it is not; with `--restore` it brings items back.
import { entryKey } from '../domain/log';
import { text } from '../i18n/text';
import { connectToSite } from './connect-to-site';
import { verifyLog, type Finding, type Verification } from './log-verification';
import { faultsInWords } from './setting-faults';
import { readSiteAccess } from './settings';

async function main(wishes: readonly string[]): Promise<number> {
  if (!process.versions.node.startsWith('22.')) throw new Error('Kör med npm: Värna behöver Node 22 / Run with npm: Värna needs Node 22.');
  if (wishes.some((wish) => wish !== '--restore')) throw new Error('Bara --restore går att ange / Only --restore can be given.');
  const reading = readSiteAccess(process.env);
  if (!reading.ok) {
    process.stderr.write(faultsInWords(reading.faults));
    return 2;
  }
  const now = (): Date => new Date();
  const sp = connectToSite(reading.settings, now);
  const verification = await verifyLog(sp, { now, witnessed: [] });
  const left = await tell(verification, wishes.includes('--restore'));
  say(sumOf(verification, left));
  return left === 0 ? 0 : 1;
}

/** One line for each finding, with what was done about it. Gives how many are left. */
async function tell({ findings }: Verification, restores: boolean): Promise<number> {
  let left = 0;
  for (const finding of findings) {
    if (restores) await finding.restore?.();
    const isRestored = restores && finding.restore !== undefined;
    if (!isRestored) left += 1;
    say([inWords(finding), ...(restores ? [isRestored ? restored : leftAlone] : [])].join('  '));
  }
  return left;
}

const restored = '→ återställd ur loggen / restored from the log';
const leftAlone = '→ lämnad som den är / left as it is';

function inWords({ aggregate, sequence, at, fault }: Finding): string {
  const words = `${text('sv', `check.fault.${fault}`)} / ${text('en', `check.fault.${fault}`)}`;
  return [sequence === 0 ? aggregate : `${aggregate}:${sequence}`, at, words].filter((part) => part !== '').join('  ');
}

function sumOf({ entries, findings, anchor }: Verification, left: number): string {
  const found = `${entries} poster, ${findings.length} avvikelser / ${entries} entries, ${findings.length} deviations`;
  const rest = left === findings.length ? '' : `, ${left} kvar / ${left} left`;
  const anchored = anchor === undefined ? 'inget ankare / no anchor' : `ankare / anchor ${entryKey(anchor)} ${anchor.at} ${anchor.hash}`;
  return `${found}${rest}\n${anchored}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
);
