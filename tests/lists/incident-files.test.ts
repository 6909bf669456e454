// Files beside an incident: read by whoever reads the incident and nobody else, put there by the service alone, and missed or found too many by the check.
import '@pnp/sp/attachments';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { Person } from '../../src/domain/person';
import { incidentFiles, readIncidentFile } from '../../src/lists/incident-files';
import { incidentRegister } from '../../src/lists/incidents';
import { logRegister } from '../../src/lists/log';
import { listOf } from '../../src/lists/rows';
import { incidentList } from '../../src/schema/incidents';
import { verifyLog } from '../../src/service/log-verification';
import { addAttachment } from '../../src/workflows/add-attachment';
import { restrictIncident } from '../../src/workflows/restrict-incident';
import { entry, incident } from './examples';
import { recordOver } from './record';
import { admin, colleague, employee, manager, officer, openSite, sitePath, technician, type Site } from './site';

const place = { reference: 'I-2026-0001', file: 'Kuvertet å (1) 0f0f0f0f.jpg' };
const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0, 1, 2, 3);
const address = `${sitePath}/Lists/${incidentList.url}/Attachments/1/${place.file}`;

let site: Site;
beforeEach(async () => {
  site = await openSite();
  const first = entry({ at: '2026-11-23T14:39:00Z', reason: '' });
  await logRegister(site.asService()).append(first);
  await incidentRegister(site.asService()).write({ state: incident(), sequence: 1, hash: first.hash });
});
afterEach(() => site.stop());

async function added(): Promise<void> {
  await incidentFiles(site.asService()).keep(place, bytes);
  const input = { ...place, name: 'Kuvertet å (1).jpg', kind: 'jpeg', size: bytes.length, sha256: '0'.repeat(64) } as const;
  const answer = await addAttachment(recordOver(site.asService()), { command: 'add', actor: { person: employee, roles: [] }, input });
  expect(answer).toMatchObject({ ok: true });
}

const faults = async (): Promise<string[]> =>
  (await verifyLog(site.asService(), { now: () => new Date(), witnessed: [] })).findings.map(({ fault }) => fault);

const read = (person: Person): Promise<Uint8Array | undefined> => readIncidentFile(site.as(person), place).catch(() => undefined);

test('what the service keeps is read by those who may read the incident', async () => {
  await added();
  expect(await Promise.all([employee, manager, technician, officer].map(read))).toEqual([bytes, bytes, bytes, bytes]);
  expect(await faults()).toEqual([]);
});

test('an outsider reads it at no address, and whoever leaves the incident leaves its files', async () => {
  await added();
  const addresses = [
    `web/getfilebyserverrelativeurl('${encodeURIComponent(address)}')/$value`,
    `web/getlist('${sitePath}/Lists/${incidentList.url}')/items(1)/AttachmentFiles`,
    `web/getlist('${sitePath}/Lists/${incidentList.url}')/items(1)/AttachmentFiles('${encodeURIComponent(place.file)}')/$value`
  ];
  const statuses = async (as: Person): Promise<number[]> =>
    Promise.all(addresses.map(async (path) => (await site.call(path, { as })).status));
  expect(await statuses(employee)).toEqual([200, 200, 200]);
  for (const status of await statuses(colleague)) expect([403, 404]).toContain(status);
  const actor = { person: officer, roles: ['information-security'] } as const;
  const input = { reference: place.reference, restricted: true, reason: 'Personalärende' };
  await restrictIncident(recordOver(site.asService()), { command: 'restrict', actor, input });
  for (const status of await statuses(manager)) expect([403, 404]).toContain(status);
  expect(await Promise.all([employee, manager, technician, officer].map(read))).toEqual([bytes, undefined, undefined, bytes]);
});

test.each([
  ['the reporter', employee],
  ['IT', technician]
])('%s puts no file there around the service, and takes none away', async (_who, person) => {
  await added();
  const { attachmentFiles } = listOf(site.as(person), incidentList).items.getById(1);
  await expect(attachmentFiles.add('eget.txt', 'x')).rejects.toMatchObject({ reason: 'forbidden' });
  await expect(attachmentFiles.getByName(place.file).delete()).rejects.toMatchObject({ reason: 'forbidden' });
});

test('the same bytes are kept once, and others are not written over them', async () => {
  const files = incidentFiles(site.asService());
  expect(await files.keep(place, bytes)).toBe('kept');
  expect(await files.keep(place, bytes)).toBe('kept');
  expect(await files.keep(place, Uint8Array.of(1))).toBe('name-taken');
  expect(await read(employee)).toEqual(bytes);
});

/** A connection that breaks the first time the file is sent: before it arrives, or after, with its answer. */
function breaking(when: 'before' | 'after'): typeof fetch {
  let times = 0;
  return async (url, init) => {
    const address = url instanceof Request ? url.url : url.toString();
    const isFirst = /\/AttachmentFiles\/add\(/i.test(address) && (times += 1) === 1;
    if (isFirst && when === 'before') throw new TypeError('fetch failed');
    const answer = await fetch(url, init);
    if (isFirst) throw new TypeError('terminated');
    return answer;
  };
}

test('a file whose answer was lost is found to be there', async () => {
  expect(await incidentFiles(site.asService({ fetch: breaking('after') })).keep(place, bytes)).toBe('kept');
  expect(await read(employee)).toEqual(bytes);
});

test('a file that did not arrive is not said to be kept', async () => {
  const files = incidentFiles(site.asService({ fetch: breaking('before') }));
  await expect(files.keep(place, bytes)).rejects.toMatchObject({ reason: 'unavailable' });
  expect(await read(employee)).toBeUndefined();
});

test('a file is taken away, once or twice', async () => {
  const files = incidentFiles(site.asService());
  await files.keep(place, bytes);
  await files.remove(place);
  await files.remove(place);
  expect(await read(employee)).toBeUndefined();
});

test('the check of the log misses a file that was taken away, and finds one that was put there', async () => {
  await added();
  const { attachmentFiles } = listOf(site.as(admin), incidentList).items.getById(1);
  await attachmentFiles.add('eget.txt', 'x');
  expect(await faults()).toEqual(['file-not-in-log']);
  await attachmentFiles.getByName('eget.txt').delete();
  await attachmentFiles.getByName(place.file).delete();
  expect(await faults()).toEqual(['file-missing']);
});
