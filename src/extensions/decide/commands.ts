// Which commands there are and where they are shown.

/** The list of classifications, at the end of its server-relative address (src/schema). */
const classifications = '/Lists/Klassningar';

export type DecideCommand = 'COMMAND_DECIDE' | 'COMMAND_RETURN';

export function isDecideCommand(id: string): id is DecideCommand {
  return id === 'COMMAND_DECIDE' || id === 'COMMAND_RETURN';
}

interface Shown {
  readonly listUrl: string | undefined;
  readonly selected: number;
}

/** Besluta for one selected row or many, Återsänd for exactly one, each with its own reason; every other custom list is left alone. */
export function showsCommand(command: DecideCommand, { listUrl, selected }: Shown): boolean {
  if (listUrl?.toLowerCase().endsWith(classifications.toLowerCase()) !== true) return false;
  return command === 'COMMAND_DECIDE' ? selected > 0 : selected === 1;
}
