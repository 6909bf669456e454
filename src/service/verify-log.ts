// `npm run verify-log`: says whether the record is what its log says it is, and names every place where it is not; `-- --restore` brings items back.
import { connectToSite } from './connect-to-site';
import { reportOnLog } from './log-report';
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
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const left = await reportOnLog({ sp: connectToSite(reading.settings, now), now, restores: wishes.includes('--restore'), say });
  return left === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
);
