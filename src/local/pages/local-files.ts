// The files the local pages load: Microsoft's bundles from node_modules, our built bundles, and the pages' own scripts.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file under `/_local/`, or the answer that there is none of that name. */
export type LocalFile =
  | { readonly kind: 'file'; readonly content: Buffer; readonly type: string; readonly cache: string }
  | { readonly kind: 'missing' };

const root = path.resolve(__dirname, '../../..');
const sharePointPackage = /^@microsoft\/sp-[a-z-]+\/dist\//;
const otherPackages = ['react/umd/', 'react-dom/umd/', '@fluentui/font-icons-mdl2/fonts/', '@microsoft/teams-js/dist/umd/'];

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.woff': 'font/woff'
};

/** The address of a file of an npm package. */
export function packageAddress(name: string): string {
  return `/_local/packages/${name}`;
}

/** Undefined when the path is not under `/_local/` at all. Built bundles carry their hash in the name and may be kept. */
export async function localFile({
  path: asked,
  release
}: {
  readonly path: string;
  readonly release: string;
}): Promise<LocalFile | undefined> {
  const [, area, name] = /^\/_local\/([a-z]+)\/(.+)$/.exec(decodeURI(asked)) ?? [];
  if (area === undefined || name === undefined) return undefined;
  const place = placeOf({ area, name, release });
  const type = types[path.extname(name)];
  if (place === undefined || type === undefined || name.split('/').includes('..')) return { kind: 'missing' };
  const cache = area === 'browser' ? 'no-store' : 'max-age=86400';
  const file = (await chunkOfAssembly(name)) ?? path.join(place, name);
  return readFile(file).then((content) => ({ kind: 'file', content, type, cache }), missing);
}

function placeOf({ area, name, release }: { readonly area: string; readonly name: string; readonly release: string }): string | undefined {
  if (area === 'assets') return path.join(release, 'assets');
  if (area === 'browser') return path.join(__dirname, 'browser');
  const isOpen = sharePointPackage.test(name) || otherPackages.some((folder) => name.startsWith(folder));
  return area === 'packages' && isOpen ? path.join(root, 'node_modules') : undefined;
}

const assembly = '@microsoft/sp-application-base/dist/';
const microsoft = path.join(root, 'node_modules/@microsoft');
let chunks: Promise<ReadonlyMap<string, string>> | undefined;

/** The assembly looks for the chunks of the parts in it beside itself; npm has each in the package of its part. */
async function chunkOfAssembly(name: string): Promise<string | undefined> {
  if (!name.startsWith(`${assembly}chunk.`)) return undefined;
  chunks ??= readdir(microsoft, { recursive: true }).then(
    (files) => new Map(files.filter(isChunk).map((file) => [path.basename(file), path.join(microsoft, file)]))
  );
  return (await chunks).get(name.slice(assembly.length));
}

function isChunk(file: string): boolean {
  return /^sp-[a-z-]+[\\/]dist[\\/]chunk\.[^\\/]+\.js$/.test(file);
}

function missing(error: NodeJS.ErrnoException): LocalFile {
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return { kind: 'missing' };
  throw error;
}
