// Which commands there are and where they are shown.

/** The list of classifications, at the end of its server-relative address (src/schema). */
const classifications = '/Lists/Klassningar';

export type DecideCommand = 'COMMAND_DECIDE' | 'COMMAND_RETURN';

export function isDecideCommand(id: string): id is DecideCommand {
  return id === 'COMMAND_DECIDE' || id === 'COMMAND_RETURN';
}

/** True for exactly one selected row of the list of classifications; every other custom list is left alone. */
export function showsCommands({ listUrl, selected }: { readonly listUrl: string | undefined; readonly selected: number }): boolean {
  return selected === 1 && listUrl?.toLowerCase().endsWith(classifications.toLowerCase()) === true;
}
