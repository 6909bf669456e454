// An exit package made of a site by those who may read it: read again as whoever has no Värna would, and its chain checked by the words of its README.
import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import papa from 'papaparse';
import { exitPackage, type ExitOptions, type ExitProgress } from '../../src/components/exit/exit-package';
import type { ExitPackage } from '../../src/documents/exit-readme';
import type { Person } from '../../src/domain/person';
import { incidentFiles } from '../../src/lists/incident-files';
import { listOf } from '../../src/lists/rows';
import { anchoredLog } from '../../src/lists/log-as-it-stands';
import { writeOrganisation } from '../../src/lists/organisation';
import { readsOf } from '../../src/lists/reads';
import { allLists } from '../../src/schema/lists';
import { assetList } from '../../src/schema/assets';
import { incidentList } from '../../src/schema/incidents';
import { logList } from '../../src/schema/log';
import { addAttachment } from '../../src/workflows/add-attachment';
import { anchorLog } from '../../src/workflows/anchor-log';
import { changeAsset } from '../../src/workflows/change-asset';
import { registerAsset } from '../../src/workflows/register-asset';
import { reportIncident } from '../../src/workflows/report-incident';
import { recordOver } from './record';
import { admin, employee, manager, officer, openSite, sitePath, type Site } from './site';

const at = '2026-11-26T09:00:00Z';
const picture = Uint8Array.of(0xff, 0xd8, 0xff, 0, 1, 2, 3);

let site: Site;
beforeEach(async () => {
  site = await openSite();
  await happened();
}, 60_000);
afterEach(() => site.stop());

