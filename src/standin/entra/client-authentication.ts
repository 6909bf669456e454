// Who the client is at the token endpoint: a signed assertion (private_key_jwt), a secret, or a public client.
import { errors, jwtVerify } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import type { DirectoryApplication } from '../directory/directory';
import { refuse } from './aadsts';
import type { Refusal } from './aadsts';
import type { Grants } from './grants';
import { sameSecret } from './secrets';
import { tokenEndpointOf } from './token-issuer';
import type { ClientProof, EntraOptions } from './token-issuer';

/** The parameters a client proves itself with, as they stand in the body. */
export interface ClientCredentials {
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
  readonly client_assertion?: string | undefined;
  readonly client_assertion_type?: string | undefined;
}

/** A client that is who it says, or Entra's refusal. A public client has the proof `none`. */
export type ClientAuthentication = { readonly ok: true; readonly application: DirectoryApplication; readonly proof: ClientProof } | Refusal;

interface Context extends EntraOptions {
  readonly grants: Grants;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Authenticates the client of a token request. */
export async function authenticateClient(credentials: ClientCredentials, context: Context): Promise<ClientAuthentication> {
  const { client_id: clientId, client_secret: secret, client_assertion: assertion } = credentials;
  if (clientId === undefined) return refuse(900144, "The request body must contain the following parameter: 'client_id'.");
  const application = context.directory.applicationById(clientId);
  if (application === undefined) return refuse(700016, `Application with identifier '${clientId}' was not found in the directory.`);
  const { certificate, secret: registered } = application;
  if (certificate === undefined && registered === undefined) return publicClient(application, credentials);
  if (assertion !== undefined) {
    if (credentials.client_assertion_type !== assertionType)
      return refuse(90023, `The client_assertion_type has to be '${assertionType}'.`);
    if (certificate === undefined)
      return refuse(700027, 'The client assertion is signed, but no certificate is registered on the application.');
    const refusal = await assertionRefusal({ assertion, certificate, clientId: application.clientId, context });
    return refusal ?? { ok: true, application, proof: 'certificate' };
  }
  if (secret === undefined) {
    return refuse(7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
  }
  if (registered === undefined || !sameSecret(registered, secret)) return refuse(7000215, 'Invalid client secret provided.');
  return { ok: true, application, proof: 'secret' };
}

function publicClient(application: DirectoryApplication, credentials: ClientCredentials): ClientAuthentication {
  if (credentials.client_assertion !== undefined || credentials.client_secret !== undefined) {
    return refuse(700025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
  }
  return { ok: true, application, proof: 'none' };
}

interface Assertion {
  readonly assertion: string;
  readonly certificate: JWK;
  readonly clientId: string;
  readonly context: Context;
}

async function assertionRefusal({ assertion, certificate, clientId, context }: Assertion): Promise<Refusal | undefined> {
  try {
    const { payload } = await jwtVerify(assertion, certificate, {
      algorithms: ['RS256', 'PS256'],
      currentDate: context.clock(),
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'jti']
    });
    return claimRefusal({ payload, clientId, context });
  } catch (error) {
    if (error instanceof errors.JWTExpired) return outsideItsTime;
    if (error instanceof errors.JWTClaimValidationFailed) {
      return error.claim === 'nbf' ? outsideItsTime : refuse(50027, `JWT token is invalid or malformed: claim '${error.claim}'.`);
    }
    if (error instanceof errors.JWSSignatureVerificationFailed) {
      return refuse(700027, 'The certificate with the registered key did not sign the client assertion.');
    }
    if (error instanceof errors.JOSEError) return refuse(50027, 'JWT token is invalid or malformed.');
    throw error;
  }
}

const outsideItsTime = refuse(700024, 'Client assertion is not within its valid time range.');

/** The audience is the token endpoint as one string: Entra's documentation names no other, and it refuses a list (panva/openid-client issue 348). */
function claimRefusal(given: { readonly payload: JWTPayload; readonly clientId: string; readonly context: Context }): Refusal | undefined {
  const { payload, clientId, context } = given;
  const { iss, sub, aud, exp = 0, jti = '' } = payload;
  if (iss !== clientId || sub !== clientId)
    return refuse(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
  if (typeof aud !== 'string') return refuse(50027, "JWT token is invalid or malformed: claim 'aud' has to be one string.");
  if (aud !== tokenEndpointOf(context)) return refuse(700023, 'Client assertion audience claim does not match the token endpoint.');
  const isFirstUse = context.grants.noteAssertion({ clientId, jti, expiresAt: exp });
  return isFirstUse ? undefined : refuse(50027, "JWT token is invalid or malformed: its 'jti' has been used before.");
}
