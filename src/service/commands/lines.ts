// What opens the lines of commands: each as it is defined, or in short where its one act is its name.
import type { z } from 'zod';
import type { Act } from '../../domain/permissions';
import { openCommandLine, type CommandDefinition, type CommandLine, type CommandSurroundings } from '../command-line';

export type Lines = ReturnType<typeof openLines>;

export function openLines(surroundings: CommandSurroundings) {
  function line<I, V, R extends string>(definition: CommandDefinition<I, V, R>): CommandLine<V, R> {
    return openCommandLine(definition, surroundings);
  }
  /** Of a command that is called as its act is, and of which there is nothing more to say. */
  function ofAct<I, V, R extends string>(
    name: Act,
    input: z.ZodType<I>,
    carryOut: CommandDefinition<I, V, R>['carryOut']
  ): CommandLine<V, R> {
    return line({ name, input, carryOut, acts: [name] });
  }
  return { line, ofAct };
}
