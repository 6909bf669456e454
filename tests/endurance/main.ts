// The endurance run in its long form: `node --import tsx tests/endurance/main.ts --kills 300 --seed 7`. Ends with 1 when anything was lost or happened twice.
import { parseArgs } from 'node:util';
import { endure } from './run';
import { isSound, table } from './table';

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } }
  });
  const options = { kills: Number(values.kills), seed: Number(values.seed) };
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`seed ${options.seed}, ${options.kills} kills`);
  const outcome = await endure({ ...options, say });
  say(table(outcome, options));
  process.exitCode = isSound(outcome) ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
