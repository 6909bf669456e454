// Where Chromium from `@sparticuz/chromium` is, unpacked on first use: asked in a process of its own, since Jest cannot load that ES module.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

export interface PackedChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const question = `
  import chromium from '@sparticuz/chromium';
  process.stdout.write(JSON.stringify({ executablePath: await chromium.executablePath(), args: chromium.args }));`;

const answer = z.object({ executablePath: z.string(), args: z.array(z.string()) });

/** Unpacks Chromium into the temporary folder when it is not there, and gives its path and the arguments it wants. */
export async function packedChromium(): Promise<PackedChromium> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', question], { cwd: process.cwd() });
  const { executablePath, args } = answer.parse(JSON.parse(stdout));
  return { executablePath, args: [...args.filter((argument) => !unwanted.test(argument)), '--disable-gpu'] };
}

/**
 * What suits a cloud function and not a test: one process for everything lets one page take the others with it, a graphics card
 * in software leaves several pages at once without frames, and without web security the service's rules for other origins go untried.
 */
const unwanted = /single-process|headless|gpu|gl=|angle|swiftshader|web-security|insecure-content|isolat/i;
