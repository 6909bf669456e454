// How fast the stand-in gives rows: 20,000 assets by pages over HTTP, against the same rows by a bare SELECT and JSON.stringify.
import { people } from '../../src/local/example/people';
import { localIds } from '../../src/local/identity';
import { openMunicipality, type Municipality } from '../../src/local/municipality';
import { assetList } from '../../src/schema/assets';
import { all, one, openDatabase } from '../../src/standin/store/database';
import { copyRows } from '../lists/copied-rows';
import type { Figure } from './figure';
import { inFolder } from './folder';

const count = 20_000;
const columns = ['Referens', 'Title', 'Beskrivning', 'Status', 'Enhet', 'KlassSekretess'];

export function standinItems(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const options = { folder, firstPort: 7570, chats: [], say: () => undefined };
    await (await openMunicipality({ ...options, fresh: true })).stop();
    const file = `${folder}/standin.sqlite`;
    copyRows(file, [{ list: assetList, count, differing: { Referens: "printf('T-2026-%04d', n)" } }]);
    const peerValue = await perSecond(() => Promise.resolve(bare(file)));
    const municipality = await openMunicipality({ ...options, fresh: false });
    const value = await perSecond(() => paged(municipality));
    await municipality.stop();
    const peer = 'the same rows by a bare SELECT and JSON.stringify';
    return [{ name: 'standin.items', value, unit: 'items/s', peer, peerValue }];
  });
}

/** The best of three, so that another program's work is not measured. `work` gives how many rows it read. */
async function perSecond(work: () => Promise<number>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn += 1) {
    const started = performance.now();
    const read = await work();
    if (read !== count) throw new Error(`${read} rows were read, not ${count}.`);
    best = Math.min(best, performance.now() - started);
  }
  return Math.round((count / best) * 1000);
}

async function paged({ standin, settings }: Municipality): Promise<number> {
  const audience = new URL(settings.site).origin;
  const token = await standin.tokens.issue({ user: people.securityOfficer.id, clientId: localIds.pages, audience });
  const headers = { accept: 'application/json;odata=nometadata', authorization: `Bearer ${token}` };
  let read = 0;
  let next: string | undefined =
    `${settings.site}/_api/web/lists/getByTitle('${assetList.title}')/items?$top=5000&$select=Id,${columns.join(',')}`;
  while (next !== undefined) {
    const answer = await fetch(next, { headers });
    const page = (await answer.json()) as { readonly value: readonly unknown[]; readonly 'odata.nextLink'?: string };
    read += page.value.length;
    next = page['odata.nextLink'];
  }
  return read;
}

function bare(file: string): number {
  const database = openDatabase(file);
  const list = one<{ id: number }>(database, 'SELECT id FROM list WHERE title = ?', [assetList.title]);
  const selected = columns.map((column) => `"f_${column}" AS "${column}"`).join(', ');
  const rows = all<Record<string, unknown>>(database, `SELECT id AS Id, ${selected} FROM item_${list?.id ?? 0} ORDER BY id`);
  const text = JSON.stringify({ value: rows });
  database.close();
  return (JSON.parse(text) as { value: unknown[] }).value.length;
}
