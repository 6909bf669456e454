// The whole service over a provisioned site: real tokens, Graph, SharePoint lists, and a chat over the bot's own HTTP door.
import { createHash, createPublicKey, randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anchorAggregate } from '../../src/domain/anchor';
import { attachmentsOf } from '../../src/domain/incident';
import type { Person } from '../../src/domain/person';
import { readIncidentFile } from '../../src/lists/incident-files';
import { readIncident, readMyIncidents } from '../../src/lists/incidents';
import { readLatestLogCheck } from '../../src/lists/log-checks';
import { writeOrganisation } from '../../src/lists/organisation';
import { writeSettings } from '../../src/lists/settings';
import { classificationModel as model } from '../../src/reference/classification-model';
import { connectToSite } from '../../src/service/connect-to-site';
import { openLog } from '../../src/service/log';
import type { Service } from '../../src/service/open-service';
import { readSettings, type Settings } from '../../src/service/settings';
import { startService, type ServiceOverrides } from '../../src/service/start-service';
import { provisionSite } from '../../src/provision/provision-site';
import { listenStandin, type ListeningStandin } from '../../src/standin/standin';
import { openConnector, type Connector } from '../bot/connector';
import { passive } from '../domain/example-files';
import {
  colleague,
  employee,
  manager,
  memberships,
  officer,
  openEmptySite,
  owner,
  serviceClient,
  sitePath,
  technician,
  tenantId,
  type Site
} from '../lists/site';
import { eventually, post, quickPace, report, reportInput, type Answered } from './running-service';

const pace = { ...quickPace, answerWithin: 3_000 };
const pageClient = 'bbbbbbbb-0000-4000-8000-000000000009';
const folder = mkdtempSync(path.join(tmpdir(), 'varna-'));

let site: Site;
let standin: ListeningStandin;
let service: Service;
let connector: Connector;
const lines: string[] = [];

