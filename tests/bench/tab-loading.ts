// How soon the register shows its first fifty rows of 5,000 assets, and how many bytes of script the tab begins with and needs for those rows, against a bare web part bundled alike in the same loader.
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { buildBundles, releaseFolder } from '../../src/local/build';
import { people } from '../../src/local/example/people';
import { localIds, site } from '../../src/local/identity';
import { openMunicipality, type Municipality } from '../../src/local/municipality';
import { localPages } from '../../src/local/pages/local-pages';
import { webPartId } from '../../src/local/pages/web-part-id';
import { closed } from '../../src/local/web-server';
import { assetList } from '../../src/schema/assets';
import { openBrowser, type TestBrowser } from '../browser/browser';
import { copyRows } from '../lists/copied-rows';
import type { Figure } from './figure';
import { inFolder } from './folder';
import { bareRelease } from './tab/bare-release';

const firstPort = 7570;
const assets = 5_000;
const rows = 50;
const rounds = 7;
const page = `${site.path}/SitePages/Varna.aspx`;

export function tabLoading(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    await buildBundles({ say: () => undefined });
    const manifest = path.join(releaseFolder, 'manifests', await manifestName());
    const bare = await bareRelease(folder, manifest);
    const bareBytes = gzipSync(await readFile(bare)).length;
    return [initialBytes(await ourScript(manifest), bareBytes), ...(await firstRows(folder, bareBytes))];
  });
}

async function manifestName(): Promise<string> {
  const id = await webPartId();
  const name = (await readdir(path.join(releaseFolder, 'manifests'))).find((file) => file.startsWith(id));
  if (name === undefined) throw new Error('The web part has not been built.');
  return name;
}

const Manifest = z.object({
  loaderConfig: z.object({
    entryModuleId: z.string(),
    scriptResources: z.record(z.string(), z.looseObject({ path: z.string().optional() }))
  })
});

async function ourScript(manifest: string): Promise<Buffer> {
  const { loaderConfig } = Manifest.parse(JSON.parse(await readFile(manifest, 'utf8')));
  return readFile(path.join(releaseFolder, 'assets', loaderConfig.scriptResources[loaderConfig.entryModuleId]?.path ?? ''));
}

const peerOfBytes = 'a web part with a DetailsList and PnPjs alone, by the same webpack and minifier, gzip';

function initialBytes(ours: Buffer, bareBytes: number): Figure {
  return { name: 'bundle.initial', value: gzipSync(ours).length, unit: 'bytes', peer: peerOfBytes, peerValue: bareBytes };
}

async function firstRows(folder: string, bareBytes: number): Promise<Figure[]> {
  const municipality = await longRegister(path.join(folder, 'municipality'));
  const [server, browser] = await Promise.all([bareServer(municipality, folder), openBrowser()]);
  try {
    const ours = await signedIn(browser, municipality.origin);
    const bare = await signedIn(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const best = { ours: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
    for (let round = 0; round < rounds; round += 1) {
      best.ours = Math.min(best.ours, await ours.open(`${page}#assets`));
      best.bare = Math.min(best.bare, await bare.open(page));
    }
    const peer = `a bare web part with a DetailsList of ${rows} rows that it holds already, in the same loader; from navigation, scripts in the browser's cache, the best of ${rounds} in turn`;
    const soon = { name: 'tab.first-rows', value: Math.round(best.ours), unit: 'ms', peer, peerValue: Math.round(best.bare) };
    const bytes = await bytesOf(ours.scripts);
    return [soon, { name: 'bundle.first-rows', value: bytes, unit: 'bytes', peer: peerOfBytes, peerValue: bareBytes }];
  } finally {
    await browser.close();
    await closed(server);
    await municipality.stop();
  }
}

async function longRegister(folder: string): Promise<Municipality> {
  const options = { folder, firstPort, chats: [], say: () => undefined };
  await (await openMunicipality({ ...options, fresh: true })).stop();
  const copies = { list: assetList, count: assets, differing: { Referens: "printf('T-2026-%04d', n)" } };
  copyRows(path.join(folder, 'standin.sqlite'), [copies]);
  return openMunicipality({ ...options, fresh: false });
}

/** The same pages by the same stand-in, with the bare web part in place of ours. */
async function bareServer({ standin }: Municipality, release: string): Promise<Server> {
  let origin = '';
  const pages = localPages({ origin: () => origin, tenantId: localIds.tenant, standin, release, site, clientId: localIds.pages });
  const server = createServer((request, response) => {
    const answered = async (): Promise<void> => {
      if ((await standin.handle(request, response)) || (await pages(request, response, new URL(request.url ?? '/', origin)))) return;
      response.writeHead(404).end();
    };
    answered().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

/** Compressed, of those among the files that are our own scripts. */
async function bytesOf(files: ReadonlySet<string>): Promise<number> {
  const folder = path.join(releaseFolder, 'assets');
  const scripts = (await readdir(folder)).filter((file) => file.endsWith('.js') && files.has(file));
  const sizes = await Promise.all(scripts.map(async (file) => gzipSync(await readFile(path.join(folder, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

interface Window {
  /** Milliseconds from the navigation to an address until the rows are there. */
  readonly open: (address: string) => Promise<number>;
  /** Names of the files that it has asked for. */
  readonly scripts: ReadonlySet<string>;
}

async function signedIn(browser: TestBrowser, origin: string): Promise<Window> {
  // High enough that all the rows are in sight: a list draws no others.
  const tab = await browser.newPage({ width: 1280, height: 6_000 });
  await tab.goto(`${origin}/_standin/signin?return=${encodeURIComponent(page)}`);
  await tab.getByRole('button', { name: people.securityOfficer.displayName }).click();
  await tab.waitForURL((url) => url.pathname === page);
  const scripts = new Set<string>();
  tab.on('request', (request) => scripts.add(path.basename(new URL(request.url()).pathname)));
  return { open: (address) => opened(tab, `${origin}${address}`), scripts };
}

async function opened(tab: Page, address: string): Promise<number> {
  await tab.goto('about:blank');
  await tab.goto(address, { waitUntil: 'commit' });
  const shown = await tab.waitForFunction(`document.querySelectorAll('.ms-DetailsRow').length >= ${rows} && performance.now()`, undefined, {
    polling: 'raf'
  });
  return z.number().parse(await shown.jsonValue());
}
