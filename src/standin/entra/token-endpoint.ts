// POST /{tenantId}/oauth2/v2.0/token: authorization_code with PKCE, refresh_token and client_credentials.
import { z } from 'zod';
import type { DirectoryApplication } from '../directory/directory';
import { refuse } from './aadsts';
import type { Refusal } from './aadsts';
import { authenticateClient } from './client-authentication';
import type { ClientAuthentication } from './client-authentication';
import type { CodeGrant, Grant, Grants } from './grants';
import { grantedScope, scopeRefusal } from './consent';
import { readScope } from './resources';
import { sha256 } from './secrets';
import { accessTokenSeconds } from './token-issuer';
import type { EntraOptions, TokenIssuer } from './token-issuer';

/** What the token endpoint works with. */
export interface TokenEndpointContext extends EntraOptions {
  readonly grants: Grants;
  readonly tokens: TokenIssuer;
}

/** The JSON of a successful token response (RFC 6749 5.1, OpenID Connect Core 3.1.3.3). */
export interface TokenResponse {
  readonly token_type: 'Bearer';
  readonly scope?: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
}

/** Answers one token request. `browserOrigin` is the `Origin` header: only public clients are served across origins, and only from their own. */
export async function answerTokenRequest(
  request: { readonly form: URLSearchParams; readonly browserOrigin: string | undefined },
  context: TokenEndpointContext
): Promise<{ readonly ok: true; readonly response: TokenResponse } | Refusal> {
  const form = formSchema.safeParse(Object.fromEntries(request.form));
  if (!form.success) return refuse(900144, "The request body must contain the following parameter: 'grant_type'.");
  if (new Set(request.form.keys()).size !== request.form.size)
    return refuse(90023, 'A parameter stands more than once in the request body.');
  const client = await authenticateClient(form.data, context);
  if (!client.ok) return client;
  const { browserOrigin } = request;
  if (browserOrigin !== undefined && !isSpaOrigin(client.application, browserOrigin)) {
    return refuse(
      9002326,
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${browserOrigin}'.`
    );
  }
  return grantResponse({ form: form.data, client, context });
}

/** Whether `origin` is the origin of one of the redirect URIs of a public client. */
export function isSpaOrigin(application: DirectoryApplication, origin: string): boolean {
  const isPublic = application.certificate === undefined && application.secret === undefined;
  return isPublic && application.redirectUris.some((uri) => new URL(uri).origin === origin);
}

