// The other sites of the example municipality, as those who import assets find them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectWithToken } from '../../src/lists/connect';
import { searchSites } from '../../src/lists/sites';
import { people, type ExampleName } from '../../src/local/example/people';
import { fillDirectory } from '../../src/local/fill-directory';
import { localIdentity, localIds } from '../../src/local/identity';
import { listenStandin, type ListeningStandin } from '../../src/standin/standin';

let standin: ListeningStandin;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'varna-sites-'));
  standin = await listenStandin({ file: ':memory:', tenantId: localIds.tenant, port: 0 });
  fillDirectory(standin, { origin: standin.origin, identity: await localIdentity(folder) });
});
afterAll(async () => {
  await standin.stop();
  await rm(folder, { recursive: true });
});

async function titlesFor(name: ExampleName, from: string): Promise<string[]> {
  const token = () => standin.tokens.issue({ user: people[name].id, clientId: localIds.pages, audience: standin.origin });
  const found = await searchSites(connectWithToken({ site: `${standin.origin}/sites/${from}`, token }));
  return found.map(({ title }) => title);
}

test('are found by those who may open them, and by nobody else', async () => {
  expect(await titlesFor('securityOfficer', 'va-ritningar')).toEqual([
    'Hemtjänstens samarbetsyta',
    'Skolornas elevdokument',
    'VA-ritningar'
  ]);
  expect(await titlesFor('manager', 'hemtjansten')).toEqual(['Hemtjänstens samarbetsyta']);
});
