// Every command people can give, by its name on the wire: what it takes and what carries it out. API, bot and redelivery share this table.
import type { CommandSurroundings } from './command-line';
import { assetCommands } from './commands/assets';
import { classificationCommands } from './commands/classifications';
import { delegationCommands } from './commands/delegations';
import { handlingCommands } from './commands/handling';
import { inventoryCommands } from './commands/inventories';
import { openLines } from './commands/lines';
import { measureCommands } from './commands/measures';
import { reportingCommands } from './commands/reporting';
import { requirementCommands } from './commands/requirements';
import { trackCommands } from './commands/tracks';
import { municipalityCommands } from './commands/whole-municipality';
import { withinTime } from './time-limit';

export type Commands = ReturnType<typeof openCommands>;
export type CommandName = keyof Commands;

export function openCommands(surroundings: CommandSurroundings) {
  const lines = openLines(surroundings);
  return {
    ...reportingCommands(lines),
    ...handlingCommands(lines),
    ...assetCommands(lines),
    ...classificationCommands(lines),
    ...requirementCommands(lines),
    ...delegationCommands(lines),
    ...municipalityCommands(lines),
    ...trackCommands(lines),
    ...measureCommands(lines),
    ...inventoryCommands(lines)
  };
}

export function isCommandName(commands: Commands, name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** Whether somebody can give it by its name, and not only the service for them. */
export function isGivenByPeople(commands: Commands, name: string): name is Exclude<CommandName, 'add-attachment'> {
  return isCommandName(commands, name) && name !== 'add-attachment';
}

/** Waits for the commands in hand, `milliseconds` at most: what has not ended by then stays in the inbox, and is taken up when its time in hand runs out. */
export async function idleWithin(commands: Commands, milliseconds: number): Promise<void> {
  await withinTime(Promise.all(Object.values(commands).map((line) => line.idle())), milliseconds);
}
