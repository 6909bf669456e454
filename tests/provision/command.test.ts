// The command `npm run provision` itself: its options, and a run against the stand-in with a certificate.
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import '@pnp/sp/fields';
import '@pnp/sp/views';
import { connectWithToken } from '../../src/lists/connect';
import { listOf } from '../../src/lists/rows';
import { provisionCommand } from '../../src/provision/command';
import { enter } from '../../src/provision/enter';
import { readOptions } from '../../src/provision/options';
import type { Screen } from '../../src/provision/progress';
import { provisionSite } from '../../src/provision/provision-site';
import { incidentList } from '../../src/schema/incidents';
import { chooseOnSignInPage } from '../identity/person-at-browser';
import { admin, employee, openEmptySite, serviceClient, sitePath, tenantId, type Site } from '../lists/site';

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
        mend: false,
        settings: { 'it-phone': '070-174 06 36' },
        members: [
          { group: 'it', who: employee.upn },
          { group: 'it', who: 'a@haparanda.example' }
        ],
        entrance: {
          way: 'certificate',
          identity: {
            authority: 'https://login.microsoftonline.com',
            tenantId,
            clientId: serviceClient,
            certificate: { privateKey, thumbprint: 'ab'.repeat(32) },
            scope: 'https://haparanda.sharepoint.example/.default'
          }
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
        'VARNA_CLIENT_ID (eller --client) ska vara appregistreringens id.',
        'VARNA_CERTIFICATE saknas.'
      ]
    });
  });

  test('may not hold settings that are none', () => {
    const told = ['telefon=1', 'it-phone=1', `security-officer-phone=${'1'.repeat(61)}`, 'tab-url=fliken'];
    expect(readOptions(['--site', site, ...told.flatMap((pair) => ['--settings', pair])], environment)).toEqual({
      ok: false,
      faults: [
        '--settings it-phone: ska vara minst 3 tecken.',
        '--settings security-officer-phone: ska vara högst 60 tecken.',
        '--settings tab-url: ska vara en hel adress, som https://….',
        '--settings: det finns ingen inställning som heter telefon.'
      ]
    });
  });

  test.each([
    [
      '1,2,3',
      'ska vara ett helt tal från 0 till 99 för varje nivå, med komma emellan, i ordningen Försumbar, Måttlig, Betydande, Allvarlig. Exempel: 1,2,3,4.'
    ],
    [
      '1,3,2,4',
      'numren ska stiga hela vägen i ordningen Försumbar, Måttlig, Betydande, Allvarlig, som 1,2,3,4, eller sjunka hela vägen, som 4,3,2,1.'
    ]
  ])('may not number the levels %s', (numbers, fault) => {
    expect(readOptions(['--site', site, '--settings', `level-numbers=${numbers}`], environment)).toEqual({
      ok: false,
      faults: [`--settings level-numbers: ${fault}`]
    });
  });

  test('may number the levels rising or sinking', () => {
    for (const numbers of ['1,2,3,4', '4,3,2,1']) {
      expect(readOptions(['--site', site, '--settings', `level-numbers=${numbers}`], environment)).toMatchObject({
        ok: true,
        options: { settings: { 'level-numbers': numbers } }
      });
    }
  });

  test.each([
    [['--sajt', site], 'Det finns inget som heter --sajt.'],
    [['--site'], '--site saknar sitt värde, eller har ett som det inte ska ha.'],
    [['--mend=ja'], '--mend saknar sitt värde, eller har ett som det inte ska ha.'],
    [['Värna', 'IT=x'], '"Värna" hör inte hit. Värden med mellanslag ska stå inom citattecken.']
  ])('may not be %j', (line, fault) => {
    expect(readOptions(line, environment)).toEqual({ ok: false, faults: [fault] });
  });
});

