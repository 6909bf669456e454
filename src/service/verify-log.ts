// `npm run verify-log`: says whether the record is what its log says it is, and names every place where it is not.
import { connectToSite } from './connect-to-site';
import { verifyLog, type Deviation, type Fault } from './log-verification';
import { faultsInWords } from './setting-faults';
import { readSiteAccess } from './settings';

const words: Readonly<Record<Fault, readonly [swedish: string, english: string]>> = {
  altered: ['posten i loggen är ändrad', 'the log entry has been altered'],
  missing: ['en post före denna saknas i loggen', 'an entry before this one is missing from the log'],
  'broken-link': ['posten hör inte ihop med den före', 'the entry does not follow from the one before'],
  unreadable: ['raden går inte att läsa', 'the row cannot be read'],
  'tail-missing': ['den senaste posten är borttagen ur loggen', 'the latest entry has been taken out of the log'],
  'item-behind': ['raden i listan är äldre än loggen', 'the list item is older than the log'],
  'item-differs': ['raden i listan säger något annat än loggen', 'the list item says something else than the log'],
  'item-missing': ['raden är borttagen ur listan', 'the item has been taken out of the list'],
  'not-in-log': ['raden i listan finns inte i loggen', 'the list item is not in the log']
};

async function main(): Promise<number> {
  if (!process.versions.node.startsWith('22.')) throw new Error('Kör med npm: Värna behöver Node 22 / Run with npm: Värna needs Node 22.');
  const reading = readSiteAccess(process.env);
  if (!reading.ok) {
    process.stderr.write(faultsInWords(reading.faults));
    return 2;
  }
  const { entries, deviations } = await verifyLog(connectToSite(reading.settings, () => new Date()));
  for (const deviation of deviations) process.stdout.write(`${inWords(deviation)}\n`);
  process.stdout.write(`${entries} poster, ${deviations.length} avvikelser / ${entries} entries, ${deviations.length} deviations\n`);
  return deviations.length === 0 ? 0 : 1;
}

function inWords({ aggregate, sequence, at, fault }: Deviation): string {
  return [sequence === 0 ? aggregate : `${aggregate}:${sequence}`, at, words[fault].join(' / ')].filter((part) => part !== '').join('  ');
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
);
