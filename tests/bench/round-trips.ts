// What the record costs in requests to SharePoint, every one that is sent to its API, form digests and look-ups of people included: reporting and deciding through
// a service that has just started and knows nothing, reading the register as the tab does. A batch is one; tokens of Entra and Graph's directory are not SharePoint's.
import type { SPFI } from '@pnp/sp';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { mostImportedRows } from '../../src/domain/imported-rows';
import { followAssets } from '../../src/lists/assets';
import { readClassifications } from '../../src/lists/classifications';
import { connectInBrowser } from '../../src/lists/connect';
import { readLatestLogCheck } from '../../src/lists/log-checks';
import { people, type ExampleName } from '../../src/local/example/people';
import { localIds } from '../../src/local/identity';
import { openMunicipality, type Municipality } from '../../src/local/municipality';
import { assetList } from '../../src/schema/assets';
import { connectToSite } from '../../src/service/connect-to-site';
import { openLog } from '../../src/service/log';
import { startService } from '../../src/service/start-service';
import { copyRows } from '../lists/copied-rows';
import type { Figure } from './figure';
import { inFolder } from './folder';

const firstPort = 7570;

const importedRows = 5_000;

export function roundTrips(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const options = { folder, firstPort, chats: [], say: () => undefined };
    const first = await openMunicipality({ ...options, fresh: true });
    const commands = await commandFigures(first);
    await first.stop();
    copyRows(`${folder}/standin.sqlite`, [{ list: assetList, count: 5_000, differing: { Referens: "printf('T-2026-%04d', n)" } }]);
    const second = await openMunicipality({ ...options, fresh: false });
    const register = await registerFigures(second);
    await second.stop();
    const third = await openMunicipality({ ...options, fresh: true });
    const imported = await importFigure(third);
    await third.stop();
    return [...register, ...commands, imported];
  });
}

interface Counted {
  readonly requests: number;
  readonly bytes: number;
  readonly bodies: readonly string[];
}

/** Every request that reaches the stand-in's SharePoint while the work goes on, whoever in this process sends it: one of `fetch` is one at its door. */
async function counted(work: () => Promise<unknown>): Promise<Counted> {
  const bodies: string[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const answer = await real(...request);
    if (!new Request(...request).url.includes('/_api/')) return answer;
    const body = await answer.text();
    bodies.push(body);
    return new Response(body === '' ? null : body, answer);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = real;
  }
  return { requests: bodies.length, bytes: bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0), bodies };
}

async function commandFigures(municipality: Municipality): Promise<Figure[]> {
  await logIsChecked(municipality);
  const [cold, warm] = await afresh(municipality, async (anew) => {
    const report = (): Promise<Counted> => counted(() => give(anew, 'employee', 'report-incident', reportInput));
    return [await report(), await report()];
  });
  const waiting = (await readClassifications(connectToSite(municipality.settings, () => new Date()))).flatMap((row) =>
    row.broken || row.state.state !== 'submitted' ? [] : [row.state]
  );
  const [classification] = waiting;
  if (classification === undefined) throw new Error('No classification waits in the example municipality.');
  const { reference, asset, contentHash, decider } = classification;
  const decided = await afresh(municipality, (anew) =>
    counted(() => give(anew, nameOf(decider.id), 'decide-classification', { reference, asset, contentHash }))
  );
  const rows = 'the rows it must write: the log entry and the incident';
  return [
    figure('incident.report.requests', cold.requests, { peer: rows, peerValue: 2 }),
    figure('incident.report.warm.requests', warm.requests, { peer: rows, peerValue: 2 }),
    figure('classification.decide.requests', decided.requests, {
      peer: 'the rows it must write: two log entries and two items',
      peerValue: 4
    })
  ];
}

/** The municipality's own service checks its log when it has started, in this process too: those requests are not to be counted. */
async function logIsChecked({ settings }: Municipality): Promise<void> {
  const sp = connectToSite(settings, () => new Date());
  while ((await readLatestLogCheck(sp)) === undefined) await pause(100);
}

/** Five thousand assets from another register, a hundred in each command: what it must write is a log entry and an item for each. */
async function importFigure(municipality: Municipality): Promise<Figure> {
  await logIsChecked(municipality);
  const commands = importedRows / mostImportedRows;
  const cost = await afresh(municipality, (anew) =>
    counted(async () => {
      for (let command = 0; command < commands; command += 1)
        await give(anew, 'securityOfficer', 'import-assets', { rows: rowsFor(command) });
    })
  );
  return figure('import.requests', cost.requests / commands, {
    peer: 'a hundred rows written one by one: a log entry and an item each',
    peerValue: 2 * mostImportedRows
  });
}

