// `backup FILE` and `restore FILE` on the service's command line.
import { restoreBackup, writeBackup, type RestoreFault } from './state/backup';
import type { ServiceState } from './state/service-state';

export interface BackupCommand {
  readonly kind: 'backup' | 'restore';
  readonly file: string;
}

/** What is to be done by the arguments after the program's name: run the service when there are none. `undefined`: nothing we know. */
export function commandOf(args: readonly string[]): BackupCommand | { readonly kind: 'run' } | undefined {
  const [kind, file, ...more] = args;
  if (kind === undefined) return { kind: 'run' };
  if ((kind !== 'backup' && kind !== 'restore') || file === undefined || more.length > 0) return undefined;
  return { kind, file };
}

export const usage = [
  'Anrop / Usage:',
  '  varna-service.cjs                 startar tjänsten / starts the service',
  '  varna-service.cjs backup FIL      skriver tjänstens tillstånd till en fil / writes its state to a file',
  '  varna-service.cjs restore FIL     läser tillbaka det / puts it back',
  ''
].join('\n');

/** What to say, and whether it went well. */
export interface CommandResult {
  readonly ok: boolean;
  readonly words: string;
}

export interface BackupSurroundings {
  readonly openState: () => Promise<ServiceState>;
  readonly now: () => Date;
}

/** Throws when the file or the state cannot be reached. */
export async function carryOutBackup({ kind, file }: BackupCommand, { openState, now }: BackupSurroundings): Promise<CommandResult> {
  const state = await openState();
  try {
    return kind === 'backup' ? await backUp(state, file, now()) : await restore(state, file);
  } finally {
    await state.close();
  }
}

async function backUp({ contents }: ServiceState, file: string, now: Date): Promise<CommandResult> {
  const records = await writeBackup(contents, { file, now });
  return { ok: true, words: `${records} poster i ${file} / ${records} records in ${file}\n` };
}

async function restore({ contents }: ServiceState, file: string): Promise<CommandResult> {
  const restored = await restoreBackup(contents, file);
  if (!restored.ok) return { ok: false, words: `${faultInWords(restored)}\n` };
  const { records, added } = restored;
  return {
    ok: true,
    words: `${added} poster lästes tillbaka, ${records - added} fanns redan / ${added} records were put back, ${records - added} were there already\n`
  };
}

function faultInWords(fault: RestoreFault): string {
  switch (fault.reason) {
    case 'not-a-backup':
      return 'Filen är ingen säkerhetskopia av Värnas tillstånd. / The file is not a backup of the state of Värna.';
    case 'cut-off':
      return 'Säkerhetskopian är avhuggen: alla rader finns inte. / The backup is cut off: lines are missing.';
    case 'later-format':
      return `Säkerhetskopian har format ${fault.version}, från en senare version av Värna. / The backup has format ${fault.version}, of a later version of Värna.`;
    case 'unreadable-line':
      return `Rad ${fault.line} går inte att läsa. Ingenting lästes tillbaka. / Line ${fault.line} cannot be read. Nothing was put back.`;
    case 'repeated-line':
      return `Rad ${fault.line} säger något som redan är sagt. Ingenting lästes tillbaka. / Line ${fault.line} repeats what an earlier one says. Nothing was put back.`;
    case 'state-not-empty':
      return [
        'Tillståndet är inte tomt och innehåller annat än säkerhetskopian. Ingenting lästes tillbaka. Ange ett tomt tillstånd.',
        'The state is not empty and holds other things than the backup. Nothing was put back. Name an empty state.'
      ].join(' / ');
  }
}
