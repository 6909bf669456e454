// `npm run check`: everything but the tests, one after the other: build and package, types, lint, format, arrows, unused code, licences.
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [what: string, tool: string, ...args: string[]])[] = [
  ['build and package', 'gulp', 'package', '--ship'],
  ['types', 'tsc', '--noEmit'],
  ['types of what the browser runs, without Node', 'tsc', '--noEmit', '--project', 'config/tsconfig.spfx.json'],
  ['lint', 'eslint', '--config', 'config/eslint.config.mjs', '--max-warnings', '0', '.'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['page of permissions', 'node', '--import', 'tsx', 'config/permissions-page.ts', '--check'],
  ['arrows', 'depcruise', '--config', 'config/dependency-cruiser.cjs', 'src'],
  ['unused code', 'knip', '--config', 'config/knip.json'],
  ['licences', 'node', '--import', 'tsx', 'config/licences.ts']
];

const failed = steps.filter(([what, tool, ...args]) => !passes(what, tool, args)).map(([what]) => what);
process.stdout.write(failed.length === 0 ? '\ncheck: all is well\n' : `\ncheck: failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** npm puts node_modules/.bin first in PATH, so the tools and their Node are the project's own. */
function passes(what: string, tool: string, args: readonly string[]): boolean {
  process.stdout.write(`\n== ${what}\n`);
  const started = performance.now();
  const { status } = spawnSync(tool, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  process.stdout.write(`== ${what}: ${status === 0 ? 'ok' : 'FAILED'} in ${Math.round((performance.now() - started) / 1000)} s\n`);
  return status === 0;
}
