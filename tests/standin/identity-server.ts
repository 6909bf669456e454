// A little server for the tests: directory, Entra and Graph on 127.0.0.1, with three people and three applications.
import Database from 'better-sqlite3';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { openDirectory } from '../../src/standin/directory/directory';
import type { Directory, DirectoryUser } from '../../src/standin/directory/directory';
import { entraHandler } from '../../src/standin/entra/entra';
import { createTokenIssuer } from '../../src/standin/entra/token-issuer';
import type { TokenIssuer } from '../../src/standin/entra/token-issuer';
import { graphHandler } from '../../src/standin/graph/graph';

export const tenantId = '5f0c2a4e-8d1b-4c55-9a0e-3f6f1b2c7d01';
export const pageOrigin = 'http://127.0.0.1:4999';
export const pageRedirect = `${pageOrigin}/signed-in`;

/** The chief, who has no manager. */
export const asa: DirectoryUser = {
  id: '11111111-1111-4111-8111-111111111111',
  displayName: 'Åsa Öberg',
  userPrincipalName: 'asa.oberg@haparanda.example',
  mail: 'asa.oberg@haparanda.example',
  jobTitle: 'Förvaltningschef',
  department: 'Socialförvaltningen',
  accountEnabled: true
};
export const eero: DirectoryUser = {
  id: '22222222-2222-4222-8222-222222222222',
  displayName: "Eero <O'Niemi>",
  userPrincipalName: 'eero.niemi@haparanda.example',
  mail: 'eero.niemi@haparanda.example',
  jobTitle: 'Enhetschef',
  department: 'Socialförvaltningen',
  mobilePhone: '070-000 00 00',
  managerId: asa.id,
  accountEnabled: true
};
export const former: DirectoryUser = {
  id: '33333333-3333-4333-8333-333333333333',
  displayName: 'Frans Före Detta',
  userPrincipalName: 'frans.foredetta@haparanda.example',
  mail: 'frans.foredetta@haparanda.example',
  accountEnabled: false
};

/** A page in the browser: public, so it signs in with PKCE alone. */
export const pageClient = 'aaaaaaaa-0000-4000-8000-000000000001';
/** The API the page calls, which also acts as itself with a certificate. */
export const apiClient = 'aaaaaaaa-0000-4000-8000-000000000002';
/** An application that still has a secret. */
export const secretClient = 'aaaaaaaa-0000-4000-8000-000000000003';

export interface IdentityServer {
  readonly origin: string;
  readonly directory: Directory;
  readonly tokens: TokenIssuer;
  /** The private half of the API's certificate. */
  readonly privateKey: CryptoKey;
  /** Moves the server's clock, from the real time. */
  readonly passSeconds: (seconds: number) => void;
  readonly stop: () => Promise<void>;
}

export async function startIdentityServer(): Promise<IdentityServer> {
  const database = new Database(':memory:');
  const directory = openDirectory({ database });
  let origin = '';
  let passed = 0;
  const options = { database, directory, tenantId, origin: () => origin, clock: () => new Date(Date.now() + passed * 1000) };
  const tokens = createTokenIssuer(options);
  const handlers = [entraHandler({ ...options, tokens }), graphHandler({ ...options, tokens })];
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', origin);
      for (const handle of handlers) if (await handle(request, response, url)) return;
      response.writeHead(404).end('nobody');
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  fill(directory, await exportJWK(publicKey));
  return {
    origin,
    directory,
    tokens,
    privateKey,
    passSeconds: (seconds) => (passed += seconds),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      database.close();
    }
  };
}

function fill(directory: Directory, certificate: JWK): void {
  directory.put([asa, eero, former]);
  const none = { appRoles: [], identifierUris: [], sites: {}, redirectUris: [] };
  directory.putApplication({ ...none, clientId: pageClient, displayName: 'Sidan', redirectUris: [pageRedirect] });
  directory.putApplication({
    ...none,
    clientId: apiClient,
    displayName: 'Värna',
    certificate,
    appRoles: ['Sites.Selected', 'User.Read.All'],
    identifierUris: ['api://varna'],
    preauthorized: [pageClient]
  });
  directory.putApplication({
    ...none,
    clientId: secretClient,
    displayName: 'Gammal tjänst',
    secret: 'correct horse',
    appRoles: ['Sites.Selected']
  });
}