const formSchema = z.object({
  grant_type: z.string(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  client_assertion: z.string().optional(),
  client_assertion_type: z.string().optional(),
  scope: z.string().optional(),
  code: z.string().optional(),
  code_verifier: z.string().optional(),
  redirect_uri: z.string().optional(),
  refresh_token: z.string().optional()
});
type TokenForm = z.infer<typeof formSchema>;

type AuthenticatedClient = Extract<ClientAuthentication, { ok: true }>;

interface TokenRequest {
  readonly form: TokenForm;
  readonly client: AuthenticatedClient;
  readonly context: TokenEndpointContext;
}

type TokenAnswer = { readonly ok: true; readonly response: TokenResponse } | Refusal;

async function grantResponse(request: TokenRequest): Promise<TokenAnswer> {
  switch (request.form.grant_type) {
    case 'authorization_code':
      return redeemCode(request);
    case 'refresh_token':
      return redeemRefreshToken(request);
    case 'client_credentials':
      return applicationToken(request);
    default:
      return refuse(70003, `The app requested an unsupported grant type '${request.form.grant_type}'.`);
  }
}

async function redeemCode({ form, client, context }: TokenRequest): Promise<TokenAnswer> {
  const { code, redirect_uri: redirectUri } = form;
  if (code === undefined) return missing('code');
  if (redirectUri === undefined) return missing('redirect_uri');
  const redeemed = context.grants.redeemCode(code, (grant) => codeMismatch({ form, client, grant }));
  if (!redeemed.ok) return redeemed;
  return personTokens({ grant: redeemed.grant, nonce: redeemed.grant.nonce, client, context });
}

function codeMismatch(given: {
  readonly form: TokenForm;
  readonly client: AuthenticatedClient;
  readonly grant: CodeGrant;
}): Refusal | undefined {
  const { form, client, grant } = given;
  if (grant.clientId !== client.application.clientId) return refuse(70000, 'The provided authorization code was issued to another client.');
  if (grant.redirectUri !== form.redirect_uri) {
    return refuse(70000, "The 'redirect_uri' is not the one the authorization code was asked for with.");
  }
  if (sha256(form.code_verifier ?? '') !== grant.codeChallenge) {
    return refuse(501481, 'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.');
  }
  return undefined;
}

async function redeemRefreshToken({ form, client, context }: TokenRequest): Promise<TokenAnswer> {
  if (form.refresh_token === undefined) return missing('refresh_token');
  const redeemed = context.grants.redeemRefreshToken(form.refresh_token, client.application.clientId);
  if (!redeemed.ok) return redeemed;
  const scope = form.scope === undefined ? redeemed.grant.scope : withOfflineAccess(form.scope);
  return personTokens({ grant: { ...redeemed.grant, scope }, client, context });
}

/** A refresh token is itself proof that `offline_access` was granted, whichever resource is asked for next. */
function withOfflineAccess(scope: string): string {
  return scope.split(' ').includes('offline_access') ? scope : `${scope} offline_access`;
}

interface PersonGrant {
  readonly grant: Grant;
  readonly nonce?: string | undefined;
  readonly client: AuthenticatedClient;
  readonly context: TokenEndpointContext;
}

async function personTokens({ grant, nonce, client, context }: PersonGrant): Promise<TokenAnswer> {
  const { clientId, userId } = grant;
  if (!context.directory.userById(userId)?.accountEnabled) return refuse(50057, 'The user account is disabled.');
  const granted = grantedScope({ scope: grant.scope, application: client.application, lookup: context });
  if (!granted.ok) return granted;
  const { resource, scopes, openId } = granted;
  const access = { user: userId, clientId, audience: resource.audience, scopes, clientProof: client.proof };
  return {
    ok: true,
    response: {
      token_type: 'Bearer',
      scope: [...granted.qualifiedScopes, ...openId].join(' '),
      expires_in: accessTokenSeconds,
      ext_expires_in: accessTokenSeconds,
      access_token: await context.tokens.issue(access),
      ...(openId.includes('offline_access') && { refresh_token: context.grants.newRefreshToken({ clientId, userId, scope: grant.scope }) }),
      ...(openId.includes('openid') && {
        id_token: await context.tokens.issueIdToken({ user: userId, clientId, ...(nonce !== undefined && { nonce }) })
      })
    }
  };
}

async function applicationToken({ form, client, context }: TokenRequest): Promise<TokenAnswer> {
  const { application, proof } = client;
  if (proof === 'none')
    return refuse(7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
  if (form.scope === undefined) return missing('scope');
  const read = readScope(form.scope, context);
  if (!read.ok) return scopeRefusal(read);
  if (read.permissions.some((permission) => permission !== '.default') || read.openId.length > 0) {
    return refuse(
      1002012,
      `The provided value for scope ${form.scope} is not valid. Client credential flows must have a scope value with /.default.`
    );
  }
  const access = { clientId: application.clientId, audience: read.resource.audience, clientProof: proof };
  return {
    ok: true,
    response: {
      token_type: 'Bearer',
      expires_in: accessTokenSeconds,
      ext_expires_in: accessTokenSeconds,
      access_token: await context.tokens.issue(access)
    }
  };
}

function missing(parameter: string): Refusal {
  return refuse(900144, `The request body must contain the following parameter: '${parameter}'.`);
}