/** An asset that is called as a formula and changed once, and an incident with a picture. */
async function happened(): Promise<void> {
  await writeOrganisation(site.asService(), [{ code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit' }]);
  const context = recordOver(site.asService());
  const by = { person: manager, roles: ['accountable'] as const };
  const asset = { name: '=HYPERLINK("fara")', description: 'Rad ett\nRad "två"; åäö', carriers: ['system' as const], unit: 'SOC-HEM' };
  const registered = await registerAsset(context, { command: key(1), actor: by, input: { asset } });
  if (!registered.ok) throw new Error(registered.reason);
  const { reference } = registered.value;
  await changeAsset(context, { command: key(2), actor: by, input: { reference, asset: { ...asset, description: 'Ny' } } });
  const report = { kind: 'sent-wrong', when: 'today', where: 'E-post', ongoing: 'no', personalData: 'yes', description: '' } as const;
  const reporter = { person: employee, roles: [] };
  await reportIncident(context, { command: key(3), actor: reporter, input: { report, reportedAt: '2026-11-23T14:40:00Z' } });
  const place = { reference: 'I-2026-0001', file: 'Kuvertet å.jpg' };
  await incidentFiles(site.asService()).keep(place, picture);
  const sha256 = createHash('sha256').update(picture).digest('hex');
  const input = { ...place, name: 'Kuvertet å.jpg', kind: 'jpeg' as const, size: picture.length, sha256 };
  await addAttachment(context, { command: key(4), actor: reporter, input });
}

function key(number: number): string {
  return `00000000-0000-4000-8000-00000000000${number}`;
}

interface Opened {
  readonly files: ReadonlyMap<string, string>;
  readonly zip: JSZip;
  readonly made: ExitPackage;
}

function optionsFor(person: Person, more: Partial<ExitOptions> = {}): ExitOptions {
  const throwing = (error: Error): never => {
    throw error;
  };
  const source = readsOf(site.as(person), person.id);
  return { source, by: person, at, isStopped: () => false, onProgress: () => undefined, onError: throwing, ...more };
}

async function packed(person: Person, more?: Partial<ExitOptions>): Promise<Opened> {
  const outcome = await exitPackage(optionsFor(person, more));
  if (outcome === 'stopped') throw new Error('It was stopped.');
  const { file, made } = outcome;
  const zip = await JSZip.loadAsync(await new Response(file.content).arrayBuffer());
  const texts = Object.values(zip.files).map(async (file) => [file.name, await file.async('string')] as const);
  return { files: new Map(await Promise.all(texts)), zip, made };
}

function fileIn({ files }: Opened, name: string): string {
  const text = files.get(name);
  if (text === undefined) throw new Error(`${name} is not in the package.`);
  return text;
}

test('every list is there twice, and both say the same', async () => {
  const opened = await packed(officer);
  for (const { url } of allLists) {
    const rows = JSON.parse(fileIn(opened, `listor/${url}.json`)) as Record<string, unknown>[];
    const [headings, ...lines] = papa.parse<string[]>(fileIn(opened, `listor/${url}.csv`).slice(1).trimEnd(), { delimiter: ';' }).data;
    expect(lines).toHaveLength(rows.length);
    expect(headings?.[0]).toBe('Radens nummer');
  }
  const [asset] = JSON.parse(fileIn(opened, `listor/${assetList.url}.json`)) as Record<string, unknown>[];
  expect(asset).toMatchObject({ Referens: 'T-2026-0001', Title: '=HYPERLINK("fara")' });
  const csv = fileIn(opened, `listor/${assetList.url}.csv`);
  expect(csv.startsWith('\uFEFFRadens nummer;')).toBe(true);
  expect(csv).toContain(`'=HYPERLINK(""fara"")`);
});

test('the chain holds by what the README says, and not when one letter of it is another', async () => {
  await anchorLog({ log: anchoredLog(site.asService()), now: () => at });
  const opened = await packed(officer);
  const chain = fileIn(opened, 'logg/kedja.jsonl');
  expect(faultsOf(chain)).toEqual([]);
  expect(faultsOf(chain.replace('HYPERLINK', 'HYPERLANK'))).toEqual(['T-2026-0001:1']);
  expect(endsMissingFrom(chain)).toEqual([]);
  expect(endsMissingFrom(withoutLast(chain, 'T-2026-0001'))).toEqual(['T-2026-0001:2']);
  expect(fileIn(opened, 'README.txt')).toContain('logg/kedja.jsonl\r\n  En rad för varje post i loggen (5 poster i 3 kedjor)');
});

/** The first three steps of the README, without anything of ours. */
function faultsOf(chain: string): readonly string[] {
  const last = new Map<string, { readonly sequence: number; readonly hash: string }>();
  return chain
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const { hash, text } = JSON.parse(line) as { hash: string; text: string };
      const { aggregate, sequence, previousHash } = JSON.parse(text) as { aggregate: string; sequence: number; previousHash: string };
      const before = last.get(aggregate) ?? { sequence: 0, hash: '0'.repeat(64) };
      last.set(aggregate, { sequence, hash });
      const holds =
        createHash('sha256').update(text).digest('hex') === hash && previousHash === before.hash && sequence === before.sequence + 1;
      return holds ? [] : [`${aggregate}:${sequence}`];
    });
}

interface Sealed {
  readonly aggregate: string;
  readonly sequence: number;
  readonly state: { readonly heads?: readonly string[] };
}

function sealedIn(chain: string): readonly Sealed[] {
  const lines = chain.trimEnd().split('\n');
  return lines.map((line) => JSON.parse((JSON.parse(line) as { text: string }).text) as Sealed);
}

/** The fourth: what the anchors have written down is there. */
function endsMissingFrom(chain: string): readonly string[] {
  const entries = sealedIn(chain);
  const keys = entries.map(({ aggregate, sequence }) => `${aggregate}:${sequence}`);
  const heads = entries.filter(({ aggregate }) => aggregate === 'A-0001').flatMap(({ state }) => state.heads ?? []);
  return heads.map((head) => head.split(' ')[0] ?? '').filter((head) => !keys.includes(head));
}

function withoutLast(chain: string, aggregate: string): string {
  const lines = chain.trimEnd().split('\n');
  const last = sealedIn(chain)
    .map((entry) => entry.aggregate)
    .lastIndexOf(aggregate);
  return lines.filter((_, index) => index !== last).join('\n');
}

test('an entry that somebody altered is named', async () => {
  const [entry] = await listOf(site.as(admin), logList).items.select('Id').top(1)<{ Id: number }[]>();
  await listOf(site.as(admin), logList)
    .items.getById(entry?.Id ?? 0)
    .update({ Skal: 'Inget skäl' });
  const { made, files } = await packed(officer);
  expect(made.log.faulty).toEqual(['T-2026-0001:1']);
  expect(files.get('README.txt')).toContain('stämde punkt 1 till 3 inte för de här posterna: T-2026-0001:1.');
});

test('the files of incidents are there as they are, and one whose bytes are others is named', async () => {
  const opened = await packed(officer);
  expect(await opened.zip.file('filer/I-2026-0001/Kuvertet å.jpg')?.async('uint8array')).toEqual(picture);
  expect(opened.made).toMatchObject({ files: 1, missing: [] });
  const source = { ...readsOf(site.as(officer), officer.id), file: () => Promise.resolve({ ok: true as const, value: Uint8Array.of(1) }) };
  const altered = await packed(officer, { source });
  expect(fileIn(altered, 'README.txt')).toContain('filer/I-2026-0001/Kuvertet å.jpg: finns med, men har ett annat fingeravtryck');
});

test('what is in the log and in no list is named', async () => {
  const address = `${sitePath}/Lists/${incidentList.url}`;
  await site.as(admin).web.getList(address).items.getById(1).delete();
  const { made, files } = await packed(officer);
  expect(made.unseen).toEqual(['I-2026-0001']);
  expect(files.get('README.txt')).toContain('Står i loggen men gick inte att läsa i någon lista: I-2026-0001.');
  expect(files.get('avvikelser.txt')).toBe('Står i loggen, men inte i någon lista: I-2026-0001\r\n');
});

test('whoever may read less gets less, and each list that is missing is named', async () => {
  const { made, files } = await packed(manager);
  expect(made.lists.find(({ name }) => name === logList.url)).toMatchObject({ outcome: 'no-right', rows: 0 });
  expect([...files.keys()].filter((name) => name.includes('Handelselogg') || name.startsWith('logg/'))).toEqual([]);
  expect(files.get('README.txt')).toContain('Listan Händelselogg: den som tog fram paketet får inte läsa den.');
  expect(files.get('README.txt')).toContain('Loggen: inga poster kunde läsas, så det går inte att se om något annat saknas.');
});

test('of a list that failed on the way what was read is kept, and the rest is named as missing', async () => {
  const whole = readsOf(site.as(officer), officer.id);
  const errors: Error[] = [];
  const source = {
    ...whole,
    wholeLists: async () =>
      (await whole.wholeLists()).map((list) => ({
        ...list,
        pages: async function* () {
          yield* list.pages();
          if (list.name === assetList.url) throw new Error('Gone.');
        }
      }))
  };
  const { made, files } = await packed(officer, { source, onError: (error) => void errors.push(error) });
  expect(errors.map(({ message }) => message)).toEqual(['Gone.']);
  expect(made.lists.find(({ name }) => name === assetList.url)).toMatchObject({ outcome: 'broken-off', rows: 1 });
  expect(JSON.parse(files.get(`listor/${assetList.url}.json`) ?? '')).toHaveLength(1);
  expect(files.get('README.txt')).toContain('läsningen avbröts av ett fel efter 1 rader. Resten saknas.');
});

test('it tells how far it has come, and nothing comes of it when it is stopped', async () => {
  const told: ExitProgress[] = [];
  await packed(officer, { onProgress: (progress) => void told.push(progress) });
  expect(told.at(-1)).toEqual({ part: allLists.length, parts: allLists.length + 1, rows: 1 });
  expect(told.filter(({ title }) => title === 'Händelselogg').at(-1)).toMatchObject({ rows: 4 });
  let asked = 0;
  expect(await exitPackage(optionsFor(officer, { isStopped: () => (asked += 1) > 3 }))).toBe('stopped');
});
