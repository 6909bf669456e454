// The whole product for the journeys: the example municipality on free ports, its people in a browser, and the record behind it.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { chainDeviations } from '../domain/log-rows';
import { connectWithToken } from '../../src/lists/connect';
import { readLog } from '../../src/lists/log';
import { people, type ExampleName } from '../../src/local/example/people';
import { localIds } from '../../src/local/identity';
import { site } from '../../src/local/identity';
import { openMunicipality, portsFrom, type Municipality } from '../../src/local/municipality';
import { portsInUse } from '../../src/local/ports';

export interface ExampleMunicipality extends Municipality {
  /** Where all of it is kept. */
  readonly folder: string;
}

/** Starts it in a folder of its own; `stop` takes the folder away as well. */
export async function openExample(chats: readonly ExampleName[]): Promise<ExampleMunicipality> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-example-'));
  const municipality = await openMunicipality({ folder, firstPort: await freeRun(chats), fresh: false, chats, say: () => undefined });
  const stop = async (): Promise<void> => {
    await municipality.stop();
    await rm(folder, { recursive: true });
  };
  return { ...municipality, folder, stop };
}

const mostTries = 50;

/** The first of a run of ports that nobody holds, below those that systems give to outgoing connections. */
export async function freeRun(chats: readonly ExampleName[]): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const first = 11_000 + Math.floor(Math.random() * 20_000);
    if ((await portsInUse(portsFrom(first, chats))).length === 0) return first;
  }
  throw new Error(`No ${2 + chats.length} free ports in a row found in ${mostTries} tries.`);
}

type Reader = ExampleName | 'service';

const Rows = z.object({ value: z.array(z.looseObject({ Id: z.number() })) });
export type ListRow = z.infer<typeof Rows>['value'][number];

/** What SharePoint's REST answers for a list; `rows` is empty unless the answer was 200. */
export interface ListAnswer {
  readonly status: number;
  readonly rows: readonly ListRow[];
}

/** Reads a list back through REST as a person, or as the service. `filter` is OData. */
export async function readList(
  municipality: Municipality,
  { list, as, filter = '' }: { readonly list: string; readonly as: Reader; readonly filter?: string }
): Promise<ListAnswer> {
  const query = filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`;
  const response = await askSharePoint(municipality, as, `${list}')/items?$top=500${query}`);
  return { status: response.status, rows: response.ok ? Rows.parse(await response.json()).value : [] };
}

/** The HTTP status of one row asked for by its id. */
export async function statusOfRow(
  municipality: Municipality,
  { list, as, id }: { readonly list: string; readonly as: Reader; readonly id: number }
): Promise<number> {
  return (await askSharePoint(municipality, as, `${list}')/items(${id})`)).status;
}

async function askSharePoint(municipality: Municipality, as: Reader, rest: string): Promise<Response> {
  const token = await tokenOf(municipality, as);
  return fetch(`${municipality.origin}${site.path}/_api/web/GetList('${site.path}/Lists/${rest}`, {
    headers: { accept: 'application/json;odata=nometadata', authorization: `Bearer ${token}` }
  });
}

/** A token for SharePoint, as Entra gives the person's page or the service. */
function tokenOf({ standin, origin }: Municipality, as: Reader): Promise<string> {
  if (as === 'service') return standin.tokens.issue({ clientId: localIds.service, audience: origin });
  return standin.tokens.issue({ user: people[as].id, clientId: localIds.pages, audience: origin });
}

/** Gives a command as the tab does, and expects that it is done at once. */
export async function giveCommand(
  { standin, settings }: Municipality,
  { as, name, input }: { readonly as: ExampleName; readonly name: string; readonly input: object }
): Promise<Readonly<Record<string, unknown>>> {
  const token = await standin.tokens.issue({ user: people[as].id, clientId: localIds.pages, audience: localIds.service });
  const response = await fetch(`http://127.0.0.1:${settings.port}/api/commands/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ command: randomUUID(), input })
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${name} was answered with ${response.status}: ${text}`);
  return z.object({ value: z.record(z.string(), z.unknown()) }).parse(JSON.parse(text)).value;
}

/** What the log says happened to it, read as the informationssäkerhetsansvarig; the chain of it must hold. */
export async function eventsOf(municipality: Municipality, reference: string): Promise<string[]> {
  const token = (): Promise<string> => tokenOf(municipality, 'securityOfficer');
  const rows = await readLog(connectWithToken({ site: `${municipality.origin}${site.path}`, token }), reference);
  const entries = rows.map((row) => {
    if (row.broken) throw new Error(`Row ${row.id} of the log cannot be understood.`);
    return row.state;
  });
  const [deviation] = chainDeviations(entries);
  if (deviation !== undefined) throw new Error(`The log of ${reference} does not hold: ${deviation.fault} at ${deviation.sequence}.`);
  return entries.map(({ event }) => event);
}
