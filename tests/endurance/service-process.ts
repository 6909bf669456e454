// The service as it ships, a process of its own: the bundle that `gulp service` makes, started, killed without warning, and started again.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';

const root = path.resolve(__dirname, '../..');

let built: Promise<string> | undefined;

/** Makes the bundle, once, and gives its path. */
export function buildService(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const gulp = path.join(root, 'node_modules/gulp/bin/gulp.js');
  const child = spawn(process.execPath, [gulp, 'service'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`gulp service ended with ${code ?? 'a signal'}.`);
  return path.join(root, 'out/service/varna-service.cjs');
}

export interface ServiceProcess {
  /** Where it listens now, or listened last. */
  readonly url: () => string;
  /** Resolves with `true` when it listens, with `false` when it ended before that. */
  readonly start: () => Promise<boolean>;
  /** SIGKILL: no time for anything. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM. The code it ended with. */
  readonly stop: () => Promise<number | null>;
  /** How often it ended though nobody ended it; it is started again then, as whoever runs it would. */
  readonly ownEnds: () => number;
  /** How often it has logged each warning and error, by message and fault. */
  readonly complaints: ReadonlyMap<string, number>;
}

export function serviceProcess(bundle: string, environment: Record<string, string>): ServiceProcess {
  const complaints = new Map<string, number>();
  let child: ChildProcess | undefined;
  let url = '';
  let ownEnds = 0;
  let isEnding = true;
  process.once('exit', () => child?.kill('SIGKILL'));

  async function start(): Promise<boolean> {
    isEnding = false;
    const env = { PATH: process.env['PATH'], ...environment };
    const started = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    const exit = once(started, 'exit').then(() => undefined);
    void exit.then(() => {
      if (isEnding || child !== started) return;
      ownEnds += 1;
      void start();
    });
    const heard = await Promise.race([listening(started.stdout, complaints), exit]);
    url = heard ?? url;
    return heard !== undefined;
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    isEnding = true;
    const ended = child;
    if (ended === undefined) return 0;
    if (ended.exitCode === null && ended.signalCode === null) {
      ended.kill(signal);
      await once(ended, 'exit');
    }
    return ended.exitCode;
  }

  return {
    complaints,
    url: () => url,
    start,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    ownEnds: () => ownEnds
  };
}

/** Reads the log as long as there is one, and gives the address it tells of. */
function listening(output: Readable, complaints: Map<string, number>): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      const said = Line.parse(JSON.parse(line));
      if (said.msg === 'listening') resolve(said.url ?? '');
      if (said.level >= warning) note(complaints, said);
    });
  });
}

/** pino's number for it. */
const warning = 40;

const Line = z.object({
  level: z.number(),
  msg: z.string().optional(),
  url: z.string().optional(),
  command: z.string().optional(),
  fault: z
    .object({
      type: z.string(),
      reason: z.string().optional(),
      code: z.union([z.string(), z.number()]).optional(),
      status: z.number().optional()
    })
    .optional()
});

function note(complaints: Map<string, number>, { msg = '', command, fault }: z.infer<typeof Line>): void {
  const said = [msg, command, fault?.type, fault?.reason, fault?.code, fault?.status].filter((part) => part !== undefined).join(' ');
  complaints.set(said, (complaints.get(said) ?? 0) + 1);
}
