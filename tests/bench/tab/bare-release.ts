// Bundles the bare web part as ours is: webpack, its packages shaken, our minifier, and a manifest of SharePoint's.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transform } from 'esbuild';
import webpack from 'webpack';
import { z } from 'zod';
import { webPartId } from '../../../src/local/pages/web-part-id';

const root = path.resolve(__dirname, '../../..');
const entry = path.join(__dirname, 'bare-web-part.ts');
const version = '1.0.0';
const name = 'bare-web-part';

/** Where the bundle is, in a folder laid out as `release/` is. It has the id of our web part, so that our pages show it instead. */
export async function bareRelease(folder: string, ourManifest: string): Promise<string> {
  const id = await webPartId();
  const source = path.join(folder, `${name}.source.js`);
  const { code } = await transform(await readFile(entry, 'utf8'), { loader: 'ts', target: 'es2022' });
  await writeFile(source, code);
  await bundle({ folder, source, module: `${id}_${version}` });
  await mkdir(path.join(folder, 'manifests'));
  await writeFile(path.join(folder, 'manifests', 'bare.manifest.json'), JSON.stringify(await manifest(id, ourManifest)));
  return path.join(folder, 'assets', `${name}.js`);
}

const Manifest = z.object({ loaderConfig: z.object({ scriptResources: z.record(z.string(), z.looseObject({ type: z.string() })) }) });

async function manifest(id: string, ours: string): Promise<object> {
  const { loaderConfig } = Manifest.parse(JSON.parse(await readFile(ours, 'utf8')));
  const components = Object.entries(loaderConfig.scriptResources).filter(([, { type }]) => type === 'component');
  return {
    id,
    version,
    alias: 'Bare',
    componentType: 'WebPart',
    manifestVersion: 2,
    supportedHosts: ['SharePointWebPart'],
    preconfiguredEntries: [{ title: { default: 'Bare' }, description: { default: 'Bare' }, properties: {} }],
    loaderConfig: {
      entryModuleId: name,
      internalModuleBaseUrls: [''],
      scriptResources: { [name]: { type: 'path', path: `${name}.js` }, ...Object.fromEntries(components) }
    }
  };
}

type Customize = (configuration: webpack.Configuration, session: undefined, heft: undefined, pack: typeof webpack) => void;

function bundle({ folder, source, module }: { readonly folder: string; readonly source: string; readonly module: string }): Promise<void> {
  const configuration: webpack.Configuration = {
    mode: 'production',
    context: root,
    entry: source,
    target: ['web', 'es2022'],
    devtool: false,
    resolve: { modules: [path.join(root, 'node_modules')] },
    externals: ['react', 'react-dom', /^@microsoft\/sp-/],
    output: { path: path.join(folder, 'assets'), filename: `${name}.js`, library: { type: 'amd', name: module } },
    optimization: { minimize: true },
    performance: false
  };
  const customize = createRequire(__filename)('../../../config/spfx-customize-webpack.js') as Customize;
  customize(configuration, undefined, undefined, webpack);
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error !== null) reject(error);
      else if (stats === undefined || stats.hasErrors()) reject(new Error(stats?.toString('errors-only') ?? 'webpack said nothing'));
      else resolve();
    });
  });
}
