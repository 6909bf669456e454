// The command `npm run provision` itself: its options, and a run against the stand-in with a certificate.
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { readOptions } from '../../src/provision/options';
import { employee, openEmptySite, serviceClient, tenantId, type Site } from '../lists/site';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const environment = {
  VARNA_TENANT_ID: tenantId,
  VARNA_CLIENT_ID: serviceClient,
  VARNA_CERTIFICATE: privateKey,
  VARNA_CERTIFICATE_THUMBPRINT: 'ab:'.repeat(32).slice(0, -1)
};
const site = 'https://haparanda.sharepoint.example/sites/informationssakerhet';

describe('what the command is told', () => {
  test('is read from the line and the environment', () => {
    const line = [
      '--site',
      `${site}/`,
      '--dry-run',
      '--settings',
      'it-phone=070-174 06 36',
      '--group-member',
      `Värna IT=${employee.upn}, a@haparanda.example`
    ];
    expect(readOptions(line, environment)).toEqual({
      ok: true,
      options: {
        site,
        dryRun: true,
        settings: { 'it-phone': '070-174 06 36' },
        members: [
          { group: 'it', who: employee.upn },
          { group: 'it', who: 'a@haparanda.example' }
        ],
        identity: {
          authority: 'https://login.microsoftonline.com',
          tenantId,
          clientId: serviceClient,
          certificate: { privateKey, thumbprint: 'ab'.repeat(32) },
          scope: 'https://haparanda.sharepoint.example/.default'
        }
      }
    });
  });

  test('has all its faults told at once', () => {
    const line = [
      '--site',
      'http://haparanda.example',
      '--settings',
      'telefon=1',
      '--settings',
      'it-phone',
      '--group-member',
      'Värna Alla=x'
    ];
    const reading = readOptions(line, { ...environment, VARNA_CLIENT_ID: 'varna', VARNA_CERTIFICATE: ' ' });
    expect(reading).toEqual({
      ok: false,
      faults: [
        '--site ska vara en adress med https (http bara på den egna datorn).',
        '"it-phone" ska vara av formen namn=värde.',
        '--group-member: gruppen "Värna Alla" finns inte i Värna.',
        'VARNA_CLIENT_ID ska vara appregistreringens id.',
        'VARNA_CERTIFICATE saknas.'
      ]
    });
  });

  test('may not hold settings that are none', () => {
    const reading = readOptions(['--site', site, '--settings', 'telefon=1'], environment);
    expect(reading).toMatchObject({ ok: false, faults: [expect.stringContaining('telefon')] });
  });

  test('may not hold options that are none', () => {
    expect(readOptions(['--sajt', site], environment)).toMatchObject({ ok: false, faults: [expect.stringContaining('--sajt')] });
  });
});

describe('run against a site', () => {
  let target: Site;
  beforeEach(async () => {
    target = await openEmptySite();
  });
  afterEach(() => target.stop());

  const root = path.resolve(__dirname, '../..');

  async function run(...line: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const env = { ...process.env, ...environment, VARNA_CERTIFICATE: target.privateKey, VARNA_AUTHORITY: target.standin.origin };
    try {
      const args = ['--import', 'tsx', 'src/provision/main.ts', ...line];
      return { code: 0, ...(await promisify(execFile)(process.execPath, args, { cwd: root, env })) };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  }

  test('with the right certificate it provisions, and then there is nothing to do', async () => {
    expect(await run('--site', target.url)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/Klart: \d+ rättade\.\n$/) as unknown
    });
    expect(await run('--site', target.url)).toMatchObject({ code: 0, stdout: 'Webbplatsen är som den ska. Inget att göra.\n' });
  });

  test('with an address where there is no site it says so', async () => {
    expect(await run('--site', `${target.standin.origin}/sites/annan`)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Webbplatsen eller något på den hittas inte\./) as unknown
    });
  });

  test('told wrongly it says how it is used', async () => {
    expect(await run()).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('npm run provision -- --site') as unknown });
  });
});
