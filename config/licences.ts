// `node --import tsx config/licences.ts [--list]`: the licences of all we depend on, from the lock file and the installed packages; fails on one that is not allowed.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { faultsOf, type Package } from './licence-rules';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      link: z.boolean().optional()
    })
  )
});
type Entry = z.infer<typeof Lock>['packages'][string];

/** `licenses` with a list is how it was written before 2015. */
const Manifest = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional()
});

const root = path.resolve(__dirname, '..');

function installedPackages(): readonly Package[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')));
  const installed = Object.entries(packages).filter(([place, { link }]) => place !== '' && link !== true);
  return installed.map(([place, entry]) => packageAt(place, entry)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function packageAt(place: string, entry: Entry): Package {
  return {
    name: place.replace(/^.*node_modules\//, ''),
    version: entry.version ?? '',
    licence: licenceIn(path.join(root, place, 'package.json')) ?? entry.license ?? 'none given',
    tool: entry.dev === true || entry.devOptional === true
  };
}

/** Packages for other platforms are in the lock file but not installed. */
function licenceIn(manifest: string): string | undefined {
  if (!existsSync(manifest)) return undefined;
  const { license, licenses } = Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  if (license !== undefined) return typeof license === 'string' ? license : license.type;
  return licenses?.map(({ type }) => type).join(' OR ');
}

function listed(packages: readonly Package[]): string {
  return packages
    .map(({ name, version, licence, tool }) => `${tool ? 'tool      ' : 'production'}  ${licence.padEnd(28)}  ${name}@${version}\n`)
    .join('');
}

const packages = installedPackages();
const faults = faultsOf(packages);
const tools = packages.filter(({ tool }) => tool).length;
if (process.argv.includes('--list')) process.stdout.write(listed(packages));
process.stdout.write(`${packages.length - tools} packages in production, ${tools} tools; ${faults.length} at fault\n`);
process.stdout.write(faults.map((fault) => `  ${fault}\n`).join(''));
process.exitCode = faults.length === 0 ? 0 : 1;
