// Whatever is sent to the running service: it is answered, nothing is half written, and the service goes on. `FUZZ_CASES=10000 FUZZ_SEED=11 npm test -- tests/fuzz` runs longer.
import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { openCommands, type CommandName } from '../../src/service/commands';
import type { CommandSurroundings } from '../../src/service/command-line';
import { openFuzzedService, type FuzzedService } from './fuzzed-service';
import { commandInputs, hostileRequest } from './requests';

const wanted = Number(process.env['FUZZ_CASES'] ?? 800);
const seed = Number(process.env['FUZZ_SEED'] ?? 7);

/** As a failure tells it: only what failed is sent again. */
const path = process.env['FUZZ_PATH'];

/** Requests sent before the record is held against its log. */
const together = 20;

/** The memory in use is looked at once in so many runs. */
const runsBetweenLooks = 14;

/** Megabytes from one look to the next, once caches have filled: with the record, the log of the service and the test's own lists there is some. */
const mostGrowth = 12;

let fuzzed: FuzzedService;
const lost: unknown[] = [];
const note = (reason: unknown): void => void lost.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  fuzzed = await openFuzzedService();
}, 120_000);
afterAll(async () => {
  process.off('unhandledRejection', note);
  await fuzzed.stop();
});

test('no command is left out', async () => {
  const names = Object.keys(openCommands({} as CommandSurroundings)) as CommandName[];
  expect([...(await commandInputs()).keys()].sort()).toEqual([...names].sort());
});

test(
  'every request is answered, and the record is what its log says',
  async () => {
    const requests = fc.array(hostileRequest(await commandInputs(), fuzzed.hints), { minLength: 1, maxLength: together, size: 'max' });
    const heaps: number[] = [];
    let cases = 0;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(requests, async (some) => {
        run += 1;
        const faults: string[] = [];
        for (const request of some) faults.push(...(await fuzzed.send(request, run)));
        faults.push(...(await fuzzed.ledger.faults()));
        const logged = fuzzed.logged();
        // What the service itself says of a fault is told with it.
        expect(faults.length === 0 ? [] : [...faults, ...logged.filter((line) => line.includes('"fault"'))]).toEqual([]);
        expect(logged.filter(isUnsafe)).toEqual([]);
        cases += some.length;
        if (run % runsBetweenLooks === 1) heaps.push(heapInUse());
      }),
      { seed, numRuns: Math.ceil(wanted / (together * 0.45)), endOnFailure: true, ...(path !== undefined && { path }) }
    );
    heaps.push(heapInUse());
    const { accepted, entries } = fuzzed.ledger.figures();
    process.stdout.write(`fuzz: seed ${seed}, ${cases} requests, ${accepted} accepted, ${entries} log entries, ${heaps.join(' ')} MB\n`);
    expect(growthIn(heaps)).toBeLessThan(mostGrowth);
    expect(await fuzzed.health()).toMatchObject({ status: 'ok', store: 'ok', sharePoint: 'ok' });
    expect(lost).toEqual([]);
  },
  60_000 + wanted * 500
);

/** More than one line, a control character, or something that was sent. */
function isUnsafe(line: string): boolean {
  return /(?!\n$)\p{Control}/u.test(line) || line.includes('ond.example') || line.includes('alert(');
}

const collectGarbage = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/** Whole megabytes, after what is not used any more has been given back. */
function heapInUse(): number {
  collectGarbage();
  return Math.round(process.memoryUsage().heapUsed / 1_000_000);
}

/** From one look to the next, on average over the latter half. */
function growthIn(heaps: readonly number[]): number {
  const latter = heaps.slice(Math.floor(heaps.length / 2));
  return ((latter.at(-1) ?? 0) - (latter[0] ?? 0)) / Math.max(1, latter.length - 1);
}
