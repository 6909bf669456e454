// What Microsoft's loader is told exists: its own published components, our built ones, and stand-ins for what Microsoft does not publish.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { packageAddress } from './local-files';

/** The id of the page's application, the loader's entry point (`browser/application.js`). */
export const applicationId = '5acac830-663b-42de-bcda-566a6c330ae9';

const requirement = z.looseObject({ type: z.literal('component'), id: z.string(), version: z.string() });
const manifestSchema = z.looseObject({
  id: z.string(),
  version: z.string(),
  alias: z.string(),
  loaderConfig: z.looseObject({
    internalModuleBaseUrls: z.array(z.string()),
    entryModuleId: z.string(),
    scriptResources: z.record(z.string(), z.union([requirement, z.looseObject({ type: z.enum(['path', 'localizedPath']) })]))
  })
});

/** A component's manifest, as SPFx's loader reads it. */
export type ComponentManifest = z.infer<typeof manifestSchema>;
type Requirement = z.infer<typeof requirement>;
type ScriptResource = ComponentManifest['loaderConfig']['scriptResources'][string];

/** Published, but only whole together with modules that are not: the pages bring their own. */
const replaced: Readonly<Record<string, string>> = {
  '@microsoft/sp-property-pane': '/_local/browser/property-pane.js',
  '@microsoft/sp-dialog': '/_local/browser/dialog.js'
};

/** Not published as SharePoint components at all. */
const provided: Readonly<Record<string, string>> = {
  '@msinternal/sp-edit-customer-promise': '/_local/browser/edit-customer-promise.js',
  '@msinternal/sp-idle-web-task': '/_local/browser/idle-web-task.js',
  react: packageAddress('react/umd/react.production.min.js'),
  'react-dom': packageAddress('react-dom/umd/react-dom.production.min.js')
};

const microsoft = path.resolve(__dirname, '../../../node_modules/@microsoft');
let published: Promise<readonly ComponentManifest[]> | undefined;

/** Every manifest the loader needs, with addresses on `origin`. The built ones are read anew each time, so a rebuild shows at once. */
export async function componentManifests(given: { readonly origin: string; readonly release: string }): Promise<ComponentManifest[]> {
  const { origin, release } = given;
  published ??= publishedManifests();
  const shipped = (await published).map((manifest) => withBase(manifest, (base) => `${origin}${base}`));
  const built = await manifestsIn(path.join(release, 'manifests'));
  const own = built.map((manifest) => withBase(manifest, () => `${origin}/_local/assets/`));
  const known = new Set([...shipped, ...own].map(({ id }) => id));
  const absent = requirementsOf([...shipped, ...own]).filter(([, { id }]) => !known.has(id));
  return [...shipped, ...own, ...absent.map((entry) => standInFor(entry, origin)), applicationManifest({ origin, shipped })];
}

async function publishedManifests(): Promise<readonly ComponentManifest[]> {
  const packages = (await readdir(microsoft)).filter((name) => name.startsWith('sp-'));
  const found = await Promise.all(
    packages.map(async (name) => {
      const base = `${packageAddress(`@microsoft/${name}/dist`)}/`;
      return (await manifestsIn(path.join(microsoft, name, 'dist'))).map((manifest) => withReplacement(withBase(manifest, () => base)));
    })
  );
  return found.flat();
}

/** Published packages without a `dist` folder hold types only. */
async function manifestsIn(folder: string): Promise<ComponentManifest[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.manifest.json'));
  return Promise.all(
    files.map(async (name) => manifestSchema.parse(JSON.parse(withoutMark(await readFile(path.join(folder, name), 'utf8')))))
  );
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function withBase(manifest: ComponentManifest, place: (base: string) => string): ComponentManifest {
  const [base = ''] = manifest.loaderConfig.internalModuleBaseUrls;
  return { ...manifest, isInternal: true, loaderConfig: { ...manifest.loaderConfig, internalModuleBaseUrls: [place(base)] } };
}

function withReplacement(manifest: ComponentManifest): ComponentManifest {
  const { entryModuleId } = manifest.loaderConfig;
  const address = replaced[`@microsoft/${entryModuleId}`];
  return address === undefined ? manifest : { ...manifest, loaderConfig: scriptAt({ address, origin: '', name: entryModuleId }) };
}

function requirementsOf(manifests: readonly ComponentManifest[]): [string, Requirement][] {
  const entries = manifests.flatMap(({ loaderConfig }) => Object.entries(loaderConfig.scriptResources));
  const asked = entries.flatMap(([name, resource]): [string, Requirement][] => {
    const needed = requirement.safeParse(resource);
    return needed.success ? [[name, needed.data]] : [];
  });
  return [...new Map(asked.map((entry) => [`${entry[1].id} ${entry[1].version}`, entry])).values()];
}

/** What nobody provides has to come ready-made in Microsoft's assembly; the script it points at says so if it does not. */
function standInFor([name, { id, version }]: [string, Requirement], origin: string): ComponentManifest {
  const address = provided[name] ?? '/_local/browser/in-assembly.js';
  const needsReact: ComponentManifest['loaderConfig']['scriptResources'] = name === 'react-dom' ? { react: reactRequirement(version) } : {};
  return library({ id, version, alias: name, loaderConfig: scriptAt({ address, origin, name, needs: needsReact }) });
}

function reactRequirement(version: string): Requirement {
  return { type: 'component', id: '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d', version };
}

function applicationManifest({
  origin,
  shipped
}: {
  readonly origin: string;
  readonly shipped: readonly ComponentManifest[];
}): ComponentManifest {
  const names = [
    'sp-application-base',
    'sp-webpart-base',
    'sp-component-base',
    'sp-loader',
    'sp-listview-extensibility',
    'sp-http',
    'sp-core-library'
  ];
  const needs = names.flatMap((name): [string, Requirement][] => {
    const found = shipped.find(({ loaderConfig }) => loaderConfig.entryModuleId === name);
    return found === undefined ? [] : [[`@microsoft/${name}`, { type: 'component', id: found.id, version: found.version }]];
  });
  const scripts = ['token-provider', 'list-view'].map((name): [string, ScriptResource] => [
    `local-${name}`,
    { type: 'path', path: `${name}.js` }
  ]);
  const loaderConfig = scriptAt({
    address: '/_local/browser/application.js',
    origin,
    name: 'local-application',
    needs: Object.fromEntries<ScriptResource>([...needs, ...scripts])
  });
  return { ...library({ id: applicationId, version: '1.0.0', alias: 'LocalApplication', loaderConfig }), componentType: 'Application' };
}

function library(manifest: ComponentManifest): ComponentManifest {
  return { ...manifest, componentType: 'Library', manifestVersion: 2, isInternal: true };
}

interface Script {
  readonly address: string;
  readonly origin: string;
  readonly name: string;
  readonly needs?: ComponentManifest['loaderConfig']['scriptResources'];
}

function scriptAt({ address, origin, name, needs = {} }: Script): ComponentManifest['loaderConfig'] {
  const base = address.slice(0, address.lastIndexOf('/') + 1);
  const script = { type: 'path' as const, path: address.slice(base.length) };
  return { internalModuleBaseUrls: [`${origin}${base}`], entryModuleId: name, scriptResources: { [name]: script, ...needs } };
}
