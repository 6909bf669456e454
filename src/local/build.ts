// Bundles the SharePoint half when it is missing or older than its sources, decided by a hash of what it is made from.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const root = path.resolve(__dirname, '../..');
const keptHash = path.join(root, 'temp/bundle.sha256');
const lock = path.join(root, 'temp/bundle.lock');

/** Everything the bundles are made from; the lock file stands for every package. */
const inputs = [
  'gulpfile.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'config/spfx-customize-webpack.js',
  ...['config', 'heft', 'rig', 'sass', 'typescript', 'tsconfig.spfx', 'write-manifests'].map((name) => `config/${name}.json`),
  ...['domain', 'reference', 'workflows', 'i18n', 'schema', 'lists', 'cards', 'components', 'webparts', 'extensions'].map(
    (name) => `src/${name}`
  )
];

/** The folder of the built bundles, with `manifests/` and `assets/`. */
export const releaseFolder = path.join(root, 'release');

/**
 * Makes the folder `release/` what the sources say, in about 20 seconds, or at once when it already is. Two processes that ask
 * at the same time build once. `say` is told before a build starts. Throws with Heft's output when the build fails.
 */
export async function buildBundles({ say }: { readonly say: (line: string) => void }): Promise<void> {
  await mkdir(path.dirname(lock), { recursive: true });
  await takeLock();
  try {
    const hash = await hashOfInputs();
    if (await isBuilt(hash)) return;
    say('Bundling the SharePoint half (about 20 seconds) …');
    await gulp('bundle', '--ship');
    await writeFile(keptHash, hash);
  } finally {
    await rmdir(lock);
  }
}

async function isBuilt(hash: string): Promise<boolean> {
  const made = await readdir(path.join(releaseFolder, 'manifests')).catch(noneWhenAbsent);
  const kept = await readFile(keptHash, 'utf8').catch(noneWhenAbsent);
  return made.length > 0 && kept === hash;
}

async function hashOfInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(inputs.map(filesUnder))).flat()) {
    hash.update(`${path.relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** The file itself, or every file of the folder, in an order that does not depend on the machine. */
async function filesUnder(input: string): Promise<string[]> {
  const place = path.join(root, input);
  if (path.extname(input) !== '') return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [])).sort();
}

const lockAgeLimit = 5 * 60_000;

/** A folder is made by one process only. A lock left by a process that was killed is taken over when it is old. */
async function takeLock(): Promise<void> {
  for (;;) {
    try {
      await mkdir(lock);
      return;
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    }
    const made = await stat(lock).catch(noneWhenAbsent);
    if (typeof made !== 'string' && Date.now() - made.mtimeMs > lockAgeLimit) await rmdir(lock);
    await setTimeout(500);
  }
}

function gulp(...task: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [path.join(root, 'node_modules/gulp/bin/gulp.js'), ...task], { cwd: root });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`gulp ${task.join(' ')} ended with ${code ?? 'a signal'}:\n${output}`));
    });
  });
}

/** Text of no length stands for a file or folder that is not there. */
function noneWhenAbsent(error: unknown): '' {
  if (isErrno(error, 'ENOENT')) return '';
  throw error;
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