beforeAll(async () => {
  site = await openEmptySite({ file: path.join(folder, 'standin.sqlite') });
  standin = site.standin;
  fillDirectory();
  await provisionSite({ sp: site.asService(), dryRun: false, settings: {}, members: memberships, print: () => undefined });
  await writeOrganisation(site.asService(), [
    { code: 'SOC', name: 'Socialförvaltningen', kind: 'department', head: owner },
    { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC' }
  ]);
  await writeSettings(site.asService(), {
    'it-phone': '070-174 06 30',
    'tab-url': 'https://haparanda.example/sites/x/SitePages/Varna.aspx',
    'level-numbers': '4,3,2,1'
  });
  connector = await openConnector();
  service = await startService(settings(), { pace, jobs: onlyLogCheck, log: openLog({ write: (line) => void lines.push(line) }) });
});

afterAll(async () => {
  await service.stop();
  await connector.close();
  await standin.stop();
  rmSync(folder, { recursive: true });
});

/** What is reported here was long ago or has just been, depending on the day: that nobody answers has tests of its own. */
const onlyLogCheck: NonNullable<ServiceOverrides['jobs']> = (usual) => usual.filter(({ name }) => name === 'log-check');

function fillDirectory(): void {
  const account = ({ id, name, upn }: Person) => ({ id, displayName: name, userPrincipalName: upn, mail: upn, accountEnabled: true });
  standin.directory.put([{ ...account(employee), department: 'hemtjänsten ', managerId: manager.id }]);
  const none = { appRoles: [], identifierUris: [], sites: {}, redirectUris: [] };
  standin.directory.putApplication({ ...none, clientId: pageClient, displayName: 'Fliken' });
  const registered = standin.directory.applicationById(serviceClient);
  if (registered === undefined) throw new Error('The site registers the service.');
  standin.directory.putApplication({ ...registered, appRoles: ['Sites.Selected', 'User.Read.All'], preauthorized: [pageClient] });
}

function environment(): Record<string, string> {
  const thumbprint = createHash('sha256')
    .update(createPublicKey(site.privateKey).export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return {
    PORT: '0',
    VARNA_SITE: site.url,
    VARNA_TENANT_ID: tenantId,
    VARNA_AUTHORITY: standin.origin,
    VARNA_CLIENT_ID: serviceClient,
    VARNA_CERTIFICATE: site.privateKey,
    VARNA_CERTIFICATE_THUMBPRINT: thumbprint,
    VARNA_API_AUDIENCE: serviceClient,
    VARNA_GRAPH: standin.origin,
    VARNA_STATE: path.join(folder, 'service.sqlite'),
    VARNA_LOCAL_CHAT: 'yes'
  };
}

function settings(): Settings {
  const reading = readSettings(environment());
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.settings;
}

/** `npm run verify-log`, without npm. */
async function runVerifyLog(): Promise<{ readonly code: number; readonly said: string }> {
  const tool = path.join(__dirname, '../../src/service/verify-log.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', tool], {
    env: { ...process.env, ...environment() },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

async function give(person: Person, name: string, input: unknown, command: string = randomUUID()): Promise<Answered> {
  const token = await standin.tokens.issue({ user: person.id, clientId: pageClient, audience: serviceClient });
  return post(service.url, name, { token, body: { command, input } });
}

/** What Teams hands over when the person does something in their own chat with the bot. */
function activity(person: Person, said: object): Promise<Response> {
  const body = {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    locale: 'sv-SE',
    from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
    recipient: { id: '28:varna', name: 'Värna' },
    conversation: { id: `a:${person.id}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    ...said
  };
  return fetch(`${service.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  });
}

/** What was sent to the person's chat, as JSON. */
function toldTo({ id }: Person): string {
  return JSON.stringify(
    connector.deliveries.filter((delivery) => decodeURIComponent(delivery.path).includes(`a:${id}`)).map(({ body }) => body)
  );
}

test('a report stands in the lists with unit and manager from the directory, and the reporter may read it', async () => {
  const { status, body } = await give(employee, 'report-incident', reportInput);
  expect([status, body]).toMatchObject([200, { value: { unitName: 'Hemtjänsten', nearestManager: manager, reporter: employee } }]);
  const { reference } = body['value'] as { reference: string };
  expect(await readIncident(site.asService(), reference)).toMatchObject({ broken: false, state: { report } });
  expect(await readMyIncidents(site.as(employee), employee.id)).toMatchObject([{ state: { reference } }]);
});

test('a file stands beside the incident and in its record, for the reporter and not for a colleague', async () => {
  const { body } = await give(employee, 'report-incident', reportInput);
  const { reference } = body['value'] as { reference: string };
  const token = await standin.tokens.issue({ user: employee.id, clientId: pageClient, audience: serviceClient });
  const [name, bytes] = passive.word;
  const answer = await fetch(`${service.url}/api/incidents/${reference}/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'idempotency-key': randomUUID(),
      'x-file-name': name
    },
    body: new Blob([bytes])
  });
  expect(answer.status).toBe(200);
  const row = await readIncident(site.as(employee), reference);
  const [file] = row === undefined || row.broken ? [] : attachmentsOf(row.state);
  expect(file).toMatchObject({ name, kind: 'word', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  const place = { reference, file: file?.file ?? '' };
  expect(await readIncidentFile(site.as(employee), place)).toEqual(bytes);
  await expect(readIncidentFile(site.as(colleague), place)).rejects.toMatchObject({ reason: 'not-found' });
});

test('who has no manager in Graph has the head of their unit, or of the one above', async () => {
  const { id, name, upn } = employee;
  const account = { id, displayName: name, userPrincipalName: upn, mail: upn, accountEnabled: true };
  standin.directory.put([{ ...account, department: 'SOC-HEM' }]);
  const fresh = await startService(
    { ...settings(), keeping: { kind: 'file', path: ':memory:' } },
    { pace, jobs: onlyLogCheck, log: openLog({ write: () => undefined }) }
  );
  const token = await standin.tokens.issue({ user: id, clientId: pageClient, audience: serviceClient });
  const { body } = await post(fresh.url, 'report-incident', { token, body: { command: randomUUID(), input: reportInput } });
  expect(body).toMatchObject({ value: { nearestManager: owner } });
  await fresh.stop();
  fillDirectory();
});

test('the log is anchored and checked though nobody asks for it', async () => {
  await eventually(async () => {
    const check = { by: 'service', found: 0, anchor: { aggregate: anchorAggregate, sequence: 1 } };
    expect(await readLatestLogCheck(site.as(officer))).toMatchObject({ broken: false, state: check });
  });
});

test('roles come from the groups of the site', async () => {
  const asset = { name: 'Journalsystem', description: '', carriers: ['system'], unit: 'SOC-HEM', objectOwner: owner.upn };
  expect(await give(employee, 'register-asset', { asset })).toMatchObject({ status: 403 });
  expect(memberships).toContainEqual({ group: 'accountable', who: owner.upn });
  expect(await give(owner, 'register-asset', { asset })).toMatchObject({ status: 200, body: { value: { objectOwner: owner } } });
});

test('an objektägare delegates and ends it again, and a number is theirs alone to end', async () => {
  const [today = ''] = new Date().toISOString().split('T');
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`;
  const made = await give(owner, 'delegate-decisions', { deputy: technician.upn, from: today, to: inAYear });
  expect(made).toMatchObject({ status: 200, body: { value: { by: owner, deputy: technician, state: 'active' } } });
  const { reference } = made.body['value'] as { reference: string };
  expect(await give(manager, 'delegate-decisions', { deputy: technician.upn, from: today, to: inAYear })).toMatchObject({ status: 403 });
  expect(await give(technician, 'end-delegation', { reference })).toMatchObject({ status: 403 });
  expect(await give(owner, 'end-delegation', { reference })).toMatchObject({ status: 200, body: { value: { state: 'ended' } } });
});

test('IT is told in their own chat, and the reporter when IT has received', async () => {
  for (const person of [technician, employee]) {
    const { status } = await activity(person, { type: 'installationUpdate', action: 'add' });
    expect(status).toBe(200);
  }
  const { body } = await give(employee, 'report-incident', reportInput);
  const { reference } = body['value'] as { reference: string };
  await eventually(() => expect(toldTo(technician)).toContain(reference));
  expect(await give(technician, 'acknowledge-incident', { reference, receiver: 'it' })).toMatchObject({ status: 200 });
  await eventually(() => expect(toldTo(employee)).toContain(reference));
  expect(toldTo(technician)).not.toContain(report.description);
});

test('the bot opens the report in the chat, with the number to IT from the settings', async () => {
  expect((await activity(employee, { type: 'message', text: 'rapportera incident' })).status).toBe(200);
  await eventually(() => expect(toldTo(employee)).toContain('070-174\u00a006\u00a030'));
});

test('the objektägare gets the classification on a card, with the numbers that the municipality has set', async () => {
  await activity(owner, { type: 'installationUpdate', action: 'add' });
  const owners = { informationOwner: officer.upn, objectOwner: owner.upn, custodian: technician.upn };
  const content = { name: 'Journaler', description: '', carriers: ['system'], unit: 'SOC-HEM', ...owners };
  const { body } = await give(officer, 'register-asset', { asset: content });
  const { reference: asset } = body['value'] as { reference: string };
  await give(officer, 'submit-asset', { reference: asset });
  const answers = Object.fromEntries(model.questions.map(({ id, options }) => [id, [options[0]?.code ?? '']]));
  const proposed = await give(officer, 'submit-classification', { asset, model: model.version, answers });
  expect(proposed).toMatchObject({ status: 200, body: { value: { profile: { confidentiality: 'negligible' } } } });
  await eventually(() => expect(toldTo(owner)).toContain('K4 Försumbar'));
});

test('while SharePoint is away a report is kept, and delivered when it is back', async () => {
  const { port } = new URL(standin.origin);
  // Entra and Graph are the same process here; the service knows its keys and its people from before, as it would.
  const token = await standin.tokens.issue({ user: employee.id, clientId: pageClient, audience: serviceClient });
  const before = connector.deliveries.length;
  await standin.stop();
  const body = { command: randomUUID(), input: reportInput };
  expect(await post(service.url, 'report-incident', { token, body })).toEqual({ status: 202, body: { ok: true, kept: true } });
  standin = await listenStandin({ file: path.join(folder, 'standin.sqlite'), tenantId, port: Number(port) });
  await eventually(() => expect(connector.deliveries.length).toBeGreaterThan(before));
  const again = await post(service.url, 'report-incident', { token, body });
  expect(again).toMatchObject({ status: 200, body: { value: { report } } });
  const { reference } = again.body['value'] as { reference: string };
  await eventually(() => expect(toldTo(employee)).toContain(reference));
}, 60_000);

test('verify-log agrees with an untouched record, and names each thing done around the service', async () => {
  const sp = connectToSite(settings(), () => new Date());
  expect(await runVerifyLog()).toMatchObject({ code: 0, said: expect.stringContaining('0 avvikelser') as string });
  const list = (url: string) => sp.web.getList(`${sitePath}/Lists/${url}`).items;
  const incidents = await list('Incidenter').select('Id', 'Referens')<{ Id: number; Referens: string }[]>();
  const [changed, removed, rewritten] = incidents;
  if (changed === undefined || removed === undefined || rewritten === undefined)
    throw new Error('Three incidents have been reported above.');
  await list('Incidenter').getById(changed.Id).update({ Title: 'Någon annanstans' });
  await list('Incidenter').getById(removed.Id).delete();
  const [entry] = await list('Handelselogg').filter(`Referens eq '${rewritten.Referens}'`).select('Id')<{ Id: number }[]>();
  await list('Handelselogg')
    .getById(entry?.Id ?? 0)
    .update({ Aktorsnamn: 'Någon Annan' });
  const { code, said } = await runVerifyLog();
  expect(code).toBe(1);
  const linesAbout = (reference: string): string =>
    said
      .split('\n')
      .filter((line) => line.startsWith(reference))
      .join('\n');
  expect(linesAbout(changed.Referens)).toContain('säger något annat än loggen');
  expect(linesAbout(removed.Referens)).toContain('borttagen ur listan');
  expect(linesAbout(rewritten.Referens)).toContain('posten i loggen är ändrad');
});

test('nothing of what was said, nor who said it, is in the log of the service', () => {
  for (const word of [
    report.description,
    report.where,
    employee.name,
    employee.upn,
    'rapportera incident',
    site.privateKey.slice(40, 80)
  ]) {
    expect(lines.join('')).not.toContain(word);
  }
});
