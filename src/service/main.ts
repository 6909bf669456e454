// Starts the service from the environment, and stops it in good order when told to.
import { readSettings, type Settings } from './settings';
import { faultsInWords } from './setting-faults';

/** better-sqlite3 is built for Node 22 and crashes without a word under 20 (platform.md 1). */
const neededNode = 22;

async function main(): Promise<void> {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) !== neededNode) {
    refuse(`Värna behöver Node ${neededNode}, detta är ${node} / Värna needs Node ${neededNode}, this is ${node}.\n`);
    return;
  }
  const reading = readSettings(process.env);
  if (reading.ok) await run(reading.settings);
  else refuse(faultsInWords(reading.faults));
}

async function run(settings: Settings): Promise<void> {
  // Loaded only now: what it loads cannot run under another Node.
  const { startService } = await import('./start-service');
  const service = await startService(settings);
  const stop = (): void => {
    void service.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function refuse(words: string): void {
  process.stderr.write(words);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
