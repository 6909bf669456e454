// A record of a thousand assets: what a check of it, and a day's anchor, cost in requests.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anchorAggregate } from '../../src/domain/anchor';
import { seal, type LogEntry } from '../../src/domain/log';
import { assetRegister } from '../../src/lists/assets';
import { logRegister } from '../../src/lists/log';
import { anchoredLog, readAsItStands } from '../../src/lists/log-as-it-stands';
import { logCells } from '../../src/lists/log-rows';
import { assetList } from '../../src/schema/assets';
import { logList } from '../../src/schema/log';
import { verifyLog } from '../../src/service/log-verification';
import { anchorLog } from '../../src/workflows/anchor-log';
import { copyRows, writeCells } from '../lists/copied-rows';
import { asset, entry } from '../lists/examples';
import { openSite, type Site } from '../lists/site';

const count = 1000;
const numberOf = (n: number): string => `T-2026-${String(n).padStart(4, '0')}`;

function entryOf(n: number): LogEntry {
  const reference = numberOf(n);
  const { hash: _, ...said } = entry({ aggregate: reference, command: `command-${n}`, event: 'asset-registered', to: 'submitted' });
  return seal({ ...said, state: { ...asset({ reference }) } });
}

let folder: string;
let site: Site;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'varna-thousand-'));
  const file = path.join(folder, 'site.sqlite');
  const short = await openSite({ file });
  const first = entryOf(1);
  await logRegister(short.asService()).append(first);
  await assetRegister(short.asService()).write({ state: asset({ reference: numberOf(1) }), sequence: 1, hash: first.hash });
  await short.stop();
  const differing = { Referens: "printf('T-2026-%04d', n)" };
  copyRows(file, [
    { list: assetList, count, differing },
    { list: logList, count, differing: { ...differing, Nyckel: "'key ' || n", Kommando: "'command ' || n" } }
  ]);
  writeCells(file, logList, count, (n) => logCells(entryOf(n)));
  writeCells(file, assetList, count, (n) => ({ Avtryck: entryOf(n).hash }));
  site = await openSite({ file, listViewThreshold: 500 });
}, 120_000);
afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

/** How many requests reach SharePoint while the work goes on; those that go as one batch are one. */
async function requestsOf(work: (sp: ReturnType<Site['asService']>) => Promise<unknown>): Promise<number> {
  let requests = 0;
  const counting: typeof fetch = (...request) => {
    requests += 1;
    return fetch(...request);
  };
  await work(site.asService({ fetch: counting }));
  return requests;
}

const now = '2026-11-24T20:00:00Z';

test('a check reads each list by pages: a few requests, however many numbers there are', async () => {
  const options = { now: () => new Date(now), witnessed: [] };
  const requests = await requestsOf(async (sp) => expect(await verifyLog(sp, options)).toMatchObject({ entries: count, findings: [] }));
  expect(requests).toBe(3);
}, 60_000);

test('the first anchor has every number, in entries that a cell can hold, and the next only what is new', async () => {
  const anchor = (at: string) => requestsOf((sp) => anchorLog({ log: anchoredLog(sp), now: () => at }));
  const heads = async (): Promise<readonly (readonly string[])[]> =>
    (await readAsItStands(site.asService(), anchorAggregate)).map(({ state }) => (JSON.parse(state) as { heads: string[] }).heads);
  await anchor(now);
  const first = await heads();
  expect(first.map(({ length }) => length)).toEqual([400, 400, 200]);
  expect(first.flat()).toHaveLength(count);
  await logRegister(site.asService()).append(
    seal({ ...entryOf(7), sequence: 2, command: 'change', event: 'asset-changed', previousHash: entryOf(7).hash })
  );
  expect(await anchor('2026-11-25T20:00:00Z')).toBe(4);
  expect((await heads()).slice(3)).toEqual([[expect.stringMatching(/^T-2026-0007:2 2026-11-23T14:40:00Z [\da-f]{64}$/)]]);
}, 60_000);
