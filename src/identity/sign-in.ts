// A person signs in to Entra in their own browser, and the program acts as them: authorization code with PKCE, back to this machine (RFC 8252).
import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  ResponseBodyError,
  validateAuthResponse,
  type TokenEndpointResponse
} from 'oauth4webapi';
import { entraOf, isLocalAuthority, type Tenant } from './entra';
import { keptToken, type Granted } from './kept-token';
import { openLoopback } from './loopback';

export interface SignIn extends Tenant {
  /** A registration with the platform for mobile and desktop programs and the redirect URI `http://localhost`; it proves itself with nothing. */
  readonly clientId: string;
  /** One permission of one resource, such as `https://haparanda.sharepoint.com/AllSites.FullControl`. */
  readonly permission: string;
  /** Takes the address that the person is to open. */
  readonly open: (address: string) => void;
  /** Five minutes when absent. */
  readonly waitMilliseconds?: number;
  readonly now?: () => Date;
}

/**
 * `timed-out`: no answer came. `declined`: the person said no. `no-consent`: an administrator has to allow the permission first.
 * `refused`: anything else that Entra said, in `detail`. `untrusted`: the answer is not one to what was asked.
 */
export type SignInRefusal = 'timed-out' | 'declined' | 'no-consent' | 'refused' | 'untrusted';

/** `token` gives one that is valid, in memory only; when Entra will not renew it, it throws. `permissions` are those of the token. */
export type SignedIn =
  | { readonly ok: true; readonly token: () => Promise<string>; readonly permissions: readonly string[] }
  | { readonly ok: false; readonly reason: SignInRefusal; readonly detail: string };

export async function signIn(asking: SignIn): Promise<SignedIn> {
  const secrets = { state: generateRandomState(), nonce: generateRandomNonce(), verifier: generateRandomCodeVerifier() };
  const loopback = await openLoopback(secrets.state);
  try {
    const { redirectUri } = loopback;
    asking.open(await addressOf(asking, { ...secrets, redirectUri }));
    const answer = await loopback.answer(asking.waitMilliseconds ?? 5 * 60_000);
    if (answer === undefined) return { ok: false, reason: 'timed-out', detail: '' };
    return signedIn(asking, await redeem(asking, answer, { ...secrets, redirectUri }));
  } catch (error) {
    return refusalIn(error);
  } finally {
    loopback.close();
  }
}

interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** The account is asked for each time: who administers the site is often not who is signed in. */
async function addressOf(asking: SignIn, { state, nonce, verifier, redirectUri }: Secrets): Promise<string> {
  const address = new URL(entraOf(asking).authorization_endpoint);
  const parameters = {
    client_id: asking.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: scopeOf(asking),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'select_account'
  };
  Object.entries(parameters).forEach(([name, value]) => address.searchParams.set(name, value));
  return address.href;
}

function scopeOf({ permission }: SignIn): string {
  return `${permission} openid offline_access`;
}

async function redeem(asking: SignIn, answer: URLSearchParams, secrets: Secrets): Promise<TokenEndpointResponse> {
  const entra = entraOf(asking);
  const client = { client_id: asking.clientId };
  const parameters = validateAuthResponse(entra, client, answer, secrets.state);
  const { redirectUri, verifier, nonce } = secrets;
  const response = await authorizationCodeGrantRequest(entra, client, None(), parameters, redirectUri, verifier, overHttp(asking));
  return processAuthorizationCodeResponse(entra, client, response, { expectedNonce: nonce, requireIdToken: true });
}

function signedIn(asking: SignIn, first: TokenEndpointResponse): SignedIn {
  let refreshToken = first.refresh_token;
  const renew = async (): Promise<Granted> => {
    if (refreshToken === undefined) throw new Error('Entra gave no refresh token: sign in again.');
    const entra = entraOf(asking);
    const client = { client_id: asking.clientId };
    const response = await refreshTokenGrantRequest(entra, client, None(), refreshToken, overHttp(asking));
    const renewed = await processRefreshTokenResponse(entra, client, response);
    refreshToken = renewed.refresh_token ?? refreshToken;
    return grantedIn(renewed);
  };
  const { now = () => new Date() } = asking;
  return { ok: true, token: keptToken(renew, { now, first: grantedIn(first) }), permissions: permissionsIn(first) };
}

function grantedIn({ access_token: token, expires_in: lifetimeSeconds = 0 }: TokenEndpointResponse): Granted {
  return { token, lifetimeSeconds };
}

/** Entra writes each with its resource before it: `https://haparanda.sharepoint.com/AllSites.FullControl`. */
function permissionsIn({ scope = '' }: TokenEndpointResponse): string[] {
  return scope.split(' ').map((one) => one.slice(one.lastIndexOf('/') + 1));
}

function overHttp({ authority }: SignIn): { [allowInsecureRequests]: boolean } {
  return { [allowInsecureRequests]: isLocalAuthority(authority) };
}

/** AADSTS65004: the person declined; 65001 and 90094: an administrator has to consent (Microsoft, "Microsoft Entra authentication error codes"). */
function refusalIn(error: unknown): SignedIn {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const detail = error.error_description ?? error.error;
    if (error.error === 'consent_required' || /AADSTS(?:65001|90094)\b/.test(detail)) return { ok: false, reason: 'no-consent', detail };
    return { ok: false, reason: error.error === 'access_denied' ? 'declined' : 'refused', detail };
  }
  if (error instanceof OperationProcessingError) return { ok: false, reason: 'untrusted', detail: error.message };
  throw error;
}