function rowsFor(command: number): readonly unknown[] {
  return Array.from({ length: mostImportedRows }, (_, row) => ({
    name: `Importerad ${command * mostImportedRows + row}`,
    description: 'Ur ett äldre register.',
    carriers: ['system'],
    unit: 'SOC-HEM',
    informationOwner: people.manager.userPrincipalName,
    objectOwner: people.manager.userPrincipalName,
    custodian: people.custodian.userPrincipalName
  }));
}

const reportInput = {
  report: { kind: 'sent-wrong', when: 'just-now', where: 'Outlook', ongoing: 'no', personalData: 'no', description: 'Fel mottagare.' },
  reportedAt: '2026-11-23T14:39:00Z'
};

interface Door extends Pick<Municipality, 'standin'> {
  readonly serviceUrl: string;
}

/** A service that has just started and knows nothing, beside the one that runs. */
async function afresh<V>({ settings, standin }: Municipality, work: (door: Door) => Promise<V>): Promise<V> {
  const service = await startService(
    { ...settings, port: 0, keeping: { kind: 'file', path: ':memory:' } },
    { log: openLog({ write: () => undefined }), jobs: () => [] }
  );
  try {
    return await work({ standin, serviceUrl: service.url });
  } finally {
    await service.stop();
  }
}

/** Gives a command with the person's own token, as the tab does. */
async function give({ standin, serviceUrl }: Door, name: ExampleName, command: string, input: unknown): Promise<void> {
  const token = await standin.tokens.issue({ user: people[name].id, clientId: localIds.pages, audience: localIds.service });
  const body = JSON.stringify({ command: randomUUID(), input });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${serviceUrl}/api/commands/${command}`, { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`${command} was answered ${answer.status}: ${await answer.text()}`);
}

function nameOf(id: string): ExampleName {
  const [name] = (Object.keys(people) as ExampleName[]).filter((name) => people[name].id === id);
  if (name === undefined) throw new Error('The decider is nobody of the example municipality.');
  return name;
}

async function registerFigures(municipality: Municipality): Promise<Figure[]> {
  await logIsChecked(municipality);
  const register = followAssets(await inBrowser(municipality, 'securityOfficer'));
  const opened = await counted(() => register.rows());
  const again = await counted(() => register.rows());
  if ((await register.rows()).length !== 5_000) throw new Error('There were to be 5,000 assets.');
  return [
    figure('register.open.5000.requests', opened.requests, { peer: 'one request for a page of 5,000', peerValue: 1 }),
    {
      ...figure('register.open.5000.bytes', opened.bytes, { peer: 'the same values as bare JSON', peerValue: bareBytes(opened) }),
      unit: 'bytes'
    },
    figure('register.reopen.requests', again.requests, { peer: 'one request', peerValue: 1 })
  ];
}

/** As the web part connects: with the session's cookie and the form digest that the page came with, which lasts half an hour. */
async function inBrowser({ standin, settings }: Municipality, name: ExampleName): Promise<SPFI> {
  const [cookie = ''] = standin.tokens.sessions.start(people[name].id).split(';');
  const withCookie: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });
  const page = await withCookie(`${settings.site}/_api/contextinfo`, { method: 'POST', headers: { accept: 'application/json' } });
  const { FormDigestValue: formDigestValue, FormDigestTimeoutSeconds: formDigestTimeoutSeconds } = (await page.json()) as {
    readonly FormDigestValue: string;
    readonly FormDigestTimeoutSeconds: number;
  };
  const legacyPageContext = { formDigestValue, formDigestTimeoutSeconds };
  return connectInBrowser({ pageContext: { web: { absoluteUrl: settings.site }, legacyPageContext } }, { fetch: withCookie });
}

function bareBytes({ bodies }: Counted): number {
  const rows = bodies.flatMap((body) => (JSON.parse(body) as { value?: readonly Readonly<Record<string, unknown>>[] }).value ?? []);
  return Buffer.byteLength(JSON.stringify(rows.map(({ ID: _twice, ...row }) => row)));
}

function figure(name: string, value: number, { peer, peerValue }: Pick<Figure, 'peer' | 'peerValue'>): Figure {
  return { name, value, unit: 'requests', peer, peerValue };
}