describe('a person who signs in', () => {
  const client = 'dddddddd-0000-4000-8000-000000000001';

  test('needs no certificate, and may give client and tenant on the line', () => {
    const reading = readOptions(['--site', site, '--sign-in', '--client', client, '--tenant', tenantId, '--mend'], {});
    const asking = {
      authority: 'https://login.microsoftonline.com',
      tenantId,
      clientId: client,
      permission: 'https://haparanda.sharepoint.example/AllSites.FullControl'
    };
    expect(reading).toMatchObject({ ok: true, options: { mend: true, entrance: { way: 'sign-in', asking } } });
  });

  test('is told what is missing', () => {
    expect(readOptions(['--site', site, '--sign-in'], {})).toEqual({
      ok: false,
      faults: [
        'VARNA_TENANT_ID (eller --tenant) ska vara klientorganisationens id.',
        'VARNA_CLIENT_ID (eller --client) ska vara appregistreringens id.'
      ]
    });
  });

  test('provisions as administrator of the site, from an empty one to one where nothing is to be done', async () => {
    const target = await openEmptySite();
    const registration = { clientId: client, displayName: 'Värnas provisionering', appRoles: [], identifierUris: [], sites: {} };
    target.standin.directory.putApplication({ ...registration, redirectUris: ['http://localhost'] });
    const printed: string[] = [];
    const { origin } = target.standin;
    const asking = { authority: origin, tenantId, clientId: client, permission: `${origin}/AllSites.FullControl` };
    const entered = await enter(
      { way: 'sign-in', asking },
      (line) => printed.push(line),
      (address) => void chooseOnSignInPage(address, admin)
    );
    if (!entered.ok) throw new Error(entered.words);
    expect(printed).toEqual([
      'Logga in i webbläsaren som öppnas. Öppnas ingen, gå hit:',
      expect.stringContaining(`${origin}/${tenantId}/oauth2/v2.0/authorize?`)
    ]);
    const sp = connectWithToken({ site: target.url, token: entered.token });
    const wishes = { sp, dryRun: false, settings: {}, members: [], print: () => undefined };
    expect(await provisionSite(wishes)).toMatchObject({ permitted: true, plan: { refusals: [] } });
    expect(await provisionSite(wishes)).toMatchObject({ permitted: true, plan: { steps: [], drift: [] } });
    await target.stop();
  });
});

