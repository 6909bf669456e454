// `npm start`: what it says when it cannot start, and what is kept from one start to the next.
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openMunicipality, portsFrom, type Municipality } from '../../src/local/municipality';
import { portsInUse } from '../../src/local/ports';
import { freeRun, giveCommand, readList } from '../browser/example-municipality';

const root = path.resolve(__dirname, '../..');

describe('npm start', () => {
  test('names the ports that another program holds, and says how to choose others', async () => {
    const first = await freeRun(['employee', 'manager', 'it']);
    const taken = await Promise.all([hold(first + 1), hold(first + 3)]);
    const { code, stderr } = await start('--ports', String(first));
    taken.forEach((server) => server.close());
    expect(code).toBe(1);
    expect(stderr).toContain(`port ${first + 1} (the service) is used by another program`);
    expect(stderr).toContain(`port ${first + 3} (chat of Mats Lindbäck) is used by another program`);
    expect(stderr).not.toContain(`port ${first} (`);
    expect(stderr).toContain('npm start -- --ports');
  });

  test.each(['--ports many', '--ports 65535', '--forget', 'begin'])('tells its arguments to whoever writes %s', async (words) => {
    const { code, stderr } = await start(...words.split(' '));
    expect(code).toBe(1);
    expect(stderr).toContain('Usage: npm start');
  });
});

describe('the local municipality', () => {
  let folder: string;
  let firstPort: number;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'varna-start-'));
    firstPort = await freeRun([]);
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('keeps what was done when it starts again, and begins anew when asked', async () => {
    const first = await opened();
    expect(first.said).toMatch(/\d+ things made or mended/);
    const unchanged = await countOfAssets(first.municipality);
    await giveCommand(first.municipality, { as: 'custodian', name: 'register-asset', input: { asset: nightKeys } });
    await first.municipality.stop();

    const second = await opened();
    expect(second.said).toContain('nothing to do');
    expect(await countOfAssets(second.municipality)).toBe(unchanged + 1);
    await second.municipality.stop();

    const third = await opened({ fresh: true });
    expect(await countOfAssets(third.municipality)).toBe(unchanged);
    await third.municipality.stop();
  }, 120_000);

  test('says what to do when the data were kept by another version', async () => {
    const other = new Database(path.join(folder, 'standin.sqlite'));
    other.exec('CREATE TABLE IF NOT EXISTS list (id INTEGER)');
    other.pragma('user_version = 1');
    other.close();
    await expect(opened()).rejects.toThrow(/made by another version of Värna\. Begin anew with "npm start -- --fresh"\.$/);
  });

  test('gives back what it had taken when it cannot start', async () => {
    const taken = await hold(firstPort + 1);
    await expect(opened({ fresh: true })).rejects.toThrow(/EADDRINUSE/);
    taken.close();
    expect(await portsInUse(portsFrom(firstPort, []))).toEqual([]);
  }, 60_000);

  async function opened({ fresh = false } = {}): Promise<{ readonly municipality: Municipality; readonly said: string }> {
    const said: string[] = [];
    const municipality = await openMunicipality({ folder, firstPort, fresh, chats: [], say: (line) => said.push(line) });
    return { municipality, said: said.join('\n') };
  }
});

const nightKeys = { name: 'Nattnycklarna', description: '', carriers: ['equipment'], unit: 'SOC-HEM' };

async function countOfAssets(municipality: Municipality): Promise<number> {
  return (await readList(municipality, { list: 'Informationstillgangar', as: 'service' })).rows.length;
}

async function hold(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Runs it as the npm script does, until it ends by itself. */
async function start(...words: readonly string[]): Promise<{ readonly code: unknown; readonly stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/local/main.ts', ...words], { cwd: root });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [unknown];
  return { code, stderr };
}
