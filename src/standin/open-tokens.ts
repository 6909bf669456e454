// Tokens without signing in, for scripts and tests of clients: `/_standin/token`, which exists only when it is asked for.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Directory } from './directory/directory';
import { graphAudience } from './entra/resources';
import type { TokenIssuer } from './entra/token-issuer';

interface OpenTokens {
  readonly directory: Directory;
  readonly tokens: TokenIssuer;
  readonly origin: () => string;
}

/** The client these tokens are issued to; registered when the door is opened. */
const scriptClient = '0057a4d1-0000-4000-8000-000000000001';

/**
 * `?user=<user principal name>` gives that person's token, `?application=<client id>` the application's own, as if got with its certificate.
 * For SharePoint (`&audience=sharepoint`, or nothing), or with `&audience=graph` for Graph; good for an hour. Plain text; 400 in words for somebody or an audience unknown.
 */
export function openTokensHandler(context: OpenTokens): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean> {
  context.directory.putApplication({
    clientId: scriptClient,
    displayName: 'Scripts',
    appRoles: [],
    identifierUris: [],
    sites: {},
    redirectUris: [],
    delegatedScopes: ['User.Read.All']
  });
  return async (request, response, url) => {
    if (url.pathname !== '/_standin/token') return false;
    const { status, body } = isOurs(request, context) ? await answerFor(url.searchParams, context) : foreignHost;
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(body);
    return true;
  };
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

const foreignHost: Reply = { status: 403, body: 'Ask at the address the stand-in was started with.' };

/** A page of another name that has been made to point here gets nothing. */
function isOurs({ method, headers }: IncomingMessage, { origin }: OpenTokens): boolean {
  return method === 'GET' && headers.host === new URL(origin()).host;
}

async function answerFor(asked: URLSearchParams, { directory, tokens, origin }: OpenTokens): Promise<Reply> {
  const audience = new Map([
    ['sharepoint', origin()],
    ['graph', graphAudience]
  ]).get(asked.get('audience') ?? 'sharepoint');
  if (audience === undefined) return { status: 400, body: 'Say &audience=graph or leave the audience out.' };
  const user = directory.userByUpn(asked.get('user') ?? '');
  if (user !== undefined) return { status: 200, body: await tokens.issue({ user: user.id, clientId: scriptClient, audience }) };
  const application = directory.applicationById(asked.get('application') ?? '');
  if (application !== undefined) return { status: 200, body: await tokens.issue({ clientId: application.clientId, audience }) };
  const known = directory.users().map(({ userPrincipalName }) => userPrincipalName);
  return { status: 400, body: `Say ?user= one of ${known.join(', ')}, or ?application= a client id.` };
}
