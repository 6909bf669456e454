// The endurance runs in their long form: `node --import tsx tests/endurance/main.ts --kills 300 --seed 7`, or `--races 1000`. Ends with 1 when anything was lost or happened twice.
import { parseArgs } from 'node:util';
import { race, raceTable } from './races';
import { endure } from './run';
import { faultsOf, table } from './table';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { values } = parseArgs({ options: { kills: { type: 'string' }, races: { type: 'string' }, seed: { type: 'string' } } });
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  say(`seed ${seed}`);
  const isSound = values.races === undefined ? await killed(Number(values.kills ?? 200), seed) : await raced(Number(values.races), seed);
  process.exitCode = isSound ? 0 : 1;
}

async function killed(kills: number, seed: number): Promise<boolean> {
  const outcome = await endure({ kills, seed, say });
  say(table(outcome, seed));
  return faultsOf(outcome).length === 0;
}

async function raced(rounds: number, seed: number): Promise<boolean> {
  const outcome = await race({ rounds, seed, say });
  say(raceTable(outcome, seed));
  return outcome.faults.length === 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
