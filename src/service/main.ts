// Starts the service from the environment, and stops it in good order when told to; or writes its state to a file, or puts it back.
import { carryOutBackup, commandOf, usage, type BackupCommand } from './backup-command';
import { faultOf, openLog } from './log';
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
  const command = commandOf(process.argv.slice(2));
  const reading = readSettings(process.env);
  if (command === undefined) refuse(usage);
  else if (!reading.ok) refuse(faultsInWords(reading.faults));
  else if (command.kind === 'run') await run(reading.settings);
  else await backUpOrRestore(command, reading.settings);
}

// What follows is loaded only when it is needed: what it loads cannot run under another Node.

async function run(settings: Settings): Promise<void> {
  const { startService } = await import('./start-service');
  const service = await startService(settings);
  const stop = (): void => {
    void service.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function backUpOrRestore(command: BackupCommand, settings: Settings): Promise<void> {
  const { openState } = await import('./state/open-state');
  const now = (): Date => new Date();
  const log = openLog(process.stderr);
  const { ok, words } = await carryOutBackup(command, { openState: () => openState(settings, { now, log }), now });
  if (ok) process.stdout.write(words);
  else refuse(words);
}

function refuse(words: string): void {
  process.stderr.write(words);
  process.exitCode = 1;
}

/** Node itself would print the error with all that hangs on it, such as the headers of a request that failed. */
function giveUp(error: unknown): never {
  openLog().fatal({ fault: faultOf(error) }, 'the service stops');
  process.exit(1);
}

process.on('uncaughtException', giveUp);
main().catch(giveUp);