describe('run against a site', () => {
  let target: Site;
  beforeEach(async () => {
    target = await openEmptySite({ faults: true });
  });
  afterEach(() => target.stop());

  function run(...words: string[]): ReturnType<typeof runIn> {
    return runIn({}, words);
  }

  async function runIn(
    other: Readonly<Record<string, string>>,
    words: readonly string[]
  ): Promise<{ code: number; stdout: string; stderr: string }> {
    const stdout: string[] = [];
    const stderr: string[] = [];
    const env = { ...environment, VARNA_CERTIFICATE: target.privateKey, VARNA_AUTHORITY: target.standin.origin, ...other };
    const to = (lines: string[]): Screen => ({ write: (text) => lines.push(text) });
    const code = await provisionCommand({ words, environment: env, out: to(stdout), err: to(stderr) });
    return { code, stdout: stdout.join(''), stderr: stderr.join('') };
  }

  test('it is the script of package.json', async () => {
    const args = ['--import', 'tsx', 'src/provision/main.ts', '--help'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: path.resolve(__dirname, '../..') });
    expect(stdout).toContain('npm run provision -- --site');
  });

  test('with the right certificate it provisions, and then there is nothing to do', async () => {
    expect(await run('--site', target.url)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/\n25 av \d+ · [\s\S]*Gjort: \d+\. Redan rätt: 0\. Avvikelser: 0\. Vägrade: 0\.\n$/) as unknown
    });
    expect(await run('--site', target.url)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Behörighet: Sites\.Selected .*\nWebbplatsen är som den ska\. Inget att göra\.\n$/) as unknown
    });
    await listOf(target.as(admin), incidentList).views.getByTitle('Inte mottagna').delete();
    expect(await run('--site', target.url)).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('vyn Inte mottagna är borttagen eller omdöpt') as unknown
    });
    expect(await run('--site', target.url, '--mend')).toMatchObject({ code: 0 });
    await listOf(target.as(admin), incidentList).fields.getByInternalNameOrTitle('Enhet').delete();
    await listOf(target.as(admin), incidentList).fields.createFieldAsXml('<Field Type="Note" Name="Enhet" DisplayName="Enhet" />');
    expect(await run('--site', target.url)).toMatchObject({
      code: 4,
      stdout: expect.stringContaining('Att byta typ kan förlora värden') as unknown
    });
  });

  test.each([
    [
      'whose token lacks Sites.Selected',
      { appRoles: ['Sites.Read.All'] },
      /Behörigheten Sites\.Selected saknas: Entra har gett appen bara Sites\.Read\.All/
    ],
    [
      'that was never given the site',
      { sites: {} },
      /Behörigheten i Entra finns; det som saknas är rätten på webbplatsen\.\n\nMed certifikat/
    ],
    [
      'that was given too little on it',
      { sites: { [sitePath]: 'write' } },
      /Det här saknas på webbplatsen: göra och ändra listor, skapa grupper[\s\S]*Grant-PnPEntraIDAppSitePermission/
    ]
  ] as const)('as an application %s it says what is missing, and does nothing', async (_which, changes, told) => {
    const registered = target.standin.directory.applicationById(serviceClient);
    if (registered === undefined) throw new Error('The service is not registered.');
    target.standin.directory.putApplication({ ...registered, ...changes });
    expect(await run('--site', target.url)).toMatchObject({ code: 1, stderr: expect.stringMatching(told) as unknown });
    expect(await target.as(admin).web.lists.filter("Title eq 'Incidenter'")()).toEqual([]);
  });

  test('asked for its permissions it tells them and asks for nothing', async () => {
    expect(await run('--permissions')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('AllSites.FullControl') as unknown
    });
    expect(await run('--help')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('--sign-in') as unknown });
  });

  test('with an address where there is no site it says so', async () => {
    expect(await run('--site', `${target.standin.origin}/sites/annan`)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Webbplatsen eller något på den hittas inte\./) as unknown
    });
  });

  test('with a member who is not in the directory it says who, and carries on when that is put right', async () => {
    const member = (who: string): string[] => ['--site', target.url, '--group-member', `Värna IT=${who}@haparanda.example`];
    const stopped = await run(...member('ingen'));
    expect(stopped).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^ingen@haparanda\.example finns inte i katalogen och kan inte läggas in i gruppen Värna IT\./
      ) as unknown
    });
    expect(stopped.stdout).toContain('- Gruppen Värna IT saknar medlemmen ingen@haparanda.example.');
    expect(await run(...member('ivar.tekniksson'))).toMatchObject({ code: 0, stderr: '' });
  });

  test('stopped by SharePoint it says at what', async () => {
    const faults = `${target.standin.origin}/_standin/faults`;
    const refusal = {
      match: { part: 'any', path: '/roleassignments/addroleassignment' },
      error: { status: 500, code: '-1, System.Exception' }
    };
    await fetch(faults, { method: 'POST', body: JSON.stringify(refusal) });
    expect(await run('--site', target.url)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^SharePoint svarade något oväntat\.\nDet stannade vid: Gruppen Värna \S+ kan inte läsa webbplatsen\.\n/
      ) as unknown
    });
  });

  test('when Entra does not answer it says so, and when Entra knows no such SharePoint', async () => {
    const words = ['--site', target.url];
    expect(await runIn({ VARNA_AUTHORITY: 'http://127.0.0.1:9' }, words)).toMatchObject({
      code: 1,
      stderr: 'Entra svarar inte på http://127.0.0.1:9. Kontrollera nätverket (proxy, brandvägg) och VARNA_AUTHORITY, och kör igen.\n'
    });
    expect(await run('--site', 'http://127.0.0.1:9/sites/x')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^Entra känner inte till någon SharePoint på den adressen\. Kontrollera --site och tenant\.\nAADSTS500011/
      ) as unknown
    });
  });

  test('told wrongly it says how it is used', async () => {
    expect(await run()).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('npm run provision -- --site') as unknown });
  });
});
