// The running service over a provisioned site with something in its record, and a client that means harm.
import { createHash, createPublicKey, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandId } from '../../src/domain/command-id';
import type { Person } from '../../src/domain/person';
import { writeOrganisation } from '../../src/lists/organisation';
import { classificationModel } from '../../src/reference/classification-model';
import type { Limits } from '../../src/service/limits';
import { openLog } from '../../src/service/log';
import { readSettings, type Settings } from '../../src/service/settings';
import { startService } from '../../src/service/start-service';
import { openSqliteState } from '../../src/service/state/sqlite/state';
import { openConnector } from '../bot/connector';
import * as people from '../lists/site';
import { employee, manager, openSite, owner, serviceClient, tenantId, type Site } from '../lists/site';
import { post, quickPace, reportInput } from '../service/running-service';
import { hostileClient, type Send } from './client';
import type { Hints } from './from-schema';
import { openLedger, type Ledger } from './ledger';

const pageClient = 'bbbbbbbb-0000-4000-8000-000000000009';

const gone: Person = { id: '99999999-0000-4000-8000-000000000000', name: 'Börje Borta', upn: 'borje.borta@haparanda.example' };

/** The account of the last is closed. */
const senders: readonly Person[] = [
  employee,
  owner,
  people.technician,
  manager,
  people.officer,
  people.privacyOfficer,
  people.colleague,
  people.admin,
  gone
];

/** What is tried is what is let in. */
const boundless: Limits = { commands: 1e9, activities: 1e9, files: 1e9, refusals: 1e9 };

export interface FuzzedService {
  readonly send: Send;
  readonly ledger: Ledger;
  /** What stands in the record, for requests to name. */
  readonly hints: Hints;
  /** Every line the service has logged since the last time. */
  readonly logged: () => readonly string[];
  /** What `/health` says. */
  readonly health: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export async function openFuzzedService(): Promise<FuzzedService> {
  const folder = mkdtempSync(path.join(tmpdir(), 'varna-fuzz-'));
  const site = await openSite();
  fillDirectory(site);
  await writeOrganisation(site.asService(), [{ code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', head: owner }]);
  const connector = await openConnector();
  const lines: string[] = [];
  const statePath = path.join(folder, 'service.sqlite');
  const service = await startService(settingsFor(site, statePath), {
    pace: quickPace,
    limits: boundless,
    // What is reported here was long ago or has just been, depending on the day.
    jobs: (usual) => usual.filter(({ name }) => name === 'log-check'),
    log: openLog({ write: (line) => void lines.push(line) })
  });
  const state = openSqliteState(statePath);
  const ledger = openLedger(site.asService(), state.inbox);
  const tokenOf = tokensOf(site);
  const hints = await fillRecord({ url: service.url, tokenOf, ledger });
  return {
    send: hostileClient({ url: service.url, connector, ledger, senders, tokenOf }),
    ledger,
    hints,
    logged: () => lines.splice(0),
    health: async () => (await fetch(`${service.url}/health`)).json() as Promise<unknown>,
    stop: async () => {
      await service.stop();
      await state.close();
      await connector.close();
      await site.stop();
      rmSync(folder, { recursive: true });
    }
  };
}

function fillDirectory({ standin }: Site): void {
  const account = ({ id, name, upn }: Person) => ({ id, displayName: name, userPrincipalName: upn, mail: upn, accountEnabled: true });
  standin.directory.put([
    { ...account(employee), department: 'Hemtjänsten', managerId: manager.id },
    { ...account(gone), accountEnabled: false }
  ]);
  const none = { appRoles: [], identifierUris: [], sites: {}, redirectUris: [] };
  standin.directory.putApplication({ ...none, clientId: pageClient, displayName: 'Fliken' });
  const registered = standin.directory.applicationById(serviceClient);
  if (registered === undefined) throw new Error('The site registers the service.');
  standin.directory.putApplication({ ...registered, appRoles: ['Sites.Selected', 'User.Read.All'], preauthorized: [pageClient] });
}

function settingsFor({ standin, url, privateKey }: Site, statePath: string): Settings {
  const certificate = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const reading = readSettings({
    PORT: '0',
    VARNA_SITE: url,
    VARNA_TENANT_ID: tenantId,
    VARNA_AUTHORITY: standin.origin,
    VARNA_CLIENT_ID: serviceClient,
    VARNA_CERTIFICATE: privateKey,
    VARNA_CERTIFICATE_THUMBPRINT: createHash('sha256').update(certificate).digest('hex'),
    VARNA_API_AUDIENCE: serviceClient,
    VARNA_GRAPH: standin.origin,
    VARNA_STATE: statePath,
    VARNA_LOCAL_CHAT: 'yes'
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.settings;
}

function tokensOf({ standin }: Site): (person: Person) => Promise<string> {
  const tokens = new Map<string, Promise<string>>();
  return ({ id }) => {
    const token =
      tokens.get(id) ?? standin.tokens.issue({ user: id, clientId: pageClient, audience: serviceClient, lifetimeSeconds: 86_400 });
    tokens.set(id, token);
    return token;
  };
}

interface Filling {
  readonly url: string;
  readonly tokenOf: (person: Person) => Promise<string>;
  readonly ledger: Ledger;
}

/** An incident, an asset that waits for a decision and one that is a draft. */
async function fillRecord(filling: Filling): Promise<Hints> {
  const asset = {
    name: 'Journaler',
    description: '',
    carriers: ['system'],
    unit: 'SOC-HEM',
    informationOwner: owner.upn,
    objectOwner: owner.upn,
    custodian: manager.upn
  };
  const incident = await given(filling, employee, 'report-incident', reportInput);
  const submitted = await given(filling, owner, 'register-asset', { asset });
  const draft = await given(filling, owner, 'register-asset', { asset });
  await given(filling, owner, 'submit-asset', { reference: submitted['reference'] });
  const { version: model } = classificationModel;
  const input = { asset: submitted['reference'], model, answers: mildest };
  const classification = await given(filling, people.officer, 'submit-classification', input);
  const numbers = [incident, submitted, draft, classification].map(({ reference }) => String(reference));
  return {
    reference: [...numbers, 'I-2026-0002', 'T-2026-9999'],
    asset: numbers.filter((number) => number.startsWith('T-')),
    model: [model],
    contentHash: [String(classification['contentHash']), '0'.repeat(64)],
    unit: ['SOC-HEM'],
    reportedAt: ['2026-11-23T14:40:00Z', '2000-01-01T00:00:00Z'],
    informationOwner: [owner.upn, manager.upn],
    objectOwner: [owner.upn, manager.upn],
    custodian: [manager.upn, employee.upn, '..', 'a\ud800@haparanda.example', "' or 1 eq 1"]
  };
}

/** Each question answered with what is least serious and stops nothing. */
const mildest = Object.fromEntries(
  classificationModel.questions.map(({ id, options }) => [
    id,
    options
      .filter(({ stops }) => stops !== true)
      .map(({ code }) => code)
      .slice(0, 1)
  ])
);

async function given(
  { url, tokenOf, ledger }: Filling,
  person: Person,
  name: string,
  input: unknown
): Promise<Readonly<Record<string, unknown>>> {
  const key = randomUUID();
  const { status, body } = await post(url, name, { token: await tokenOf(person), body: { command: key, input } });
  if (status !== 200) throw new Error(`${name} was answered with ${status} ${JSON.stringify(body)}`);
  ledger.note(commandId({ name, personId: person.id, key }), 'accepted');
  return body['value'] as Readonly<Record<string, unknown>>;
}
