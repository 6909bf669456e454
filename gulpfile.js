// How the three deliverables are made: the SharePoint package, the Teams app and the service.
'use strict';
const { spawn } = require('node:child_process');
const { mkdir, readFile, readdir, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { parallel, series } = require('gulp');

const production = process.argv.includes('--ship') ? ['--production'] : [];

function clean() {
  const made = ['lib', 'dist', 'release', 'temp', 'out', 'sharepoint/solution'];
  return Promise.all(made.map((folder) => rm(path.join(__dirname, folder), { recursive: true, force: true })));
}

/** Compiles and bundles the web part and the command set into release/. */
function bundle() {
  return heft('build', '--clean', ...production);
}

/** Packs release/ into sharepoint/solution/varna.sppkg. */
function packageSolution() {
  return heft('package-solution', ...production);
}

/** Packs teams-manifest/ into out/varna-teams.zip, with this municipality's own ids in the manifest. */
async function teamsPackage() {
  const JSZip = require('jszip');
  const zip = new JSZip();
  const names = await readdir('teams-manifest');
  for (const name of names) zip.file(name, await readFile(path.join('teams-manifest', name)));
  zip.file('manifest.json', withOwnIds(await readFile('teams-manifest/manifest.json', 'utf8')));
  await mkdir('out', { recursive: true });
  await writeFile('out/varna-teams.zip', await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
}

/** Bundles the service into out/service/varna-service.cjs, one file for Node 22; better-sqlite3 is native and stays outside. */
function service() {
  const esbuild = require('esbuild');
  return esbuild.build({
    entryPoints: ['src/service/main.ts'],
    outfile: 'out/service/varna-service.cjs',
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['better-sqlite3'],
    sourcemap: true,
    legalComments: 'linked',
    logLevel: 'warning'
  });
}

/** Runs Heft with this Node, its output streamed; its exit code becomes gulp's. */
function heft(...args) {
  const script = path.join(__dirname, 'node_modules/@rushstack/heft/bin/heft');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', cwd: __dirname });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      process.exitCode = code ?? 1;
      reject(new Error(`heft ${args.join(' ')} ended with ${code ?? signal}`));
    });
  });
}

/**
 * The committed manifest carries example ids so that it is valid as it stands. VARNA_TEAMS_APP_ID (the Teams app) and
 * VARNA_BOT_ID (the bot's Entra application) replace them; what is not set stays as it is.
 */
function withOwnIds(text) {
  const manifest = JSON.parse(text);
  const { VARNA_TEAMS_APP_ID: appId = manifest.id, VARNA_BOT_ID: botId } = process.env;
  const own = (part) => ({ ...part, botId: botId ?? part.botId });
  const filled = { ...manifest, id: appId, bots: manifest.bots.map(own), composeExtensions: manifest.composeExtensions.map(own) };
  return `${JSON.stringify(filled, null, 2)}\n`;
}

module.exports = {
  clean,
  bundle,
  'package-solution': packageSolution,
  'teams-package': teamsPackage,
  service,
  package: series(clean, bundle, parallel(packageSolution, teamsPackage, service))
};
