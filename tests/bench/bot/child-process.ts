// One measured program in a process of its own, so that neither its peer nor the load shares its event loop or its memory.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** What a measured process says when it is ready to be measured. */
export interface Ready {
  /** Where it takes activities, or, for the site, what a service needs to reach it. */
  readonly ready: string;
}

export interface Measured {
  readonly ready: string;
  /** Bytes of JavaScript heap in use right after a garbage collection. */
  readonly heapUsed: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Forks a file of this folder and waits until it is ready. `environment` is added to ours. */
export async function startProcess(file: string, environment: Readonly<Record<string, string>> = {}): Promise<Measured> {
  const child = fork(path.join(__dirname, file), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  });
  const { ready } = (await answerOf(child)) as Ready;
  return {
    ready,
    heapUsed: async () => {
      child.send('heap');
      return (await answerOf(child)) as number;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.send('stop');
      await once(child, 'exit');
    }
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`A measured process ended by itself with ${String(code)}.`);
  });
  gone.catch(() => undefined);
  const [answer] = (await Promise.race([once(child, 'message'), gone])) as [unknown];
  return answer;
}

/** In the measured process: says that it is ready, tells its heap when asked, and ends with `stop`. */
export function serveMeasurement(ready: string, stop: () => Promise<void>): void {
  process.on('message', (asked) => {
    if (asked === 'heap') process.send?.(heapAfterCollection());
    else void stop().then(() => process.exit(0));
  });
  process.send?.({ ready } satisfies Ready);
}

function heapAfterCollection(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
